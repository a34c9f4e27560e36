#include "app/run/unmade_runs.h"

#include "app/draft/found_ids.h"
#include "app/run/ledger_owner.h"
#include "app/run/ledger_store.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// What a ledger's file has before its first transaction is in it, which comes by way of the log.
constexpr qint64 mostBytesWithoutPlan = 4096;

/// Only what the making of a ledger leaves there: everything else is somebody's.
bool looksUnmade(const QString &folder)
{
    const QStringList known { u"lock"_s,
                              u"ledger.sqlite"_s,
                              u"ledger.sqlite-wal"_s,
                              u"ledger.sqlite-shm"_s,
                              u"ledger.sqlite-journal"_s,
                              foundFileName };
    const QStringList names
        = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::ranges::all_of(names, [&known](const QString &name) { return known.contains(name); })
        && QFileInfo(folder + u"/ledger.sqlite"_s).size() <= mostBytesWithoutPlan;
}

bool holdsTables(const QString &file)
{
    const QString connection = u"unmade-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool holds = true;
    {
        store::LedgerDb db { .sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection) };
        db.sql.setDatabaseName(file);
        if (db.sql.open()) {
            const auto tables = store::valueOf(db, u"SELECT COUNT(*) FROM sqlite_master"_s);
            holds = !tables || tables->toInt() > 0; // one that cannot be read is left alone
            db.sql.close();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return holds;
}

} // namespace

bool isUnmade(const QString &folder)
{
    if (!looksUnmade(folder))
        return false;
    QLockFile lock(folder + u"/lock"_s);
    lock.setStaleLockTime(0);
    // To Qt a process lives until its parent has heard of its end.
    const bool isFree
        = lock.tryLock(0) || (!runsNow(folder) && lock.removeStaleLockFile() && lock.tryLock(0));
    const QString file = folder + u"/ledger.sqlite"_s;
    return isFree && (!QFile::exists(file) || !holdsTables(file));
}

void removeUnmadeRuns(const QString &runsFolder)
{
    const QDir runs(runsFolder);
    for (const QString &name : runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (const QString folder = runs.filePath(name); isUnmade(folder))
            QDir(folder).removeRecursively();
    }
}

} // namespace rowlift
