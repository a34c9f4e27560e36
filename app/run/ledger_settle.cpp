#include "app/run/ledger.h"
#include "app/run/ledger_pack.h"
#include "app/run/ledger_parts.h"
#include "app/run/ledger_rows.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

// How parts come to their end.

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct LedgerSettleWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

Error isKnown(qint64 part, PartState state)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = LedgerSettleWords::tr("What became of part %1 is known meanwhile.").arg(part),
             .detail = u"state %1"_s.arg(static_cast<int>(state)),
             .retryAfter = {} };
}

Done addUnplaced(store::LedgerDb &db, qint64 unplaced)
{
    if (unplaced == 0)
        return {};
    const auto before = store::meta(db, u"unplaced"_s);
    return before ? store::putMeta(db, u"unplaced"_s, before->toLongLong() + unplaced)
                  : tl::unexpected(before.error());
}

/// Writes all outcomes of a part that has none yet, and checks what was written.
Done writeOutcomes(store::LedgerDb &db, qint64 part, const std::vector<store::PlacedRow> &rows,
                   const std::stop_token &stop)
{
    const auto facts = store::factsOf(db, part);
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->state == PartState::Settled)
        return tl::unexpected(store::doesNotAddUp(u"part %1 is settled already"_s.arg(part)));
    auto done = store::insertRows(db, facts->attempt, part, rows, stop);
    if (done)
        done = store::checkRows(db, facts->attempt, part, rows, stop);
    return done ? store::setState(db, part, PartState::Settled) : done;
}

/// Lets the missing records, and those that follow them, be unknown.
void fillWithUnknown(store::PlacedRows &placed, const PartMembers &members)
{
    if (placed.missing.empty())
        return;
    for (const qint64 record : placed.missing)
        placed.rows.push_back({ .record = record, .from = nullptr });
    std::ranges::sort(placed.missing);
    for (const PartMembers::Follower &follower : members.followers) {
        if (std::ranges::binary_search(placed.missing, follower.of))
            placed.rows.push_back({ .record = follower.record, .from = nullptr, .isFurther = true });
    }
    std::ranges::sort(placed.rows, {}, &store::PlacedRow::record);
}

/// The members of a part, those that go into parts of their own apart from the others.
struct SplitMembers {
    PartMembers kept;
    std::vector<PartMembers> rest;
};

SplitMembers split(const PartMembers &members, const std::vector<qint64> &missing, bool oneEach)
{
    std::vector<std::pair<qint64, std::size_t>> goesTo; // by record: which part
    SplitMembers parts;
    for (const qint64 record : missing) { // in the order of the members
        if (oneEach || parts.rest.empty())
            parts.rest.emplace_back();
        goesTo.emplace_back(record, parts.rest.size() - 1);
    }
    std::ranges::sort(goesTo);
    const auto placeOf = [&](qint64 record) -> PartMembers & {
        const auto found = std::ranges::lower_bound(goesTo, std::pair(record, std::size_t { 0 }));
        return found != goesTo.end() && found->first == record ? parts.rest[found->second] : parts.kept;
    };
    for (const qint64 record : members.records)
        placeOf(record).records.push_back(record);
    for (const PartMembers::Follower &follower : members.followers)
        placeOf(follower.of).followers.push_back(follower);
    return parts;
}

Done shrink(store::LedgerDb &db, PartRecord part, const PartMembers &members)
{
    store::measure(part, members);
    auto done = store::change(
        db, u"UPDATE part SET rows = ?, records = ?, first_record = ?, last_record = ? WHERE number = ?"_s,
        { part.rows, part.records, part.firstRecord, part.lastRecord, part.number });
    return done ? store::change(
               db, u"UPDATE member SET records = ?, followers = ? WHERE part = ?"_s,
               { store::packRecords(members.records), store::packFollowers(members.followers), part.number })
                : done;
}

Result<PartRecord> partOf(store::LedgerDb &db, const QString &folder, qint64 number)
{
    auto parts = store::parts(db, folder, number);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->empty())
        return tl::unexpected(store::doesNotAddUp(u"there is no part %1"_s.arg(number)));
    return std::move(parts->front());
}

