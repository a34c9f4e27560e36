#include "app/practice/salesforce/records.h"

#include "app/practice/json_text.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

StoredRecord recordAt(const QSqlQuery &query)
{
    return { query.value(0).toLongLong(), query.value(1).toInt(),      query.value(2).toByteArray(),
             query.value(3).toLongLong(), query.value(4).toLongLong(), query.value(5).toBool() };
}

} // namespace

struct Records::Statements {
    explicit Statements(const QSqlDatabase &database)
        : insert(database)
        , put(database)
        , last(database)
        , update(database)
        , remove(database)
        , find(database)
        , addKey(database)
        , dropKey(database)
        , withKey(database)
        , list(database)
        , count(database)
        , progress(database)
        , setProgress(database)
        , plain(database)
    {
        insert.prepare(u"INSERT INTO record (object, data, created, modified) VALUES (?, ?, ?, ?)"_s);
        put.prepare(
            u"INSERT OR REPLACE INTO record (number, object, data, created, modified) VALUES (?, ?, ?, ?, ?)"_s);
        last.prepare(u"SELECT MAX(number) FROM record"_s);
        update.prepare(u"UPDATE record SET data = ?, modified = ? WHERE number = ?"_s);
        remove.prepare(u"UPDATE record SET deleted = 1, modified = ? WHERE number = ?"_s);
        const QString columns = u"SELECT number, object, data, created, modified, deleted FROM record "_s;
        find.prepare(columns + u"WHERE number = ?"_s);
        addKey.prepare(u"INSERT OR IGNORE INTO key (field, value, record) VALUES (?, ?, ?)"_s);
        dropKey.prepare(u"DELETE FROM key WHERE field = ? AND value = ? AND record = ?"_s);
        withKey.prepare(u"SELECT record FROM key WHERE field = ? AND value = ? LIMIT ?"_s);
        list.prepare(columns + u"WHERE number > ? AND object = ? AND deleted <= ? ORDER BY number LIMIT ?"_s);
        count.prepare(u"SELECT COUNT(*) FROM record WHERE object = ? AND deleted = 0"_s);
        progress.prepare(
            u"SELECT rows, failed, position, successful_bytes, failed_bytes FROM progress WHERE job = ?"_s);
        setProgress.prepare(u"INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?)"_s);
        for (QSqlQuery *query : { &last, &find, &withKey, &list, &count, &progress })
            query->setForwardOnly(true);
    }

    QSqlQuery insert, put, last, update, remove, find, addKey, dropKey, withKey, list, count, progress,
        setProgress, plain;
};

