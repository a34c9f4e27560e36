#pragma once

#include "app/report/report.h"
#include "app/run/run_snapshot.h"

#include <QJsonObject>

namespace rowlift {

/// "finished", "stopped", "interrupted" …
QString runStateId(RunState state);

/// The shape "import" of the command line: run, state, rows, reasons, reports; and what the run is: file,
/// account, service, object, operation, kind, started, folder.
Result<QJsonObject> runJson(const QString &runFolder, RunState state,
                            const std::vector<SavedReport> &reports);
/// Member "rows" alone.
QJsonObject tallyJson(const Tally &tally);
/// Member "brake": null when it did not brake.
QJsonValue brakeJson(const RunBrake &brake);

} // namespace rowlift
