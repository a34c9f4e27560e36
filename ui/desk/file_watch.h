#pragma once

#include "app/csv/byte_source.h"
#include "ui/work/work.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace rowlift::ui {

/// Tells when a file is no longer what was looked at. Asks the disk on a worker's thread only: a drive that
/// does not answer holds up nothing. One that answers slowly is looked at when asked only.
class FileWatch : public QObject {
    Q_OBJECT

public:
    explicit FileWatch(QObject *parent = nullptr);

    /// Watches \a path from now on (and nothing else), which was seen as \a stamp.
    void watch(const QString &path, const FileStamp &stamp);
    void stop();
    /// Looks at once: drives on a network tell nothing by themselves.
    void look();

Q_SIGNALS:
    void altered(const rowlift::FileStamp &now); ///< Once for each new stamp.
    void gone(); ///< And has not come back within a moment: programs replace a file by moving another there.

private:
    struct Seen {
        bool there = false;
        bool quickly = false; ///< The drive answered at once.
        FileStamp stamp;
    };

    void take();

    QString m_path;
    FileStamp m_stamp; ///< As told last.
    bool m_missed = false; ///< It was not there when looked for last.
    QFileSystemWatcher m_watcher;
    QTimer m_again;
    Work<Seen> m_looking;
};

} // namespace rowlift::ui
