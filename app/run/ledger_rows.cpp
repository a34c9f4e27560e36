#include "app/run/ledger_rows.h"

#include "app/base/logging.h"
#include "app/run/ledger_further.h"

#include <QCoreApplication>
#include <QSqlError>

#include <algorithm>
#include <map>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

struct LedgerRowWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

/// Rows between two looks at whether to stop: a few milliseconds.
constexpr size_t rowsAtATime = 4096;
/// Rows of a part on disk, by outcome.
using OutcomeCounts = std::array<qint64, outcomeCount>;

OutcomeCounts countedIn(const std::vector<PlacedRow> &rows)
{
    OutcomeCounts counts {};
    for (const PlacedRow &row : rows)
        ++counts[static_cast<size_t>(row.from ? row.from->outcome : Outcome::Unknown)];
    return counts;
}

/// Where the part's rows stand close together: one pass over the stretch of the file.
Done countStretch(LedgerDb &db, qint64 part, qint64 first, qint64 last, OutcomeCounts &counts)
{
    auto found = execute(db,
                         u"SELECT outcome, COUNT(*) FROM row_outcome WHERE record BETWEEN ? AND ? AND part = "
                         "? GROUP BY outcome"_s,
                         { first, last, part });
    if (!found)
        return tl::unexpected(found.error());
    while (found->next())
        counts[found->value(0).toUInt() % outcomeCount] += found->value(1).toLongLong();
    return {};
}

Done countOneByOne(LedgerDb &db, qint64 part, const std::vector<PlacedRow> &rows, OutcomeCounts &counts,
                   const std::stop_token &stop)
{
    QSqlQuery look(db.sql);
    look.setForwardOnly(true);
    if (!look.prepare(u"SELECT outcome FROM row_outcome WHERE record = ? AND part = ?"_s))
        return tl::unexpected(storageError(db.sql, look.lastError(), true));
    for (size_t row = 0; row < rows.size(); ++row) {
        if (row % rowsAtATime == 0 && stop.stop_requested())
            return tl::unexpected(cancelledError());
        look.bindValue(0, rows[row].record);
        look.bindValue(1, part);
        if (!look.exec())
            return tl::unexpected(storageError(db.sql, look.lastError(), true));
        if (look.next())
            ++counts[look.value(0).toUInt() % outcomeCount];
    }
    return {};
}

Done countOnDisk(LedgerDb &db, qint64 part, const std::vector<PlacedRow> &rows, OutcomeCounts &counts,
                 const std::stop_token &stop)
{
    if (rows.empty())
        return {};
    const qint64 first = rows.front().record;
    const qint64 last = rows.back().record;
    if (last - first > 4 * static_cast<qint64>(rows.size()))
        return countOneByOne(db, part, rows, counts, stop);
    constexpr qint64 stretch = 16 * rowsAtATime;
    for (qint64 from = first; from <= last; from += stretch) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (auto done = countStretch(db, part, from, std::min(from + stretch - 1, last), counts); !done)
            return done;
    }
    return {};
}

Result<OutcomeCounts> talliesOf(LedgerDb &db, int attempt, qint64 part)
{
    auto found = execute(
        db, u"SELECT outcome, SUM(rows) FROM tally WHERE attempt = ? AND part = ? GROUP BY outcome"_s,
        { attempt, part });
    if (!found)
        return tl::unexpected(found.error());
    OutcomeCounts counts {};
    while (found->next())
        counts[found->value(0).toUInt() % outcomeCount] = found->value(1).toLongLong();
    return counts;
}

/// Takes rows that move off the tallies, and notes them with their parts. Returns how many rows that is.
Result<qint64> moveTallies(LedgerDb &db)
{
    auto found
        = execute(db,
                  u"SELECT r.part, r.outcome, IFNULL(w.cause, 0), COUNT(*), COUNT(f.record) FROM temp.taken "
                  "t JOIN row_outcome r ON r.record = t.record LEFT JOIN temp.further f ON f.record = "
                  "t.record LEFT JOIN reason w ON w.number = r.reason GROUP BY 1, 2, 3"_s);
    if (!found)
        return tl::unexpected(found.error());
    qint64 moved = 0;
    while (found->next()) {
        const QVariant part = found->value(0);
        const QVariant rows = found->value(3);
        auto done
            = change(db,
                     u"UPDATE tally SET rows = rows - ?, further = further - ? WHERE part = ? AND outcome = "
                     "? AND cause = ?"_s,
                     { rows, found->value(4), part, found->value(1), found->value(2) });
        if (done)
            done = change(db, u"UPDATE part SET moved = moved + ? WHERE number = ?"_s, { rows, part });
        if (!done)
            return tl::unexpected(done.error());
        moved += rows.toLongLong();
    }
    const auto below = valueOf(db, u"SELECT COUNT(*) FROM tally WHERE rows < 0"_s);
    if (!below)
        return tl::unexpected(below.error());
    if (below->toLongLong() > 0)
        return tl::unexpected(doesNotAddUp(u"more rows move than the tallies have"_s));
    auto gone = change(db, u"DELETE FROM tally WHERE rows = 0"_s);
    return gone ? Result<qint64>(moved) : tl::unexpected(gone.error());
}

} // namespace

