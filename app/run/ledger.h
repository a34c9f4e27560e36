#pragma once

#include "app/run/part_state.h"
#include "app/run/run_plan.h"
#include "app/service/part_loader.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

class QLockFile;
class QSqlDatabase;

namespace rowlift {

/// One part as the ledger knows it.
struct PartRecord {
    qint64 number = 0; ///< From 1.
    PartState state = PartState::Planned;
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 firstRecord = 0;
    qint64 lastRecord = 0;
    RowPosition resumeAt; ///< Where the rows after this part begin in the file.
    QString file; ///< Absolute path of the spooled part.
    QString ticket;
    QString message; ///< The service's words about the part as a whole.
    qint64 failedRows = 0;
};

/// One row's final outcome.
struct RowOutcome {
    qint64 record = 0;
    Outcome outcome = Outcome::Unknown;
    Reason reason;
    QString recordId;
};

/// The only truth about a run's rows: one SQLite file in the run's folder, written by one thread of its own.
/// Every call blocks until its change is on disk and may come from any thread. Errors are of kind Storage.
///
/// Rows that no part holds are not sent; rows of a part without an outcome of their own are what the part's
/// state says (rowsOf()). So nothing is written per row before its outcome is known.
class Ledger {
public:
    /// Makes the run's folder below \a runsFolder and freezes \a plan, the left-out rows with their reasons
    /// included.
    static Result<std::unique_ptr<Ledger>> create(const QString &runsFolder, const RunPlan &plan,
                                                  const std::vector<RowOutcome> &leftOut);
    /// Opens a run to go on with it. Fails when another window or process has it open.
    static Result<std::unique_ptr<Ledger>> open(const QString &folder);
    ~Ledger();

    const RunPlan &plan() const { return m_plan; }
    const QString &folder() const { return m_folder; }

    /// Notes an encoded part; \a records are the file's records in the order of the part's rows.
    Result<PartRecord> addPart(const PartRecord &part, const std::vector<qint64> &records);
    /// Notes \a rows that turned out to be none that can be sent: they are in no part. Those that have an
    /// outcome already keep it.
    Done leaveOut(std::vector<RowOutcome> rows);
    Done move(qint64 part, PartState to, const QString &message = {});
    Done noteStep(qint64 part, const RecordedStep &step, PartState to);
    /// Takes the ticket and state of a part that recover() found.
    Done adopt(qint64 part, const QString &ticket, PartState to);
    /// All outcomes of a part and its end, in one transaction. Rows of the part that \a outcomes lacks become
    /// unknown.
    Done settle(qint64 part, std::vector<RowOutcome> outcomes, qint64 unplaced);
    Done noteBegin(); ///< Takes back a noted end: it is gone on with.
    Done noteEnd(RunState end, const QString &message);
    Done noteWalkedWhole(); ///< The planner has reached the end of the file.

    Result<std::vector<PartRecord>> parts();
    Result<std::vector<qint64>> recordsOf(qint64 part);
    Result<std::vector<RecordedStep>> stepsOf(qint64 part);
    Result<Tally> tally();
    Result<bool> walkedWhole();

    /// What must always hold: tallies equal the counted rows, and all rows of the file are accounted for.
    /// Empty when it does; else what is wrong, for support.
    Result<QString> brokenInvariant();

private:
    Ledger(QString folder, std::unique_ptr<QLockFile> lock);
    template <typename Work>
    auto onWriter(Work work) -> decltype(work(std::declval<QSqlDatabase &>()));
    void writerLoop(const QString &file);
    Done begin(const RunPlan *plan, const std::vector<RowOutcome> *leftOut);

    QString m_folder;
    RunPlan m_plan;
    std::unique_ptr<QLockFile> m_lock;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void(QSqlDatabase &)>> m_queue;
    bool m_closing = false;
    std::thread m_writer;
};

} // namespace rowlift
