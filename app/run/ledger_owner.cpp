#include "app/run/ledger_owner.h"

#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace rowlift {

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

namespace {

/// \a name tells a process from a later one with the same number, where the system lets us see it.
bool lives(qint64 process, const QString &name)
{
    if (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
        return false;
    const QString program = QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget();
    return program.isEmpty() || name.isEmpty() || QFileInfo(program).fileName().startsWith(name);
}

} // namespace

bool runsNow(const QString &folder)
{
    const QLockFile lock(folder + u"/lock"_s);
    qint64 process = 0;
    QString host;
    QString name;
    if (!lock.getLockInfo(&process, &host, &name) || process <= 0)
        return false;
    return host != QSysInfo::machineHostName() || lives(process, name);
}

#else

// There is no such question to the system that Qt would ask for us: for a moment the lock is taken.
bool runsNow(const QString &folder)
{
    QLockFile lock(folder + u"/lock"_s);
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

#endif

} // namespace rowlift
