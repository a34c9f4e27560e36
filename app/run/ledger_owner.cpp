#include "app/run/ledger_owner.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#endif

namespace rowlift {

using namespace Qt::StringLiterals;

std::optional<LedgerOwner> ownerOf(const QString &folder)
{
    // QLockFile tells less than it writes: process, program, host, and the ids of the computer and its start.
    QFile file(folder + u"/lock"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    constexpr qint64 longest = 4096;
    const QList<QByteArray> lines = file.read(longest).split('\n');
    if (lines.size() < 3)
        return {};
    LedgerOwner owner { .process = lines[0].toLongLong(),
                        .program = QString::fromUtf8(lines[1]),
                        .host = QString::fromUtf8(lines[2]) };
    if (owner.process <= 0)
        return {};
    // As QLockFile judges: a computer may change its name, it keeps its id.
    const QByteArray computer = QSysInfo::machineUniqueId();
    const QByteArray start = QSysInfo::bootUniqueId();
    const QByteArray itsComputer = lines.value(3);
    const QByteArray itsStart = lines.value(4);
    owner.isOurComputer = itsComputer.isEmpty() || computer.isEmpty()
        ? owner.host.isEmpty() || owner.host == QSysInfo::machineHostName()
        : itsComputer == computer;
    owner.isOurStart = itsStart.isEmpty() || start.isEmpty() || itsStart == start;
    return owner;
}

#ifdef Q_OS_UNIX

namespace {

/// It was ended, and only its parent has not heard of it yet. False where the system does not tell.
bool isGoneButForItsName(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray about = file.readAll(); // "4711 (name, with anything in it) Z 1 …"
    const char state = about.mid(about.lastIndexOf(')') + 1).trimmed().left(1).append(' ').front();
    return state == 'Z' || state == 'X';
}

/// \a name tells a process from a later one with the same number, where the system lets us see it.
bool lives(qint64 process, const QString &name)
{
    if (::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
        return false;
    if (isGoneButForItsName(process))
        return false;
    const QString program = QFileInfo(u"/proc/%1/exe"_s.arg(process)).symLinkTarget();
    return program.isEmpty() || name.isEmpty() || QFileInfo(program).fileName().startsWith(name);
}

} // namespace

bool runsNow(const QString &folder)
{
    const auto owner = ownerOf(folder);
    if (!owner)
        return false;
    return !owner->isOurComputer || (owner->isOurStart && lives(owner->process, owner->program));
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
