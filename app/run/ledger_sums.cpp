#include "app/run/ledger_sums.h"

#include "app/run/ledger_further.h"
#include "app/run/ledger_pack.h"
#include "app/run/ledger_plan.h"
#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"

#include <limits>
#include <map>
#include <tuple>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

PartRecord partIn(const QSqlQuery &row, const QString &folder)
{
    PartRecord part;
    part.number = row.value(0).toLongLong();
    part.attempt = row.value(1).toInt();
    part.state = static_cast<PartState>(row.value(2).toInt());
    part.rows = row.value(3).toLongLong();
    part.records = row.value(4).toLongLong();
    part.bytes = row.value(5).toLongLong();
    part.hash = static_cast<quint64>(row.value(6).toLongLong());
    part.firstRecord = row.value(7).toLongLong();
    part.lastRecord = row.value(8).toLongLong();
    part.planned = { .attempt = part.attempt,
                     .sweep = row.value(9).toInt(),
                     .at = { row.value(10).toLongLong(), row.value(11).toLongLong() } };
    part.file = folder + u'/' + row.value(12).toString();
    part.ticket = row.value(13).toString();
    part.message = row.value(14).toString();
    part.failedRows = row.value(15).toLongLong();
    part.untouchedRows = row.value(16).toLongLong();
    part.sentTwice = row.value(17).toBool();
    part.refusals = row.value(18).toInt();
    part.oldValuesOf = row.value(19).toLongLong();
    return part;
}

QDateTime timeIn(const QVariant &milliseconds)
{
    return milliseconds.isNull() ? QDateTime()
                                 : QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

using Cell = TallyCell;
using Cells = TallyCells;

Done addCells(Result<QSqlQuery> rows, Cells &cells)
{
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next())
        cells[{ rows->value(0).toLongLong(), rows->value(1).toInt(), rows->value(2).toLongLong() }]
            += rows->value(3).toLongLong();
    return {};
}

/// All rows with an outcome of their own, counted in stretches of the file: each needs little memory, and
/// between two of them the work can be stopped.
Done countRows(LedgerDb &db, Cells &cells, const std::stop_token &stop)
{
    constexpr qint64 stretch = 200'000;
    const auto first = valueOf(db, u"SELECT MIN(record) FROM row_outcome"_s);
    const auto last = valueOf(db, u"SELECT MAX(record) FROM row_outcome"_s);
    if (!first || !last)
        return tl::unexpected(first ? last.error() : first.error());
    for (qint64 from = first->toLongLong(); !last->isNull() && from <= last->toLongLong(); from += stretch) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        auto counted = addCells(
            execute(db,
                    u"SELECT r.part, r.outcome, IFNULL(w.cause, 0), COUNT(*) FROM row_outcome r LEFT "
                    "JOIN reason w ON w.number = r.reason WHERE r.record BETWEEN ? AND ? GROUP BY 1, "
                    "2, 3"_s,
                    { from, from + stretch - 1 }),
            cells);
        if (!counted)
            return counted;
    }
    return {};
}

QString differenceOf(Cells said, const Cells &counted)
{
    for (const auto &[cell, rows] : counted)
        said.try_emplace(cell, 0);
    for (const auto &[cell, rows] : said) {
        const auto found = counted.find(cell);
        const qint64 there = found == counted.end() ? 0 : found->second;
        if (rows != there)
            return u"tally of part %1, outcome %2, cause %3 says %4, rows say %5"_s.arg(std::get<0>(cell))
                .arg(std::get<1>(cell))
                .arg(std::get<2>(cell))
                .arg(rows)
                .arg(there);
    }
    return {};
}

/// What is wrong with the tallies; empty when nothing is.
Result<QString> wrongTallies(LedgerDb &db, const Cells &counted)
{
    Cells said;
    auto tallies = addCells(execute(db, u"SELECT part, outcome, cause, rows FROM tally"_s), said);
    if (!tallies)
        return tl::unexpected(tallies.error());
    return differenceOf(std::move(said), counted);
}

