#pragma once

#include "app/run/run_board.h"
#include "app/run/run_engine.h"

namespace rowlift {

/// Rows that the service could not take just then, and may take when they are sent again as they are
/// (Service::triesLater()). It has said that it did not take them, so this doubles nothing.
struct LaterTry {
    AttemptWish wish;
    RunLater shown; ///< RunLater::next is not known yet.
    std::chrono::milliseconds pause { 0 }; ///< Before it; longer from try to try.
};

/// What is to be tried once more now that all else of the run is done; empty when nothing is. Rows count that
/// were last sent in the attempt that somebody wished last, or in a try behind it. A row behind which another
/// one has changed the same record is not among them.
Result<std::optional<LaterTry>> nextLaterTry(const RunTools &tools, const Schema &schema);

/// Waits before it, as long as the run is paused, too. False when the run was stopped or left meanwhile.
bool waitForTry(const RunTools &tools, RunBoard &board, const LaterTry &next);

} // namespace rowlift
