#pragma once

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/report/report.h"
#include "app/run/run_engine.h"

#include <QJsonArray>

#include <optional>

namespace rowlift::cli {

/// How a command tells of a run.
struct RunTelling {
    bool json = false; ///< Its end on standard output.
    bool progressJson = false; ///< Its progress, on standard error.
    QString reports = {}; ///< The folder for the reports; empty: none.
    std::optional<QJsonArray> checks = {}; ///< What was found before: goes into the JSON.
};

/// Adds `--reports`, `--json`, `--progress`.
void addTellingOptions(QCommandLineParser &parser);
/// Fails with BadInput when an option makes no sense.
Result<RunTelling> runTelling(const QCommandLineParser &parser);

/// Runs what \a ledger says is to be done and tells of it; \a ledger is closed then. The first interrupt
/// leaves the run as it stands. The exit code of cli.md.
int carryOut(std::unique_ptr<Ledger> ledger, const Service &service, ServiceSession &session, Clock &clock,
             const Interrupt &interrupt, const RunTelling &telling);
/// As carryOut() does at the end, of a run of which nothing is left to do.
int tellEnd(const QString &folder, const RunEnd &end, const Service &service, const RunTelling &telling);

/// "2,400 rows are in, 12 failed, 3 were left out." and what else there is to say of rows; of a deletion that
/// they are deleted.
QString sumLine(const Tally &tally, Operation operation);

/// All reports of a run in \a folder, which is made when it is not there.
Result<std::vector<SavedReport>> saveReports(const QString &runFolder, const Service &service,
                                             const QString &folder, const std::stop_token &stop);

} // namespace rowlift::cli
