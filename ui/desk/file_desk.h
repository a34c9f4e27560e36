#pragma once

#include "app/csv/file_survey.h"
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

    /// The rows that are shown when not all are.
    struct Picked {
        std::shared_ptr<const RecordSet> rows; ///< Null: all are shown.
        qint64 of = 0; ///< There are so many in truth; more than are in rows where they are not all known.
        bool looking = false; ///< They are being looked for.

        bool operator==(const Picked &) const = default;
    };

    struct Snapshot {
        State state = State::NoFile;
        QString path; ///< As the person chose it.
        QString name; ///< What people call it: the file's name, "Pasted cells (214 rows)".
        double share = -1; ///< Opening: how much of a workbook has been read, 0 to 1; -1: nothing to say.
        bool slow = false; ///< The drive has not answered for two seconds.
        Error error; ///< Unreadable: why.
        /// Unreadable: what its cure depends on. None: it was open, is there still, and error says it all.
        FileTrouble trouble = FileTrouble::None;
        FileLook look; ///< Open: the first screen and how the file is read.
        DialectChoice choice; ///< What the person has fixed.
        RecordIndex index; ///< As far as it has been read; whole when counted.
        bool counted = false;
        qint64 recordsBefore = 0; ///< While counting anew: how many there were as it was read before.
        bool changedOnDisk = false;
        QDateTime changedAt; ///< UTC; when it did.
        bool openElsewhere = false; ///< A spreadsheet program has it open.
        FileNotes notes; ///< What the person has said of this file.
        std::shared_ptr<const FileSurvey> survey; ///< What all values tell, as far as they have been read.
        bool surveyed = false; ///< They have been: facts are whole.
        Picked picked;
        Error couldNot; ///< Open: what was asked for last could not be done; the file is as it was.

        /// Rows of the file, exact when counted.
        qint64 rows() const { return index.dataRows; }
        bool hasRows() const;
        /// Records that can be shown by now.
        qint64 recordsAtHand() const;
    };

    /// Takes a file for reading: takeFile(), or what stands in for it.
    using Taker = std::function<Result<ChosenFile>(const QString &path, const QString &sheet,
                                                   const Progress &progress, std::stop_token stop)>;

    explicit FileDesk(const Bench &bench, QObject *parent = nullptr, Taker taker = {});

    const Snapshot &snapshot() const { return m_snapshot; }
    RowCache &rows() { return m_rows; }
    const Bench &bench() const { return m_bench; }

    void open(const QString &path);
    /// Opens what is on the clipboard: cells as spreadsheets give them, kept as a file among the drafts.
    void openPasted(const QString &cells);
    void openSheet(const QString &sheet); ///< Another sheet of the workbook.
    /// Reads the same file otherwise: the first screen at once, the rest in the background.
    void choose(const DialectChoice &choice);
    void readAgain(); ///< After it changed on disk, or could not be read.
    void useCopy(); ///< Copies the file among the drafts and reads the copy.
    void close();
    /// Looks whether the file is still what was read; changedOnDisk follows if it is not.
    void lookForChanges() { m_watch.look(); }
    /// Keeps what the person says of the file.
    void note(const FileNotes &notes);
    /// Shows these records only, of \a of that there are.
    void pick(const std::vector<qint64> &records, qint64 of);
    /// Shows all rows that \a fact speaks of, and no others; looks for them first.
    void pickRowsOf(const FileFact &fact);
    void showAllRows();
    /// Of the result of an earlier load: makes a file of the rows that failed then, and opens it.
    void useFailedRows(const FileFact &fact);
    /// The person has read why something could not be done.
    void settleFailure();

Q_SIGNALS:
    void changed();
    void reread(); ///< Another file, or other columns: what was mapped must be looked at again.

private:
    struct Looked {
        std::optional<FileLook> look;
        Error error;
        FileTrouble trouble = FileTrouble::None;
        bool openElsewhere = false;
        bool pasted = false;
        FileNotes notes;
    };
    /// Where records begin as the file was read before: good enough to show the same screen at once.
    struct Before {
        std::vector<RowPosition> marks;
        Dialect dialect;
    };

    void begin(Snapshot fresh);
    void stopWork();
    void take(const QString &sheet);
    void look(std::function<Result<ChosenFile>(const Progress &, std::stop_token)> take);
    void takeLook();
    void takeOver(const FileLook &look);
    void count();
    void grow(const RecordIndex &soFar);
    void takeCount();
    void makeFile(std::function<Result<QString>(const Progress &, std::stop_token)> make);
    void takeCopy();
    void survey();
    void takeSurvey();
    void takePicked();
    void fail(const Error &error, FileTrouble trouble);
    void loseFile(const Error &error);
    void takeTrouble();
    void saveNotes(const QString &path, const FileStamp &stamp, const FileNotes &notes);
    void takeNoted();
    std::vector<RowPosition> marksAtHand(const RecordIndex &index) const;

    const Bench &m_bench;
    Taker m_taker;
    Snapshot m_snapshot;
    Before m_before;
    RowCache m_rows;
    FileWatch m_watch;
    QTimer m_patience;
    Work<Looked> m_looking;
    Work<RecordIndex> m_counting;
    Work<FileSurvey> m_surveying;
    Work<RecordSet> m_picking;
    Work<QString> m_copying; ///< Makes a file among the drafts that is to be opened.
    State m_stateBefore = State::NoFile; ///< That one failing.
    Work<FileTrouble> m_asking; ///< What hinders reading a file that was open.
    Error m_lost; ///< How that was noticed.
    Work<bool> m_noting;
    QString m_noted; ///< The file whose notes are being saved.
    std::function<void()> m_noteNext; ///< Saves what was said meanwhile; empty: nothing was.
};

} // namespace rowlift::ui
