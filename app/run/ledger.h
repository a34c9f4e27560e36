#pragma once

#include "app/run/part_state.h"
#include "app/run/run_plan.h"
#include "app/service/part_loader.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QLockFile;

namespace rowlift {

class LedgerWriter;

/// Where the planner goes on: behind everything that is in a part.
struct PlanMark {
    int attempt = 1;
    int sweep = 0; ///< Which pass over the file: RowSchedule.
    RowPosition at; ///< In that pass.

    bool operator==(const PlanMark &) const = default;
};

/// One part as the ledger knows it.
struct PartRecord {
    qint64 number = 0; ///< From 1.
    int attempt = 1;
    PartState state = PartState::Planned;
    qint64 rows = 0; ///< Of the file: those that the part speaks for, followers included.
    qint64 records = 0; ///< In the part's file.
    qint64 bytes = 0;
    quint64 hash = 0; ///< XXH3 of the part's file; 0: not reckoned (a ledger of version 1).
    qint64 firstRecord = 0;
    qint64 lastRecord = 0;
    PlanMark planned; ///< Where the planner goes on behind this part.
    QString file; ///< Absolute path of the spooled part.
    QString ticket;
    QString message; ///< The service's words about the part as a whole.
    qint64 failedRows = 0;
    qint64 untouchedRows = 0; ///< Outcome::NotProcessed.
    int refusals = 0; ///< PartFile::refusals
    /// The part whose file of old values (oldValuesFile()) has those of its records; 0: there is none yet.
    qint64 oldValuesOf = 0;
    bool sentTwice = false; ///< On the person's word, though it may have arrived the first time.
};

/// Which rows of the file a part speaks for.
struct PartMembers {
    /// A row that is not in the part's file, but has the outcome of one that is: the same record named again
    /// (RepeatedKeys::Once), or a further row of a record made of several.
    struct Follower {
        qint64 record = 0;
        qint64 of = 0; ///< One of \a records.

        bool operator==(const Follower &) const = default;
    };
    std::vector<qint64> records; ///< One for each record of the part's file, in its order.
    std::vector<Follower> followers = {};

    bool operator==(const PartMembers &) const = default;
};

/// A try with some rows. The first one is made of all rows of the plan; each further one of rows that the
/// person wants sent once more.
struct Attempt {
    int number = 1;
    qint64 rows = 0;
    QDateTime began; ///< UTC
    QString kind = {}; ///< JobKind::id; empty: that of the plan.
    /// Nobody asked for it: rows that a busy record had kept out are sent once more by themselves, in small
    /// parts, rows with the same parent together.
    bool byItself = false;

    bool operator==(const Attempt &) const = default;
};

/// Which rows a further attempt takes, and how it sends them.
struct AttemptWish {
    std::vector<Outcome> outcomes = {}; ///< Rows that have one of these; those that are in are never taken.
    QString code = {}; ///< Of one reason only; empty: of any.
    std::function<bool(const Reason &)> ofReason = {}; ///< The same by more than its code; none: of any.
    std::optional<std::vector<qint64>> records = {}; ///< Of these only, ascending.
    QString kind = {}; ///< Attempt::kind
    bool byItself = false; ///< Attempt::byItself
    int fromAttempt = 1; ///< Rows that were sent last in this attempt, or in a later one.
};

/// How what is left of a part goes on when the rest of it is settled.
struct SplitWish {
    int refusals = 0; ///< Added to PartRecord::refusals.
    bool oneEach = false; ///< A part for each record; else one for all.
};

/// Where the copy of what the service had of the records of a part lies (PartLoader::keepOld()), made before
/// the part was first sent and never written again once it was. A record may be in several such files when it
/// was sent in several attempts: the one of the lowest part is the oldest.
QString oldValuesFile(const QString &runFolder, qint64 part);

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
/// The file is SQLite in WAL mode with synchronous=FULL. One of an older version is brought up to date when
/// it is opened here (LedgerReader reads both).
///
/// Rows that no part holds are not sent; rows of a part without an outcome of their own are what the part's
/// state says (rowsOf()). So nothing is written per row before its outcome is known.
class Ledger {
public:
    /// Makes the run's folder below \a runsFolder and freezes \a plan, the left-out rows with their reasons
    /// included. Rows of Draft::leftOut that \a leftOut does not name are left out without a reason. \a
    /// equip puts into the folder what the run needs there (foundFileIn()) before it counts as made.
    static Result<std::unique_ptr<Ledger>>
    create(const QString &runsFolder, const RunPlan &plan, const std::vector<RowOutcome> &leftOut,
           const std::function<Done(const QString &folder)> &equip = {});
    /// Opens a run to go on with it. Fails with Rejected when another window or process has it open, with
    /// BadInput when it is none, or one of a newer version: then nothing of it is touched.
    static Result<std::unique_ptr<Ledger>> open(const QString &folder);
    ~Ledger();

    const RunPlan &plan() const { return m_plan; }
    const QString &folder() const { return m_folder; }
    bool isNew() const { return m_isNew; } ///< It came from create(), not from open().

