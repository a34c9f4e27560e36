#include "app/csv/bad_input.h"
#include "app/run/ledger.h"
#include "app/run/ledger_pack.h"
#include "app/run/ledger_parts.h"
#include "app/run/ledger_rows.h"
#include "app/run/ledger_sums.h"
#include "app/run/ledger_writer.h"

#include <QCoreApplication>

#include <algorithm>

// How further attempts begin.

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct LedgerAttemptWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

Error nothingToSend(const QString &detail)
{
    return badInput(LedgerAttemptWords::tr("No rows are left that could be sent once more."), detail);
}

Done nothingOnItsWay(store::LedgerDb &db)
{
    const auto open
        = store::valueOf(db, u"SELECT number FROM part WHERE state NOT IN (?, ?, ?, ?) LIMIT 1"_s,
                         { static_cast<int>(PartState::Settled), static_cast<int>(PartState::Failed),
                           static_cast<int>(PartState::Aborted), static_cast<int>(PartState::Unconfirmed) });
    if (!open)
        return tl::unexpected(open.error());
    if (open->isNull())
        return {};
    return tl::unexpected(
        badInput(LedgerAttemptWords::tr("Part %1 is still on its way. Let the import come to its end first.")
                     .arg(open->toLongLong())));
}

/// The condition of rows that may be sent once more, with the outcomes in it so that the index is used.
QString conditionOf(const AttemptWish &wish)
{
    QStringList terms;
    for (const Outcome outcome :
         { Outcome::LeftOut, Outcome::Failed, Outcome::NotProcessed, Outcome::Unknown }) {
        if (std::ranges::find(wish.outcomes, outcome) != wish.outcomes.end())
            terms << u"r.outcome = %1"_s.arg(static_cast<int>(outcome));
    }
    if (terms.isEmpty())
        return {};
    QString condition = u'(' + terms.join(u" OR "_s) + u')';
    if (!wish.code.isEmpty())
        condition += u" AND r.reason IN (SELECT n.number FROM reason n JOIN cause k ON k.number = n.cause "
                     "WHERE k.code = ?)"_s;
    if (wish.fromAttempt > 1)
        condition += u" AND r.part IN (SELECT number FROM part WHERE attempt >= %1)"_s.arg(wish.fromAttempt);
    return condition;
}

/// A row that may be sent once more.
struct FittingRow {
    qint64 record = 0;
    qint64 part = 0; ///< That had it last.
};

/// By all that \a wish says but AttemptWish::records, ascending.
Result<std::vector<FittingRow>> rowsThatFit(store::LedgerDb &db, const AttemptWish &wish)
{
    std::vector<FittingRow> rows;
    const QString condition = conditionOf(wish);
    if (condition.isEmpty())
        return rows;
    const QString from = wish.ofReason
        ? u"SELECT r.record, r.part, c.code, c.field, w.text FROM row_outcome r LEFT JOIN reason w ON "
          "w.number = r.reason LEFT JOIN cause c ON c.number = w.cause WHERE "_s
        : u"SELECT r.record, r.part FROM row_outcome r WHERE "_s;
    auto found = store::execute(db, from + condition + u" ORDER BY r.record"_s,
                                wish.code.isEmpty() ? QVariantList {} : QVariantList { wish.code });
    if (!found)
        return tl::unexpected(found.error());
    while (found->next()) {
        if (wish.ofReason
            && !wish.ofReason({ .code = found->value(2).toString(),
                                .field = found->value(3).toString(),
                                .text = found->value(4).toString() }))
            continue;
        rows.push_back({ .record = found->value(0).toLongLong(), .part = found->value(1).toLongLong() });
    }
    return rows;
}

