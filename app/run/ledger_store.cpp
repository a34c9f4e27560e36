#include "app/run/ledger_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QSqlError>

#include <algorithm>
#include <map>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

struct LedgerWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

Error storageError(const QSqlError &cause)
{
    return { .kind = Error::Kind::Storage,
             .sentence
             = LedgerWords::tr("The record of this import could not be written. Check that there is room on "
                               "the disk, then continue the import."),
             .detail = cause.text(),
             .retryAfter = {} };
}

const QStringList tables {
    u"CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
    u"CREATE TABLE part(number INTEGER PRIMARY KEY, state INTEGER NOT NULL, rows INTEGER NOT NULL, bytes "
    u"INTEGER NOT NULL, "
    "first_record INTEGER NOT NULL, last_record INTEGER NOT NULL, resume_record INTEGER NOT NULL, "
    "resume_offset INTEGER NOT "
    "NULL, ticket TEXT NOT NULL DEFAULT '', message TEXT NOT NULL DEFAULT '', records BLOB NOT NULL)"_s,
    u"CREATE TABLE step(number INTEGER PRIMARY KEY, part INTEGER NOT NULL, step INTEGER NOT NULL, done "
    u"INTEGER NOT NULL, "
    "ticket TEXT NOT NULL)"_s,
    u"CREATE TABLE reason(number INTEGER PRIMARY KEY, code TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT "
    u"NULL, "
    "UNIQUE(code, field, text))"_s,
    // part 0: rows that no part holds (left out before sending).
    u"CREATE TABLE row_outcome(record INTEGER PRIMARY KEY, part INTEGER NOT NULL, outcome INTEGER NOT NULL, "
    u"reason INTEGER, "
    "record_id TEXT)"_s,
    u"CREATE TABLE tally(part INTEGER NOT NULL, outcome INTEGER NOT NULL, rows INTEGER NOT NULL, PRIMARY "
    u"KEY(part, outcome)) "
    "WITHOUT ROWID"_s,
};

/// The number of \a reason in its table, made when it is new. 0: no reason.
Result<qint64> reasonNumber(QSqlDatabase &db, QHash<QString, qint64> &known, const Reason &reason)
{
    if (reason.code.isEmpty() && reason.text.isEmpty())
        return 0;
    const QString key = reason.code + u'\n' + reason.field + u'\n' + reason.text;
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    // A null string would be stored as NULL, which no reason may hold and no comparison finds.
    const QVariantList values { reason.code.isNull() ? u""_s : reason.code,
                                reason.field.isNull() ? u""_s : reason.field,
                                reason.text.isNull() ? u""_s : reason.text };
    auto made = execute(db, u"INSERT OR IGNORE INTO reason(code, field, text) VALUES(?, ?, ?)"_s, values);
    if (!made)
        return tl::unexpected(made.error());
    auto found
        = execute(db, u"SELECT number FROM reason WHERE code = ? AND field = ? AND text = ?"_s, values);
    if (!found)
        return tl::unexpected(found.error());
    const qint64 number = found->next() ? found->value(0).toLongLong() : 0;
    if (known.size() < 100'000) // texts that quote the row's own values are many
        known.insert(key, number);
    return number;
}

} // namespace