Error doesNotAddUp(const QString &detail)
{
    qCCritical(logRun) << "rows do not add up:" << detail;
    return { .kind = Error::Kind::Storage,
             .sentence = LedgerRowWords::tr(
                 "Rowlift's record of this import does not add up, so nothing was written to it. This is a "
                 "mistake of Rowlift; please report it."),
             .detail = detail,
             .retryAfter = {} };
}

Result<PlacedRows> placeOutcomes(const PartMembers &members, const std::vector<RowOutcome> &outcomes,
                                 const std::stop_token &stop)
{
    std::vector<const RowOutcome *> said;
    said.reserve(outcomes.size());
    for (const RowOutcome &outcome : outcomes)
        said.push_back(&outcome);
    if (!std::ranges::is_sorted(said, {}, &RowOutcome::record))
        std::ranges::sort(said, {}, &RowOutcome::record);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());

    PlacedRows placed;
    placed.rows.reserve(members.records.size() + members.followers.size());
    auto next = said.begin(); // most often the next one is asked for
    for (const qint64 record : members.records) {
        if (next == said.end() || (*next)->record != record)
            next = std::ranges::lower_bound(said, record, {}, &RowOutcome::record);
        if (next == said.end() || (*next)->record != record) {
            placed.missing.push_back(record);
            continue;
        }
        placed.rows.push_back({ .record = record, .from = *next });
        ++next;
    }
    if (placed.rows.size() != outcomes.size())
        return tl::unexpected(
            doesNotAddUp(u"%1 outcomes were told, %2 of them of rows of the part"_s.arg(outcomes.size())
                             .arg(placed.rows.size())));
    for (const PartMembers::Follower &follower : members.followers) {
        const auto of = std::ranges::lower_bound(said, follower.of, {}, &RowOutcome::record);
        if (of != said.end() && (*of)->record == follower.of)
            placed.rows.push_back({ .record = follower.record, .from = *of, .isFurther = true });
    }
    if (!std::ranges::is_sorted(placed.rows, {}, &PlacedRow::record))
        std::ranges::sort(placed.rows, {}, &PlacedRow::record);
    return placed;
}

Done checkRows(LedgerDb &db, int attempt, qint64 part, const std::vector<PlacedRow> &rows,
               const std::stop_token &stop)
{
    OutcomeCounts onDisk {};
    if (auto done = countOnDisk(db, part, rows, onDisk, stop); !done)
        return done;
    const auto tallied = talliesOf(db, attempt, part);
    if (!tallied)
        return tl::unexpected(tallied.error());
    const OutcomeCounts told = countedIn(rows);
    for (size_t outcome = 0; outcome < told.size(); ++outcome) {
        if (onDisk[outcome] != told[outcome] || (*tallied)[outcome] != told[outcome])
            return tl::unexpected(doesNotAddUp(
                u"part %1, outcome %2: %3 rows were told, %4 are on disk, the tally says %5"_s.arg(part)
                    .arg(outcome)
                    .arg(told[outcome])
                    .arg(onDisk[outcome])
                    .arg((*tallied)[outcome])));
    }
    return {};
}

Done moveToHistory(LedgerDb &db, const std::vector<qint64> &records, int until)
{
    if (auto taken = listRecords(db, u"taken"_s, records); !taken)
        return taken;
    if (auto listed = listFurther(db, u"taken"_s); !listed)
        return listed;
    const auto moved = moveTallies(db);
    if (!moved)
        return tl::unexpected(moved.error());
    if (*moved != static_cast<qint64>(records.size()))
        return tl::unexpected(doesNotAddUp(
            u"%1 rows go into attempt %2, %3 have an outcome"_s.arg(records.size()).arg(until).arg(*moved)));
    const QString rows = u"record IN (SELECT record FROM temp.taken)"_s;
    auto done = change(db,
                       u"INSERT INTO history(record, until, part, outcome, reason, record_id) SELECT record, "
                       "%1, part, outcome, reason, record_id FROM row_outcome WHERE "_s.arg(until)
                           + rows);
    if (done)
        done = change(db, u"DELETE FROM row_outcome WHERE "_s + rows);
    return done ? change(db, u"DELETE FROM temp.taken"_s) : done;
}

} // namespace rowlift::store
