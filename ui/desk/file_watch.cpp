#include "ui/desk/file_watch.h"

#include <QFileInfo>

#include <chrono>

namespace rowlift::ui {

namespace {
constexpr std::chrono::milliseconds whileBeingReplaced { 700 };
}

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
    m_watcher.addPath(path);
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
        if (!QFileInfo::exists(path))
            return Seen {};
        return Seen { .there = true, .stamp = FileStamp::of(path) };
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
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path); // one that was replaced is watched no more
    if (seen.stamp == m_stamp)
        return;
    m_stamp = seen.stamp;
    Q_EMIT altered(seen.stamp);
}

} // namespace rowlift::ui
