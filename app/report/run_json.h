#pragma once

#include "app/report/report.h"
#include "app/run/run_snapshot.h"

#include <QJsonObject>

namespace rowlift {

/// "finished", "stopped", "interrupted" …
QString runStateId(RunState state);

/// The shape "import" of the command line: run, state, rows, reasons, reports; and what the run is: file,
/// account, service, object, operation, kind, started, folder. Where several rows form a record, "records"
/// counts these, and so does each of the reasons. The texts of reasons are the service's own; with \a
/// service, those that only name something, or are empty, are said in words that are true of all rows.
Result<QJsonObject> runJson(const QString &runFolder, RunState state, const std::vector<SavedReport> &reports,
                            const Service *service = nullptr);
/// Member "rows" alone.
QJsonObject tallyJson(const Tally &tally);
/// Member "records", of runs in which several rows form a record (Target::groupsRows()): the same members as
/// "rows", but for those that count rows alone ("warned", "unplaced") and those of rows that are in no part
/// ("leftOut", "notSent"). "total" is their sum.
QJsonObject recordsJson(const Tally &tally);
/// Member "brake": null when it did not brake.
QJsonValue brakeJson(const RunBrake &brake);

} // namespace rowlift
