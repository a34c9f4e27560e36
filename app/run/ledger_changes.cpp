#include "app/run/ledger.h"
#include "app/run/ledger_pack.h"
#include "app/run/ledger_rows.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

// The changes that a run makes to its ledger: each of them one transaction.

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct LedgerChangeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

Error notNow(const QString &sentence, const QString &detail)
{
    return { .kind = Error::Kind::BadInput, .sentence = sentence, .detail = detail, .retryAfter = {} };
}

QString orEmpty(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null string would be stored as NULL
}

QVariant sinceEpoch(const QDateTime &when)
{
    return when.isValid() ? QVariant(when.toMSecsSinceEpoch()) : QVariant();
}

/// A part as it is on disk, for those who are about to change it.
struct PartFacts {
    int attempt = 1;
    PartState state = PartState::Planned;
};

Result<PartFacts> factsOf(store::LedgerDb &db, qint64 part)
{
    auto found = store::execute(db, u"SELECT attempt, state FROM part WHERE number = ?"_s, { part });
    if (!found)
        return tl::unexpected(found.error());
    if (!found->next())
        return tl::unexpected(store::doesNotAddUp(u"there is no part %1"_s.arg(part)));
    return PartFacts { .attempt = found->value(0).toInt(),
                       .state = static_cast<PartState>(found->value(1).toInt()) };
}

Done setState(store::LedgerDb &db, qint64 part, PartState to)
{
    return store::change(db, u"UPDATE part SET state = ? WHERE number = ?"_s, { static_cast<int>(to), part });
}

Result<qint64> freeNumber(store::LedgerDb &db, qint64 wished)
{
    const auto last = store::valueOf(db, u"SELECT MAX(number) FROM part"_s);
    return last ? Result<qint64>(std::max(wished, last->toLongLong() + 1)) : tl::unexpected(last.error());
}

QString usualName(qint64 number)
{
    return u"part-%1"_s.arg(number, 5, 10, QLatin1Char('0'));
}

Done insertPart(store::LedgerDb &db, const PartRecord &part, const PartMembers &members)
{
    auto done = store::change(
        db,
        u"INSERT INTO part(number, attempt, state, rows, records, bytes, hash, first_record, last_record, "
        "sweep, at_record, at_offset, file) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { part.number, part.attempt, static_cast<int>(part.state), part.rows, part.records, part.bytes,
          static_cast<qint64>(part.hash), part.firstRecord, part.lastRecord, part.planned.sweep,
          part.planned.at.record, part.planned.at.offset, QFileInfo(part.file).fileName() });
    return done ? store::change(
               db, u"INSERT INTO member(part, records, followers) VALUES(?, ?, ?)"_s,
               { part.number, store::packRecords(members.records), store::packFollowers(members.followers) })
                : done;
}

/// Sets what follows from \a members: counts and the stretch of the file.
void measure(PartRecord &part, const PartMembers &members)
{
    part.records = static_cast<qint64>(members.records.size());
    part.rows = part.records + static_cast<qint64>(members.followers.size());
    if (members.records.empty())
        return;
    const auto [first, last] = std::ranges::minmax(members.records);
    part.firstRecord = first;
    part.lastRecord = last;
    for (const PartMembers::Follower &follower : members.followers) {
        part.firstRecord = std::min(part.firstRecord, follower.record);
        part.lastRecord = std::max(part.lastRecord, follower.record);
    }
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
    const auto facts = factsOf(db, part);
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->state == PartState::Settled)
        return tl::unexpected(store::doesNotAddUp(u"part %1 is settled already"_s.arg(part)));
    auto done = store::insertRows(db, facts->attempt, part, rows, stop);
    if (done)
        done = store::checkRows(db, facts->attempt, part, rows, stop);
    return done ? setState(db, part, PartState::Settled) : done;
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
            placed.rows.push_back({ .record = follower.record, .from = nullptr });
    }
    std::ranges::sort(placed.rows, {}, &store::PlacedRow::record);
}

/// The members of a part, those that \a missing names for themselves.
struct SplitMembers {
    PartMembers kept;
    PartMembers rest;
};

SplitMembers split(const PartMembers &members, const std::vector<qint64> &missing)
{
    std::vector<qint64> sorted = missing;
    std::ranges::sort(sorted);
    SplitMembers parts;
    for (const qint64 record : members.records)
        (std::ranges::binary_search(sorted, record) ? parts.rest : parts.kept).records.push_back(record);
    for (const PartMembers::Follower &follower : members.followers)
        (std::ranges::binary_search(sorted, follower.of) ? parts.rest : parts.kept)
            .followers.push_back(follower);
    return parts;
}

