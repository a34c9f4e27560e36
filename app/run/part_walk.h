#pragma once

#include "app/base/clock.h"
#include "app/run/ledger.h"
#include "app/run/result_matcher.h"
#include "app/run/retry_wait.h"
#include "app/run/run_board.h"
#include "app/run/run_control.h"
#include "app/service/job_kind.h"

#include <chrono>
#include <optional>

namespace rowlift {

/// What a walk works with; all of it outlives the walk.
struct WalkContext {
    Ledger &ledger;
    Clock &clock;
    RunControl &control;
    RunBoard &board;
    const JobKind &kind;
    /// How long the way may be blocked (no connection, service down) before the run is left for later.
    std::chrono::milliseconds patience;
    bool onlyAsks = false; ///< RunMode::Ask
    /// What the service has of the records of a part is copied before the part is first sent.
    bool keepsOld = false;
    MatchKey key = {}; ///< The field that names the records.
    /// Of \a kind. None: its records are not named by ResultNaming::Keys.
    std::shared_ptr<const Encoder> encoder = {};
};

/// How far a walk has come when it stops for the moment.
struct Rest {
    enum class Kind {
        Due, ///< Goes on at \a due.
        FileMissing, ///< Goes on when the part's file is there again: PartWalk::fileIs().
        Ended, ///< The part is final or unconfirmed.
        Left ///< The part stays where it stands; a later run goes on with it.
    };
    Kind kind = Kind::Due;
    std::chrono::milliseconds due { 0 }; ///< Clock::elapsed()
    bool blocked = false; ///< It waits for the way to be free again.
    bool holdsAll = false; ///< The service is asked too much: nobody is to ask it before \a due.
    bool holdsSends = false; ///< It takes no further part: none is to be sent before \a due.
    std::vector<PartRecord> splitOff; ///< Parts that this one left behind.
    std::optional<Error> error; ///< Why the run cannot go on, whatever becomes of this part.
    bool refused = false; ///< With \a error: the service does not want the part, so it will not want others.

    static Rest ended() { return { .kind = Kind::Ended, .splitOff = {}, .error = {} }; }
    static Rest left() { return { .kind = Kind::Left, .splitOff = {}, .error = {} }; }
};

/// Takes one part from where the ledger says it stands to its end, a step at a time. It never waits: what it
/// would wait for is in Rest, so that a lane can see to other parts meanwhile. Every move is on disk before
/// it is acted upon. One thread at a time; it may be another one for each step.
class PartWalk {
public:
    PartWalk(const PartRecord &part, const WalkContext &context);

    /// The next step, with any loader of the run.
    Rest advance(PartLoader &loader);
    /// Gives up a part of which nothing was sent yet.
    Rest drop();

    const PartRecord &part() const { return m_part; }
    const JobKind &kind() const { return m_context.kind; }
    void fileIs(const PartRecord &spooled)
    {
        m_part = spooled;
        fileIsFresh();
    }
    /// The file was written since the run was begun or taken up: nobody needs to read it to know its bytes.
    void fileIsFresh() { m_isFileFresh = true; }
    /// Others wait for this part: its end is to be noticed soon.
    void pollSoon() { m_pollsSoon = true; }
    /// How the other parts stand while this one is taken a step further.
    struct Traffic {
        int ahead = 0; ///< Parts that the service got before this one and still has.
        bool isSlow = false; ///< It was asked too much a short while ago.
    };
    void traffic(const Traffic &now) { m_traffic = now; }

private:
    class Steps;

    Done move(PartEvent event, const QString &message = {});
    void isNow(PartState state);
    bool needsFile() const;
    Rest submit(PartLoader &loader);
    Rest recover(PartLoader &loader);
    Rest follow(PartLoader &loader);
    Rest collect(PartLoader &loader);
    Rest running(const QString &ticket);
    /// Empty when the part may be sent.
    std::optional<Rest> keepOldValues(PartLoader &loader);
    std::optional<Rest> copyOldValues(PartLoader &loader);
    Result<bool> needsCopy();
    Rest tookNone(const std::vector<PlacedResult> &because);
    Rest answered(const std::vector<PlacedResult> &results, bool restNotIn, const SplitWish &wish = {});
    Rest nothingHappened();
    Rest settled(qint64 failedRows);
    /// Whether rows that the service gave back without a word against them are sent once more by themselves.
    bool goesOnWithDropped() const;
    /// The same for rows that a job has not come to, where later ones may be of the same records: once.
    Result<bool> goesBeforeOthers() const;
    Rest settleAndSplit(std::vector<RowOutcome> outcomes, qint64 failedRows, const SplitWish &wish = {});
    PartFile file() const;
    qint64 failedRowsIn(const std::vector<RowOutcome> &outcomes);
    Rest settleMatched(ResultMatcher::Matched matched);
    qint64 missingIn(const ResultMatcher::Matched &matched) const;
    Done remark(const QString &words);

    Rest goOn(); ///< From here at once.
    Rest after(const Done &moved);
    Rest left(const Error &error);
    Rest waitAfter(const Error &error);
    /// The same for what stays away although the way is free.
    Rest waitFor(RetryWait &retry, const Error &error, std::chrono::milliseconds wait);
    Rest lostSight(const QString &message = {});
    Rest beginAnew();
    std::optional<std::chrono::milliseconds> waitForResults(const Error &error);
    Rest resultsRefused(const Error &error);
    Rest resultsMissing(PartLoader &loader, ResultMatcher::Matched &matched);
    Rest namesMissing(ResultMatcher::Matched &matched);
    bool wasSentLongAgo();
    Rest queueIsFull(const Error &error);
    Rest forgotten();
    bool isLeftAtTheService() const;
    Rest waitForCall(const Error &error);
    Rest waitForService();
    void hasWorked(qint64 processed);
    std::optional<std::chrono::milliseconds> untilDone() const;
    void wayIsFree();

    PartRecord m_part;
    WalkContext m_context;
    RetryWait m_retry;
    bool m_hasFile = false; ///< It was seen to be there.
    bool m_isFileFresh = false;
    bool m_hasCopy = false; ///< Of old values, as they have to be for the next send.
    bool m_pollsSoon = false;
    Traffic m_traffic;
    int m_polls = 0;
    struct Worked {
        qint64 processed = 0;
        std::chrono::milliseconds at { 0 }; ///< Clock::elapsed()
    };
    Worked m_progress; ///< As the last poll told it,
    Worked m_before; ///< and the one before that, or the submit.
    RetryWait m_beginning; ///< While the service is told to begin and does not.
    RetryWait m_missing; ///< While results lack rows, or are refused.
    RetryWait m_full; ///< While the service takes no further part.
    bool m_isTakenUp = false; ///< Left before, in the middle of closing, dropping or fetching.
    bool m_abortHeard = false; ///< The service has answered that it was asked to drop the part.
};

} // namespace rowlift