/// Of records made of several rows, the one that a row belongs to: its first row.
class RecordsOfRows {
public:
    /// Those of the parts that \a rows were in.
    static Result<RecordsOfRows> of(store::LedgerDb &db, const std::vector<FittingRow> &rows)
    {
        RecordsOfRows records;
        std::vector<qint64> parts;
        for (const FittingRow &row : rows)
            parts.push_back(row.part);
        std::ranges::sort(parts);
        const auto repeated = std::ranges::unique(parts);
        parts.erase(repeated.begin(), repeated.end());
        for (const qint64 part : parts) {
            const auto members = store::membersOf(db, part);
            if (!members)
                return tl::unexpected(members.error());
            records.m_followers.insert(records.m_followers.end(), members->followers.begin(),
                                       members->followers.end());
        }
        std::ranges::sort(records.m_followers, {}, &PartMembers::Follower::record);
        return records;
    }

    /// A row that was sent in several attempts followed the same one in each.
    qint64 recordOf(qint64 row) const
    {
        const auto found = std::ranges::lower_bound(m_followers, row, {}, &PartMembers::Follower::record);
        return found != m_followers.end() && found->record == row ? found->of : row;
    }

private:
    std::vector<PartMembers::Follower> m_followers;
};

/// \a wholeRecords: a record that several rows form is taken with all of its rows or not at all: one with
/// fewer rows would take the place of the whole one.
Result<std::vector<qint64>> recordsThatFit(store::LedgerDb &db, AttemptWish wish, bool wholeRecords)
{
    if (wholeRecords) // rows that were left out before sending stay out
        std::erase(wish.outcomes, Outcome::LeftOut);
    const auto rows = rowsThatFit(db, wish);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto isWished = [&wish](const FittingRow &row) {
        return !wish.records || std::ranges::binary_search(*wish.records, row.record);
    };
    std::vector<qint64> records;
    if (!wholeRecords || !wish.records) {
        for (const FittingRow &row : *rows) {
            if (isWished(row))
                records.push_back(row.record);
        }
        return records;
    }
    const auto whole = RecordsOfRows::of(db, *rows);
    if (!whole)
        return tl::unexpected(whole.error());
    std::vector<qint64> wished;
    for (const FittingRow &row : *rows) {
        if (isWished(row))
            wished.push_back(whole->recordOf(row.record));
    }
    std::ranges::sort(wished);
    for (const FittingRow &row : *rows) {
        if (std::ranges::binary_search(wished, whole->recordOf(row.record)))
            records.push_back(row.record);
    }
    return records;
}

} // namespace

Result<std::vector<qint64>> Ledger::recordsFor(const AttemptWish &wish)
{
    const bool wholeRecords = m_plan.draft.target.groupsRows();
    return m_writer->look([&](store::LedgerDb &db) { return recordsThatFit(db, wish, wholeRecords); });
}

Result<Attempt> Ledger::beginAttempt(const AttemptWish &wish, const QDateTime &now)
{
    const bool wholeRecords = m_plan.draft.target.groupsRows();
    return m_writer->change([&](store::LedgerDb &db) -> Result<Attempt> {
        const auto records = recordsThatFit(db, wish, wholeRecords);
        if (!records)
            return tl::unexpected(records.error());
        if (records->empty())
            return tl::unexpected(nothingToSend(wish.code));
        if (const auto free = nothingOnItsWay(db); !free)
            return tl::unexpected(free.error());
        const auto last = store::valueOf(db, u"SELECT MAX(number) FROM attempt"_s);
        if (!last)
            return tl::unexpected(last.error());
        const Attempt attempt { .number = last->toInt() + 1,
                                .rows = static_cast<qint64>(records->size()),
                                .began = now.toUTC(),
                                .kind = wish.kind,
                                .byItself = wish.byItself };
        auto done = store::moveToHistory(db, *records, attempt.number);
        if (done)
            done = store::change(
                db,
                u"INSERT INTO attempt(number, began, rows, records, kind, by_itself) VALUES(?, ?, ?, ?, ?, ?)"_s,
                { attempt.number, now.isValid() ? QVariant(now.toMSecsSinceEpoch()) : QVariant(),
                  attempt.rows, store::packRecords(*records), attempt.kind.isNull() ? u""_s : attempt.kind,
                  attempt.byItself });
        if (done)
            done = store::takeEndBack(db);
        return done ? Result<Attempt>(attempt) : tl::unexpected(done.error());
    });
}

} // namespace rowlift
