#include "app/cli/chosen_run.h"
#include "app/cli/command.h"
#include "app/cli/run_telling.h"
#include "app/csv/bad_input.h"
#include "app/report/run_json.h"
#include "app/run/ledger_owner.h"

#include <QCoreApplication>
#include <QLocale>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ReportCommandWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

Result<std::vector<SavedReport>> saveAll(const QString &run, const QString &folder, const Tools &tools)
{
    const auto reader = LedgerReader::open(run);
    if (!reader)
        return tl::unexpected(reader.error());
    const Service *service = serviceById(tools.services, (*reader)->plan().account.service);
    if (!service)
        return tl::unexpected(badInput(
            ReportCommandWords::tr("This version of Rowlift does not know the service of this import."),
            (*reader)->plan().account.service));
    const Interrupt interrupt;
    return saveReports(run, *service, folder, interrupt.token());
}

int printRun(const QString &folder, const std::vector<SavedReport> &reports, const Tools &tools)
{
    const auto reader = LedgerReader::open(folder);
    if (!reader)
        return couldNot(reader.error());
    const auto end = (*reader)->end();
    const Service *service = serviceById(tools.services, (*reader)->plan().account.service);
    const auto json = end ? runJson(folder, runsNow(folder) ? RunState::Running : *end, reports, service)
                          : tl::unexpected(end.error());
    if (!json)
        return couldNot(json.error());
    printJson(*json);
    return Fine;
}

} // namespace

int reportCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ReportCommandWords::tr("Saves the reports of an import."));
    parser.addPositionalArgument(u"RUN"_s, ReportCommandWords::tr("The import, or how its name begins."));
    parser.addOptions(
        { { { u"o"_s, u"output"_s }, ReportCommandWords::tr("The folder for the reports."), u"DIR"_s },
          { u"json"_s, ReportCommandWords::tr("Answers as JSON.") } });
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"output"_s))
        return wrongUsage(
            ReportCommandWords::tr("report takes one import, and -o with the folder to write to."));
    const auto run = chosenRun(parser.positionalArguments().constFirst(), tools.folders);
    if (!run)
        return couldNot(run.error());
    if (runsNow(*run))
        say(ReportCommandWords::tr(
            "This import is still running: the reports tell how it stands at this moment."));
    const auto reports = saveAll(*run, parser.value(u"output"_s), tools);
    if (!reports)
        return couldNot(reports.error());
    if (!parser.isSet(u"json"_s)) {
        for (const SavedReport &report : *reports)
            print(ReportCommandWords::tr("%Ln row(s): %1", nullptr, static_cast<int>(report.rows))
                      .arg(report.path));
        return Fine;
    }
    return printRun(*run, *reports, tools);
}

} // namespace rowlift::cli
