#pragma once

#include "app/draft/file_look.h"
#include "app/draft/file_notes.h"
#include "app/draft/file_trouble.h"
#include "app/mapping/profile.h"
#include "ui/desk/bench.h"
#include "ui/desk/file_watch.h"
#include "ui/models/row_cache.h"
#include "ui/work/work.h"

#include <QTimer>

#include <functional>

namespace rowlift::ui {

/// Step 1: the file, how it is read, and its rows for the grid.
class FileDesk : public QObject {
    Q_OBJECT

public:
    enum class State { NoFile, Opening, Open, Unreadable };

    struct Snapshot {
        State state = State::NoFile;
        QString path; ///< What is read.
        QString name; ///< What people call it: the name of the file that they chose, "Pasted cells".
        bool pasted = false;
        bool slow = false; ///< The drive has not answered for two seconds.
        Error error; ///< Unreadable: why.
        FileTrouble trouble = FileTrouble::None; ///< Unreadable: what its cure depends on.
        FileLook look; ///< Open: the first screen and how the file is read.
        DialectChoice choice; ///< What the person has fixed.
        RecordIndex index; ///< As far as it has been read; whole when counted.
        bool counted = false;
        qint64 recordsBefore = 0; ///< While counting anew: how many there were as it was read before.
        bool changedOnDisk = false;
        QDateTime changedAt; ///< UTC; when it did.
        bool openElsewhere = false; ///< A spreadsheet program has it open.
        FileNotes notes; ///< What the person has said of this file.

        /// Rows of the file, exact when counted.
        qint64 rows() const { return index.dataRows; }
        bool hasRows() const;
        /// Records that can be shown by now.
        qint64 recordsAtHand() const;
    };

    /// Looks at a file's beginning; blocking.
    using Looker = std::function<Result<FileLook>(const QString &path, const DialectChoice &choice)>;

    explicit FileDesk(const Bench &bench, QObject *parent = nullptr, Looker looker = lookAtFile);

    const Snapshot &snapshot() const { return m_snapshot; }
    RowCache &rows() { return m_rows; }
    const Bench &bench() const { return m_bench; }

    void open(const QString &path);
    /// Opens what is on the clipboard: cells as spreadsheets give them, kept as a file among the drafts.
    void openPasted(const QString &cells);
    /// Reads the same file otherwise: the first screen at once, the rest in the background.
    void choose(const DialectChoice &choice);
    void readAgain(); ///< After it changed on disk, or could not be read.
    void useCopy(); ///< Copies the file among the drafts and reads the copy.
    void close();
    /// Looks whether the file is still what was read; changedOnDisk follows if it is not.
    void lookForChanges() { m_watch.look(); }
    /// Keeps what the person says of the file.
    void note(const FileNotes &notes);

Q_SIGNALS:
    void changed();
    void reread(); ///< Another file, or other columns: what was mapped must be looked at again.

private:
    struct Looked {
        std::optional<FileLook> look;
        Error error;
        FileTrouble trouble = FileTrouble::None;
        bool openElsewhere = false;
        FileNotes notes;
    };
    /// Where records begin as the file was read before: good enough to show the same screen at once.
    struct Before {
        std::vector<RowPosition> marks;
        Dialect dialect;
    };

    void begin(Snapshot fresh);
    void look();
    void takeLook();
    void takeOver(const FileLook &look);
    void count();
    void grow(const RecordIndex &soFar);
    void takeCount();
    void takeCopy();
    void fail(const Error &error, FileTrouble trouble);
    void loseFile(const Error &error);
    std::vector<RowPosition> marksAtHand(const RecordIndex &index) const;

    const Bench &m_bench;
    Looker m_looker;
    Snapshot m_snapshot;
    Before m_before;
    RowCache m_rows;
    FileWatch m_watch;
    QTimer m_patience;
    Work<Looked> m_looking;
    Work<RecordIndex> m_counting;
    Work<QString> m_copying;
    Work<bool> m_noting;
};

} // namespace rowlift::ui
