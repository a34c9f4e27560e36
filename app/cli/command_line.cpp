#include "app/cli/command_line.h"

#include <QCoreApplication>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct HelpWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

const QStringList &commandNames()
{
    static const QStringList names { u"inspect"_s, u"clean"_s,   u"map"_s,      u"check"_s,
                                     u"plan"_s,    u"import"_s,  u"resume"_s,   u"runs"_s,
                                     u"report"_s,  u"account"_s, u"practice"_s, u"demo"_s };
    return names;
}

} // namespace

bool isCommand(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return false;
    const QString &first = arguments[1];
    return commandNames().contains(first) || first == u"--help" || first == u"-h" || first == u"--version"
        || first == u"-v";
}

QString helpText()
{
    const auto line = [](const char16_t *usage, const QString &meaning) {
        return u"  %1\n      %2\n"_s.arg(QString::fromUtf16(usage), meaning);
    };
    return HelpWords::tr("Rowlift brings a spreadsheet into Salesforce, Marketo or Dotdigital.") + u"\n\n"_s
        + line(u"rowlift [FILE]", HelpWords::tr("Opens the window, on FILE if given."))
        + line(u"rowlift --demo", HelpWords::tr("The window with the practice account and the sample file."))
        + line(u"rowlift demo [--out DIR]",
               HelpWords::tr("Drives the window through the sample import and saves a picture of each page."))
        + line(u"rowlift inspect FILE [--json] [--head N]", HelpWords::tr("Tells what a file is."))
        + line(u"rowlift clean FILE -o OUT", HelpWords::tr("Writes the same records as a standard CSV file."))
        + line(u"rowlift map FILE --fields DESC [--json]", HelpWords::tr("Proposes where each column goes."))
        + line(u"rowlift check FILE --profile P [--fields DESC] [--json] [--problems OUT.csv]",
               HelpWords::tr("Holds every row against every rule of the service."))
        + line(u"rowlift plan FILE --profile P [--fields DESC] -o DIR [--part-bytes N] [--no-brake]",
               HelpWords::tr("Writes the exact bytes that an import would send, and sends nothing."))
        + line(u"rowlift import FILE --profile P --account NAME [--yes] [--reports DIR] [--json] [--progress "
               u"json]",
               HelpWords::tr("Imports a file as a mapping profile says."))
        + line(u"rowlift resume [RUN] [--reports DIR] [--json] [--progress json]",
               HelpWords::tr("Continues an import that was interrupted; without RUN the last one."))
        + line(u"rowlift runs [--json]", HelpWords::tr("Lists the imports, the newest first."))
        + line(u"rowlift report RUN -o DIR", HelpWords::tr("Saves the reports of an import."))
        + line(u"rowlift account add NAME --service S --url URL [--sign-in HOW] [--client-id ID] "
               u"[--secret-stdin]",
               HelpWords::tr("Adds an account. Also: account list, account test NAME, account remove NAME."))
        + line(u"rowlift practice [--port N] [--json] [--data DIR]",
               HelpWords::tr("The practice server alone."))
        + u'\n'
        + HelpWords::tr("“rowlift COMMAND --help” tells more. Exit codes: 0 done, 1 some rows need a look, 2 "
                        "wrong usage, "
                        "3 could not be done, 4 interrupted.");
}

int runCommand(const QStringList &arguments, const Tools &tools)
{
    const QString command = arguments.value(1);
    QStringList rest = arguments;
    rest.removeAt(1);
    rest.first() = u"rowlift "_s + command;
    if (command == u"--version" || command == u"-v") {
        print(u"rowlift "_s + tools.version);
        return Fine;
    }
    if (command == u"inspect")
        return inspectCommand(rest);
    if (command == u"clean")
        return cleanCommand(rest);
    if (command == u"map")
        return mapCommand(rest, tools);
    if (command == u"check")
        return checkCommand(rest, tools);
    if (command == u"plan")
        return planCommand(rest, tools);
    if (command == u"import")
        return importCommand(rest, tools);
    if (command == u"resume")
        return resumeCommand(rest, tools);
    if (command == u"runs")
        return runsCommand(rest, tools);
    if (command == u"report")
        return reportCommand(rest, tools);
    if (command == u"account")
        return accountCommand(rest, tools);
    if (command == u"practice")
        return tools.practice(rest.mid(1));
    if (command == u"demo")
        return tools.demo(rest);
    print(helpText());
    return Fine;
}

} // namespace rowlift::cli
