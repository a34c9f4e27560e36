#include "app/check/check.h"
#include "app/cli/check_words.h"
#include "app/cli/command.h"
#include "app/cli/found_records.h"
#include "app/cli/input_file.h"
#include "app/cli/load_choices.h"
#include "app/cli/preparation.h"
#include "app/cli/readings.h"
#include "app/report/problem_report.h"
#include "app/run/record_limit.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CheckCommandWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

QJsonObject checkJson(const CheckResult &check)
{
    return { { u"rows"_s, check.rows },
             { u"records"_s, check.records },
             { u"rowsWithProblems"_s, static_cast<qint64>(check.problemRecords.size()) },
             { u"groups"_s, groupsJson(check) },
             { u"missingFields"_s, QJsonArray::fromStringList(check.missingFields) },
             { u"clashes"_s, QJsonArray::fromStringList(check.clashes) } };
}

void tell(const CheckResult &check, bool isGrouped)
{
    const QLocale locale;
    const auto problems = static_cast<qint64>(check.problemRecords.size());
    print(CheckCommandWords::tr("%1 of %Ln row(s) are ready.", nullptr, static_cast<int>(check.rows))
              .arg(locale.toString(check.rows - problems)));
    if (isGrouped)
        print(CheckCommandWords::tr("They form %Ln record(s).", nullptr, static_cast<int>(check.records)));
    for (const ProblemGroup &group : check.groups)
        print(groupLine(group));
    if (!check.missingFields.isEmpty())
        print(CheckCommandWords::tr("Nothing can be sent: nothing goes to %1.")
                  .arg(check.missingFields.join(u", "_s)));
    for (const QString &clash : check.clashes)
        print(CheckCommandWords::tr("Nothing can be sent: %1").arg(clash));
}

} // namespace

int checkCommand(const QStringList &arguments, const Tools &tools)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CheckCommandWords::tr("Holds every row against every rule of the service, and sends nothing."));
    parser.addPositionalArgument(u"FILE"_s, CheckCommandWords::tr("The spreadsheet."));
    parser.addOptions(
        { { u"json"_s, CheckCommandWords::tr("Answers as JSON.") },
          { u"problems"_s,
            CheckCommandWords::tr("Saves a table of all that was found, a line for each row and "
                                  "thing against it."),
            u"OUT.csv"_s } });
    addPreparationOptions(parser);
    addFieldsOption(parser);
    addLoadOptions(parser);
    addAccountOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !namesWhatToDo(parser))
        return wrongUsage(
            CheckCommandWords::tr("check takes one file, and --profile, or --delete-ids with --object."));
    const auto options = preparationOptions(parser);
    if (!options)
        return wrongUsage(options.error().sentence);
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    auto ready = prepare(input->file(), *options, tools, interrupt.token());
    if (!ready)
        return couldNot(ready.error());
    std::optional<FoundRecords> records;
    if (ready->session) { // without one it is not looked into
        auto found = FoundRecords::lookUp(*ready, tools.clock, false, interrupt);
        if (!found)
            return couldNot(found.error());
        records = std::move(*found);
    }
    const auto check = checkRows(ready->draft, ready->schema, {}, interrupt.token(),
                                 mostRecordBytes(*ready->service, ready->draft.target));
    if (!check)
        return couldNot(check.error());
    if (const Done held = holdAgainst(*options, ready->draft, *check, ready->schema, interrupt.token());
        !held)
        return couldNot(held.error());
    if (parser.isSet(u"problems"_s)) {
        const auto saved = saveProblemReport(ready->draft, ready->schema, *check, parser.value(u"problems"_s),
                                             interrupt.token());
        if (!saved)
            return couldNot(saved.error());
    }
    if (parser.isSet(u"json"_s))
        printJson(checkJson(*check));
    else
        tell(*check, ready->draft.target.groupsRows());
    return check->problemRecords.empty() && check->missingFields.isEmpty() && check->clashes.isEmpty()
        ? Fine
        : RowsNeedALook;
}

} // namespace rowlift::cli
