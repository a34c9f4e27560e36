#include "app/accounts/kept_credentials.h"
#include "tests/support/practice_account.h"
#include "tests/support/secret_search.h"
#include "ui/desk/bench.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

#include "translations/translations.h"
#include <optional>

using namespace rowlift;
using namespace Qt::StringLiterals;

/// An account of one's own through the window: typed into the panel, kept in a real keyring, used by a whole
/// import over real sockets; and its secret is nowhere else.
class TestUiSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void searchFindsWhatIsPlanted_data();
    void searchFindsWhatIsPlanted();
    void importWithAnAccountOfOnesOwnLeavesNoSecret();
    void nextStartKnowsTheSecret();
    void failingSignInLeavesNoSecret();
    void removedSecretIsGoneFromTheKeychain();

private:
    template <typename Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    void open();
    void click(const QString &name);
    void type(const QString &name, const QString &text);
    void goToWhere();
    void addAccount(const QString &secret);
    void verifyNoSecrets();
    SessionMaker sessionMaker();
    QString secret() const { return m_practice->credentials().clientSecret.reveal(); }

    std::unique_ptr<testing::PracticeAccount> m_practice;
    std::optional<SecretStore> m_secrets; // one for the whole process
    std::unique_ptr<QTemporaryDir> m_home;
    QStringList m_titles; ///< Every title that the window had.
    SystemClock m_clock;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<ui::AccountDesk> m_accounts;
    std::unique_ptr<ui::Bench> m_bench;
    std::unique_ptr<ui::MainWindow> m_window;
};

namespace {

constexpr int patience = 20'000;
const QString wrongSecret = u"wrong-secret-4711"_s;

} // namespace

void TestUiSecrets::initTestCase()
{
    QVERIFY2(QDir::homePath().startsWith(QDir::tempPath()), "run it behind with_keyring.sh");
    installTranslations(*qApp, QLocale(QLocale::English)); // for the plurals
    ui::installStyle(*qApp, ui::ThemeChoice::Light);
    m_practice = std::make_unique<testing::PracticeAccount>();
    m_secrets.emplace(u"Rowlift test"_s);
    QVERIFY(secret().size() > 7);
}

void TestUiSecrets::init()
{
    m_home = std::make_unique<QTemporaryDir>(QDir::homePath() + u"/rowlift-XXXXXX"_s);
    m_book = std::make_unique<AccountBook>(m_home->filePath(u"config/accounts.json"_s));
    open();
}

void TestUiSecrets::cleanup()
{
    m_window.reset();
    m_bench.reset();
    m_accounts.reset();
}

SessionMaker TestUiSecrets::sessionMaker()
{
    return [this](const Account &account) {
        const auto credentials = [this, account](std::stop_token stop) {
            return keptCredentials(account, *m_secrets, std::move(stop));
        };
        return m_practice->service().open(account, credentials, m_practice->http());
    };
}

