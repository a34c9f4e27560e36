// Parts that are on record, and their files.

#include "app/run/key_plan.h"
#include "app/run/part_file.h"
#include "app/run/part_planner.h"
#include "app/run/rows_in_order.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace rowlift {

namespace {

struct PartAgainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartPlanner)
};

Error lostPart(qint64 number)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = PartAgainWords::tr("Part %1 of this import is no longer on the disk and cannot be made "
                                  "again from the file. Its rows stay as they stand.")
                   .arg(number),
             .detail = {},
             .retryAfter = {} };
}

/// The rows that are in the file of a part, ascending. \a merges: followers are, too.
std::vector<qint64> rowsInFile(const PartMembers &members, bool merges)
{
    std::vector<qint64> rows = members.records;
    for (const PartMembers::Follower &follower : members.followers) {
        if (merges)
            rows.push_back(follower.record);
    }
    std::ranges::sort(rows);
    return rows;
}

/// Writes the records of \a members in their order into \a file, each with those of its followers if it \a
/// merges. Returns how many rows that took.
Result<std::size_t> writeRows(const Done &begun, PartFileWriter &file, RecordPass &pass,
                              const PartMembers &members, bool merges, const std::stop_token &stop)
{
    if (!begun)
        return tl::unexpected(begun.error());
    std::size_t made = 0;
    const bool isAsItStands = !merges && std::ranges::is_sorted(members.records);
    RowsInOrder rows;
    const Done passed = pass.runOver(
        rowsInFile(members, merges), {},
        [&](const EncodedRows &some) -> Done {
            made += some.size();
            if (isAsItStands)
                return file.append(some.bytes(some.size()));
            rows.add(some);
            return {};
        },
        stop);
    Done done = passed;
    std::vector<PartMembers::Follower> followers = merges ? members.followers : decltype(members.followers)();
    std::ranges::stable_sort(followers, {}, &PartMembers::Follower::of);
    for (std::size_t index = 0; done && !isAsItStands && index < members.records.size(); ++index) {
        const qint64 record = members.records[index];
        const auto own = std::ranges::equal_range(followers, record, {}, &PartMembers::Follower::of);
        if (const auto bytes = rows.merged(pass.encoder(), record, own))
            done = file.append(*bytes);
    }
    return done ? Result<std::size_t>(made) : tl::unexpected(done.error());
}

} // namespace

bool PartPlanner::isSpooled(const PartRecord &part)
{
    const QFileInfo facts(part.file);
    return part.bytes > 0 && facts.isFile() && facts.size() == part.bytes;
}

Result<bool> PartPlanner::isIntact(const PartRecord &part, const std::stop_token &stop)
{
    if (!isSpooled(part) || part.hash == 0)
        return isSpooled(part);
    const auto hash = hashOfFile(part.file, stop);
    if (hash)
        return *hash == part.hash;
    return hash.error().cancelled() ? Result<bool>(tl::unexpected(hash.error())) : false;
}

Result<RecordPass *> PartPlanner::passAgain(const PartRecord &part)
{
    const JobKind &kind = m_kinds.of(part);
    auto &pass = m_again[kind.id];
    if (pass)
        return pass.get();
    const auto parts = m_ledger.parts();
    if (!parts)
        return tl::unexpected(parts.error());
    pass = makePass(kind);
    for (const PartRecord &known : *parts)
        pass->noteMark(known.planned.at);
    return pass.get();
}

Result<PartRecord> PartPlanner::spoolAgain(const PartRecord &part, std::stop_token stop)
{
    const auto members = m_ledger.membersOf(part.number);
    if (!members)
        return tl::unexpected(members.error());
    if (const Done looked = lookAtSource(stop); !looked)
        return tl::unexpected(looked.error());
    const auto pass = passAgain(part);
    if (!pass)
        return tl::unexpected(pass.error());
    PartFileWriter file((*pass)->encoder(), true);
    const Target target = m_draft->target.sent();
    const bool merges
        = !members->followers.empty() && m_kinds.of(part).repeatedKeysOf(target) == RepeatedKeys::Groups;
    const auto made = writeRows(file.begin(part.file, true), file, **pass, *members, merges, stop);
    const Done done = made ? file.finish() : tl::unexpected(made.error());
    if (!done) {
        return tl::unexpected(done.error().kind == Error::Kind::Storage ? cannotWrite(done.error().detail)
                                                                        : done.error());
    }
    PartRecord spooled = part;
    spooled.bytes = file.bytes();
    spooled.hash = file.hash();
    const std::size_t rows = members->records.size() + (merges ? members->followers.size() : 0);
    const bool isOther = *made != rows || (part.bytes > 0 && part.bytes != spooled.bytes)
        || (part.hash != 0 && part.hash != spooled.hash);
    const Done noted = sourceIsUnchanged().and_then([&]() -> Done {
        if (isOther)
            return tl::unexpected(lostPart(part.number));
        return m_ledger.noteSpooled(part.number, spooled.bytes, spooled.hash);
    });
    if (!noted) {
        QFile::remove(part.file);
        return tl::unexpected(noted.error());
    }
    return spooled;
}

Result<std::vector<qint64>> PartPlanner::withoutOvertaken(std::vector<qint64> records, const JobKind &kind,
                                                          const std::stop_token &stop)
{
    if (const Done looked = lookAtSource(stop); !looked)
        return tl::unexpected(looked.error());
    const auto overtaken = repeatedBehind(*makePass(kind), kind, records, stop);
    if (!overtaken)
        return overtaken;
    std::erase_if(records, [&](qint64 record) { return std::ranges::binary_search(*overtaken, record); });
    return records;
}

} // namespace rowlift
