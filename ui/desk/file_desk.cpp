#include "ui/desk/file_desk.h"

#include <QFileInfo>
#include <QPointer>

namespace rowlift::ui {

bool FileDesk::Snapshot::hasRows() const
{
    if (counted)
        return index.dataRows > 0;
    return std::ranges::any_of(look.head, &TextRow::isData);
}

FileDesk::FileDesk(const Bench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    connect(&m_looking, &WorkBase::finished, this, &FileDesk::takeLook);
    connect(&m_counting, &WorkBase::finished, this, &FileDesk::takeCount);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] {
        if (m_snapshot.state != State::Open)
            return;
        m_snapshot.changedOnDisk = true;
        Q_EMIT changed();
    });
}

void FileDesk::open(const QString &path)
{
    m_counting.cancel();
    m_snapshot = {};
    m_snapshot.path = QFileInfo(path).absoluteFilePath();
    m_snapshot.state = State::Opening;
    watch();
    Q_EMIT changed();
    look();
}

void FileDesk::choose(const DialectChoice &choice)
{
    m_snapshot.choice = choice;
    look();
}

void FileDesk::readAgain()
{
    m_snapshot.changedOnDisk = false;
    watch(); // a file that was replaced is watched no more
    look();
}

void FileDesk::close()
{
    m_looking.cancel();
    m_counting.cancel();
    m_snapshot = {};
    watch();
    Q_EMIT changed();
    Q_EMIT reread();
}

void FileDesk::watch()
{
    if (const QStringList watched = m_watcher.files(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!m_snapshot.path.isEmpty() && QFileInfo::exists(m_snapshot.path))
        m_watcher.addPath(m_snapshot.path);
}

void FileDesk::look()
{
    m_counting.cancel();
    m_looking.start([path = m_snapshot.path, choice = m_snapshot.choice](const Progress &, std::stop_token) {
        return lookAtFile(path, choice);
    });
}

void FileDesk::takeLook()
{
    if (!m_looking.result()) {
        m_snapshot.state = State::Unreadable;
        m_snapshot.error = m_looking.result().error();
        Q_EMIT changed();
        Q_EMIT reread();
        return;
    }
    m_snapshot.look = *m_looking.result();
    m_snapshot.state = State::Open;
    m_snapshot.index = {};
    m_snapshot.index.bytes = m_snapshot.look.stamp.size;
    m_snapshot.index.header = m_snapshot.look.header;
    m_snapshot.counted = false;
    m_rows.setFile(m_snapshot.path, m_snapshot.look.guess.dialect);
    m_rows.put(m_snapshot.look.head);
    Q_EMIT changed();
    Q_EMIT reread();
    count();
}

void FileDesk::count()
{
    const QPointer<FileDesk> self(this);
    m_counting.start([self, this, path = m_snapshot.path, dialect = m_snapshot.look.guess.dialect](
                         const Progress &progress, std::stop_token stop) -> Result<RecordIndex> {
        auto source = FileSource::open(path);
        if (!source)
            return tl::unexpected(source.error());
        const auto grown = [self, this, stop](const RecordIndex &soFar) {
            QMetaObject::invokeMethod(
                this, // the work is waited for before this goes
                [self, soFar, stop] {
                    if (!self || stop.stop_requested())
                        return;
                    self->m_snapshot.index = soFar;
                    self->m_rows.setMarks(soFar.marks);
                    Q_EMIT self->changed();
                },
                Qt::QueuedConnection);
        };
        return indexRecords(**source, dialect, progress, grown, stop);
    });
}

void FileDesk::takeCount()
{
    if (m_counting.result()) {
        m_snapshot.index = *m_counting.result();
        m_snapshot.counted = true;
        m_rows.setMarks(m_snapshot.index.marks);
    } else {
        m_snapshot.state = State::Unreadable;
        m_snapshot.error = m_counting.result().error();
    }
    Q_EMIT changed();
}

} // namespace rowlift::ui
