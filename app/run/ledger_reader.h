#pragma once

#include "app/run/ledger.h"

#include <QSqlDatabase>

namespace rowlift {

/// Rows that failed for the same reason.
struct ReasonGroup {
    Outcome outcome = Outcome::Failed;
    QString code;
    QString field;
    QString text; ///< Of the first row; others may quote other values.
    qint64 rows = 0;
};

/// What is true of the rows of a part in \a state that have no outcome of their own.
Outcome outcomeOf(PartState state);

/// A ledger seen by somebody who only looks: results page, history, reports. Reads what is on disk, also
/// while the run goes on. Used on the thread that opened it.
class LedgerReader {
public:
    static Result<std::unique_ptr<LedgerReader>> open(const QString &folder);
    ~LedgerReader();

    const RunPlan &plan() const { return m_plan; }
    const QString &folder() const { return m_folder; }

    Result<Tally> tally();
    Result<std::vector<PartRecord>> parts();
    /// Finished or Stopped when the run said so at its end; Interrupted when it has not come to its end.
    Result<RunState> end(QString *message = nullptr, QDateTime *when = nullptr);
    /// Failed, not processed and left-out rows by code and field, most rows first.
    Result<std::vector<ReasonGroup>> reasons();
    /// Records with \a outcome, ascending; of one reason only when \a code is given.
    Result<std::vector<qint64>> records(Outcome outcome, const QString &code = {}, const QString &field = {});
    /// Outcomes on record between two records, both included, ascending.
    Result<std::vector<RowOutcome>> outcomes(qint64 firstRecord, qint64 lastRecord);
    /// Outcomes of exactly these (ascending) records; what has no outcome of its own is absent.
    Result<std::vector<RowOutcome>> outcomes(const std::vector<qint64> &records);
    /// What became of a row in earlier attempts, oldest first.
    Result<std::vector<RowOutcome>> history(qint64 record);
    Result<std::vector<Attempt>> attempts();
    /// What is true of a row that has no outcome of its own.
    Result<Outcome> outcomeWithout(qint64 record);
    Result<QString> brokenInvariant();

private:
    explicit LedgerReader(QString folder);
    Done load();

    QString m_folder;
    QString m_connection;
    QSqlDatabase m_db;
    RunPlan m_plan;
};

} // namespace rowlift
