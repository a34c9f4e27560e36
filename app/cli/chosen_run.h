#pragma once

#include "app/cli/command.h"
#include "app/run/run_list.h"

namespace rowlift::cli {

/// The folder of the run that a person calls \a name: its id, an unambiguous beginning of that, or its
/// folder. Fails with BadInput.
Result<QString> chosenRun(const QString &name, const Folders &folders);
/// The folder of the run that was interrupted last and runs nowhere, else of the last one with parts that
/// nobody can tell of. Fails with BadInput when there is none,
/// with Rejected when all that there are wait for the person's word after their first part.
Result<QString> interruptedRun(const Folders &folders);

/// All runs, newest first.
std::vector<RunSummary> allRuns(const Folders &folders);
/// RunState::Running for one that runs in another process.
RunState stateOf(const RunSummary &run);

} // namespace rowlift::cli