Done shrink(store::LedgerDb &db, PartRecord part, const PartMembers &members)
{
    measure(part, members);
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

Result<PartRecord> splitOff(store::LedgerDb &db, const PartRecord &part, const SplitMembers &members)
{
    const auto number = freeNumber(db, part.number);
    if (!number)
        return tl::unexpected(number.error());
    PartRecord rest = part;
    rest.number = *number;
    rest.state = PartState::Waiting;
    rest.bytes = 0;
    rest.hash = 0;
    rest.ticket.clear();
    rest.message.clear();
    rest.failedRows = 0;
    // The planner may be writing a file that is named after the same number.
    rest.file = QFileInfo(part.file).path() + u'/' + usualName(*number) + u"-rest"_s;
    measure(rest, members.rest);
    auto done = shrink(db, part, members.kept);
    if (done)
        done = insertPart(db, rest, members.rest);
    return done ? Result<PartRecord>(rest) : tl::unexpected(done.error());
}

Done takeEndBack(store::LedgerDb &db)
{
    return store::change(db, u"DELETE FROM meta WHERE key IN ('end', 'endMessage', 'ended')"_s);
}

} // namespace

Result<PartRecord> Ledger::addPart(const PartRecord &part, const PartMembers &members)
{
    return m_writer->change([&](store::LedgerDb &db) -> Result<PartRecord> {
        const auto number = freeNumber(db, part.number);
        if (!number)
            return tl::unexpected(number.error());
        PartRecord noted = part;
        noted.number = *number;
        noted.state = PartState::Planned;
        if (noted.file.isEmpty())
            noted.file = m_folder + u'/' + usualName(*number);
        measure(noted, members);
        auto done = insertPart(db, noted, members);
        if (done)
            done = store::change(
                db, u"UPDATE attempt SET sweep = ?, at_record = ?, at_offset = ? WHERE number = ?"_s,
                { part.planned.sweep, part.planned.at.record, part.planned.at.offset, part.attempt });
        return done ? Result<PartRecord>(noted) : tl::unexpected(done.error());
    });
}

Done Ledger::leaveOut(std::vector<RowOutcome> rows)
{
    std::ranges::stable_sort(rows, {}, &RowOutcome::record);
    return m_writer->change([&rows](store::LedgerDb &db) -> Done {
        std::vector<store::PlacedRow> added;
        for (const RowOutcome &row : rows) {
            const auto known
                = store::valueOf(db, u"SELECT 1 FROM row_outcome WHERE record = ?"_s, { row.record });
            if (!known)
                return tl::unexpected(known.error());
            if (known->isNull())
                added.push_back({ .record = row.record, .from = &row });
        }
        return store::insertRows(db, 1, 0, added, {});
    });
}

Done Ledger::move(qint64 part, PartState to, const QString &message)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        return message.isEmpty()
            ? setState(db, part, to)
            : store::change(db, u"UPDATE part SET state = ?, message = ? WHERE number = ?"_s,
                            { static_cast<int>(to), message, part });
    });
}

Done Ledger::noteSpooled(qint64 part, qint64 bytes, quint64 hash)
{
    return m_writer->change([&](store::LedgerDb &db) {
        return store::change(db, u"UPDATE part SET bytes = ?, hash = ? WHERE number = ?"_s,
                             { bytes, static_cast<qint64>(hash), part });
    });
}

Done Ledger::noteStep(qint64 part, const RecordedStep &step, PartState to)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        const QString ticket = orEmpty(step.ticket);
        auto done = store::change(
            db,
            u"INSERT INTO step(part, number, round, step, done, ticket, at) SELECT p.number, (SELECT "
            "IFNULL(MAX(s.number), 0) + 1 FROM step s WHERE s.part = p.number), p.round, ?, ?, ?, ? FROM "
            "part p "
            "WHERE p.number = ?"_s,
            { static_cast<int>(step.step), step.done, ticket, sinceEpoch(step.when), part });
        return done
            ? store::change(db,
                            u"UPDATE part SET state = ?, ticket = CASE WHEN ? = '' THEN ticket ELSE ? "
                            "END WHERE number = ?"_s,
                            { static_cast<int>(to), ticket, ticket, part })
            : done;
    });
}

Done Ledger::adopt(qint64 part, const QString &ticket, PartState to)
{
    return m_writer->change([&](store::LedgerDb &db) {
        return store::change(db, u"UPDATE part SET state = ?, ticket = ? WHERE number = ?"_s,
                             { static_cast<int>(to), orEmpty(ticket), part });
    });
}

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