Result<std::vector<PartRecord>> splitOff(store::LedgerDb &db, const PartRecord &part,
                                         const SplitMembers &members, int refusals)
{
    const auto number = store::freeNumber(db, part.number);
    if (!number)
        return tl::unexpected(number.error());
    std::vector<PartRecord> parts;
    auto done = shrink(db, part, members.kept);
    for (std::size_t index = 0; done && index < members.rest.size(); ++index) {
        PartRecord rest = part;
        rest.number = *number + static_cast<qint64>(index);
        rest.state = PartState::Waiting;
        rest.bytes = 0;
        rest.hash = 0;
        rest.ticket.clear();
        rest.message.clear();
        rest.failedRows = 0;
        rest.untouchedRows = 0;
        rest.sentTwice = false;
        rest.refusals = part.refusals + refusals;
        // The planner may be writing a file that is named after the same number.
        rest.file = QFileInfo(part.file).path() + u'/' + store::usualFileName(rest.number) + u"-rest"_s;
        store::measure(rest, members.rest[index]);
        done = store::insertPart(db, rest, members.rest[index]);
        parts.push_back(std::move(rest));
    }
    return done ? Result<std::vector<PartRecord>>(std::move(parts)) : tl::unexpected(done.error());
}

} // namespace

Done Ledger::settle(qint64 part, std::vector<RowOutcome> outcomes, qint64 unplaced, std::stop_token stop)
{
    // Laid out here, on the lane's thread: the writer has enough to do.
    const auto members = membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    auto placed = store::placeOutcomes(*members, outcomes, stop);
    if (!placed)
        return tl::unexpected(placed.error());
    fillWithUnknown(*placed, *members);
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        auto done = writeOutcomes(db, part, placed->rows, stop);
        return done ? addUnplaced(db, unplaced) : done;
    });
}

Result<std::vector<PartRecord>> Ledger::settleAndSplit(qint64 part, std::vector<RowOutcome> outcomes,
                                                       const SplitWish &wish, std::stop_token stop)
{
    const auto members = membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    auto placed = store::placeOutcomes(*members, outcomes, stop);
    if (!placed)
        return tl::unexpected(placed.error());
    const SplitMembers parts = split(*members, placed->missing, wish.oneEach);
    return m_writer->change([&](store::LedgerDb &db) -> Result<std::vector<PartRecord>> {
        std::vector<PartRecord> rest;
        if (!parts.rest.empty()) {
            const auto whole = partOf(db, m_folder, part);
            if (!whole)
                return tl::unexpected(whole.error());
            auto made = splitOff(db, *whole, parts, wish.refusals);
            if (!made)
                return made;
            rest = std::move(*made);
        }
        auto done = writeOutcomes(db, part, placed->rows, stop);
        return done ? Result<std::vector<PartRecord>>(std::move(rest)) : tl::unexpected(done.error());
    });
}

QString oldValuesFile(const QString &runFolder, qint64 part)
{
    return runFolder + u"/before/%1.jsonl"_s.arg(store::usualFileName(part));
}

Done Ledger::giveWord(qint64 part, PartEvent word)
{
    const auto members = membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    auto placed = store::placeOutcomes(*members, {}, {});
    if (!placed)
        return tl::unexpected(placed.error());
    fillWithUnknown(*placed, *members);
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        const auto facts = store::factsOf(db, part);
        if (!facts)
            return tl::unexpected(facts.error());
        const bool isWord = word == PartEvent::WordGiven || word == PartEvent::GivenUp;
        const auto to = isWord ? next(facts->state, word) : std::nullopt;
        if (!to)
            return tl::unexpected(isKnown(part, facts->state));
        if (*to == PartState::Settled)
            return writeOutcomes(db, part, placed->rows, {});
        const auto done = store::change(
            db, u"UPDATE part SET state = ?, ticket = '', message = '', round = round + 1 WHERE number = ?"_s,
            { static_cast<int>(*to), part });
        return done ? store::takeEndBack(db) : done;
    });
}

} // namespace rowlift
