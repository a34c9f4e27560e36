#pragma once

#include "app/base/clock.h"
#include "app/run/ledger_reader.h"
#include "app/run/run_snapshot.h"
#include "app/service/service.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace rowlift::ui {

/// What a run is about; known as soon as its ledger is open, and the same to its end.
struct RunAbout {
    QString folder;
    RunPlan plan;
    Schema schema;
};

/// A row with what became of it in each try, the last one last.
struct RowStory {
    RowOutcome now;
    std::vector<RowOutcome> before = {};

    int tries() const { return static_cast<int>(before.size()) + 1; }
};

/// Calls that took none of their rows because of some of them.
struct RefusedCalls {
    qint64 refused = 0; ///< The rows that they were refused for.
    qint64 again = 0; ///< The others: Rowlift sent them again.
    qint64 in = 0; ///< Of those.
};

/// What the results page shows, read from the ledger.
struct RunResults {
    QString folder;
    RunPlan plan;
    Schema schema;
    RunState end = RunState::Interrupted;
    QString endMessage;
    /// Interrupted only because the service has parts that could not be called back: the person has stopped
    /// it, and their results can be fetched.
    bool wasStopped = false;
    QDateTime ended;
    bool wasTakenUp = false; ///< So the time between its begin and its end is not that of its work.
    Tally tally;
    std::vector<PartRecord> parts;
    std::vector<ReasonGroup> reasons;
    std::vector<int> tries; ///< By reason: how often its rows were tried; 0: not known.
    std::vector<Attempt> attempts;
    std::optional<JobKind> kind; ///< How it was sent; none: only a newer Rowlift knows it.
    QString copyFolder; ///< Copies of what records held before; empty: none were made.

    // What takes longer with millions of rows follows later.
    bool fileLooked = false; ///< The next three are known.
    bool fileThere = false; ///< The file is the one that was imported.
    std::vector<RowPosition> marks; ///< Of the file, for the grid.
    qint64 records = 0; ///< Of the file, titles and blank lines included.
    bool sumChecked = false;
    bool addsUp = false; ///< The ledger's own check: each row was counted again.

    /// Rows that are proven not to be in, and can be sent by going on.
    qint64 unsent() const;
    /// Parts of which nobody can tell whether they arrived.
    std::vector<qint64> unconfirmed() const;
    /// Rows that were sent a second time on the person's word.
    qint64 sentTwice() const;
    RefusedCalls refusedCalls() const;
    /// What the service counts otherwise than it names, in sentences.
    QStringList differences() const;
    /// The run is over, and nothing of it waits to be sent: some of its rows alone can be sent again.
    bool canSendSome() const;
};

/// Its rows are in, and the service warns of them.
bool isWarning(const ReasonGroup &group);
/// The way of loading of a run, as it is for its target; empty: it is not known.
std::optional<JobKind> kindOf(const RunPlan &plan, const Services &services);

/// A part of the past as one under way is shown.
PartLine partLine(const PartRecord &part);

/// The numbers of a run, as quick as opening a file. Blocking, as all of these: for Work.
Result<RunResults> readResults(const QString &folder, const Services &services);
/// What of \a results is about the file: RunResults::fileThere, marks, records.
RunResults lookAtFile(RunResults results, std::stop_token stop);
/// RunResults::addsUp: counts every row once more.
Result<bool> countAgain(const QString &folder, qint64 rows);

/// What became of \a records, which ascend, in all tries. Those without an outcome of their own have that of
/// their part.
Result<std::vector<RowStory>> storiesOf(const QString &folder, const std::vector<qint64> &records);

/// The other rows of the record that \a record is a row of (Target::groupsRows()), ascending.
Result<std::vector<qint64>> rowsOfSameRecord(const QString &folder, qint64 record);

/// The person's word on all parts of which nobody can tell whether they arrived.
Done giveWordOnUnknown(Ledger &ledger, PartEvent word);

/// A run of another window or process, from outside.
struct WatchedRun {
    RunSnapshot run; ///< Paused: the other window waits for the person's word after the first part.
    std::vector<ReasonGroup> reasons;
    std::shared_ptr<const RunAbout> about; ///< Only when it was asked for.
    RunState end = RunState::Interrupted;
    bool elsewhere = false; ///< Somebody has it open.
};
Result<WatchedRun> lookAtRun(const QString &folder, const Services &services, bool withAbout);

std::shared_ptr<const RunAbout> aboutRun(const QString &folder, const RunPlan &plan,
                                         const Services &services);

} // namespace rowlift::ui
