#include "app/run/ledger_rows.h"

#include <QSqlError>

#include <algorithm>
#include <array>
#include <map>

// How outcomes get into the file.

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

/// Reasons that are kept in mind; texts that quote the row's own values are many.
constexpr qsizetype mostReasons = 100'000;

QVariant text(const QString &text)
{
    return text.isNull() ? u""_s : text; // a null string would be stored as NULL, which nothing equals
}

bool isEmpty(const Reason &reason)
{
    return reason.code.isEmpty() && reason.field.isEmpty() && reason.text.isEmpty();
}

Result<qint64> causeNumber(LedgerDb &db, const Reason &reason)
{
    auto made = change(db, u"INSERT OR IGNORE INTO cause(code, field, text) VALUES(?, ?, ?)"_s,
                       { text(reason.code), text(reason.field), text(reason.text) });
    if (!made)
        return tl::unexpected(made.error());
    const auto number = valueOf(db, u"SELECT number FROM cause WHERE code = ? AND field = ?"_s,
                                { text(reason.code), text(reason.field) });
    return number ? Result<qint64>(number->toLongLong()) : tl::unexpected(number.error());
}

/// Numbers of the reasons of rows that are being written.
class ReasonNumbers {
public:
    struct Numbers {
        qint64 reason = 0; ///< 0: none.
        qint64 cause = 0;
    };

    explicit ReasonNumbers(LedgerDb &db)
        : m_db(db)
        , m_insert(db.sql)
    {
    }

    Result<Numbers> of(const Reason &reason)
    {
        if (isEmpty(reason))
            return Numbers {};
        if (m_last && *m_last == reason)
            return m_lastNumbers;
        const auto cause = causeOf(reason);
        if (!cause)
            return tl::unexpected(cause.error());
        const auto number = numberOf(*cause, reason.text);
        if (!number)
            return tl::unexpected(number.error());
        m_last = &reason;
        m_lastNumbers = { *number, *cause };
        return m_lastNumbers;
    }

private:
    Result<qint64> causeOf(const Reason &reason)
    {
        const auto key = std::pair(reason.code, reason.field);
        if (const auto known = m_causes.find(key); known != m_causes.end())
            return known->second;
        auto number = causeNumber(m_db, reason);
        if (number)
            m_causes.emplace(key, *number);
        return number;
    }

    Result<qint64> numberOf(qint64 cause, const QString &words)
    {
        const QString key = QString::number(cause) + u' ' + words;
        if (const auto known = m_db.reasons.constFind(key); known != m_db.reasons.constEnd())
            return *known;
        if (!m_prepared && !m_insert.prepare(u"INSERT INTO reason(cause, text) VALUES(?, ?)"_s))
            return tl::unexpected(storageError(m_db.sql, m_insert.lastError(), false));
        m_prepared = true;
        m_insert.bindValue(0, cause);
        m_insert.bindValue(1, text(words));
        if (!m_insert.exec())
            return tl::unexpected(storageError(m_db.sql, m_insert.lastError(), false));
        const qint64 number = m_insert.lastInsertId().toLongLong();
        if (m_db.reasons.size() < mostReasons)
            m_db.reasons.insert(key, number);
        return number;
    }

    LedgerDb &m_db;
    QSqlQuery m_insert;
    bool m_prepared = false;
    std::map<std::pair<QString, QString>, qint64> m_causes;
    const Reason *m_last = nullptr;
    Numbers m_lastNumbers;
};

struct RowCount {
    qint64 rows = 0;
    qint64 further = 0; ///< Of these.
};
using Counts = std::map<std::pair<Outcome, qint64>, RowCount>; // outcome and cause

Done addTallies(LedgerDb &db, int attempt, qint64 part, const Counts &counts)
{
    for (const auto &[which, count] : counts) {
        auto added = change(
            db,
            u"INSERT INTO tally(attempt, part, outcome, cause, rows, further) VALUES(?, ?, ?, ?, ?, "
            "?) ON CONFLICT(attempt, part, outcome, cause) DO UPDATE SET rows = rows + "
            "excluded.rows, further = further + excluded.further"_s,
            { attempt, part, static_cast<int>(which.first), which.second, count.rows, count.further });
        if (!added)
            return added;
    }
    return {};
}

/// Puts rows into the file. Most rows of a part have an id or a reason, or neither: they go in by the
/// thousand, since a statement costs more than a row does.
class RowWriter {
public:
    RowWriter(LedgerDb &db, qint64 part)
        : m_db(db)
        , m_part(part)
        , m_reasons(db)
        , m_one(db.sql)
        , m_many { QSqlQuery(db.sql), QSqlQuery(db.sql) }
    {
    }

