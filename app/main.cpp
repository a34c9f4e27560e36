#include "app/accounts/practice_host.h"
#include "app/cli/command_line.h"
#include "app/practice/server.h"
#include "app/services/all_services.h"
#include "ui/demo/demo_driver.h"
#include "ui/demo/sample_file.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include "translations/translations.h"

using namespace Qt::StringLiterals;
using namespace rowlift;

namespace {

/// Everything that commands and window work with, put together once.
struct House {
    explicit House(const Folders &where)
        : folders(where)
        , practice(QCoreApplication::applicationFilePath(),
                   { u"practice"_s, u"--json"_s, u"--data"_s, where.practice() })
        , services(allServices())
        , accounts { practiceSalesforceAccount() }
    {
    }

    SessionMaker sessionMaker()
    {
        return [this](const Account &account) {
            const auto credentials = [this, service = account.service](std::stop_token stop) {
                return practice.credentials(service, std::move(stop));
            };
            return serviceById(services, account.service)->open(account, credentials, http);
        };
    }

    Folders folders;
    SystemClock clock;
    QtHttpFactory http;
    PracticeHost practice;
    Services services;
    std::vector<Account> accounts;
};

/// A demo begins afresh each time: its accounts are empty, and nothing of it stays among the person's own
/// imports.
struct DemoHome {
    QTemporaryDir folder;
    Folders folders() const { return Folders::below(folder.path()); }
};

ui::Bench benchOf(House &house)
{
    return { .services = house.services,
             .folders = house.folders,
             .clock = house.clock,
             .openSession = house.sessionMaker(),
             .accounts = house.accounts,
             .sampleFile = ui::unpackSample(house.folders.data + u"/sample"_s) };
}

void preparePlatform()
{
    // A dead or missing display falls back to drawing off screen instead of aborting.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "wayland;xcb;offscreen");
}

int runDemo(QApplication &app, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "rowlift::Main", "Drives the window through the sample import and saves a picture of each page."));
    parser.addOption({ u"out"_s,
                       QCoreApplication::translate("rowlift::Main", "Where pictures and reports go."),
                       u"DIR"_s });
    int exit = 0;
    if (!cli::parse(parser, arguments, &exit))
        return exit;
    const DemoHome home;
    House house(home.folders());
    const ui::Bench bench = benchOf(house);
    ui::MainWindow window(bench);
    const QString out = parser.isSet(u"out"_s) ? parser.value(u"out"_s) : u"rowlift-demo"_s;
    ui::DemoDriver driver(window, out, [](const QString &line) { cli::print(line); });
    QObject::connect(&driver, &ui::DemoDriver::finished, &app,
                     [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&driver, &ui::DemoDriver::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int runWindow(const QStringList &arguments)
{
    const bool demo = arguments.contains(u"--demo"_s);
    const DemoHome home;
    House house(demo ? home.folders() : Folders::standard());
    const ui::Bench bench = benchOf(house);
    ui::MainWindow window(bench);
    window.show();
    if (demo)
        window.openSample();
    else if (arguments.size() > 1)
        window.openFile(arguments[1]);
    return QApplication::exec();
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"rowlift"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROWLIFT_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Rowlift"_s);
}

int runCommandLine(QCoreApplication &app)
{
    installTranslations(app, QLocale());
    House house(Folders::standard());
    return cli::runCommand(QCoreApplication::arguments(),
                           { .services = house.services,
                             .folders = house.folders,
                             .clock = house.clock,
                             .openSession = house.sessionMaker(),
                             .accounts = house.accounts,
                             .version = QStringLiteral(ROWLIFT_VERSION),
                             .practice = practice::runPracticeCommand,
                             .demo = {} });
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    const bool demo = arguments.value(1) == u"demo";
    nameApplication();
    if (cli::isCommand(arguments) && !demo) {
        QCoreApplication app(argc, argv); // commands need no display
        return runCommandLine(app);
    }
    preparePlatform();
    QApplication app(argc, argv);
    installTranslations(app, QLocale());
    ui::installStyle(app);
    if (!demo)
        return runWindow(QApplication::arguments());
    QStringList rest = QApplication::arguments();
    rest.removeAt(1);
    return runDemo(app, rest);
}
