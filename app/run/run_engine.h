#pragma once

#include "app/run/part_planner.h"
#include "app/run/part_walk.h"
#include "app/service/service.h"

#include <functional>

namespace rowlift {

/// How far a run goes.
enum class RunMode {
    GoOn, ///< To its end.
    /// Asks the service what became of what it has, and fetches results that are there. Sends nothing, waits
    /// for nothing that is still being worked on.
    Ask
};

/// What a run works with; all of it outlives the run.
struct RunTools {
    Ledger &ledger;
    const Service &service;
    ServiceSession &session;
    Clock &clock;
    RunControl &control;
    RunBoard::Listener onChange; ///< From any lane's thread, at most ten times a second.
    /// How long the way may be blocked before the run is left for later.
    std::chrono::milliseconds patience { std::chrono::minutes(10) };
    RunMode mode = RunMode::GoOn;
    /// Nobody watches: a run that brakes ends there, Interrupted, instead of waiting for a word.
    bool endsAtBrake = false;
    /// Nothing but what has begun goes on: rows that the service did not look at are not sent once more.
    bool onlyBegun = false;
};

struct RunEnd {
    RunState state = RunState::Finished;
    Tally tally;
    std::optional<Error> error; ///< Why it was interrupted or stopped by itself.
    RunBrake brake; ///< When it ended there.
    /// Nobody can tell whether this part arrived, and what is left may only follow it: Ledger::giveWord()
    /// lets it go on. 0: none.
    qint64 waitsForPart = 0;
};

/// Runs what the ledger says is to be done: parts that are under way first, then the rest of the file, in as
/// many lanes as the kind takes. Blocks until all lanes are done. Goes on with a run that was interrupted
/// just the same.
RunEnd executeRun(const RunTools &tools);

} // namespace rowlift
