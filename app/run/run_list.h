#pragma once

#include "app/run/ledger_owner.h"
#include "app/run/ledger_reader.h"

namespace rowlift {

/// One import of the past, for the start page.
struct RunSummary {
    QString folder;
    RunPlan plan; ///< Without the describe document and Draft::leftOut.
    RunState end = RunState::Interrupted;
    bool runningElsewhere = false; ///< Interrupted would be wrong: a process has it open now.
    Tally tally;
    std::optional<Error> unreadable = {}; ///< Why it cannot be read: then only its folder and name are known
                                          ///< (\a end is Stopped: there is nothing to go on with).
};

/// All runs below \a runsFolder, newest first, \a most at most. Those that are being made just now are passed
/// over.
std::vector<RunSummary> runsIn(const QString &runsFolder, int most);

} // namespace rowlift
