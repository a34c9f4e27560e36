#pragma once

#include "app/run/ledger_store.h"
#include "app/run/run_plan.h"

namespace rowlift::store {

/// The frozen plan in a ledger's file.

Done putPlan(LedgerDb &db, const RunPlan &plan);
/// Without the describe document and the left-out rows. Reads ledgers of any version.
Result<RunPlan> planIn(LedgerDb &db);
Result<QByteArray> describeIn(LedgerDb &db);
Result<std::vector<qint64>> leftOutIn(LedgerDb &db);
/// 0 when the file says none.
Result<int> versionOf(LedgerDb &db);

} // namespace rowlift::store
