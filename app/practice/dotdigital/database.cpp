#include "app/practice/dotdigital/database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

#include <array>
#include <cstdio>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 idBeforeFirst = 1000; ///< Of contacts.

constexpr std::array tableLines {
    "CREATE TABLE IF NOT EXISTS contact (id INTEGER PRIMARY KEY AUTOINCREMENT, email BLOB UNIQUE, mobile "
    "BLOB, custom BLOB, "
    "status BLOB NOT NULL, optin BLOB NOT NULL, format BLOB NOT NULL, fields BLOB NOT NULL, consent BLOB NOT "
    "NULL)",
    "CREATE INDEX IF NOT EXISTS contact_mobile ON contact (mobile)",
    "CREATE INDEX IF NOT EXISTS contact_custom ON contact (custom)",
    "CREATE TABLE IF NOT EXISTS collection (id INTEGER PRIMARY KEY AUTOINCREMENT, name BLOB NOT NULL, folded "
    "BLOB NOT NULL "
    "UNIQUE, scope BLOB NOT NULL, type BLOB NOT NULL, form BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, key BLOB NOT "
    "NULL, contact "
    "INTEGER NOT NULL, json BLOB NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, UNIQUE "
    "(collection, key))",
    "CREATE INDEX IF NOT EXISTS record_contact ON record (collection, contact)",
    "CREATE TABLE IF NOT EXISTS field (id INTEGER PRIMARY KEY, name BLOB NOT NULL, folded BLOB NOT NULL "
    "UNIQUE, type BLOB NOT "
    "NULL, visibility BLOB NOT NULL, fallback BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS book (id INTEGER PRIMARY KEY AUTOINCREMENT, name BLOB NOT NULL, visibility "
    "BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS member (book INTEGER NOT NULL, contact INTEGER NOT NULL, PRIMARY KEY (book, "
    "contact)) WITHOUT "
    "ROWID",
    "CREATE TABLE IF NOT EXISTS job (number INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL UNIQUE, kind "
    "INTEGER NOT "
    "NULL, place INTEGER, name BLOB, merging INTEGER, state INTEGER NOT NULL, status BLOB, created INTEGER, "
    "started INTEGER, "
    "ended INTEGER, items INTEGER, done INTEGER, added INTEGER, updated INTEGER, rejected INTEGER, position "
    "INTEGER, owing "
    "INTEGER)",
    "CREATE INDEX IF NOT EXISTS job_state ON job (state)",
    "CREATE TABLE IF NOT EXISTS fault (id INTEGER PRIMARY KEY, job INTEGER NOT NULL, position INTEGER NOT "
    "NULL, reason BLOB "
    "NOT NULL, detail BLOB)",
    "CREATE INDEX IF NOT EXISTS fault_job ON fault (job, id)",
};

constexpr std::array tables { "contact", "collection", "record", "field", "book", "member", "job", "fault" };

} // namespace

Database::Database(const QString &folder)
    : m_connection(u"practice-dotdigital-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection)))
{
    m_database->setDatabaseName(folder + u"/dotdigital.sqlite"_s);
    m_database->setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=30000"_s);
    m_open = m_database->open();
    if (!m_open) {
        std::fprintf(stderr, "practice server: %s\n", qPrintable(m_database->lastError().text()));
        return;
    }
    // A kill of the process loses no finished write of the system's; only a power cut would, which is no
    // matter here.
    for (const char *line :
         { "PRAGMA journal_mode=WAL", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-65536" })
        QSqlQuery(*m_database).exec(QString::fromLatin1(line));
}

Database::~Database()
{
    m_statements.clear();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::makeTables()
{
    for (const char *line : tableLines)
        if (QSqlQuery query(*m_database); !query.exec(QString::fromLatin1(line)))
            std::fprintf(stderr, "practice server: %s\n", qPrintable(query.lastError().text()));
    // The first id of all is known: published examples and tests may name it.
    if (number("SELECT COUNT(*) FROM sqlite_sequence WHERE name = 'contact'", 0) == 0)
        run("INSERT INTO sqlite_sequence VALUES ('contact', ?)", idBeforeFirst);
}

void Database::clear()
{
    for (const char *table : tables)
        QSqlQuery(*m_database).exec(u"DELETE FROM "_s + QString::fromLatin1(table));
    run("DELETE FROM sqlite_sequence");
    run("INSERT INTO sqlite_sequence VALUES ('contact', ?)", idBeforeFirst);
}

QSqlQuery &Database::prepared(const char *text)
{
    const auto found = m_statements.find(text);
    if (found != m_statements.end())
        return found->second;
    QSqlQuery query(*m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(text)))
        std::fprintf(stderr, "practice server: %s: %s\n", text, qPrintable(query.lastError().text()));
    return m_statements.emplace(text, std::move(query)).first->second;
}

QVariantList Database::firstTaken(QSqlQuery &query)
{
    QVariantList cells;
    if (query.next())
        for (int i = 0, columns = query.record().count(); i < columns; ++i)
            cells.append(query.value(i));
    query.finish();
    return cells;
}

QList<QVariantList> Database::taken(QSqlQuery &query)
{
    QList<QVariantList> rows;
    const int columns = query.record().count();
    while (query.next()) {
        QVariantList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(query.value(i));
        rows.append(cells);
    }
    query.finish();
    return rows;
}

void Database::begin()
{
    run("BEGIN IMMEDIATE");
}

void Database::commit()
{
    run("COMMIT");
}

Turn::Turn(const Surroundings &around, Database &database)
    : m_lock(around.writing)
    , m_database(database)
{
    m_database.begin();
}

Turn::~Turn()
{
    m_database.commit();
}

} // namespace rowlift::practice::dotdigital
