#pragma once

#include "app/run/run_plan.h"

#include <stop_token>

namespace rowlift {

/// Makes sure that a run which is taken up again reads what it was planned for: by the bytes, where the plan
/// knows them (RunPlan::contentHash), so that a file that was only touched, moved away and back, or restored
/// from a copy is fine, and one that was changed under its old date is not. Reads the whole file. Returns the
/// draft to read with. Fails with BadInput and the file's name; Cancelled at latest a block after \a stop.
/// \a folder: for what must be made to compare (the sheet of a workbook).
Result<Draft> draftTakenUpAgain(const RunPlan &plan, const QString &folder, const std::stop_token &stop);

/// What a person reads when the file of a run is another one now.
Error sourceChanged(const RunPlan &plan, const QString &detail);
/// The same when it cannot be opened: \a why.
Error sourceGone(const RunPlan &plan, const Error &why);
/// The same when what was looked up for it cannot be relied on: \a why.
Error foundGone(const RunPlan &plan, const Error &why);

} // namespace rowlift