Result<std::optional<PartRecord>> Ledger::settleAndSplit(qint64 part, std::vector<RowOutcome> outcomes,
                                                         std::stop_token stop)
{
    const auto members = membersOf(part);
    if (!members)
        return tl::unexpected(members.error());
    auto placed = store::placeOutcomes(*members, outcomes, stop);
    if (!placed)
        return tl::unexpected(placed.error());
    const SplitMembers parts = split(*members, placed->missing);
    return m_writer->change([&](store::LedgerDb &db) -> Result<std::optional<PartRecord>> {
        std::optional<PartRecord> rest;
        if (!placed->missing.empty()) {
            const auto whole = partOf(db, m_folder, part);
            if (!whole)
                return tl::unexpected(whole.error());
            auto made = splitOff(db, *whole, parts);
            if (!made)
                return tl::unexpected(made.error());
            rest = std::move(*made);
        }
        auto done = writeOutcomes(db, part, placed->rows, stop);
        return done ? Result<std::optional<PartRecord>>(rest) : tl::unexpected(done.error());
    });
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
        const auto facts = factsOf(db, part);
        if (!facts)
            return tl::unexpected(facts.error());
        const bool isWord = word == PartEvent::WordGiven || word == PartEvent::GivenUp;
        const auto to = isWord ? next(facts->state, word) : std::nullopt;
        if (!to)
            return tl::unexpected(
                notNow(LedgerChangeWords::tr("What became of part %1 is known meanwhile.").arg(part),
                       u"state %1"_s.arg(static_cast<int>(facts->state))));
        if (*to == PartState::Settled)
            return writeOutcomes(db, part, placed->rows, {});
        const auto done = store::change(
            db, u"UPDATE part SET state = ?, ticket = '', message = '', round = round + 1 WHERE number = ?"_s,
            { static_cast<int>(*to), part });
        return done ? takeEndBack(db) : done;
    });
}

Result<Attempt> Ledger::beginAttempt(const std::vector<Outcome> &outcomes, const QString &code,
                                     const QDateTime &now)
{
    std::vector<Outcome> wanted;
    for (const Outcome outcome :
         { Outcome::LeftOut, Outcome::Failed, Outcome::NotProcessed, Outcome::Unknown }) {
        if (std::ranges::find(outcomes, outcome) != outcomes.end())
            wanted.push_back(outcome);
    }
    const Error nothing
        = notNow(LedgerChangeWords::tr("No rows are left that could be sent once more."), code);
    if (wanted.empty())
        return tl::unexpected(nothing);
    return m_writer->change([&](store::LedgerDb &db) -> Result<Attempt> {
        const auto open = store::valueOf(
            db, u"SELECT number FROM part WHERE state NOT IN (?, ?, ?, ?) LIMIT 1"_s,
            { static_cast<int>(PartState::Settled), static_cast<int>(PartState::Failed),
              static_cast<int>(PartState::Aborted), static_cast<int>(PartState::Unconfirmed) });
        if (!open)
            return tl::unexpected(open.error());
        if (!open->isNull())
            return tl::unexpected(notNow(
                LedgerChangeWords::tr("Part %1 is still on its way. Let the import come to its end first.")
                    .arg(open->toLongLong()),
                {}));
        const auto last = store::valueOf(db, u"SELECT MAX(number) FROM attempt"_s);
        if (!last)
            return tl::unexpected(last.error());
        Attempt attempt { .number = last->toInt() + 1, .rows = 0, .began = now.toUTC() };
        const auto records = store::moveToHistory(db, wanted, code, attempt.number);
        if (!records)
            return tl::unexpected(records.error());
        if (records->empty())
            return tl::unexpected(nothing);
        attempt.rows = static_cast<qint64>(records->size());
        auto done
            = store::change(db, u"INSERT INTO attempt(number, began, rows, records) VALUES(?, ?, ?, ?)"_s,
                            { attempt.number, sinceEpoch(now), attempt.rows, store::packRecords(*records) });
        if (done)
            done = takeEndBack(db);
        return done ? Result<Attempt>(attempt) : tl::unexpected(done.error());
    });
}

Done Ledger::noteBegin()
{
    return m_writer->change(takeEndBack);
}

Done Ledger::noteEnd(RunState end, const QString &message)
{
    return m_writer->change([&](store::LedgerDb &db) -> Done {
        auto put = store::putMeta(db, u"end"_s, static_cast<int>(end));
        if (put)
            put = store::putMeta(db, u"endMessage"_s, message);
        return put
            ? store::putMeta(db, u"ended"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))
            : put;
    });
}

Done Ledger::noteWalkedWhole()
{
    return m_writer->change([](store::LedgerDb &db) {
        return store::change(db,
                             u"UPDATE attempt SET walked = 1 WHERE number = (SELECT MIN(number) FROM attempt "
                             "WHERE walked = 0)"_s);
    });
}

Done Ledger::releaseBrake()
{
    return m_writer->change([](store::LedgerDb &db) { return store::putMeta(db, u"brakeReleased"_s, true); });
}

} // namespace rowlift