/// The same with the further rows among them.
Result<QString> wrongFurther(LedgerDb &db, const std::stop_token &stop)
{
    const auto version = versionOf(db);
    if (!version || *version < 5) // they are not in it
        return version ? Result<QString>(QString()) : tl::unexpected(version.error());
    const auto counted = countFurther(db, stop);
    if (!counted)
        return tl::unexpected(counted.error());
    Cells said;
    auto tallies = addCells(execute(db, u"SELECT part, outcome, cause, further FROM tally"_s), said);
    if (!tallies)
        return tl::unexpected(tallies.error());
    QString wrong = differenceOf(std::move(said), *counted);
    return wrong.isEmpty() ? wrong : u"further rows: "_s + wrong;
}

/// What is wrong with a part's rows; empty when nothing is.
Result<QString> wrongParts(LedgerDb &db, const Cells &counted)
{
    std::map<qint64, qint64> rowsOfPart;
    for (const auto &[cell, rows] : counted)
        rowsOfPart[std::get<0>(cell)] += rows;
    auto earlier = execute(db, u"SELECT part, COUNT(*) FROM history GROUP BY part"_s);
    if (!earlier)
        return tl::unexpected(earlier.error());
    std::map<qint64, qint64> movedOf;
    while (earlier->next())
        movedOf[earlier->value(0).toLongLong()] = earlier->value(1).toLongLong();
    auto found
        = execute(db,
                  u"SELECT p.number, p.state, p.rows, p.records, p.moved, m.records, m.followers, "
                  "a.number FROM part p LEFT JOIN member m ON m.part = p.number LEFT JOIN attempt a ON "
                  "a.number = p.attempt"_s);
    if (!found)
        return tl::unexpected(found.error());
    while (found->next()) {
        const qint64 part = found->value(0).toLongLong();
        const auto state = static_cast<PartState>(found->value(1).toInt());
        const qint64 rows = found->value(2).toLongLong();
        const qint64 records = found->value(3).toLongLong();
        const qint64 moved = found->value(4).toLongLong();
        const auto members = static_cast<qint64>(unpackRecords(found->value(5).toByteArray()).size());
        const auto followers = static_cast<qint64>(unpackFollowers(found->value(6).toByteArray()).size());
        if (members != records || members + followers != rows)
            return u"part %1 has %2 rows of %3 records, but %4 members and %5 followers"_s.arg(part)
                .arg(rows)
                .arg(records)
                .arg(members)
                .arg(followers);
        if (found->value(7).isNull())
            return u"part %1 is of no attempt"_s.arg(part);
        if (moved != movedOf[part])
            return u"part %1 gave %2 rows to later attempts, the history has %3"_s.arg(part).arg(moved).arg(
                movedOf[part]);
        const qint64 due = state == PartState::Settled ? rows : 0;
        if (rowsOfPart[part] + moved != due)
            return u"part %1 has %2 outcomes of its own and %3 earlier ones, but should have %4"_s.arg(part)
                .arg(rowsOfPart[part])
                .arg(moved)
                .arg(due);
    }
    return QString();
}

/// What is wrong with the rows of further attempts; empty when nothing is.
Result<QString> wrongAttempts(LedgerDb &db)
{
    auto found
        = execute(db,
                  u"SELECT a.number, a.rows, a.records, (SELECT COUNT(*) FROM history h WHERE h.until = "
                  "a.number) FROM attempt a WHERE a.number > 1"_s);
    if (!found)
        return tl::unexpected(found.error());
    while (found->next()) {
        const qint64 rows = found->value(1).toLongLong();
        const auto records = static_cast<qint64>(unpackRecords(found->value(2).toByteArray()).size());
        if (rows != records || rows != found->value(3).toLongLong())
            return u"attempt %1 has %2 rows, names %3, and %4 are in the history"_s
                .arg(found->value(0).toInt())
                .arg(rows)
                .arg(records)
                .arg(found->value(3).toLongLong());
    }
    return QString();
}

