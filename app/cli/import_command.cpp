#include "app/check/check.h"
#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/cli/preparation.h"
#include "app/cli/readings.h"
#include "app/csv/bad_input.h"
#include "app/report/run_json.h"
#include "app/run/run_engine.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

/// A scheduler's run gives up sooner than a person at a window would.
constexpr std::chrono::minutes commandPatience { 2 };

bool atTerminal()
{
#ifdef Q_OS_UNIX
    return isatty(STDIN_FILENO) != 0;
#else
    return false;
#endif
}

void tellPlan(const Preparation &ready, const CheckResult &check)
{
    const QLocale locale;
    const qint64 leftOut = static_cast<qint64>(check.problemRecords.size());
    say(ImportWords::tr("%1 of %2 rows are ready for %3 in %4.")
            .arg(locale.toString(check.rows - leftOut), locale.toString(check.rows),
                 ready.schema.object.labelPlural, ready.account.name));
    for (const ProblemGroup &group : check.groups) {
        if (group.severity == Severity::Problem)
            say(u"  %1: %2"_s.arg(
                groupText(group),
                ImportWords::tr("%n row(s) left out", nullptr, static_cast<int>(group.records.size()))));
    }
}

/// The word "yes" from a terminal; elsewhere only --yes counts.
Result<void> consent()
{
    if (!atTerminal())
        return tl::unexpected(
            badInput(ImportWords::tr("Nothing was sent: without a terminal, --yes is needed to send.")));
    say(ImportWords::tr("Send them now? Type yes:"));
    char answer[16] = {};
    if (std::fgets(answer, sizeof answer, stdin)
        && QByteArrayView(answer).trimmed().toByteArray().toLower() == "yes")
        return {};
    return tl::unexpected(badInput(ImportWords::tr("Nothing was sent.")));
}

RunBoard::Listener progressTo(bool json)
{
    if (!json)
        return {};
    return [](const RunSnapshot &snapshot) {
        const QJsonObject line { { u"state"_s, runStateId(snapshot.state) },
                                 { u"rows"_s, tallyJson(snapshot.tally) } };
        say(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    };
}

Result<std::vector<SavedReport>> saveReports(const QString &runFolder, const RunPlan &plan,
                                             const Service &service, const QString &folder)
{
    std::vector<SavedReport> saved;
    if (folder.isEmpty())
        return saved;
    QDir().mkpath(folder);
    for (const ReportKind kind : { ReportKind::Failed, ReportKind::LeftOut, ReportKind::AllRows }) {
        auto report = saveReport(runFolder, service, kind,
                                 QDir(folder).absoluteFilePath(reportFileName(plan, kind)), {}, {});
        if (!report)
            return tl::unexpected(report.error());
        saved.push_back(*report);
    }
    return saved;
}

int exitOf(const RunEnd &end)
{
    if (end.state == RunState::Interrupted)
        return Interrupted;
    if (end.error)
        return CouldNot;
    return end.tally.needingALook() > 0 ? RowsNeedALook : Fine;
}

} // namespace

int importCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ImportWords::tr("Imports a file as a mapping profile says."));
    parser.addPositionalArgument(u"FILE"_s, ImportWords::tr("The spreadsheet."));
    parser.addOptions(
        { { u"account"_s, ImportWords::tr("The account's name; “practice” is always there."), u"NAME"_s },
          { u"yes"_s, ImportWords::tr("Sends without asking.") },
          { u"reports"_s, ImportWords::tr("Saves the reports in this folder."), u"DIR"_s },
          { u"json"_s, ImportWords::tr("Answers as JSON.") },
          { u"progress"_s, ImportWords::tr("Tells the progress as JSON lines on standard error."),
            u"json"_s } });
    addSecretOption(parser);
    addPreparationOptions(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"profile"_s)
        || !parser.isSet(u"account"_s))
        return wrongUsage(ImportWords::tr("import takes one file, --profile and --account."));
    if (parser.isSet(u"progress"_s) && parser.value(u"progress"_s) != u"json")
        return wrongUsage(ImportWords::tr("--progress takes “json”."));
    const auto options = preparationOptions(parser);
    if (!options)
        return wrongUsage(options.error().sentence);
    const QString accountName = parser.value(u"account"_s);
    if (const auto account = std::ranges::find(tools.accounts, accountName, &Account::name);
        account != tools.accounts.end()) {
        const Service *service = serviceById(tools.services, account->service);
        if (const auto never = service ? cannotImport(*service) : std::nullopt)
            return couldNot(*never);
        if (parser.isSet(u"secret-stdin"_s) && parser.positionalArguments().constFirst() == u"-")
            return wrongUsage(ImportWords::tr("Standard input cannot hold both the file and the secret."));
        if (const Done taken = takeSecret(parser, *account, tools); !taken)
            return couldNot(taken.error());
    }
    const Interrupt interrupt;
    auto input = InputFile::takeForRun(parser, tools.folders.data, interrupt);
    if (!input)
        return couldNot(input.error());
    auto ready = prepare(input->file(), *options, tools, interrupt.token());
    if (!ready)
        return couldNot(ready.error());
    const auto check = checkRows(ready->draft, ready->schema, {}, interrupt.token());
    if (!check)
        return couldNot(check.error());
    if (const Done held = holdAgainst(*options, ready->draft, *check, ready->schema, interrupt.token());
        !held)
        return couldNot(held.error());
    tellPlan(*ready, *check);
    if (!parser.isSet(u"yes"_s)) {
        if (auto given = consent(); !given)
            return couldNot(interrupt.came() ? cancelledError() : given.error());
    }
    if (interrupt.came())
        return Interrupted; // nothing was begun

    auto ledger = startRun(tools.folders.runs(), ready->draft, ready->account, *ready->service,
                           ready->describe, *check, tools.clock.now());
    if (!ledger)
        return couldNot(ledger.error());
    input->keep();
    RunControl control;
    const std::stop_callback leaving(interrupt.token(), [&control] { control.quit(); });
    const RunEnd end = executeRun({ .ledger = **ledger,
                                    .service = *ready->service,
                                    .session = *ready->session,
                                    .clock = tools.clock,
                                    .control = control,
                                    .onChange = progressTo(parser.isSet(u"progress"_s)),
                                    .patience = commandPatience });
    const QString folder = (*ledger)->folder();
    const auto reports = saveReports(folder, (*ledger)->plan(), *ready->service, parser.value(u"reports"_s));
    if (end.error)
        couldNot(*end.error);
    if (!reports)
        return couldNot(reports.error());
    const auto json = runJson(folder, end.state, *reports);
    if (!json)
        return couldNot(json.error());
    if (parser.isSet(u"json"_s)) {
        printJson(*json);
    } else {
        print(ImportWords::tr("%1 rows are in, %2 failed, %3 were left out.")
                  .arg(QLocale().toString(end.tally.in()), QLocale().toString(end.tally.of(Outcome::Failed)),
                       QLocale().toString(end.tally.of(Outcome::LeftOut))));
    }
    return exitOf(end);
}

} // namespace rowlift::cli
