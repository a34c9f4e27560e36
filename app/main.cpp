#include "app/accounts/account_book.h"
#include "app/accounts/kept_credentials.h"
#include "app/accounts/practice_host.h"
#include "app/accounts/secret_store.h"
#include "app/cli/command_line.h"
#include "app/practice/server.h"
#include "app/service/closed_session.h"
#include "app/services/all_services.h"
#include "ui/demo/demo_driver.h"
#include "ui/demo/sample_file.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"
#include "ui/system/desktop.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include "translations/translations.h"
#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;
using namespace rowlift;

namespace {

struct MainWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Main)
};

/// Everything that commands and window work with, put together once.
struct House {
    explicit House(const Folders &where)
        : folders(where)
        , practice(QCoreApplication::applicationFilePath(),
                   { u"practice"_s, u"--json"_s, u"--data"_s, where.practice() })
        , services(allServices())
        , book(where.config + u"/accounts.json"_s)
        , accounts(practiceAccounts())
    {
        // A list that cannot be read is told by whoever works on it; the practice accounts are there all
        // the same.
        if (const auto added = book.accounts())
            accounts.insert(accounts.end(), added->begin(), added->end());
    }

    SecretStore &secretStore()
    {
        std::call_once(secretsMade, [this] { secrets.emplace(); });
        return *secrets;
    }

    Result<Credentials> credentialsOf(const Account &account, std::stop_token stop)
    {
        if (account.environment == Environment::Practice)
            return practice.credentials(account.service, std::move(stop));
        return keptCredentials(account, secretStore(), std::move(stop));
    }

    /// Signs in with a secret that is kept nowhere yet.
    ui::TrialMaker trialMaker()
    {
        return [this](const Account &account, const Secret &secret) {
            const Credentials credentials {
                .url = account.url, .clientId = account.user, .clientSecret = secret, .kind = account.signIn
            };
            return open(account,
                        [credentials](std::stop_token) -> Result<Credentials> { return credentials; });
        };
    }

    SessionMaker sessionMaker()
    {
        return [this](const Account &account) {
            const auto credentials
                = [this, account](std::stop_token stop) { return credentialsOf(account, std::move(stop)); };
            return open(account, credentials);
        };
    }

    std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials)
    {
        const Service *service = serviceById(services, account.service);
        return service ? service->open(account, std::move(credentials), http)
                       : ClosedSession::ofUnknownService(account);
    }

    Folders folders;
    SystemClock clock;
    QtHttpFactory http;
    PracticeHost practice;
    Services services;
    AccountBook book;
    std::once_flag secretsMade;
    std::optional<SecretStore> secrets;
    std::vector<Account> accounts;
};

/// A demo begins afresh each time: its accounts are empty, and nothing of it stays among the person's own
/// imports.
struct DemoHome {
    QTemporaryDir folder;
    Folders folders() const { return Folders::below(folder.path()); }
};

/// What a window stands on; outlives it.
struct WindowHouse {
    explicit WindowHouse(const Folders &where)
        : house(where)
    {
    }

    House house;
    ui::AccountDesk accounts { { .book = house.book,
                                 .secrets = [this]() -> SecretStore & { return house.secretStore(); },
                                 .openSession = house.sessionMaker(),
                                 .openTrial = house.trialMaker() },
                               house.accounts };
    ui::Bench bench { .services = house.services,
                      .folders = house.folders,
                      .clock = house.clock,
                      .openSession = house.sessionMaker(),
                      .accounts = accounts,
                      .sampleFile = ui::unpackSample(house.folders.data + u"/sample"_s) };
    std::unique_ptr<ui::Desktop> desktop = ui::makeDesktop();
};

void preparePlatform()
{
    // A dead or missing display falls back to drawing off screen instead of aborting.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "wayland;xcb;offscreen");
}

void addThemeOption(QCommandLineParser &parser)
{
    parser.addOption({ u"theme"_s,
                       MainWords::tr("light, dark or high-contrast; absent: as the system has it."),
                       u"THEME"_s });
}

/// Gives \a app the program's style. False: the option names no theme.
bool chooseTheme(QApplication &app, const QCommandLineParser &parser)
{
    static const QHash<QString, ui::ThemeChoice> themes { { QString(), ui::ThemeChoice::System },
                                                          { u"light"_s, ui::ThemeChoice::Light },
                                                          { u"dark"_s, ui::ThemeChoice::Dark },
                                                          { u"high-contrast"_s,
                                                            ui::ThemeChoice::HighContrast } };
    const auto theme = themes.constFind(parser.value(u"theme"_s));
    if (theme == themes.constEnd()) {
        cli::wrongUsage(MainWords::tr("--theme takes light, dark or high-contrast."));
        return false;
    }
    ui::installStyle(app, *theme);
    return true;
}

int runDemo(QApplication &app, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "rowlift::Main", "Drives the window through the sample import and saves a picture of each page."));
    parser.addOption({ u"out"_s, MainWords::tr("Where pictures and reports go."), u"DIR"_s });
    addThemeOption(parser);
    int exit = 0;
    if (!cli::parse(parser, arguments, &exit))
        return exit;
    if (!chooseTheme(app, parser))
        return cli::WrongUsage;
    const DemoHome home;
    const WindowHouse house(home.folders());
    ui::MainWindow window(house.bench);
    const QString out = parser.isSet(u"out"_s) ? parser.value(u"out"_s) : u"rowlift-demo"_s;
    ui::DemoDriver driver(window, out, [](const QString &line) { cli::print(line); });
    QObject::connect(&driver, &ui::DemoDriver::finished, &app,
                     [](int code) { QCoreApplication::exit(code); });
    QMetaObject::invokeMethod(&driver, &ui::DemoDriver::start, Qt::QueuedConnection);
    return QApplication::exec();
}

int runWindow(QApplication &app, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, MainWords::tr("The spreadsheet to open."));
    parser.addOption({ u"demo"_s, MainWords::tr("With the practice account and the sample file.") });
    addThemeOption(parser);
    int exit = 0;
    if (!cli::parse(parser, arguments, &exit))
        return exit;
    if (!chooseTheme(app, parser))
        return cli::WrongUsage;
    if (parser.positionalArguments().size() > 1)
        return cli::wrongUsage(
            MainWords::tr("The window opens one file. “rowlift --help” tells the commands."));
    const bool demo = parser.isSet(u"demo"_s);
    const DemoHome home;
    const WindowHouse house(demo ? home.folders() : Folders::standard());
    ui::MainWindow window(house.bench);
    window.attend(*house.desktop);
    window.show();
    if (demo)
        window.openSample();
    else if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().constFirst());
    return QApplication::exec();
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"rowlift"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ROWLIFT_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Rowlift"_s);
    QGuiApplication::setDesktopFileName(u"rowlift"_s); // desktops know the window by it
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
                             .book = house.book,
                             .secrets = [&house]() -> SecretStore & { return house.secretStore(); },
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
    if (!demo)
        return runWindow(app, QApplication::arguments());
    QStringList rest = QApplication::arguments();
    rest.removeAt(1);
    return runDemo(app, rest);
}