/// What is wrong with the rows that have no outcome of their own; empty when nothing is.
Result<QString> unaccountedRows(LedgerDb &db)
{
    const auto sum = tally(db);
    if (!sum)
        return tl::unexpected(sum.error());
    if (sum->of(Outcome::NotSent) < 0)
        return u"more rows have outcomes than the file has rows"_s;
    const auto unwalked = valueOf(db, u"SELECT COUNT(*) FROM attempt WHERE walked = 0"_s);
    if (!unwalked)
        return tl::unexpected(unwalked.error());
    auto open = execute(db, u"SELECT state, SUM(rows) FROM part GROUP BY state"_s);
    if (!open)
        return tl::unexpected(open.error());
    qint64 held = 0;
    while (open->next()) {
        if (rowsOf(static_cast<PartState>(open->value(0).toInt())) == PartRows::NotSent)
            held += open->value(1).toLongLong();
    }
    const qint64 loose = sum->of(Outcome::NotSent) - held;
    if (loose < 0)
        return u"parts hold %1 rows more than are not sent"_s.arg(-loose);
    if (unwalked->toLongLong() == 0 && loose != 0)
        return u"%1 rows of the file are in no part"_s.arg(loose);
    return QString();
}

Result<QString> whatIsWrong(LedgerDb &db, const std::stop_token &stop)
{
    Cells counted;
    if (auto rows = countRows(db, counted, stop); !rows)
        return tl::unexpected(rows.error());
    auto wrong = wrongTallies(db, counted);
    if (wrong && wrong->isEmpty())
        wrong = wrongFurther(db, stop);
    if (wrong && wrong->isEmpty())
        wrong = wrongParts(db, counted);
    if (wrong && wrong->isEmpty())
        wrong = wrongAttempts(db);
    if (wrong && wrong->isEmpty())
        wrong = unaccountedRows(db);
    return wrong;
}

} // namespace

Result<std::vector<PartRecord>> parts(LedgerDb &db, const QString &folder, qint64 number)
{
    const QString added = db.isVersion2 ? u"0, 0"_s : u"refusals, old_values"_s;
    auto query = execute(
        db,
        u"SELECT number, attempt, state, rows, records, bytes, hash, first_record, last_record, sweep, "
        "at_record, at_offset, file, ticket, message, (SELECT SUM(t.rows) FROM tally t WHERE t.attempt = "
        "part.attempt AND t.part = part.number AND t.outcome = ?), (SELECT SUM(t.rows) FROM tally t WHERE "
        "t.attempt = part.attempt AND t.part = part.number AND t.outcome = ?), round > 0 AND EXISTS (SELECT "
        "1 FROM step s WHERE s.part = part.number AND s.round > 0), %1 FROM part WHERE number >= ? AND "
        "number "
        "<= ? ORDER BY number"_s.arg(added),
        { static_cast<int>(Outcome::Failed), static_cast<int>(Outcome::NotProcessed), number,
          number == 0 ? std::numeric_limits<qint64>::max() : number });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<PartRecord> found;
    while (query->next())
        found.push_back(partIn(*query, folder));
    return found;
}

Result<PartMembers> membersOf(LedgerDb &db, qint64 part)
{
    auto query = execute(db, u"SELECT records, followers FROM member WHERE part = ?"_s, { part });
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return PartMembers {};
    return PartMembers { .records = unpackRecords(query->value(0).toByteArray()),
                         .followers = unpackFollowers(query->value(1).toByteArray()) };
}

Result<std::vector<RecordedStep>> stepsOf(LedgerDb &db, qint64 part)
{
    auto query
        = execute(db,
                  u"SELECT step, done, ticket, at FROM step WHERE part = ? AND round = (SELECT round FROM "
                  "part WHERE number = step.part) ORDER BY number"_s,
                  { part });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<RecordedStep> steps;
    while (query->next()) {
        steps.push_back({ .step = static_cast<Step>(query->value(0).toInt()),
                          .done = query->value(1).toBool(),
                          .ticket = query->value(2).toString(),
                          .when = timeIn(query->value(3)) });
    }
    return steps;
}