    Done prepare()
    {
        const QString into = u"INSERT INTO row_outcome(record, part, outcome, reason, record_id) "_s;
        const QString each = u" FROM json_each(CAST(? AS TEXT))"_s;
        const bool prepared = m_one.prepare(into + u"VALUES(?, ?, ?, ?, ?)"_s)
            && m_many[WithId].prepare(into + u"SELECT CAST(key AS INTEGER), ?, ?, NULL, value"_s + each)
            && m_many[WithReason].prepare(into + u"SELECT CAST(key AS INTEGER), ?, ?, value, NULL"_s + each);
        return prepared ? Done {} : tl::unexpected(storageError(m_db.sql, m_db.sql.lastError(), false));
    }

    Done add(const PlacedRow &placed)
    {
        static const RowOutcome unknown;
        const qint64 record = placed.record;
        const RowOutcome &row = placed.from ? *placed.from : unknown;
        const auto numbers = m_reasons.of(row.reason);
        if (!numbers)
            return tl::unexpected(numbers.error());
        RowCount &count = m_counts[{ row.outcome, numbers->cause }];
        ++count.rows;
        count.further += placed.isFurther ? 1 : 0;
        const bool hasReason = numbers->reason != 0;
        if ((hasReason && !row.recordId.isEmpty()) || !isPlain(row.recordId))
            return addOne(record, row, numbers->reason);
        QByteArray &rows = m_waiting[hasReason ? WithReason : WithId][static_cast<size_t>(row.outcome)];
        rows += rows.isEmpty() ? "{\"" : ",\"";
        rows += QByteArray::number(record);
        if (hasReason)
            rows += "\":" + QByteArray::number(numbers->reason);
        else
            rows += row.recordId.isEmpty() ? "\":null"_ba : "\":\"" + row.recordId.toLatin1() + '"';
        return ++m_waitingRows < rowsAtATime ? Done {} : flush();
    }

    Done flush()
    {
        for (const Batch batch : { WithId, WithReason }) {
            for (size_t outcome = 0; outcome < outcomeCount; ++outcome) {
                QByteArray &rows = m_waiting[batch][outcome];
                if (rows.isEmpty())
                    continue;
                rows += '}';
                m_many[batch].bindValue(0, m_part);
                m_many[batch].bindValue(1, static_cast<int>(outcome));
                m_many[batch].bindValue(2, rows);
                if (!m_many[batch].exec())
                    return tl::unexpected(storageError(m_db.sql, m_many[batch].lastError(), false));
                rows.clear();
            }
        }
        m_waitingRows = 0;
        return {};
    }

    const Counts &counts() const { return m_counts; }

private:
    static constexpr int rowsAtATime = 1000;
    enum Batch { WithId, WithReason };

    /// May stand between quotation marks as it is.
    static bool isPlain(const QString &id)
    {
        return std::ranges::all_of(
            id, [](QChar c) { return c >= u' ' && c < u'\x7F' && c != u'"' && c != u'\\'; });
    }

    Done addOne(qint64 record, const RowOutcome &row, qint64 reason)
    {
        m_one.bindValue(0, record);
        m_one.bindValue(1, m_part);
        m_one.bindValue(2, static_cast<int>(row.outcome));
        m_one.bindValue(3, reason == 0 ? QVariant() : QVariant(reason));
        m_one.bindValue(4, row.recordId.isEmpty() ? QVariant() : QVariant(row.recordId));
        return m_one.exec() ? Done {} : tl::unexpected(storageError(m_db.sql, m_one.lastError(), false));
    }

    LedgerDb &m_db;
    qint64 m_part;
    ReasonNumbers m_reasons;
    QSqlQuery m_one;
    std::array<QSqlQuery, 2> m_many;
    std::array<std::array<QByteArray, outcomeCount>, 2>
        m_waiting; ///< JSON: records, and their ids or reasons.
    int m_waitingRows = 0;
    Counts m_counts;
};

} // namespace

Done insertRows(LedgerDb &db, int attempt, qint64 part, const std::vector<PlacedRow> &rows,
                const std::stop_token &stop)
{
    RowWriter writer(db, part);
    auto done = writer.prepare();
    for (size_t at = 0; done && at < rows.size(); ++at) {
        if (at % 4096 == 0 && stop.stop_requested()) // a few milliseconds
            return tl::unexpected(cancelledError());
        done = writer.add(rows[at]);
    }
    if (done)
        done = writer.flush();
    return done ? addTallies(db, attempt, part, writer.counts()) : done;
}

} // namespace rowlift::store
