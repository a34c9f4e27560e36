#include "app/cli/chosen_run.h"
#include "app/cli/command.h"
#include "app/cli/run_telling.h"
#include "app/report/run_json.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct RunsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

QString stateText(RunState state)
{
    switch (state) {
    case RunState::Running:
    case RunState::Paused:
    case RunState::Stopping:
        return RunsWords::tr("running");
    case RunState::Interrupted:
        return RunsWords::tr("interrupted");
    case RunState::Stopped:
        return RunsWords::tr("stopped");
    case RunState::Finished:
        return RunsWords::tr("finished");
    }
    return {};
}

void tell(const RunSummary &run)
{
    if (run.unreadable) {
        //: A line of "rowlift runs": id, folder
        print(RunsWords::tr("%1  cannot be read: %2").arg(run.plan.id, QDir::toNativeSeparators(run.folder)));
        print(u"    "_s + run.unreadable->sentence);
        return;
    }
    const QLocale locale;
    //: A line of "rowlift runs": id, when, state, file, account, number of rows
    print(RunsWords::tr("%1  %2  %3  “%4” to %5, %Ln row(s)", nullptr, static_cast<int>(run.plan.rows))
              .arg(run.plan.id, locale.toString(run.plan.started.toLocalTime(), QLocale::ShortFormat),
                   stateText(stateOf(run)), QFileInfo(run.plan.draft.file).fileName(),
                   run.plan.account.name));
    print(u"    "_s + sumLine(run.tally, run.plan.draft.target.operation));
}

} // namespace

int runsCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(RunsWords::tr("Lists the imports, the newest first."));
    parser.addOption({ u"json"_s, RunsWords::tr("Answers as JSON.") });
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(RunsWords::tr("runs takes no arguments."));
    const auto runs = allRuns(tools.folders);
    if (!parser.isSet(u"json"_s)) {
        for (const RunSummary &run : runs)
            tell(run);
        if (runs.empty())
            say(RunsWords::tr("Nothing was imported yet."));
        return Fine;
    }
    QJsonArray list;
    for (const RunSummary &run : runs) {
        if (run.unreadable) {
            list.append(QJsonObject { { u"run"_s, run.plan.id },
                                      { u"folder"_s, run.folder },
                                      { u"state"_s, u"unreadable"_s },
                                      { u"message"_s, run.unreadable->sentence } });
            continue;
        }
        const auto json
            = runJson(run.folder, stateOf(run), {}, serviceById(tools.services, run.plan.account.service));
        if (!json)
            return couldNot(json.error());
        list.append(*json);
    }
    printJson({ { u"runs"_s, list } });
    return Fine;
}

} // namespace rowlift::cli
