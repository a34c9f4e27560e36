#pragma once

#include "app/draft/file_look.h"
#include "app/mapping/profile.h"
#include "ui/desk/bench.h"
#include "ui/models/row_cache.h"
#include "ui/work/work.h"

#include <QFileSystemWatcher>

namespace rowlift::ui {

/// Step 1: the file, how it is read, and its rows for the grid.
class FileDesk : public QObject {
    Q_OBJECT

public:
    enum class State { NoFile, Opening, Open, Unreadable };

    struct Snapshot {
        State state = State::NoFile;
        QString path;
        Error error; ///< Unreadable: why.
        FileLook look; ///< Open: the first screen and how the file is read.
        DialectChoice choice; ///< What the person has fixed.
        RecordIndex index; ///< As far as it has been read; whole when counted.
        bool counted = false;
        bool changedOnDisk = false;

        /// Rows of the file, exact when counted.
        qint64 rows() const { return index.dataRows; }
        bool hasRows() const;
    };

    explicit FileDesk(const Bench &bench, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    RowCache &rows() { return m_rows; }
    const Bench &bench() const { return m_bench; }

    void open(const QString &path);
    /// Reads the same file otherwise: the first screen at once, the rest in the background.
    void choose(const DialectChoice &choice);
    void readAgain(); ///< After it changed on disk.
    void close();

Q_SIGNALS:
    void changed();
    void reread(); ///< Another file, or other columns: what was mapped must be looked at again.

private:
    void look();
    void takeLook();
    void count();
    void takeCount();
    void watch();

    const Bench &m_bench;
    Snapshot m_snapshot;
    RowCache m_rows;
    QFileSystemWatcher m_watcher;
    Work<FileLook> m_looking;
    Work<RecordIndex> m_counting;
};

} // namespace rowlift::ui
