#pragma once

#include "app/run/run_engine.h"

namespace rowlift {

/// How a run ended that could not go further for \a error, or did not have to: reckoned from the ledger and
/// noted there, unless it is left to go on later.
RunEnd endOfRun(const RunTools &tools, const std::optional<Error> &error);

} // namespace rowlift
