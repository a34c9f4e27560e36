#pragma once

#include "app/report/report.h"

#include <QJsonObject>

namespace rowlift {

/// "finished", "stopped", "interrupted" …
QString runStateId(RunState state);

/// The shape "import" of the command line: run, state, rows, reasons, reports.
Result<QJsonObject> runJson(const QString &runFolder, RunState state,
                            const std::vector<SavedReport> &reports);
/// Member "rows" alone.
QJsonObject tallyJson(const Tally &tally);

} // namespace rowlift
