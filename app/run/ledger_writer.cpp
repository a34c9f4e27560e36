#include "app/run/ledger_writer.h"

#include <QFileInfo>
#include <QUuid>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

// The write-ahead log is emptied into the database when nobody waits, or when it has become really large:
// SQLite's own way would do it at the end of a part's transaction, with the lane waiting.
constexpr qint64 logBytesWhenIdle = 4 * 1024 * 1024;
constexpr qint64 mostLogBytes = 64 * 1024 * 1024;

} // namespace

LedgerWriter::LedgerWriter(const QString &file)
    : m_file(file)
    , m_thread([this] { loop(); })
{
}

LedgerWriter::~LedgerWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

Done LedgerWriter::makeDurable()
{
    return look([](store::LedgerDb &db) -> Done {
        for (const QString &pragma :
             { u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA wal_autocheckpoint=0"_s,
               u"PRAGMA journal_size_limit=%1"_s.arg(logBytesWhenIdle), u"PRAGMA cache_size=-4000"_s,
               u"PRAGMA temp_store=MEMORY"_s }) {
            if (auto done = store::change(db, pragma); !done)
                return done;
        }
        return {};
    });
}

void LedgerWriter::give(std::function<void(store::LedgerDb &)> work)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(work));
    }
    m_wake.notify_one();
}

void LedgerWriter::loop()
{
    const QString connection = u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        store::LedgerDb db { .sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection) };
        m_db = &db;
        db.sql.setDatabaseName(m_file);
        db.sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        db.sql.open(); // a failure shows at the first statement, with its reason
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_closing || !m_queue.empty(); });
            if (m_queue.empty())
                break;
            const auto work = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            work(db);
            lock.lock();
            const bool idle = m_queue.empty() && !m_closing;
            lock.unlock();
            if (wantsCheckpoint(idle))
                std::ignore = store::change(db, u"PRAGMA wal_checkpoint(PASSIVE)"_s);
            lock.lock();
        }
        db.sql.close();
    }
    QSqlDatabase::removeDatabase(connection);
}

bool LedgerWriter::wantsCheckpoint(bool idle) const
{
    return QFileInfo(m_file + u"-wal"_s).size() > (idle ? logBytesWhenIdle : mostLogBytes);
}

} // namespace rowlift
