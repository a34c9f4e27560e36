#include "app/run/ledger_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

namespace rowlift::store {

using namespace Qt::StringLiterals;

namespace {

struct LedgerWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Ledger)
};

// Result codes of SQLite, https://www.sqlite.org/rescode.html; the lowest byte is the kind of trouble.
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

/// Less than this is as good as none: a quota or the last blocks of a disk show as another error.
constexpr qint64 noRoomBytes = 1024 * 1024;

Error roomError(const QStorageInfo &disk, const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = LedgerWords::tr("No room to keep the record of this import on %1. Free space, then "
                                         "continue.")
                             .arg(QDir::toNativeSeparators(disk.displayName())),
             .detail = detail,
             .retryAfter = {} };
}

} // namespace

Error notALedger(const QString &detail)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = LedgerWords::tr("The record of this import cannot be read. It is left as it is."),
             .detail = detail,
             .retryAfter = {} };
}

Error storageError(const QSqlDatabase &sql, const QSqlError &cause, bool reading)
{
    const int code = cause.nativeErrorCode().toInt() & 0xFF;
    const QString detail = cause.text() + u" ("_s + cause.nativeErrorCode() + u')';
    if (code == sqliteCorrupt || code == sqliteNotADatabase)
        return notALedger(detail);
    const QStorageInfo disk(QFileInfo(sql.databaseName()).path());
    const bool full = code == sqliteFull || (code == sqliteIoError && disk.bytesAvailable() < noRoomBytes);
    if (full && disk.isValid())
        return roomError(disk, detail);
    return { .kind = Error::Kind::Storage,
             .sentence = reading
                 ? LedgerWords::tr(
                     "The record of this import could not be read just now. Check the disk, then try again.")
                 : LedgerWords::tr(
                     "The record of this import could not be written. Check that there is room on "
                     "the disk, then continue the import."),
             .detail = detail,
             .retryAfter = {} };
}

Result<QSqlQuery> execute(LedgerDb &db, const QString &statement, const QVariantList &values)
{
    const bool reading = statement.startsWith(u"SELECT");
    QSqlQuery query(db.sql);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(storageError(db.sql, query.lastError(), reading));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return tl::unexpected(storageError(db.sql, query.lastError(), reading));
    return query;
}

Done change(LedgerDb &db, const QString &statement, const QVariantList &values)
{
    const auto changed = execute(db, statement, values);
    return changed ? Done {} : tl::unexpected(changed.error());
}

Result<QVariant> valueOf(LedgerDb &db, const QString &statement, const QVariantList &values)
{
    auto query = execute(db, statement, values);
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Done putMeta(LedgerDb &db, const QString &key, const QVariant &value)
{
    return change(
        db,
        u"INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
        { key, value });
}

Result<QVariant> meta(LedgerDb &db, const QString &key)
{
    return valueOf(db, u"SELECT value FROM meta WHERE key = ?"_s, { key });
}

Done begin(LedgerDb &db)
{
    return db.sql.transaction() ? Done {} : tl::unexpected(storageError(db.sql, db.sql.lastError(), false));
}

Done commit(LedgerDb &db)
{
    if (db.sql.commit())
        return {};
    const Error error = storageError(db.sql, db.sql.lastError(), false);
    rollBack(db);
    return tl::unexpected(error);
}

void rollBack(LedgerDb &db)
{
    db.sql.rollback(); // fails where SQLite has done it by itself, as when the disk is full
    db.reasons.clear(); // some of them are gone
}

} // namespace rowlift::store
