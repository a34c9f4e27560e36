#pragma once

#include "app/report/report.h"
#include "app/run/run_control.h"
#include "app/run/run_engine.h"
#include "app/run/run_snapshot.h"
#include "ui/desk/check_desk.h"
#include "ui/desk/run_results.h"

#include <QTimer>
#include <QUrl>
#include <QUuid>

#include <memory>

namespace rowlift::ui {

/// What is being done with a run.
enum class RunErrand {
    Show, ///< It is looked at.
    Send,
    Ask, ///< What the service has is asked about; nothing is sent.
    Watch ///< Another window or process runs it; this one only looks on.
};

/// Step 5: the import while it runs, and what became of it. Also opens imports of the past. Nobody but the
/// ledger says what is true of a row; this only reads it.
class RunDesk : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        None,
        Starting,
        Running,
        Held, ///< Left for now: it can go on when the person has done something about \a error.
        Ended,
        Failed
    };

    using Results = RunResults;

    struct Snapshot {
        Stage stage = Stage::None;
        RunErrand errand = RunErrand::Show;
        std::shared_ptr<const RunAbout> about; ///< Null until its ledger is open.
        RunSnapshot run; ///< While it runs, and its last word.
        std::vector<ReasonGroup> reasons; ///< While it runs: most rows first.
        Results results; ///< Held, ended, or \a looking.
        bool looking = false; ///< While it runs: the results so far are looked at.
        qint64 partLookedAt = 0; ///< Looking: only at this part; 0: at all.
        Error error; ///< Failed: it could not begin. Held, ended and interrupted: why.
        QDateTime started; ///< UTC
        bool asked = false; ///< Ask, over: parts were on their way, and the service was asked about them.
        QDateTime askedAt; ///< UTC
    };

    RunDesk(const Bench &bench, CheckDesk &check, QObject *parent = nullptr);
    ~RunDesk() override;

    const Snapshot &snapshot() const { return m_snapshot; }
    const Bench &bench() const { return m_bench; }
    const CheckDesk &check() const { return m_check; }
    /// This window works on it; nothing else can be done meanwhile.
    bool running() const;
    bool paused() const { return m_control && m_control->paused(); }
    /// No more parts are begun; it stops when those under way have ended.
    bool stopsAfterParts() const { return m_stopsAfterParts; }
    /// What is on the desks before this one is what the run was made of: one can go back and mend it.
    bool canGoBackToCheck() const;

    /// The share of the first part that may fail: RunPlan::brakeShare of what is started from now on.
    void setBrakeShare(double share) { m_brakeShare = share; }
    void start(); ///< Freezes what was checked and sends it. Only this and goOn() send anything.
    void pause();
    /// Also the person's word to go on although the first part went badly, and to try at once what has to
    /// wait.
    void resume();
    void stop();
    void stopAfterParts();
    void tryNow(); ///< Ends a wait for the next try.
    /// Leaves the run as it stands; it can go on later. Waits until its threads have ended.
    void leave();
    /// An import of the past: its results; asks first when it was interrupted, and watches it when it runs
    /// elsewhere.
    void open(const QString &folder);
    void show(const QString &folder); ///< Its results.
    void ask(const QString &folder); ///< What became of the parts of an interrupted one.
    void watch(const QString &folder); ///< One that runs elsewhere.
    void goOn(const QString &folder); ///< Continues one, and sends what was not sent.
    /// The same, and parts of which nobody can tell whether they arrived are sent again.
    void sendAgain(const QString &folder);
    /// Parts of which nobody can tell whether they arrived stay as they are.
    void leaveUnknown(const QString &folder);
    /// One row that is not in, alone, as it stands in the file. Of an import for which canSendSome().
    void sendRow(const QString &folder, qint64 record);
    /// The rows of these reasons that failed or were not processed. The same.
    void sendGroups(const QString &folder, const std::vector<ReasonGroup> &groups);
    void stopHere(const QString &folder); ///< Ends an interrupted one: nothing more is sent.
    void tryHeld(); ///< Held: what was held goes on.
    void letHeldBe(); ///< Held: shows the results; it can go on later.
    void look(qint64 part = 0); ///< While it runs: the results so far, of one part only or of all.
    void lookAway(); ///< Back to the progress.
    void forget(); ///< Back to no run (a new import begins).

    /// What the service said of a row, in words.
    Explanation explain(const Reason &reason) const;
    const Service *service() const; ///< Null: only a newer Rowlift knows it.
    QString serviceName() const; ///< As people call it, whether it is known or not.
    Operation operation() const { return plan().draft.target.operation; }
    /// The results are shown of an import that is over, with nothing left of it that waits to be sent.
    bool canSendSome() const;
    bool mayPassLater(const ReasonGroup &group) const; ///< Service::mayPassLater()
    /// A record's page in the service's own web interface; empty where there is none.
    QUrl recordPage(const QString &recordId) const;
    /// The way of loading that the run took; empty: only a newer Rowlift knows it.
    std::optional<JobKind> kind() const;
    bool canAbort() const; ///< The service can be asked to drop what it has not done yet.
    /// Rows of the results by what became of them; ascending. \a part: only of that one; 0: of all. Blocking:
    /// for Work. Short (an index look-up), but for rows that were not sent: the file is read.
    static Result<std::vector<qint64>> recordsWith(const QString &folder,
                                                   const std::vector<Outcome> &outcomes, const QString &code,
                                                   const QString &field, qint64 part = 0,
                                                   const std::stop_token &stop = {});

    /// Rows that are in and that the service warns of; else as recordsWith().
    static Result<std::vector<qint64>> recordsWarned(const QString &folder, qint64 part = 0);

    void saveReport(const ReportRows &rows, const QString &path);

