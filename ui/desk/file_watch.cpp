#include "ui/desk/file_watch.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <chrono>

namespace rowlift::ui {

namespace {
constexpr std::chrono::milliseconds whileBeingReplaced { 700 };
constexpr std::chrono::milliseconds quickAnswer { 200 };
} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_again.setSingleShot(true);
    m_again.setInterval(whileBeingReplaced);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::look);
    connect(&m_again, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_looking, &WorkBase::finished, this, &FileWatch::take);
}

void FileWatch::watch(const QString &path, const FileStamp &stamp)
{
    stop();
    m_path = path;
    m_stamp = stamp;
    look(); // it may have changed since it was looked at
}

void FileWatch::stop()
{
    m_looking.cancel();
    m_again.stop();
    m_path.clear();
    m_missed = false;
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

void FileWatch::look()
{
    if (m_path.isEmpty())
        return;
    m_looking.start([path = m_path](const Progress &, std::stop_token) -> Result<Seen> {
        QElapsedTimer since;
        since.start();
        if (!QFileInfo::exists(path))
            return Seen {};
        Seen seen { .there = true, .stamp = FileStamp::of(path) };
        seen.quickly = !since.hasExpired(quickAnswer.count());
        return seen;
    });
}

void FileWatch::take()
{
    const Seen seen = *m_looking.result();
    if (!seen.there) {
        if (std::exchange(m_missed, true))
            Q_EMIT gone();
        else
            m_again.start();
        return;
    }
    m_missed = false;
    // Adding asks the drive on this thread. One that was replaced is watched no more; what happened before
    // it is watched is looked for once more.
    if (seen.quickly && !m_watcher.files().contains(m_path) && m_watcher.addPath(m_path))
        look();
    if (seen.stamp == m_stamp)
        return;
    m_stamp = seen.stamp;
    Q_EMIT altered(seen.stamp);
}

} // namespace rowlift::ui