    /// Notes an encoded part, and that the planner has come to PartRecord::planned. The number is the next
    /// free one when PartRecord::number is taken already (settleAndSplit() makes parts too); what is returned
    /// counts. The file keeps the name that it has.
    Result<PartRecord> addPart(const PartRecord &part, const PartMembers &members);
    /// Notes \a rows that turned out to be none that can be sent: they are in no part. Those that have an
    /// outcome already keep it.
    Done leaveOut(std::vector<RowOutcome> rows);
    Done move(qint64 part, PartState to, const QString &message = {});
    /// A part's file was made again, or for the first time.
    Done noteSpooled(qint64 part, qint64 bytes, quint64 hash);
    Done noteStep(qint64 part, const RecordedStep &step, PartState to);
    /// Takes the ticket and state of a part that recover() found.
    Done adopt(qint64 part, const QString &ticket, PartState to);
    /// All outcomes of a part and its end, in one transaction. Rows of the part that \a outcomes lacks become
    /// unknown; followers get the outcome of the row that they follow. Cancelled by \a stop: nothing of it is
    /// on disk.
    Done settle(qint64 part, std::vector<RowOutcome> outcomes, qint64 unplaced, std::stop_token stop = {});
    /// The same for a call that was carried out in part, or not at all because of the rows in \a outcomes:
    /// rows of the part that it lacks are proven not to be in. They become a part of their own, or one for
    /// each record (followers with the row that they follow), Waiting and not spooled (no bytes, no hash:
    /// noteSpooled()), in the same transaction. Empty when there are none.
    Result<std::vector<PartRecord>> settleAndSplit(qint64 part, std::vector<RowOutcome> outcomes,
                                                   const SplitWish &wish = {}, std::stop_token stop = {});
    /// The old values of the records of \a part are in their file now.
    Done noteOldValues(qint64 part);
    /// The person's word on a part that is Unconfirmed: to be sent again (WordGiven; what was noted of the
    /// submit before is no more among stepsOf(), and a noted end is taken back), or left as it is, its rows
    /// unknown for good (GivenUp). Fails with BadInput when it is not Unconfirmed.
    Done giveWord(qint64 part, PartEvent word);
    /// Begins a further attempt with the rows that \a wish names: they are not sent, and what became of them
    /// before is kept (LedgerReader::history). Fails with BadInput when there are none, or parts are still on
    /// their way (Failed, Aborted and Unconfirmed ones are not). Rows that are in are never taken; those of a
    /// record that is made of several rows only together. A noted end is taken back.
    Result<Attempt> beginAttempt(const AttemptWish &wish, const QDateTime &now);
    /// The records that such an attempt would take, ascending.
    Result<std::vector<qint64>> recordsFor(const AttemptWish &wish);
    Done noteBegin(); ///< Takes back a noted end, and a noted stop: it is gone on with.
    /// It was stopped by the person, while the service has parts that cannot be dropped: what became of them
    /// is still to be asked.
    Done noteStopped();
    Result<bool> wasStopped();
    /// JobKind::keptDays of what is sent: LedgerReader::partsAtService().
    Done noteKeptDays(int days);
    Done noteEnd(RunState end, const QString &message);
    /// The planner has reached the end of the last pass over the file of the attempt that planned() names.
    Done noteWalkedWhole();
    Done noteBraked(); ///< The first part went badly, and the person is told so.
    Done releaseBrake(); ///< The person goes on although the first part went badly, or it went well.

    Result<std::vector<PartRecord>> parts();
    Result<PartMembers> membersOf(qint64 part);
    /// Where the planner goes on: in the first attempt that is not walked whole.
    Result<PlanMark> planned();
    Result<std::vector<Attempt>> attempts();
    /// The rows of an attempt but the first, ascending.
    Result<std::vector<qint64>> recordsOfAttempt(int attempt);
    /// For what its rows had failed before, the first \a most of them.
    Result<std::vector<Reason>> reasonsBefore(int attempt, int most);
    Result<bool> brakeReleased();
    Result<bool> hasBraked(); ///< Whether the person was told: only then going on is a word about it.
    Result<std::vector<RecordedStep>> stepsOf(qint64 part);
    Result<Tally> tally();
    Result<bool> walkedWhole(); ///< In all attempts.

    /// What must always hold: tallies equal the counted rows, and all rows of the file are accounted for.
    /// Empty when it does; else what is wrong, for support. Goes over all rows (about a second for three
    /// million), and whatever else is asked of the ledger waits.
    Result<QString> brokenInvariant(std::stop_token stop = {});

    /// Called on the writer's thread each time that a change is on disk, before its caller hears of it. For
    /// tests that look at every step; set before the ledger is used. It may read the ledger, not change it.
    void observe(std::function<void()> onChange);

private:
    Ledger(QString folder, std::unique_ptr<QLockFile> lock);
    Done freeze(const RunPlan &plan, const std::vector<RowOutcome> &leftOut);
    Done load();

    QString m_folder;
    RunPlan m_plan;
    bool m_isNew = false;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<LedgerWriter> m_writer;
};

} // namespace rowlift
