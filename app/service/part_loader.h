#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/schema/schema.h"
#include "app/service/outcome.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace rowlift {

/// A part, encoded and waiting in a file of the run's folder.
struct PartFile {
    QString path;
    qint64 rows = 0;
    qint64 bytes = 0;
    int refusals = 0; ///< How often its rows were in a call that took none because of others in it.
};

/// The requests of a submit that change something at the service.
enum class Step {
    Open, ///< Makes a job.
    Upload,
    Close, ///< From here on the service works.
    Send ///< One call that does all of it. Done: the service has answered, and is not at it any more.
};

/// What is on record of a submit.
struct RecordedStep {
    Step step = Step::Open;
    bool done = false; ///< false: it was about to happen; nobody knows whether it did.
    QString ticket; ///< The service's id of the job, as far as known then.
    QDateTime when = {}; ///< UTC, by this computer's clock.
};

/// A row that is in, by the record that the service has for it.
struct RecordedRow {
    QString recordId;
    Outcome outcome = Outcome::In;
    QDateTime when = {}; ///< UTC, by this computer's clock: the last step on record of its part.
    bool ofThisRun = true;
};

/// A part that was sent, and of which no outcome is on record: what it made may be there as well.
struct OpenCall {
    PartFile file; ///< May be gone.
    Operation operation = Operation::Insert;
    bool ofThisRun = true;
};

/// The ledger's ear in a submit, and its word in a recovery. The first two return only when the ledger has it
/// on disk.
class StepLog {
public:
    virtual ~StepLog() = default;
    virtual Done about(Step step) = 0;
    virtual Done did(Step step, const QString &ticket) = 0;

    /// Those of \a recordIds that a row is on record with, in this run or another recent one of this
    /// computer: nobody else may claim them.
    virtual Result<std::vector<RecordedRow>> onRecord(const QStringList &) { return {}; }
    /// But the part that is asked about, of this run and of other recent ones of this computer.
    virtual Result<std::vector<OpenCall>> openCalls() { return {}; }
};

/// How a submitted part is doing.
struct RemoteState {
    enum class Stage {
        NotBegun, ///< It was never told to begin, whatever an answer said: what closes it has to be done
                  ///< anew, which recover() does.
        Queued,
        Working,
        Finished,
        Failed,
        Aborted,
        Forgotten ///< The service knows it no more (deleted, too old): what became of the rows cannot be
                  ///< learned.
    };
    Stage stage = Stage::Queued;
    qint64 processed = 0; ///< Records looked at so far, failed ones included.
    qint64 failed = 0;
    QString message; ///< The service's words when the part as a whole failed.

    bool ended() const
    {
        return stage == Stage::Finished || stage == Stage::Failed || stage == Stage::Aborted;
    }
};

/// What a service says of one record of a part.
struct PlacedResult {
    qint64 place = 0; ///< Of the record in the part, from 0.
    Outcome outcome = Outcome::Unknown;
    Reason reason = {};
    /// The service's record of the row. Of a row that failed: the one that it was about or that stands in its
    /// way (a duplicate), as far as the service names one.
    QString recordId = {};

    bool operator==(const PlacedResult &) const = default;
};

/// What a submit came to.
struct Submitted {
    QString ticket = {}; ///< Empty: the service has answered at once, with \a results.
    std::vector<PlacedResult> results = {};
    /// Records that are not among \a results are proven not to be in, as the service took none because of
    /// those that are: they may be sent again. Else they are unknown.
    bool restNotIn = false;
};

/// What became of an interrupted or unanswered submit.
struct Recovery {
    enum class Kind {
        NothingHappened, ///< Proven: none of it is there, and nothing is under way.
        Running, ///< Go on with the ticket.
        Outcomes, ///< The call was carried out: \a results, and of the rest what \a restNotIn says.
        Undecidable
    };
    Kind kind = Kind::Undecidable;
    QString ticket = {};
    std::vector<PlacedResult> results = {};
    bool restNotIn = false; ///< Outcomes: the others are proven not to be in, and may be sent again. Else
                            ///< they are unknown.
};

/// What a service counts of an ended part, to be compared with what it says of the rows. Empty: it does not
/// say.
struct PartTotals {
    std::optional<qint64> in = {}; ///< Warned ones included.
    std::optional<qint64> failed = {};
    std::optional<qint64> warned = {};

    bool operator==(const PartTotals &) const = default;
};

/// Takes what a service says of the rows of a part. Rows are named by the cells that the service echoes. A
/// row that is in (Outcome::In, Added …) with a reason has a warning.
class ResultSink {
public:
    virtual ~ResultSink() = default;
    /// A list of results is no longer, with certainty; 0: that is not known.
    virtual qint64 mostBytes() const { return 0; }
    /// The record fields behind the cells of the following rows, in their order.
    virtual Done columns(const QStringList &fields) = 0;
    virtual Done row(Outcome outcome, const Reason &reason, const QString &recordId,
                     std::span<const std::string_view> cells)
        = 0;
    /// What is true of the rows that no result is about, as the service tells of exceptions alone. Without
    /// this call nobody knows.
    virtual Done others(Outcome outcome, const Reason &reason) = 0;
    virtual Done totals(const PartTotals &totals) = 0;
};

/// Takes one part through a service. Lives in one lane (thread) and blocks there.
///
/// An error of submit() with kind Network or Rejected says that the service has certainly not begun with the
/// rows; Timeout, BadReply, ServiceFault and Cancelled in mid-request leave that open: the recorded steps and
/// recover() decide. Nothing is repeated in here without being seen: whoever walks the part does that.
class PartLoader {
public:
    virtual ~PartLoader() = default;

    /// Copies what the service has of the records that \a part will change or delete into the file \a path:
    /// JSON lines in the order of the part's records, each the record as the service shows it (its id, when
    /// it was changed last, and the fields that the part changes; before deleting all that can be read), or
    /// null where there is none. Written whole or not at all, over a copy that is there. Changes nothing at
    /// the service. \a progress is told records. Only where JobKind::canKeepOld, and for records that are
    /// named by id.
    virtual Done keepOld(const PartFile &part, const QString &path, const Progress &progress,
                         std::stop_token stop);
    /// Opens, uploads and closes, or sends and is answered. \a upload is told bytes.
    virtual Result<Submitted> submit(const PartFile &part, StepLog &log, const Progress &upload,
                                     std::stop_token stop)
        = 0;
    /// Asks the service what became of a submit of \a part of which \a steps are on record. Never sends rows.
    /// May be asked again later of what was undecidable. When \a log refuses with Cancelled, so does this,
    /// and nothing has changed. Fails with Timeout and Error::retryAfter while the service may still be at
    /// it: that is no trouble, however often. Of a kind that answers at once this is asked while no other
    /// call of the run is under way, and of one part after the other: each claim is on record before the next
    /// one is asked for.
    virtual Result<Recovery> recover(const PartFile &part, std::span<const RecordedStep> steps, StepLog &log,
                                     std::stop_token stop)
        = 0;
    virtual Result<RemoteState> poll(const QString &ticket, std::stop_token stop) = 0;
    /// Streams all results of an ended part into \a sink (temporary files go to \a folder). May be repeated.
    virtual Done collect(const QString &ticket, const QString &folder, ResultSink &sink, std::stop_token stop)
        = 0;
    /// Asks the service to drop what it has not done yet. Fine when the part has ended meanwhile.
    virtual Done abort(const QString &ticket, std::stop_token stop) = 0;
};

} // namespace rowlift
