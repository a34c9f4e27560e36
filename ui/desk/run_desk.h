#pragma once

#include "app/report/report.h"
#include "app/run/run_control.h"
#include "app/run/run_engine.h"
#include "app/run/run_snapshot.h"
#include "ui/desk/check_desk.h"

#include <memory>

namespace rowlift::ui {

/// What the results page shows, read from the ledger.
struct RunResults {
    QString folder;
    RunPlan plan;
    Schema schema;
    RunState end = RunState::Interrupted;
    QString endMessage;
    QDateTime ended;
    Tally tally;
    std::vector<PartRecord> parts;
    std::vector<ReasonGroup> reasons;
    std::vector<RowPosition> marks; ///< Of the file, for the grid.
    qint64 records = 0; ///< Of the file, titles and blank lines included.
    bool fileThere = false; ///< The file is the one that was imported.
    bool addsUp = false; ///< The ledger's own check.
};

/// Step 5: the import while it runs, and what became of it. Also shows imports of the past. Nobody but the
/// ledger says what is true of a row; this only reads it.
class RunDesk : public QObject {
    Q_OBJECT

public:
    enum class Stage { None, Starting, Running, Ended, Failed };

    using Results = RunResults;

    struct Snapshot {
        Stage stage = Stage::None;
        RunSnapshot run; ///< While it runs, and its last word.
        Results results; ///< Ended.
        Error error; ///< Failed: it could not begin. Ended and interrupted: why.
        QDateTime started; ///< UTC
    };

    RunDesk(const Bench &bench, CheckDesk &check, QObject *parent = nullptr);
    ~RunDesk() override;

    const Snapshot &snapshot() const { return m_snapshot; }
    const CheckDesk &check() const { return m_check; }
    bool running() const { return m_snapshot.stage == Stage::Starting || m_snapshot.stage == Stage::Running; }
    bool paused() const { return m_control && m_control->paused(); }

    void start(); ///< Freezes what was checked and sends it. The one place where anything is sent.
    void pause();
    void resume();
    void stop();
    /// Leaves the run as it stands; it can go on later. Waits until its threads have ended.
    void leave();
    void show(const QString &folder); ///< An import of the past.
    void goOn(const QString &folder); ///< Continues an interrupted one.
    void forget(); ///< Back to no run (a new import begins).

    /// What the service said of a row, in words.
    Explanation explain(const Reason &reason) const;
    const Service *service() const;
    /// Rows of the results by what became of them; ascending. Blocking and short (an index look-up): for
    /// Work.
    static Result<std::vector<qint64>> recordsWith(const QString &folder,
                                                   const std::vector<Outcome> &outcomes, const QString &code,
                                                   const QString &field);
    /// One for each of \a records, those without an outcome of their own included. Blocking: for Work.
    static Result<std::vector<RowOutcome>> outcomesOf(const QString &folder,
                                                      const std::vector<qint64> &records);

    void saveReport(ReportKind kind, const QString &path);

Q_SIGNALS:
    void changed();
    void ended(); ///< The run is over, results are in the snapshot.
    void reportSaved(const rowlift::SavedReport &report);
    void reportFailed(const rowlift::Error &error);

private:
    struct Ended {
        std::optional<Error> error;
        Results results;
    };
    /// \a signedIn may be null: then the account of the ledger's plan is signed in to.
    void launch(std::function<Result<std::unique_ptr<Ledger>>()> openLedger,
                std::shared_ptr<ServiceSession> signedIn);
    void take();
    static Result<Results> readResults(const QString &folder, const Services &services, std::stop_token stop);

    const Bench &m_bench;
    CheckDesk &m_check;
    Snapshot m_snapshot;
    std::shared_ptr<RunControl> m_control;
    Work<Ended> m_running;
    Work<Results> m_reading;
    Work<SavedReport> m_saving;
};

} // namespace rowlift::ui
