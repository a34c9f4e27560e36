#pragma once

#include "app/run/ledger.h"
#include "app/run/run_snapshot.h"
#include "app/service/service.h"

namespace rowlift {

/// Whether the first part, settled, went so badly that nothing else is to be sent before the person has
/// looked: then part is not 0. Rows that may pass later do not count.
Result<RunBrake> judgeFirstPart(Ledger &ledger, const Service &service, const PartRecord &part);

/// What to say where nobody watches, and the run ends at the brake.
Error brakeError(const RunBrake &brake, const Service &service, const Schema &schema);

} // namespace rowlift