Records::Records(const QString &folder)
    : m_file(folder + u"/records.sqlite"_s)
    , m_connection(u"practice-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Records::~Records()
{
    m_statements.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

bool Records::open(QString *error)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    if (!database.open()) {
        *error = database.lastError().text();
        return false;
    }
    // A kill of the process loses no finished write of the system's; only a power cut would, which is no
    // matter here.
    for (const QString &line : {
             u"PRAGMA journal_mode=WAL"_s,
             u"PRAGMA synchronous=OFF"_s,
             u"PRAGMA cache_size=-65536"_s,
             u"CREATE TABLE IF NOT EXISTS record (number INTEGER PRIMARY KEY, object INTEGER NOT NULL, data "
             u"BLOB NOT NULL, "
             "created INTEGER NOT NULL, modified INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0)"_s,
             u"CREATE TABLE IF NOT EXISTS key (field INTEGER NOT NULL, value BLOB NOT NULL, record INTEGER "
             u"NOT NULL, "
             "PRIMARY KEY (field, value, record)) WITHOUT ROWID"_s,
             u"CREATE TABLE IF NOT EXISTS progress (job BLOB PRIMARY KEY, rows INTEGER, failed INTEGER, "
             u"position INTEGER, "
             "successful_bytes INTEGER, failed_bytes INTEGER)"_s,
         }) {
        QSqlQuery query(database);
        if (!query.exec(line)) {
            *error = query.lastError().text();
            return false;
        }
    }
    m_statements = std::make_unique<Statements>(database);
    return true;
}

bool Records::begin()
{
    return m_statements->plain.exec(u"BEGIN IMMEDIATE"_s);
}

bool Records::commit()
{
    return m_statements->plain.exec(u"COMMIT"_s);
}

void Records::rollback()
{
    m_statements->plain.exec(u"ROLLBACK"_s);
}

qint64 Records::insert(int object, const QByteArray &data, const QList<Key> &keys, qint64 now)
{
    QSqlQuery &query = m_statements->insert;
    query.bindValue(0, object);
    query.bindValue(1, data);
    query.bindValue(2, now);
    query.bindValue(3, now);
    query.exec();
    const qint64 number = query.lastInsertId().toLongLong();
    putKeys(number, {}, keys);
    return number;
}

qint64 Records::reserve(int object, qint64 count)
{
    QSqlQuery &query = m_statements->last;
    if (!query.exec() || !query.next())
        return 0;
    const qint64 first = query.value(0).toLongLong() + 1;
    query.finish();
    // The last one stands for all: whoever inserts goes on behind it.
    put(first + count - 1, object, "{}"_ba, 0);
    const auto last = find(first + count - 1);
    if (!last)
        return 0;
    remove(*last, {}, 0);
    return first;
}

void Records::put(qint64 number, int object, const QByteArray &data, qint64 now)
{
    QSqlQuery &query = m_statements->put;
    query.bindValue(0, number);
    query.bindValue(1, object);
    query.bindValue(2, data);
    query.bindValue(3, now);
    query.bindValue(4, now);
    query.exec();
}

void Records::update(const StoredRecord &record, const QList<Key> &gone, const QList<Key> &come, qint64 now)
{
    QSqlQuery &query = m_statements->update;
    query.bindValue(0, record.data);
    query.bindValue(1, now);
    query.bindValue(2, record.number);
    query.exec();
    putKeys(record.number, gone, come);
}

void Records::remove(const StoredRecord &record, const QList<Key> &gone, qint64 now)
{
    QSqlQuery &query = m_statements->remove;
    query.bindValue(0, now);
    query.bindValue(1, record.number);
    query.exec();
    putKeys(record.number, gone, {});
}

void Records::putKeys(qint64 number, const QList<Key> &gone, const QList<Key> &come)
{
    const auto put = [number](QSqlQuery &query, const Key &key) {
        query.bindValue(0, key.first);
        query.bindValue(1, key.second);
        query.bindValue(2, number);
        query.exec();
    };
    for (const Key &key : gone)
        put(m_statements->dropKey, key);
    for (const Key &key : come)
        put(m_statements->addKey, key);
}

std::optional<StoredRecord> Records::find(qint64 number)
{
    QSqlQuery &query = m_statements->find;
    query.bindValue(0, number);
    if (!query.exec() || !query.next())
        return std::nullopt;
    const StoredRecord record = recordAt(query);
    query.finish();
    return record;
}

QList<qint64> Records::withKey(const Key &key, int most)
{
    QSqlQuery &query = m_statements->withKey;
    query.bindValue(0, key.first);
    query.bindValue(1, key.second);
    query.bindValue(2, most);
    QList<qint64> numbers;
    if (query.exec())
        while (query.next())
            numbers.append(query.value(0).toLongLong());
    query.finish();
    return numbers;
}

QList<StoredRecord> Records::list(int object, qint64 after, int most, bool deletedToo)
{
    QSqlQuery &query = m_statements->list;
    query.bindValue(0, after);
    query.bindValue(1, object);
    query.bindValue(2, deletedToo ? 1 : 0);
    query.bindValue(3, most);
    QList<StoredRecord> records;
    if (query.exec())
        while (query.next())
            records.append(recordAt(query));
    query.finish();
    return records;
}

qint64 Records::count(int object)
{
    QSqlQuery &query = m_statements->count;
    query.bindValue(0, object);
    const qint64 number = query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return number;
}

std::optional<JobProgress> Records::progress(const QByteArray &job)
{
    QSqlQuery &query = m_statements->progress;
    query.bindValue(0, job);
    if (!query.exec() || !query.next())
        return std::nullopt;
    const JobProgress progress { query.value(0).toLongLong(), query.value(1).toLongLong(),
                                 query.value(2).toLongLong(), query.value(3).toLongLong(),
                                 query.value(4).toLongLong() };
    query.finish();
    return progress;
}

void Records::setProgress(const QByteArray &job, const JobProgress &progress)
{
    QSqlQuery &query = m_statements->setProgress;
    query.bindValue(0, job);
    query.bindValue(1, progress.rows);
    query.bindValue(2, progress.failed);
    query.bindValue(3, progress.offset);
    query.bindValue(4, progress.successfulBytes);
    query.bindValue(5, progress.failedBytes);
    query.exec();
}

void Records::dropProgress(const QByteArray &job)
{
    QSqlQuery &query = m_statements->plain;
    query.prepare(u"DELETE FROM progress WHERE job = ?"_s);
    query.bindValue(0, job);
    query.exec();
}

void Records::clear()
{
    for (const QString &table : { u"record"_s, u"key"_s, u"progress"_s })
        m_statements->plain.exec(u"DELETE FROM "_s + table);
}

} // namespace rowlift::practice::salesforce