/// As a start of the program does it.
void TestUiSecrets::open()
{
    cleanup();
    const auto trial = [this](const Account &account, const Secret &secret) {
        const Credentials credentials {
            .url = account.url, .clientId = account.user, .clientSecret = secret, .kind = account.signIn
        };
        return m_practice->service().open(
            account, [credentials](std::stop_token) -> Result<Credentials> { return credentials; },
            m_practice->http());
    };
    const auto known = m_book->accounts();
    QVERIFY(known);
    m_accounts = std::make_unique<ui::AccountDesk>(
        ui::AccountDesk::Tools { .book = *m_book,
                                 .secrets = [this]() -> SecretStore & { return *m_secrets; },
                                 .openSession = sessionMaker(),
                                 .openTrial = trial },
        *known);
    m_bench = std::make_unique<ui::Bench>(
        ui::Bench { .services = m_practice->services(),
                    .folders = Folders::below(m_home->path()),
                    .clock = m_clock,
                    .openSession = sessionMaker(),
                    .accounts = *m_accounts,
                    .sampleFile = QStringLiteral(ROWLIFT_SOURCE_DIR "/resources/sample/spring-fair.csv") });
    m_window = std::make_unique<ui::MainWindow>(*m_bench);
    connect(m_window.get(), &QWidget::windowTitleChanged, this,
            [this](const QString &title) { m_titles << title; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestUiSecrets::click(const QString &name)
{
    QTRY_VERIFY2_WITH_TIMEOUT(find<QAbstractButton>(name) && find<QAbstractButton>(name)->isVisible()
                                  && find<QAbstractButton>(name)->isEnabled(),
                              qPrintable(name), patience);
    find<QAbstractButton>(name)->click();
}

void TestUiSecrets::type(const QString &name, const QString &text)
{
    auto *edit = find<QLineEdit>(name);
    QVERIFY2(edit && edit->isVisible(), qPrintable(name));
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestUiSecrets::goToWhere()
{
    QFile file(m_home->filePath(u"people.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Nachname;E-Mail\r\nStone;stone@example.com\r\nWood;wood..x@example.com\r\n");
    file.close();
    m_window->openFile(file.fileName());
    click(u"shell.primary"_s);
    QTRY_COMPARE(m_window->step(), ui::Step::Where);
}

void TestUiSecrets::addAccount(const QString &typed)
{
    click(u"where.add.salesforce"_s);
    type(u"account.url"_s, m_practice->credentials().url.toString() + u'/');
    type(u"account.user"_s, m_practice->credentials().clientId);
    type(u"account.secret"_s, typed);
    type(u"account.name"_s, u"Acme"_s);
}

void TestUiSecrets::verifyNoSecrets()
{
    const QStringList secrets { secret(), wrongSecret, u"!AQ"_s }; // every access token has that
    const QStringList found = testing::filesWithSecrets({ m_home->path(), QDir::homePath() }, secrets);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
    const QStringList processes = testing::processesWithSecrets({ secret(), wrongSecret });
    QVERIFY2(processes.isEmpty(), qPrintable(processes.join(u' ')));
    QVERIFY2(!testing::holdsSecret(m_titles.join(u' ').toUtf8(), secrets), qPrintable(m_titles.join(u' ')));
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const QString said = widget->accessibleName() + widget->accessibleDescription() + widget->toolTip();
        QVERIFY2(!testing::holdsSecret(said.toUtf8(), secrets), qPrintable(widget->objectName()));
    }
    for (const QLabel *label : m_window->findChildren<QLabel *>())
        QVERIFY2(!testing::holdsSecret(label->text().toUtf8(), secrets), qPrintable(label->objectName()));
}

void TestUiSecrets::searchFindsWhatIsPlanted_data()
{
    QTest::addColumn<QByteArray>("planted");
    const QByteArray secret("pl&nted secret/42");
    QTest::newRow("as it is") << "x" + secret + "y";
    QTest::newRow("encoded for an address") << secret.toPercentEncoding();
    QTest::newRow("base64") << secret.toBase64();
    QTest::newRow("base64 with the user") << ("user:" + secret).toBase64();
    QTest::newRow("base64 behind eight bytes") << ("12345678" + secret + "!").toBase64();
    QTest::newRow("hexadecimal") << secret.toHex();
}

void TestUiSecrets::searchFindsWhatIsPlanted()
{
    QFETCH(QByteArray, planted);
    QDir(m_home->path()).mkpath(u".cache/deep"_s);
    QFile file(m_home->filePath(u".cache/deep/.hidden"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(planted);
    file.close();
    const QStringList found = testing::filesWithSecrets({ m_home->path() }, { u"pl&nted secret/42"_s });
    QCOMPARE(found, QStringList { file.fileName() });
    QProcess process;
    process.start(u"sleep"_s, { u"60"_s });
    QVERIFY(process.waitForStarted());
    QCOMPARE(testing::processesWithSecrets({ u"pl&nted secret/42"_s }), QStringList());
    process.kill();
    process.waitForFinished();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TOLD"_s, u"pl&nted secret/42"_s);
    process.setProcessEnvironment(environment);
    process.start(u"sleep"_s, { u"60"_s });
    QVERIFY(process.waitForStarted());
    QTRY_COMPARE(testing::processesWithSecrets({ u"pl&nted secret/42"_s }),
                 QStringList { u"/proc/%1/environ"_s.arg(process.processId()) });
    process.kill();
    process.waitForFinished();
}

void TestUiSecrets::importWithAnAccountOfOnesOwnLeavesNoSecret()
{
    goToWhere();
    addAccount(secret());
    click(u"account.test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"account.state"_s)->text().contains(u'@'), patience);
    click(u"account.save"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"notice.kept"_s), patience);
    QVERIFY2(find<QWidget>(u"notice.kept"_s)->accessibleName().contains("in this computer's keychain"_L1),
             qPrintable(find<QWidget>(u"notice.kept"_s)->accessibleName()));
    QCOMPARE(find<ui::SearchableCombo>(u"where.account"_s)->shownText(), u"Salesforce — Acme"_s);
    click(u"where.object.Contact"_s);
    click(u"where.action.add"_s);
    click(u"shell.primary"_s);
    QTRY_COMPARE(m_window->step(), ui::Step::Map);
    click(u"shell.primary"_s);
    QTRY_COMPARE(m_window->step(), ui::Step::Check);
    click(u"shell.primary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().run.snapshot().stage == ui::RunDesk::Stage::Ended, 60'000);
    QVERIFY(m_window->desks().run.snapshot().results.tally.in() > 0);
    verifyNoSecrets();
}

void TestUiSecrets::nextStartKnowsTheSecret()
{
    goToWhere();
    addAccount(secret());
    click(u"account.save"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_accounts->own().size(), std::size_t(1), patience);
    open();
    goToWhere(); // the only account is chosen
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::ChooseObject,
                             patience);
    verifyNoSecrets();
}

void TestUiSecrets::failingSignInLeavesNoSecret()
{
    goToWhere();
    addAccount(wrongSecret);
    click(u"account.test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"account.failure"_s)->isVisible(), patience);
    const QString said = find<QLabel>(u"account.failure"_s)->text();
    QVERIFY2(said.contains(u"Consumer Secret"_s), qPrintable(said));
    verifyNoSecrets();
    click(u"account.save"_s); // anyway
    QTRY_COMPARE_WITH_TIMEOUT(m_accounts->own().size(), std::size_t(1), patience);
    // The page asks for it again, and the right one leads on.
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"where.again"_s)->isVisible(), patience);
    type(u"where.again.secret"_s, secret());
    click(u"where.again.signIn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->desks().place.snapshot().stage == ui::PlaceDesk::Stage::ChooseObject,
                             patience);
    verifyNoSecrets();
}

void TestUiSecrets::removedSecretIsGoneFromTheKeychain()
{
    goToWhere();
    addAccount(secret());
    click(u"account.save"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_accounts->own().size(), std::size_t(1), patience);
    const QUuid id = m_accounts->own().front().id;
    QVERIFY(m_secrets->find(id, {})->has_value());
    click(u"where.account.manage"_s);
    click(u"accounts.remove.Acme"_s);
    click(u"accounts.remove.yes"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_accounts->own().empty() && m_accounts->task() == ui::AccountDesk::Task::None,
                             patience);
    const auto left = m_secrets->find(id, {});
    QVERIFY(left && !left->has_value());
    QVERIFY(find<QWidget>(u"accounts.add"_s)->isVisible());
}

QTEST_MAIN(TestUiSecrets)
#include "test_ui_secrets.moc"
