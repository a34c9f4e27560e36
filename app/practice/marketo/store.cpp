#include "app/practice/marketo/store.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstId = 318'600;

StoredRecord recordAt(const QSqlQuery &query)
{
    return { query.value(0).toLongLong(),  query.value(1).toInt(),      query.value(2).toInt(),
             query.value(3).toByteArray(), query.value(4).toLongLong(), query.value(5).toLongLong() };
}

/// Runs a prepared statement.
template <typename... Values>
QSqlQuery &run(QSqlQuery &query, const Values &...values)
{
    int place = 0;
    (query.bindValue(place++, values), ...);
    query.exec();
    return query;
}

QList<qint64> idsFrom(QSqlQuery &query)
{
    QList<qint64> ids;
    while (query.next())
        ids.append(query.value(0).toLongLong());
    query.finish();
    return ids;
}

} // namespace

struct Store::Statements {
    explicit Statements(const QSqlDatabase &with)
        : database(with)
    {
    }

    QSqlQuery prepared(const char *text, bool reads = false) const
    {
        QSqlQuery query(database);
        query.setForwardOnly(reads);
        query.prepare(QString::fromLatin1(text));
        return query;
    }

    QSqlDatabase database;
    QSqlQuery plain { database };
    QSqlQuery insert
        = prepared("INSERT INTO record (object, partition, data, created, changed) VALUES (?, ?, ?, ?, ?)");
    QSqlQuery update = prepared("UPDATE record SET data = ?, partition = ?, changed = ? WHERE id = ?");
    QSqlQuery remove = prepared("DELETE FROM record WHERE id = ?");
    QSqlQuery leave = prepared("DELETE FROM member WHERE record = ?");
    QSqlQuery find
        = prepared("SELECT id, object, partition, data, created, changed FROM record WHERE id = ?", true);
    QSqlQuery list = prepared("SELECT id, object, partition, data, created, changed FROM record WHERE id > ? "
                              "AND object = ? ORDER BY id LIMIT ?",
                              true);
    QSqlQuery count = prepared("SELECT COUNT(*) FROM record WHERE object = ?", true);
    QSqlQuery addKey = prepared("INSERT OR IGNORE INTO key (field, value, record) VALUES (?, ?, ?)");
    QSqlQuery dropKey = prepared("DELETE FROM key WHERE field = ? AND value = ? AND record = ?");
    QSqlQuery withKey = prepared(
        "SELECT record FROM key WHERE field = ? AND value = ? AND record > ? ORDER BY record LIMIT ?", true);
    QSqlQuery addMember = prepared("INSERT OR IGNORE INTO member (list, record) VALUES (?, ?)");
    QSqlQuery removeMember = prepared("DELETE FROM member WHERE list = ? AND record = ?");
    QSqlQuery isMember = prepared("SELECT 1 FROM member WHERE list = ? AND record = ?", true);
    QSqlQuery members
        = prepared("SELECT record FROM member WHERE list = ? AND record > ? ORDER BY record LIMIT ?", true);
    QSqlQuery memberships = prepared("SELECT list, record FROM member WHERE (list, record) > (?, ?) "
                                     "ORDER BY list, record LIMIT ?",
                                     true);
    QSqlQuery progress = prepared("SELECT rows, failed, warned, position, failure_bytes, warning_bytes FROM "
                                  "progress WHERE batch = ?",
                                  true);
    QSqlQuery setProgress = prepared("INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?, ?, ?)");
};

