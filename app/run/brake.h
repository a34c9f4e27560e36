#pragma once

#include "app/run/ledger.h"
#include "app/run/run_snapshot.h"
#include "app/service/service.h"

namespace rowlift {

/// How the first part went, what it has left behind (PartRecord::refusals) included.
struct BrakeVerdict {
    RunBrake brake; ///< With a part: so badly that nothing else is to be sent before the person has looked.
    bool isFinal = true; ///< Nothing of it is still to be sent.
};

/// To be asked whenever a part is settled and nothing else was sent yet. Rows that may pass later do not
/// count. Where hardly anything is left to send, nothing is braked.
Result<BrakeVerdict> judgeFirstPart(Ledger &ledger, const Service &service);

/// What to say where nobody watches, and the run ends at the brake.
Error brakeError(const RunBrake &brake, const Service &service, const Schema &schema);

} // namespace rowlift
