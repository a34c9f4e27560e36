#include "app/check/check.h"
#include "app/cli/check_words.h"
#include "app/cli/command.h"
#include "app/cli/consent.h"
#include "app/cli/found_records.h"
#include "app/cli/input_file.h"
#include "app/cli/load_choices.h"
#include "app/cli/preparation.h"
#include "app/cli/readings.h"
#include "app/cli/run_telling.h"
#include "app/csv/bad_input.h"
#include "app/run/record_limit.h"
#include "app/run/run_start.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

Error withNothingSent(Error error)
{
    error.sentence += u' ' + ImportWords::tr("Nothing was sent.");
    return error;
}

/// All that was found before anything is sent: with --yes there is no other place to see it.
void tellPlan(const Preparation &ready, const CheckResult &check, qint64 rows)
{
    const QLocale locale;
    say(ImportWords::tr("%1 of %Ln row(s) are ready for %2 in %3.", nullptr, static_cast<int>(check.rows))
            .arg(locale.toString(rows), ready.schema.object.labelPlural, ready.account.name));
    if (ready.draft.target.groupsRows())
        say(ImportWords::tr("They form %Ln record(s).", nullptr, static_cast<int>(check.records)));
    for (const ProblemGroup &group : check.groups)
        say(groupLine(group));
}

/// Rows that are sent with another row of the same record.
qint64 rowsAgain(const Preparation &ready, const CheckResult &check)
{
    qint64 rows = 0;
    for (const ProblemGroup &group : check.groups) {
        if (group.rule != Rule::DeletedOnce)
            continue;
        rows += std::ranges::count_if(group.records, [&](qint64 record) {
            return !std::ranges::binary_search(check.problemRecords, record)
                && !std::ranges::binary_search(ready.draft.leftOut, record);
        });
    }
    return rows;
}

/// What is certain to be refused by startRun() anyway, what the account can still do, and the person's word.
Done mayBegin(const QCommandLineParser &parser, const Preparation &ready, const CheckResult &check,
              qint64 rows, const std::stop_token &stop)
{
    if (rows == 0)
        return {}; // it cannot begin
    const auto kind = kindFor(*ready.service, ready.draft.target, rows, ready.draft.kind,
                              fieldsOf(ready.draft, ready.schema));
    if (!kind)
        return tl::unexpected(kind.error());
    if (const Done known = knowsChoices(ready, *kind); !known)
        return tl::unexpected(withNothingSent(known.error()));
    if (!kind->label.isEmpty())
        say(kind->label + u'.');
    return isComplete(check.missingFields)
        .and_then([&] { return fitsTogether(check.clashes); })
        .and_then([&] { return fitsLimits(parser, ready, *kind, rows, check, stop); })
        .and_then([&] { return consent(parser, ready, rows - rowsAgain(ready, check)); });
}

/// The share of the first part that may fail before a run brakes. Fails with BadInput when an option makes no
/// sense.
Result<double> brakeShareFrom(const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-brake"_s))
        return 1;
    if (!parser.isSet(u"brake"_s))
        return RunPlan().brakeShare;
    bool isNumber = false;
    const int percent = parser.value(u"brake"_s).toInt(&isNumber);
    if (!isNumber || percent < 0 || percent > 100)
        return tl::unexpected(badInput(ImportWords::tr("--brake takes a number of percent, 0 to 100.")));
    return percent / 100.0;
}

} // namespace

int importCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ImportWords::tr("Imports a file as a mapping profile says."));
    parser.addPositionalArgument(u"FILE"_s, ImportWords::tr("The spreadsheet."));
    parser.addOptions(
        { { u"account"_s, ImportWords::tr("The account's name; “practice” is always there."), u"NAME"_s },
          { u"brake"_s,
            ImportWords::tr("Stops when more than this share of the first part fails; absent: 20."),
            u"PERCENT"_s },
          { u"no-brake"_s, ImportWords::tr("Goes on however much of the first part fails.") } });
    addTellingOptions(parser);
    addLoadOptions(parser);
    addConsentOptions(parser);
    addSecretOption(parser);
    addPreparationOptions(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !namesWhatToDo(parser) || !parser.isSet(u"account"_s))
        return wrongUsage(ImportWords::tr("import takes one file, --account, and --profile, or --delete-ids "
                                          "with --object."));
    const auto options = preparationOptions(parser);
    auto telling = runTelling(parser);
    const auto brakeShare = brakeShareFrom(parser);
    const auto wellConsented = checkConsentOptions(parser);
    if (!options || !telling || !brakeShare || !wellConsented)
        return wrongUsage(!options          ? options.error().sentence
                              : !telling    ? telling.error().sentence
                              : !brakeShare ? brakeShare.error().sentence
                                            : wellConsented.error().sentence);
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
        return couldNot(withNothingSent(ready.error()));
    const auto found = FoundRecords::lookUp(*ready, tools.clock, telling->progressJson, interrupt);
    if (!found)
        return couldNot(found.error());
    const auto check = checkRows(ready->draft, ready->schema, {}, interrupt.token(),
                                 mostRecordBytes(*ready->service, ready->draft.target));
    if (!check)
        return couldNot(check.error());
    if (const Done held = holdAgainst(*options, ready->draft, *check, ready->schema, interrupt.token());
        !held)
        return couldNot(held.error());
    const qint64 rows = rowsToSend(ready->draft, *check);
    tellPlan(*ready, *check, rows);
    if (const Done may = mayBegin(parser, *ready, *check, rows, interrupt.token()); !may)
        return couldNot(interrupt.came() ? cancelledError() : may.error());
    if (interrupt.came())
        return Interrupted; // nothing was begun

    auto ledger = startRun(tools.folders.runs(), ready->draft, ready->account, *ready->service,
                           ready->describe, *check, tools.clock.now(), *brakeShare);
    if (!ledger)
        return couldNot(ledger.error());
    input->keep();
    telling->checks = groupsJson(*check);
    return carryOut(std::move(*ledger), *ready->service, *ready->session, tools.clock, interrupt, *telling);
}

} // namespace rowlift::cli