Store::Store(const QString &folder)
    : m_file(folder + u"/marketo.sqlite"_s)
    , m_connection(u"practice-marketo-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Store::~Store()
{
    m_statements.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

bool Store::open(QString *error)
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
    for (const char *line :
         { "PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-65536",
           "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY AUTOINCREMENT, object INTEGER NOT "
           "NULL, partition INTEGER NOT NULL, data BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER "
           "NOT NULL)",
           "CREATE TABLE IF NOT EXISTS key (field INTEGER NOT NULL, value BLOB NOT NULL, record INTEGER NOT "
           "NULL, PRIMARY KEY (field, value, record)) WITHOUT ROWID",
           "CREATE TABLE IF NOT EXISTS member (list INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY "
           "(list, record)) WITHOUT ROWID",
           "CREATE TABLE IF NOT EXISTS progress (batch INTEGER PRIMARY KEY, rows INTEGER, failed INTEGER, "
           "warned INTEGER, position INTEGER, failure_bytes INTEGER, warning_bytes INTEGER)" }) {
        QSqlQuery query(database);
        if (!query.exec(QString::fromLatin1(line))) {
            *error = query.lastError().text();
            return false;
        }
    }
    m_statements = std::make_unique<Statements>(database);
    return true;
}

bool Store::begin()
{
    return m_statements->plain.exec(u"BEGIN IMMEDIATE"_s);
}

void Store::commit()
{
    m_statements->plain.exec(u"COMMIT"_s);
}

qint64 Store::insert(int object, int partition, const QByteArray &data, const QList<Key> &keys, qint64 now)
{
    const qint64 id
        = run(m_statements->insert, object, partition, data, now, now).lastInsertId().toLongLong();
    for (const Key &key : keys)
        run(m_statements->addKey, key.first, key.second, id);
    return id;
}

void Store::update(const StoredRecord &record, const QList<Key> &gone, const QList<Key> &come, qint64 now)
{
    run(m_statements->update, record.data, record.partition, now, record.id);
    for (const Key &key : gone)
        run(m_statements->dropKey, key.first, key.second, record.id);
    for (const Key &key : come)
        run(m_statements->addKey, key.first, key.second, record.id);
}

void Store::remove(qint64 id, const QList<Key> &gone)
{
    run(m_statements->remove, id);
    run(m_statements->leave, id);
    for (const Key &key : gone)
        run(m_statements->dropKey, key.first, key.second, id);
}

std::optional<StoredRecord> Store::find(qint64 id)
{
    QSqlQuery &query = run(m_statements->find, id);
    const auto found = query.next() ? std::optional(recordAt(query)) : std::nullopt;
    query.finish();
    return found;
}

QList<qint64> Store::withKey(const Key &key, int most, qint64 after)
{
    return idsFrom(run(m_statements->withKey, key.first, key.second, after, most));
}

QList<StoredRecord> Store::list(int object, qint64 after, int most)
{
    QSqlQuery &query = run(m_statements->list, after, object, most);
    QList<StoredRecord> records;
    while (query.next())
        records.append(recordAt(query));
    query.finish();
    return records;
}

qint64 Store::count(int object)
{
    QSqlQuery &query = run(m_statements->count, object);
    const qint64 count = query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return count;
}

bool Store::addMember(qint64 list, qint64 record)
{
    return run(m_statements->addMember, list, record).numRowsAffected() > 0;
}

bool Store::removeMember(qint64 list, qint64 record)
{
    return run(m_statements->removeMember, list, record).numRowsAffected() > 0;
}

bool Store::isMember(qint64 list, qint64 record)
{
    QSqlQuery &query = run(m_statements->isMember, list, record);
    const bool is = query.next();
    query.finish();
    return is;
}

QList<qint64> Store::members(qint64 list, qint64 after, int most)
{
    return idsFrom(run(m_statements->members, list, after, most));
}

QList<std::pair<qint64, qint64>> Store::memberships(std::pair<qint64, qint64> after, int most)
{
    QSqlQuery &query = run(m_statements->memberships, after.first, after.second, most);
    QList<std::pair<qint64, qint64>> pairs;
    while (query.next())
        pairs.append({ query.value(0).toLongLong(), query.value(1).toLongLong() });
    query.finish();
    return pairs;
}

std::optional<ImportProgress> Store::progress(qint64 batch)
{
    QSqlQuery &query = run(m_statements->progress, batch);
    std::optional<ImportProgress> progress;
    if (query.next())
        progress = { query.value(0).toLongLong(), query.value(1).toLongLong(), query.value(2).toLongLong(),
                     query.value(3).toLongLong(), query.value(4).toLongLong(), query.value(5).toLongLong() };
    query.finish();
    return progress;
}

void Store::setProgress(qint64 batch, const ImportProgress &progress)
{
    run(m_statements->setProgress, batch, progress.rows, progress.failed, progress.warned, progress.offset,
        progress.failureBytes, progress.warningBytes);
}

void Store::clear()
{
    for (const char *table : { "record", "key", "member", "progress" })
        m_statements->plain.exec(u"DELETE FROM "_s + QString::fromLatin1(table));
    // The first id of all is known: published examples and tests may name it.
    m_statements->plain.exec(u"DELETE FROM sqlite_sequence"_s);
    m_statements->plain.exec(u"INSERT INTO sqlite_sequence VALUES ('record', %1)"_s.arg(firstId));
}

} // namespace rowlift::practice::marketo