Result<std::vector<qint64>> recordsOfAttempt(LedgerDb &db, int attempt)
{
    const auto packed = valueOf(db, u"SELECT records FROM attempt WHERE number = ?"_s, { attempt });
    return packed ? Result<std::vector<qint64>>(unpackRecords(packed->toByteArray()))
                  : tl::unexpected(packed.error());
}

Result<std::vector<Reason>> reasonsBefore(LedgerDb &db, int attempt, int most)
{
    auto query = execute(
        db,
        u"SELECT c.code, c.field, w.text FROM history h JOIN reason w ON w.number = h.reason JOIN cause c ON "
        "c.number = w.cause WHERE h.until = ? LIMIT ?"_s,
        { attempt, most });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Reason> reasons;
    while (query->next())
        reasons.push_back({ .code = query->value(0).toString(),
                            .field = query->value(1).toString(),
                            .text = query->value(2).toString() });
    return reasons;
}

Result<std::vector<Attempt>> attempts(LedgerDb &db)
{
    const QString added = db.isVersion2 ? u"'', 0"_s : u"kind, by_itself"_s;
    auto query = execute(db, u"SELECT number, rows, began, %1 FROM attempt ORDER BY number"_s.arg(added));
    if (!query)
        return tl::unexpected(query.error());
    std::vector<Attempt> found;
    while (query->next()) {
        found.push_back({ .number = query->value(0).toInt(),
                          .rows = query->value(1).toLongLong(),
                          .began = timeIn(query->value(2)),
                          .kind = query->value(3).toString(),
                          .byItself = query->value(4).toBool() });
    }
    return found;
}

Result<Tally> tally(LedgerDb &db)
{
    Tally sum;
    const auto version = versionOf(db);
    if (!version)
        return tl::unexpected(version.error());
    const QString withCause = *version < 2 ? u"0"_s : u"SUM(CASE cause WHEN 0 THEN 0 ELSE rows END)"_s;
    const QString further = *version < 5 ? u"0"_s : u"SUM(further)"_s;
    auto outcomes = execute(
        db, u"SELECT outcome, SUM(rows), %1, %2 FROM tally GROUP BY outcome"_s.arg(withCause, further));
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    while (outcomes->next()) {
        const auto outcome = static_cast<Outcome>(outcomes->value(0).toUInt() % outcomeCount);
        sum.of(outcome) = outcomes->value(1).toLongLong();
        sum.further[static_cast<size_t>(outcome)] = outcomes->value(3).toLongLong();
        if (isRowIn(outcome))
            sum.warned += outcomes->value(2).toLongLong();
    }

    const QString records = *version < 2 ? u"rows"_s : u"records"_s;
    auto open = execute(
        db,
        u"SELECT state, SUM(rows), SUM(rows - %1) FROM part WHERE state != ? GROUP BY state"_s.arg(records),
        { static_cast<int>(PartState::Settled) });
    if (!open)
        return tl::unexpected(open.error());
    while (open->next()) {
        const Outcome outcome = outcomeOf(static_cast<PartState>(open->value(0).toInt()));
        if (outcome != Outcome::NotSent) // else counted with the rows that no part holds
            sum.of(outcome) += open->value(1).toLongLong();
        sum.further[static_cast<size_t>(outcome)] += open->value(2).toLongLong();
    }
    const auto rows = meta(db, u"rows"_s);
    const auto unplaced = meta(db, u"unplaced"_s);
    if (!rows || !unplaced)
        return tl::unexpected(rows ? unplaced.error() : rows.error());
    sum.unplaced = unplaced->toLongLong();
    sum.of(Outcome::NotSent) = rows->toLongLong() - sum.total();
    return sum;
}

Result<QString> brokenInvariant(LedgerDb &db, const std::stop_token &stop)
{
    // One moment of the file, though somebody else may write to it meanwhile.
    return inTransaction(db, [&] { return whatIsWrong(db, stop); });
}

} // namespace rowlift::store