Q_SIGNALS:
    void changed();
    void ended(); ///< The run is over, results are in the snapshot.
    void looked(); ///< The results so far are in the snapshot.
    void rowsKnown(); ///< RunResults::fileLooked
    void reportSaved(const rowlift::SavedReport &report);
    void reportFailed(const rowlift::Error &error);

private:
    struct Ended {
        std::optional<Error> error;
        Results results;
        bool asked = false; ///< Snapshot::asked
    };
    struct Opened {
        RunErrand errand = RunErrand::Show;
        std::shared_ptr<const RunAbout> about;
    };
    struct Launch {
        RunErrand errand = RunErrand::Send;
        QString folder = {}; ///< Empty: a new run.
        std::function<Result<std::unique_ptr<Ledger>>()> create = {}; ///< Of a new run.
        /// Null: the account of the ledger's plan is signed in to.
        std::shared_ptr<ServiceSession> signedIn = nullptr;
        std::function<Done(Ledger &)> before = {}; ///< Is done first.
        bool stops = false; ///< From the beginning.
        bool onlyBegun = false; ///< RunTools::onlyBegun
    };
    class Mailbox;

    void launch(const Launch &what);
    static Result<Ended> execute(const Launch &what, const Bench &bench, RunControl &control,
                                 Mailbox &mailbox);
    void begin(RunErrand errand);
    void takeNews();
    void takeEnd();
    void takeResults();
    void lookAtIt();
    void takeWatched();
    void keepFileFacts(const Results &before);
    void readReasons();
    void readRest();
    const RunPlan &plan() const;
    void sendSome(const QString &folder, const AttemptWish &wish);
    QString kindOfOneRow() const;

    const Bench &m_bench;
    CheckDesk &m_check;
    Snapshot m_snapshot;
    double m_brakeShare = RunPlan().brakeShare;
    QString m_folder; ///< Of what was launched last; empty: a new run.
    bool m_stopsAfterParts = false;
    bool m_leaving = false;
    qint64 m_reasonsOf = 0; ///< Failed rows when the reasons were read.
    std::chrono::milliseconds m_reasonsRead { 0 };
    mutable std::unique_ptr<ServiceSession> m_pages; ///< For the addresses of records' pages.
    mutable QUuid m_pagesOf; ///< Account::id
    std::shared_ptr<RunControl> m_control;
    std::shared_ptr<Mailbox> m_mailbox;
    QTimer m_nextLook;
    Work<Opened> m_opening;
    Work<Results> m_reading;
    Work<Results> m_lookingAtFile;
    Work<bool> m_counting;
    Work<WatchedRun> m_watching;
    Work<std::vector<ReasonGroup>> m_readingReasons;
    Work<SavedReport> m_saving;
    Work<Ended> m_running; ///< Last: it is waited for while everything else is still there.
};

} // namespace rowlift::ui