Result<QSqlQuery> execute(QSqlDatabase &db, const QString &statement, const QVariantList &values)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(storageError(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(storageError(query.lastError()));
    return query;
}

Done inTransaction(QSqlDatabase &db, const std::function<Done()> &work)
{
    if (!db.transaction())
        return tl::unexpected(storageError(db.lastError()));
    if (auto done = work(); !done) {
        db.rollback();
        return done;
    }
    if (!db.commit()) {
        const Error error = storageError(db.lastError());
        db.rollback();
        return tl::unexpected(error);
    }
    return {};
}

Done makeTables(QSqlDatabase &db)
{
    for (const QString &table : tables) {
        if (auto made = execute(db, table); !made)
            return tl::unexpected(made.error());
    }
    return putMeta(db, u"schemaVersion"_s, schemaVersion);
}

Done putMeta(QSqlDatabase &db, const QString &key, const QVariant &value)
{
    auto put = execute(
        db,
        u"INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
        { key, value });
    if (!put)
        return tl::unexpected(put.error());
    return {};
}

Result<QVariant> meta(QSqlDatabase &db, const QString &key)
{
    auto query = execute(db, u"SELECT value FROM meta WHERE key = ?"_s, { key });
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Done insertOutcomes(QSqlDatabase &db, qint64 part, const std::vector<RowOutcome> &outcomes)
{
    QSqlQuery insert(db);
    if (!insert.prepare(
            u"INSERT INTO row_outcome(record, part, outcome, reason, record_id) VALUES(?, ?, ?, ?, ?)"_s))
        return tl::unexpected(storageError(insert.lastError()));
    QHash<QString, qint64> reasons;
    std::array<qint64, outcomeCount> counts {};
    for (const RowOutcome &row : outcomes) {
        const auto reason = reasonNumber(db, reasons, row.reason);
        if (!reason)
            return tl::unexpected(reason.error());
        insert.bindValue(0, row.record);
        insert.bindValue(1, part);
        insert.bindValue(2, static_cast<int>(row.outcome));
        insert.bindValue(3, *reason == 0 ? QVariant() : QVariant(*reason));
        insert.bindValue(4, row.recordId.isEmpty() ? QVariant() : QVariant(row.recordId));
        if (!insert.exec())
            return tl::unexpected(storageError(insert.lastError()));
        ++counts[static_cast<size_t>(row.outcome)];
    }
    for (size_t outcome = 0; outcome < counts.size(); ++outcome) {
        if (counts[outcome] == 0)
            continue;
        auto added
            = execute(db,
                      u"INSERT INTO tally(part, outcome, rows) VALUES(?, ?, ?) ON CONFLICT(part, outcome) DO "
                      "UPDATE SET rows = rows + excluded.rows"_s,
                      { part, static_cast<int>(outcome), counts[outcome] });
        if (!added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<std::vector<PartRecord>> parts(QSqlDatabase &db, const QString &folder)
{
    auto query = execute(
        db,
        u"SELECT number, state, rows, bytes, first_record, last_record, resume_record, resume_offset, "
        "ticket, message, (SELECT rows FROM tally WHERE tally.part = part.number AND outcome = ?) FROM "
        "part ORDER BY number"_s,
        { static_cast<int>(Outcome::Failed) });
    if (!query)
        return tl::unexpected(query.error());
    std::vector<PartRecord> found;
    while (query->next()) {
        PartRecord part;
        part.number = query->value(0).toLongLong();
        part.state = static_cast<PartState>(query->value(1).toInt());
        part.rows = query->value(2).toLongLong();
        part.records = part.rows;
        part.bytes = query->value(3).toLongLong();
        part.firstRecord = query->value(4).toLongLong();
        part.lastRecord = query->value(5).toLongLong();
        part.planned.at = { query->value(6).toLongLong(), query->value(7).toLongLong() };
        part.ticket = query->value(8).toString();
        part.message = query->value(9).toString();
        part.failedRows = query->value(10).toLongLong();
        part.file = folder + u"/part-%1"_s.arg(part.number, 5, 10, QLatin1Char('0'));
        found.push_back(std::move(part));
    }
    return found;
}

Result<Tally> tally(QSqlDatabase &db)
{
    Tally sum;
    auto outcomes = execute(db, u"SELECT outcome, SUM(rows) FROM tally GROUP BY outcome"_s);
    if (!outcomes)
        return tl::unexpected(outcomes.error());
    while (outcomes->next())
        sum.of(static_cast<Outcome>(outcomes->value(0).toInt())) = outcomes->value(1).toLongLong();

    auto open = execute(db, u"SELECT state, SUM(rows) FROM part WHERE state != ? GROUP BY state"_s,
                        { static_cast<int>(PartState::Settled) });
    if (!open)
        return tl::unexpected(open.error());
    while (open->next()) {
        const qint64 rows = open->value(1).toLongLong();
        switch (rowsOf(static_cast<PartState>(open->value(0).toInt()))) {
        case PartRows::NotSent:
            break; // counted with the rows that no part holds
        case PartRows::Waiting:
            sum.of(Outcome::Waiting) += rows;
            break;
        case PartRows::Unknown:
            sum.of(Outcome::Unknown) += rows;
            break;
        }
    }
    const auto rows = meta(db, u"rows"_s);
    const auto unplaced = meta(db, u"unplaced"_s);
    if (!rows || !unplaced)
        return tl::unexpected(rows ? unplaced.error() : rows.error());
    sum.unplaced = unplaced->toLongLong();
    sum.of(Outcome::NotSent) = rows->toLongLong() - sum.total();
    return sum;
}

namespace {

/// What is wrong with the rows that have no outcome of their own; empty when nothing is.
Result<QString> unaccountedRows(QSqlDatabase &db)
{
    const auto sum = tally(db);
    if (!sum)
        return tl::unexpected(sum.error());
    if (sum->of(Outcome::NotSent) < 0)
        return u"more rows have outcomes than the file has rows"_s;
    const auto walked = meta(db, u"walkedWhole"_s);
    if (!walked)
        return tl::unexpected(walked.error());
    auto open = execute(db, u"SELECT state, rows FROM part"_s);
    if (!open)
        return tl::unexpected(open.error());
    qint64 held = 0;
    while (open->next()) {
        if (rowsOf(static_cast<PartState>(open->value(0).toInt())) == PartRows::NotSent)
            held += open->value(1).toLongLong();
    }
    if (walked->toBool() && sum->of(Outcome::NotSent) != held)
        return u"%1 rows of the file are in no part"_s.arg(sum->of(Outcome::NotSent) - held);
    return QString();
}

} // namespace

Result<QString> brokenInvariant(QSqlDatabase &db)
{
    using Cell = std::pair<qint64, int>; // part, outcome
    std::map<Cell, qint64> said;
    auto tallies = execute(db, u"SELECT part, outcome, rows FROM tally"_s);
    if (!tallies)
        return tl::unexpected(tallies.error());
    while (tallies->next())
        said[{ tallies->value(0).toLongLong(), tallies->value(1).toInt() }] = tallies->value(2).toLongLong();

    // One pass over the rows, however many parts there are.
    auto counts = execute(db, u"SELECT part, outcome, COUNT(*) FROM row_outcome GROUP BY part, outcome"_s);
    if (!counts)
        return tl::unexpected(counts.error());
    std::map<Cell, qint64> counted;
    std::map<qint64, qint64> rowsOfPart;
    while (counts->next()) {
        const qint64 rows = counts->value(2).toLongLong();
        counted[{ counts->value(0).toLongLong(), counts->value(1).toInt() }] = rows;
        rowsOfPart[counts->value(0).toLongLong()] += rows;
    }
    if (const auto [tally, rows] = std::ranges::mismatch(said, counted);
        tally != said.end() || rows != counted.end()) {
        const Cell cell = tally != said.end() ? tally->first : rows->first;
        return u"tally of part %1, outcome %2 says %3, rows say %4"_s.arg(cell.first)
            .arg(cell.second)
            .arg(said[cell])
            .arg(counted[cell]);
    }
    auto settled = execute(db, u"SELECT number, rows FROM part WHERE state = ?"_s,
                           { static_cast<int>(PartState::Settled) });
    if (!settled)
        return tl::unexpected(settled.error());
    while (settled->next()) {
        const qint64 part = settled->value(0).toLongLong();
        const qint64 rows = settled->value(1).toLongLong();
        if (rows != rowsOfPart[part])
            return u"part %1 is settled with %2 rows but %3 outcomes"_s.arg(part).arg(rows).arg(
                rowsOfPart[part]);
    }
    return unaccountedRows(db);
}

QByteArray packRecords(const std::vector<qint64> &records)
{
    QByteArray packed;
    packed.reserve(static_cast<qsizetype>(records.size()) + 16);
    qint64 before = -1;
    for (const qint64 record : records) {
        auto step = static_cast<quint64>(record - before);
        before = record;
        for (; step >= 0x80; step >>= 7)
            packed += static_cast<char>((step & 0x7F) | 0x80);
        packed += static_cast<char>(step);
    }
    return packed;
}

std::vector<qint64> unpackRecords(const QByteArray &packed)
{
    std::vector<qint64> records;
    records.reserve(static_cast<size_t>(packed.size()));
    qint64 before = -1;
    quint64 step = 0;
    int shift = 0;
    for (const char byte : packed) {
        step |= static_cast<quint64>(byte & 0x7F) << shift;
        shift += 7;
        if (byte & 0x80)
            continue;
        before += static_cast<qint64>(step);
        records.push_back(before);
        step = 0;
        shift = 0;
    }
    return records;
}

} // namespace rowlift::store
