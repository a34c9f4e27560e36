#include "app/check/check.h"
#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/csv/bad_input.h"
#include "app/draft/file_look.h"
#include "app/mapping/profile.h"
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

/// Everything that an import needs, from profile, file and account.
struct ImportPlan {
    Draft draft;
    Account account;
    const Service *service = nullptr;
    std::unique_ptr<ServiceSession> session;
    QByteArray describe;
    Schema schema;
    CheckResult check;
};

/// What the profile imports and this file, or the service by now, lacks. Nobody watches a scheduled import:
/// it must not go through with half of its columns.
QStringList lostColumns(const Profile &profile, const QStringList &columns, const Schema &schema)
{
    QStringList lost;
    for (const ColumnMapping &column : profile.mapping.columns) {
        const bool there = columns.contains(column.column) && schema.field(column.field);
        if (!column.field.isEmpty() && !there)
            lost << u"%1 → %2"_s.arg(column.column, column.field);
    }
    return lost;
}

Result<ImportPlan> planImport(const ChosenFile &file, const QString &profileName, const QString &accountName,
                              const DialectChoice &given, const Tools &tools, const std::stop_token &stop)
{
    auto profile = loadProfile(profileName, tools.folders.profiles);
    if (!profile)
        return tl::unexpected(profile.error());
    ImportPlan plan;
    const auto account = std::ranges::find(tools.accounts, accountName, &Account::name);
    if (account == tools.accounts.end())
        return tl::unexpected(badInput(ImportWords::tr("There is no account “%1”.").arg(accountName)));
    plan.account = *account;
    if (profile->service != plan.account.service)
        return tl::unexpected(
            badInput(ImportWords::tr("The profile “%1” is made for another service than the account “%2”.")
                         .arg(profileName, accountName)));
    plan.service = serviceById(tools.services, plan.account.service);
    DialectChoice choice = profile->dialect;
    if (given.delimiter)
        choice.delimiter = given.delimiter;
    if (given.quote)
        choice.quote = given.quote;
    if (given.encoding)
        choice.encoding = given.encoding;
    if (given.headerRecord)
        choice.headerRecord = given.headerRecord;
    auto look = lookAtFile(file, choice);
    if (!look)
        return tl::unexpected(look.error());
    plan.session = tools.openSession(plan.account);
    auto describe = plan.session->describe(profile->target.object, stop);
    if (!describe)
        return tl::unexpected(describe.error());
    plan.describe = std::move(*describe);
    auto schema = plan.service->schemaFrom(plan.describe);
    if (!schema)
        return tl::unexpected(schema.error());
    plan.schema = std::move(*schema);
    if (const QStringList lost = lostColumns(*profile, look->columns, plan.schema); !lost.isEmpty())
        return tl::unexpected(badInput(
            ImportWords::tr(
                "Nothing was sent: the file or %1 lacks what the profile imports: %2. Save the profile "
                "anew for this file.")
                .arg(plan.schema.object.labelPlural, lost.join(u", "_s))));
    plan.draft = { .file = look->path,
                   .stamp = look->stamp,
                   .source = look->source,
                   .sheet = look->sheet,
                   .dialect = look->guess.dialect,
                   .service = plan.account.service,
                   .account = plan.account.name,
                   .target = profile->target,
                   .mapping = applyProfile(*profile, look->columns, plan.schema),
                   .header = look->columns,
                   .leftOut = {} };
    auto check = checkRows(plan.draft, plan.schema, {}, stop);
    if (!check)
        return tl::unexpected(check.error());
    plan.check = std::move(*check);
    return plan;
}

void tellPlan(const ImportPlan &plan)
{
    const QLocale locale;
    const qint64 leftOut = static_cast<qint64>(plan.check.problemRecords.size());
    say(ImportWords::tr("%1 of %2 rows are ready for %3 in %4.")
            .arg(locale.toString(plan.check.rows - leftOut), locale.toString(plan.check.rows),
                 plan.schema.object.labelPlural, plan.account.name));
    for (const ProblemGroup &group : plan.check.groups) {
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
        { { u"profile"_s, ImportWords::tr("A mapping profile's name, or its file."), u"P"_s },
          { u"account"_s, ImportWords::tr("The account's name; “practice” is always there."), u"NAME"_s },
          { u"yes"_s, ImportWords::tr("Sends without asking.") },
          { u"reports"_s, ImportWords::tr("Saves the reports in this folder."), u"DIR"_s },
          { u"json"_s, ImportWords::tr("Answers as JSON.") },
          { u"progress"_s, ImportWords::tr("Tells the progress as JSON lines on standard error."),
            u"json"_s } });
    addSecretOption(parser);
    addDialectOptions(parser);
    addSheetOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"profile"_s)
        || !parser.isSet(u"account"_s))
        return wrongUsage(ImportWords::tr("import takes one file, --profile and --account."));
    if (parser.isSet(u"progress"_s) && parser.value(u"progress"_s) != u"json")
        return wrongUsage(ImportWords::tr("--progress takes “json”."));
    const auto choice = dialectChoiceFrom(parser);
    if (!choice)
        return wrongUsage(choice.error().sentence);
    const QString accountName = parser.value(u"account"_s);
    if (const auto account = std::ranges::find(tools.accounts, accountName, &Account::name);
        account != tools.accounts.end()) {
        if (parser.isSet(u"secret-stdin"_s) && parser.positionalArguments().constFirst() == u"-")
            return wrongUsage(ImportWords::tr("Standard input cannot hold both the file and the secret."));
        if (const Done taken = takeSecret(parser, *account, tools); !taken)
            return couldNot(taken.error());
    }
    const Interrupt interrupt;
    auto input = InputFile::takeForRun(parser, tools.folders.data, interrupt);
    if (!input)
        return couldNot(input.error());
    auto plan = planImport(input->file(), parser.value(u"profile"_s), accountName, *choice, tools,
                           interrupt.token());
    if (!plan)
        return couldNot(plan.error());
    tellPlan(*plan);
    if (!parser.isSet(u"yes"_s)) {
        if (auto given = consent(); !given)
            return couldNot(interrupt.came() ? cancelledError() : given.error());
    }
    if (interrupt.came())
        return Interrupted; // nothing was begun

    auto ledger = startRun(tools.folders.runs(), plan->draft, plan->account, *plan->service, plan->describe,
                           plan->check, tools.clock.now());
    if (!ledger)
        return couldNot(ledger.error());
    input->keep();
    RunControl control;
    const std::stop_callback leaving(interrupt.token(), [&control] { control.quit(); });
    const RunEnd end = executeRun({ .ledger = **ledger,
                                    .service = *plan->service,
                                    .session = *plan->session,
                                    .clock = tools.clock,
                                    .control = control,
                                    .onChange = progressTo(parser.isSet(u"progress"_s)),
                                    .patience = commandPatience });
    const QString folder = (*ledger)->folder();
    const auto reports = saveReports(folder, (*ledger)->plan(), *plan->service, parser.value(u"reports"_s));
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
