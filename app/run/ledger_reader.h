#pragma once

#include "app/run/ledger.h"
#include "app/run/ledger_store.h"

#include <QTemporaryDir>

namespace rowlift {

/// Rows that failed for the same reason, or are in with the same warning.
struct ReasonGroup {
    Outcome outcome = Outcome::Failed; ///< In: a warning, also of rows that were added, updated or deleted.
    QString code;
    QString field;
    QString text; ///< Of the first row; others may quote other values.
    qint64 rows = 0;
    qint64 records = 0; ///< How many records the rows are (Tally::recordsOf()).

    bool isWarning() const { return outcome == Outcome::In; }
};

/// What is true of the rows of a part in \a state that have no outcome of their own.
Outcome outcomeOf(PartState state);

/// Parts of a run that the service has, or is done with, and whose results are not fetched yet.
struct PartsAtService {
    qint64 parts = 0;
    qint64 rows = 0;
    QDateTime until = {}; ///< UTC: the service tells what became of the first of them until then; invalid:
                          ///< not known.

    bool operator==(const PartsAtService &) const = default;
};

/// A ledger seen by somebody who only looks: results page, history, reports. Reads what is on disk, also
/// while the run goes on, and changes nothing. Used on the thread that opened it.
class LedgerReader {
public:
    /// One of version 1 is read from a copy, as it is now, that is brought up to date.
    static Result<std::unique_ptr<LedgerReader>> open(const QString &folder);
    /// Quicker: of what follows only plan() (without describe), tally(), end(), waitsAtBrake(), lastStep(),
    /// wasStopped() and partsAtService() may be asked.
    static Result<std::unique_ptr<LedgerReader>> glance(const QString &folder);
    ~LedgerReader();

    const RunPlan &plan() const { return m_plan; } ///< Without Draft::leftOut.
    const QString &folder() const { return m_folder; }
    Result<std::vector<qint64>> leftOut(); ///< Draft::leftOut of the plan.

    // Quick, however many rows there are.
    Result<Tally> tally();
    Result<std::vector<PartRecord>> parts();
    /// Finished or Stopped when the run said so at its end; Interrupted when it has not come to its end.
    Result<RunState> end(QString *message = nullptr, QDateTime *when = nullptr);
    /// The person was told that the first part went badly, and has not said yet to go on.
    Result<bool> waitsAtBrake();
    Result<QDateTime> lastStep(); ///< Of any part, UTC; invalid when none is on record.
    Result<PartsAtService> partsAtService();
    Result<bool> wasStopped(); ///< By the person, though it is not at its end: parts are at the service.
    Result<bool> wasTakenUp(); ///< It was gone on with after it had been left, or had ended.
    /// Failed, not processed, left-out and warned rows by code and field: failed ones first, those with a
    /// warning last, most rows first.
    Result<std::vector<ReasonGroup>> reasons();
    Result<std::vector<Attempt>> attempts();
    Result<std::vector<RecordedStep>> stepsOf(qint64 part);

    /// Records with \a outcome, ascending; of one reason only when \a code is given. Quick for left-out,
    /// failed, not processed and unknown rows. Of Outcome::In with a reason: warnedRecords().
    Result<std::vector<qint64>> records(Outcome outcome, const QString &code = {}, const QString &field = {});
    /// The records that are in, in whichever way, with a warning; of one only when \a code is given. Quick.
    Result<std::vector<qint64>> warnedRecords(const QString &code = {}, const QString &field = {});
    /// Outcomes on record between two records, both included, ascending.
    Result<std::vector<RowOutcome>> outcomes(qint64 firstRecord, qint64 lastRecord);
    /// Outcomes of exactly these (ascending) records; what has no outcome of its own is absent.
    Result<std::vector<RowOutcome>> outcomes(const std::vector<qint64> &records);
    /// The same for each record in between: what has no outcome of its own has that of its part.
    Result<std::vector<RowOutcome>> allOutcomes(qint64 firstRecord, qint64 lastRecord);
    /// Behind it the ledger knows of no row: it was in no part and has no outcome. -1: it knows of none.
    Result<qint64> lastKnownRecord();
    /// The rows that a part speaks for.
    Result<PartMembers> membersOf(qint64 part);
    /// What became of a row in earlier attempts, oldest first.
    Result<std::vector<RowOutcome>> history(qint64 record);
    /// What is true of a row that has no outcome of its own.
    Result<Outcome> outcomeWithout(qint64 record);
    /// Goes over all rows: for the background. Cancelled by \a stop.
    Result<QString> brokenInvariant(const std::stop_token &stop = {});

private:
    explicit LedgerReader(QString folder);
    Done openFile(const QString &file);
    Done load();
    Done readCopy();
    Result<std::vector<qint64>> recordsWhere(const QString &condition, const QString &code,
                                             const QString &field);

    QString m_folder;
    QString m_connection;
    std::unique_ptr<QTemporaryDir> m_copy;
    store::LedgerDb m_db;
    RunPlan m_plan;
};

} // namespace rowlift
