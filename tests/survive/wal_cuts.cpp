#include "tests/survive/wal_cuts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype walHead = 32;
constexpr qsizetype frameHead = 24;
constexpr qsizetype saltAt = 16; ///< In the head of the log; in that of a frame at half of it.

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for %s", qPrintable(path));
}

QByteArray saltOf(const QByteArray &wal)
{
    return wal.mid(saltAt, 8);
}

qsizetype frameSize(const QByteArray &wal)
{
    return frameHead + qsizetype(qFromBigEndian<quint32>(wal.constData() + 8));
}

/// The log without frames that an earlier one left behind: those that have another salt.
QByteArray living(const QByteArray &wal)
{
    if (wal.size() < walHead)
        return {};
    qsizetype end = walHead;
    while (end + frameSize(wal) <= wal.size() && wal.mid(end + saltAt / 2, 8) == saltOf(wal))
        end += frameSize(wal);
    return wal.left(end);
}

} // namespace

LedgerFiles LedgerFiles::of(const QString &folder)
{
    const QString database = QDir(folder).filePath(u"ledger.sqlite"_s);
    return { .database = contentOf(database), .wal = living(contentOf(database + u"-wal"_s)) };
}

void LedgerFiles::putInto(const QString &folder) const
{
    const QString path = QDir(folder).filePath(u"ledger.sqlite"_s);
    write(path, database);
    write(path + u"-wal"_s, wal);
    QFile::remove(path + u"-shm"_s);
}

std::vector<LedgerFiles> cutsBetween(const LedgerFiles &before, const LedgerFiles &after)
{
    std::vector<LedgerFiles> cuts;
    const bool sameLog = saltOf(before.wal) == saltOf(after.wal);
    if (before.database != after.database && !before.wal.isEmpty() && sameLog) {
        // The log was carried over in between; where, nobody knows. Both ends are certain.
        cuts.push_back(after);
        return cuts;
    }
    const qsizetype step = after.wal.size() < walHead ? 1 : frameSize(after.wal);
    for (qsizetype end = sameLog ? std::max(before.wal.size(), walHead) : walHead;
         end + step <= after.wal.size(); end += step) {
        cuts.push_back({ .database = after.database, .wal = after.wal.left(end) });
        cuts.push_back({ .database = after.database, .wal = after.wal.left(end + step / 2) });
    }
    cuts.push_back(after);
    return cuts;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString copy = to + path.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        if (!QFile::copy(path, copy))
            qFatal("%s cannot be copied", qPrintable(path));
    }
}

} // namespace rowlift::testing
