#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/desk/map_desk.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// No keychain for these tests, and none of the person's own above all.
[[maybe_unused]] const bool withoutBus
    = qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus") && qunsetenv("DISPLAY");

const QString rightSecret = u"right-secret-77"_s;

Account ownAccount(const QString &name, const QString &service = u"salesforce"_s)
{
    return { .id = QUuid::createUuid(),
             .service = service,
             .name = name,
             .environment = Environment::Production,
             .url = QUrl(u"https://%1.my.salesforce.com"_s.arg(name.toLower())),
             .signIn = SignInKind::ClientCredentials,
             .user = u"consumer-key"_s };
}

/// One can sign in to it and no more.
class NoLoading : public Service {
public:
    QString id() const override { return u"noloading"_s; }
    QString name() const override { return u"Noloading"_s; }
    std::vector<SignInForm> signIn() const override
    {
        return { { .kind = SignInKind::Basic,
                   .label = u"With user and password"_s,
                   .fields
                   = { { .id = SignInField::Id::Url,
                         .label = u"Region"_s,
                         .help = u"Where it runs."_s,
                         .choices = { { u"Found by itself"_s, {} },
                                      { u"Europe"_s, QUrl(u"https://eu.example.com"_s) } } },
                       { .id = SignInField::Id::User, .label = u"API user"_s, .help = u"From it."_s },
                       { .id = SignInField::Id::Secret, .label = u"Password"_s, .help = u"Of it."_s } } } };
    }
    bool recognisesDescribe(const QByteArray &) const override { return false; }
    Result<Schema> schemaFrom(const QByteArray &) const override { return Schema(); }
    std::unique_ptr<ServiceSession> open(const Account &, CredentialsSource, HttpFactory &) const override
    {
        return {};
    }
};

struct AccountStage {
    explicit AccountStage(std::vector<Account> own = {})
        : bench([&own] {
            own.push_back(practiceSalesforceAccount());
            return own;
        }())
    {
        bench.account.rightSecret = rightSecret;
        bench.services.push_back(std::make_unique<NoLoading>());
        page = std::make_unique<WherePage>(place, file);
        window = std::make_unique<PageWindow>(*page);
    }
    void enter()
    {
        file.open(bench.bench.sampleFile);
        QTRY_VERIFY(file.snapshot().counted);
        window->enter({ 964, 900 });
    }
    /// Fills the form of Salesforce in, as far as the secret.
    void fillIn(const QString &secret)
    {
        type(u"account.url"_s, u"https://acme.lightning.force.com/lightning/page/home"_s);
        type(u"account.user"_s, u" consumer-key "_s);
        type(u"account.secret"_s, secret);
    }
    void type(const QString &field, const QString &text)
    {
        auto *edit = window->find<QLineEdit>(field);
        QVERIFY2(edit && edit->isVisible(), qPrintable(field));
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void choose(const QString &account)
    {
        place.chooseAccount(account);
        QTRY_VERIFY(place.snapshot().stage != PlaceDesk::Stage::Connecting);
    }
    QString text(const QString &name) const { return window->find<QLabel>(name)->text(); }
    bool shows(const QString &name) const
    {
        const auto *widget = window->find<QWidget>(name);
        return widget && widget->isVisible();
    }
    QStringList names() const
    {
        QStringList names;
        for (const Account &account : bench.accounts.own())
            names << account.name;
        return names;
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    std::unique_ptr<WherePage> page;
    std::unique_ptr<PageWindow> window;
};

} // namespace

class TestUiAccounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void noAccountYetOffersServicesAndPractice();
    void formAsksWhatTheServiceNeeds();
    void wrongAddressIsSaidBeforeAnythingIsSent();
    void addTestSaveConnect();
    void wrongSecretIsSaidInWords();
    void savingTriesFirst();
    void whatFailedCanBeSavedAnyway();
    void resultOfTheTestIsSeenInALowWindow();
    void testCanBeStopped();
    void secretLeavesNoTraceInTheForm();
    void eyeShowsTheSecret();
    void renamingKeepsIdAndSecret();
    void takenNameIsSaid();
    void removingAsksAndForgets();
    void escapeClosesThePanel();
    void forTestsIsAMarkOnlyWhereTheServiceDoesNotTell();
    void serviceThatCannotImportSaysSo();
    void missingSecretIsAskedForInThePage();
    void signingInAgainLosesNothing();
    void sessionThatEndsIsToldApart();
    void unknownAccountOfAProfileIsAskedFor();
    void profileTakesOnlyAccountsOfItsService();
    void accountOfAnotherProgramAppears();
    void damagedListIsSaid();
    void removedAccountIsNotChosenAnyMore();
};

void TestUiAccounts::noAccountYetOffersServicesAndPractice()
{
    AccountStage stage;
    stage.enter();
    QCOMPARE(stage.page->firstDecision()->objectName(), u"where.add.salesforce"_s);
    QVERIFY(stage.shows(u"where.practise"_s));
    QVERIFY(!stage.shows(u"where.account"_s));
    QVERIFY(!stage.shows(u"where.object"_s));
    QCOMPARE(stage.page->primaryReason(), u"Choose an account to continue"_s);
    stage.window->picture(u"accounts-none"_s);
    stage.window->click(u"where.practise"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(stage.shows(u"where.account"_s));
}

void TestUiAccounts::formAsksWhatTheServiceNeeds()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    QVERIFY(stage.window->find<QLineEdit>(u"account.url"_s)->hasFocus());
    QVERIFY(!stage.window->find<QWidget>(u"account.test"_s)->isEnabled());
    QCOMPARE(stage.text(u"account.reason"_s), u"Fill in “Address” to continue."_s);
    QVERIFY(!stage.page->primaryEnabled());
    stage.window->picture(u"accounts-form"_s);
    // Another way to sign in asks for other things, and keeps what was typed.
    stage.type(u"account.url"_s, u"acme.my.salesforce.com"_s);
    stage.window->click(u"account.kind.token"_s);
    QVERIFY(!stage.window->find<QLineEdit>(u"account.user"_s));
    QCOMPARE(stage.window->find<QLineEdit>(u"account.url"_s)->text(), u"acme.my.salesforce.com"_s);
    // Another service is another form.
    stage.window->click(u"account.service.noloading"_s);
    QVERIFY(!stage.window->find<QWidget>(u"account.test"_s)->isEnabled());
    QCOMPARE(stage.text(u"account.reason"_s), u"Fill in “API user” to continue."_s); // a region is chosen
}

void TestUiAccounts::wrongAddressIsSaidBeforeAnythingIsSent()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    stage.type(u"account.url"_s, u"ftp://acme.example.com"_s);
    stage.window->click(u"account.test"_s);
    QVERIFY(stage.shows(u"account.failure"_s));
    QVERIFY2(stage.text(u"account.failure"_s).contains("https"_L1),
             qPrintable(stage.text(u"account.failure"_s)));
    QCOMPARE(stage.bench.accounts.task(), AccountDesk::Task::None);
}

void TestUiAccounts::addTestSaveConnect()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    stage.window->click(u"account.test"_s);
    QTRY_COMPARE(stage.window->find<QLineEdit>(u"account.name"_s)->text(), u"Acme Practice"_s);
    QCOMPARE(stage.text(u"account.state"_s),
             u"Signed in to Acme Practice as anna@example.com (Production)"_s);
    QVERIFY(stage.bench.book.accounts()->empty()); // a test keeps nothing
    stage.window->picture(u"accounts-tested"_s);
    stage.type(u"account.name"_s, u"Acme"_s);
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names(), QStringList { u"Acme"_s });
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QCOMPARE(stage.window->find<SearchableCombo>(u"where.account"_s)->shownText(), u"Salesforce — Acme"_s);
    const Account kept = stage.bench.book.accounts()->front();
    QCOMPARE(kept.url, QUrl(u"https://acme.my.salesforce.com"_s)); // as the service wants it
    QCOMPARE(kept.user, u"consumer-key"_s);
    QCOMPARE(stage.bench.secretStore().find(kept.id, {})->value().reveal(), rightSecret);
    // There is no keychain here, and that is said.
    QVERIFY2(stage.window->notice(u"kept"_s).contains("until you quit"_L1),
             qPrintable(stage.window->notice(u"kept"_s)));
    QVERIFY(!stage.shows(u"where.accounts"_s));
    stage.window->picture(u"accounts-added"_s);
}

void TestUiAccounts::wrongSecretIsSaidInWords()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(u"wrong"_s);
    stage.window->click(u"account.test"_s);
    QTRY_VERIFY(stage.shows(u"account.failure"_s));
    QCOMPARE(stage.text(u"account.failure"_s),
             u"Salesforce did not accept the id or the secret. Copy both again."_s);
    QVERIFY(!stage.shows(u"account.failure.detail"_s));
    stage.window->click(u"account.failure.details"_s);
    QVERIFY(stage.shows(u"account.failure.detail"_s));
    stage.window->picture(u"accounts-refused"_s);
    stage.type(u"account.secret"_s, rightSecret); // what was wrong is not said of something else
    QVERIFY(!stage.shows(u"account.failure"_s));
}

void TestUiAccounts::savingTriesFirst()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names(), QStringList { u"Acme Practice"_s });
}

void TestUiAccounts::whatFailedCanBeSavedAnyway()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(u"wrong"_s);
    stage.type(u"account.name"_s, u"Later"_s);
    auto *save = stage.window->find<QAbstractButton>(u"account.save"_s);
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(save->text(), u"Save anyway"_s);
    QVERIFY(stage.bench.book.accounts()->empty());
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names(), QStringList { u"Later"_s });
}

void TestUiAccounts::resultOfTheTestIsSeenInALowWindow()
{
    AccountStage stage;
    stage.enter();
    stage.window->resize(824, 420);
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(u"wrong"_s);
    stage.window->click(u"account.test"_s);
    QTRY_VERIFY(!stage.window->find<QWidget>(u"account.failure"_s)->visibleRegion().isEmpty());
    QCOMPARE(stage.text(u"account.reason"_s), u"Give the account a name to save it anyway."_s);
    stage.type(u"account.secret"_s, rightSecret);
    stage.window->click(u"account.test"_s);
    QTRY_VERIFY(!stage.window->find<QWidget>(u"account.state"_s)->visibleRegion().isEmpty());
    QTRY_VERIFY(!stage.window->find<QWidget>(u"account.name"_s)->visibleRegion().isEmpty());
}

void TestUiAccounts::testCanBeStopped()
{
    AccountStage stage;
    stage.bench.account.hangs = true;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    stage.window->click(u"account.test"_s);
    QCOMPARE(stage.text(u"account.state"_s), u"Signing in…"_s);
    auto *test = stage.window->find<QAbstractButton>(u"account.test"_s);
    QCOMPARE(test->text(), u"Stop"_s);
    stage.window->click(u"account.test"_s);
    QCOMPARE(test->text(), u"Test"_s);
    QVERIFY(!stage.shows(u"account.failure"_s));
    stage.bench.account.hangs = false;
    stage.window->click(u"account.test"_s);
    QTRY_COMPARE(stage.window->find<QLineEdit>(u"account.name"_s)->text(), u"Acme Practice"_s);
}

void TestUiAccounts::secretLeavesNoTraceInTheForm()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    auto *secret = stage.window->find<QLineEdit>(u"account.secret"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(secret);
    QVERIFY(spoken);
    QCOMPARE(spoken->text(QAccessible::Name), u"Consumer Secret"_s);
    QVERIFY(!spoken->text(QAccessible::Description).isEmpty()); // where to find it
    QVERIFY2(!spoken->text(QAccessible::Value).contains(rightSecret),
             qPrintable(spoken->text(QAccessible::Value)));
    QVERIFY(!spoken->textInterface()->text(0, 99).contains(rightSecret));
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names().size(), 1);
    QVERIFY(secret->text().isEmpty());
    secret->setEchoMode(QLineEdit::Normal); // undo keeps to itself what a hidden field once had
    secret->undo();
    QVERIFY(secret->text().isEmpty());
}

void TestUiAccounts::eyeShowsTheSecret()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    auto *secret = stage.window->find<QLineEdit>(u"account.secret"_s);
    auto *eye = secret->parentWidget()->findChild<QAbstractButton *>(u"account.eye"_s);
    QCOMPARE(eye->accessibleName(), u"Show what was typed"_s);
    QTest::keyClick(eye, Qt::Key_Space);
    QCOMPARE(secret->displayText(), rightSecret);
    QCOMPARE(eye->accessibleName(), u"Hide what was typed"_s);
    QTest::keyClick(eye, Qt::Key_Space);
    QVERIFY(secret->displayText() != rightSecret);
    QTest::keyClick(eye, Qt::Key_Space);
    stage.window->click(u"account.cancel"_s);
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    QVERIFY(secret->text().isEmpty());
}

void TestUiAccounts::renamingKeepsIdAndSecret()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    const QUuid id = stage.bench.accounts.byName(u"Acme")->id;
    stage.bench.secretStore().keepUntilQuit(id, Secret(rightSecret));
    stage.enter();
    stage.choose(u"Acme"_s);
    stage.window->click(u"where.account.manage"_s);
    stage.window->picture(u"accounts-manage"_s);
    stage.window->click(u"accounts.change.Acme"_s);
    stage.type(u"account.name"_s, u"ACME GmbH"_s);
    stage.window->click(u"account.save"_s); // without a secret: with the one that is known
    QTRY_COMPARE(stage.names(), (QStringList { u"ACME GmbH"_s, u"Beta"_s }));
    QCOMPARE(stage.bench.accounts.byName(u"ACME GmbH")->id, id);
    QCOMPARE(stage.bench.secretStore().find(id, {})->value().reveal(), rightSecret);
    QCOMPARE(stage.place.snapshot().account.name, u"ACME GmbH"_s); // it is still chosen
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(stage.shows(u"accounts.change.ACME GmbH"_s)); // back in the list
}

void TestUiAccounts::takenNameIsSaid()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.enter();
    stage.window->click(u"where.account.manage"_s);
    stage.window->click(u"accounts.change.Beta"_s);
    stage.type(u"account.name"_s, u"ACME"_s);
    stage.window->click(u"account.save"_s);
    QTRY_VERIFY(stage.shows(u"account.failure"_s));
    QVERIFY2(stage.text(u"account.failure"_s).contains(u"ACME"),
             qPrintable(stage.text(u"account.failure"_s)));
    QCOMPARE(stage.names(), (QStringList { u"Acme"_s, u"Beta"_s }));
}

void TestUiAccounts::removingAsksAndForgets()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    const QUuid id = stage.bench.accounts.byName(u"Acme")->id;
    stage.bench.secretStore().keepUntilQuit(id, Secret(rightSecret));
    stage.enter();
    stage.window->click(u"where.account.manage"_s);
    stage.window->click(u"accounts.remove.Acme"_s);
    QVERIFY(stage.window->find<QWidget>(u"accounts.remove.no"_s)->hasFocus()); // Enter keeps it
    stage.window->picture(u"accounts-remove"_s);
    stage.window->click(u"accounts.remove.no"_s);
    QCOMPARE(stage.names().size(), 2);
    stage.window->click(u"accounts.remove.Acme"_s);
    stage.window->click(u"accounts.remove.yes"_s);
    QTRY_COMPARE(stage.names(), QStringList { u"Beta"_s });
    QCOMPARE(stage.bench.book.accounts()->size(), std::size_t(1));
    QTRY_COMPARE(stage.bench.accounts.task(), AccountDesk::Task::None);
    const auto secret = stage.bench.secretStore().find(id, {});
    QVERIFY(!secret || !*secret);
}

void TestUiAccounts::escapeClosesThePanel()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.enter();
    stage.window->click(u"where.account.manage"_s);
    stage.window->click(u"accounts.add"_s);
    stage.window->click(u"account.service.salesforce"_s);
    auto *url = stage.window->find<QLineEdit>(u"account.url"_s);
    QTest::keyClick(url, Qt::Key_Escape);
    QVERIFY(stage.shows(u"accounts.close"_s)); // back to where it was opened
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!stage.shows(u"where.accounts"_s));
    QCOMPARE(QApplication::focusWidget()->objectName(), u"where.account"_s);
}

void TestUiAccounts::forTestsIsAMarkOnlyWhereTheServiceDoesNotTell()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    QVERIFY(!stage.shows(u"account.forTests"_s));
    stage.window->click(u"account.service.noloading"_s);
    QVERIFY(stage.shows(u"account.forTests"_s));
    stage.type(u"account.user"_s, u"apiuser"_s);
    stage.type(u"account.secret"_s, rightSecret);
    stage.window->click(u"account.forTests"_s);
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names().size(), 1);
    QCOMPARE(stage.bench.accounts.own().front().environment, Environment::Sandbox);
    QTRY_COMPARE(stage.place.snapshot().facts.environment, Environment::Sandbox);
}

void TestUiAccounts::serviceThatCannotImportSaysSo()
{
    AccountStage stage({ ownAccount(u"Elsewhere"_s, u"noloading"_s), ownAccount(u"Acme"_s) });
    stage.enter();
    stage.choose(u"Elsewhere"_s);
    QTRY_VERIFY(!stage.window->notice(u"account"_s).isEmpty());
    QVERIFY2(stage.window->notice(u"account"_s).contains("cannot import into it yet"_L1),
             qPrintable(stage.window->notice(u"account"_s)));
    QCOMPARE(stage.text(u"where.account.state"_s), u"Connected as anna@example.com"_s);
    QVERIFY(!stage.shows(u"where.object"_s));
    QVERIFY(!stage.page->primaryEnabled());
    stage.window->picture(u"accounts-cannot-import"_s);
    stage.window->click(u"notice.account.another"_s);
    QVERIFY(stage.window->find<SearchableCombo>(u"where.account"_s)->isOpen());
}

void TestUiAccounts::missingSecretIsAskedForInThePage()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.bench.account.signsOut = true;
    stage.enter();
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    QCOMPARE(stage.page->firstDecision()->objectName(), u"where.again.secret"_s);
    QCOMPARE(stage.text(u"where.again.why"_s),
             u"Salesforce did not accept the id or the secret. Copy both again."_s);
    QCOMPARE(stage.page->primaryReason(), u"Sign in to continue"_s);
    stage.window->picture(u"accounts-again"_s);
    stage.type(u"where.again.secret"_s, u"wrong"_s);
    QTest::keyClick(stage.window->find<QLineEdit>(u"where.again.secret"_s), Qt::Key_Return);
    QTRY_VERIFY(stage.shows(u"where.again.failure"_s));
    stage.type(u"where.again.secret"_s, rightSecret);
    stage.bench.account.signsOut = false;
    stage.window->click(u"where.again.signIn"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(!stage.shows(u"where.again"_s));
    const QUuid id = stage.bench.accounts.own().front().id;
    QCOMPARE(stage.bench.secretStore().find(id, {})->value().reveal(), rightSecret);
    QVERIFY(stage.window->find<QLineEdit>(u"where.again.secret"_s)->text().isEmpty());
}

void TestUiAccounts::signingInAgainLosesNothing()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.enter();
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    stage.place.chooseObject(u"Contact"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    stage.place.chooseOperation(Operation::Upsert);
    stage.place.chooseKey(u"Crm_Key__c"_s);
    stage.map.setField(0, u"Department"_s);
    const Mapping mapping = stage.map.snapshot().mapping;
    QVERIFY(mapping.columnOf(u"Department"_s) == 0);

    // Another app is used from now on: the page has to sign in again, and cannot.
    stage.bench.account.signsOut = true;
    Account changed = stage.place.snapshot().account;
    changed.user = u"another-key"_s;
    stage.bench.accounts.save(changed, {});
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    QCOMPARE(stage.text(u"where.again.title"_s), u"Please sign in again. Your work is kept."_s);
    stage.window->picture(u"accounts-signed-out"_s);
    stage.bench.account.signsOut = false;
    stage.type(u"where.again.secret"_s, rightSecret);
    stage.window->click(u"where.again.signIn"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QCOMPARE(stage.place.snapshot().object, u"Contact"_s);
    QCOMPARE(stage.place.snapshot().operation, Operation::Upsert);
    QCOMPARE(stage.place.snapshot().keyField, u"Crm_Key__c"_s);
    QVERIFY(stage.map.snapshot().mapping == mapping);
}

void TestUiAccounts::sessionThatEndsIsToldApart()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.enter();
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    stage.bench.account.describeSignsOut = true;
    stage.place.chooseObject(u"Contact"_s);
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    QCOMPARE(stage.text(u"where.again.title"_s), u"Please sign in again. Your work is kept."_s);
    stage.bench.account.describeSignsOut = false;
    stage.window->click(u"where.again.retry"_s); // its own renewal may be all it takes
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QCOMPARE(stage.place.snapshot().object, u"Contact"_s);
    QVERIFY(!stage.place.snapshot().operation);
}

void TestUiAccounts::unknownAccountOfAProfileIsAskedFor()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.enter();
    QSignalSpy wanted(&stage.place, &PlaceDesk::accountWanted);
    Profile profile;
    profile.name = u"Fair"_s;
    profile.service = u"salesforce"_s;
    profile.account = u"Colleague's"_s;
    profile.target = { .object = u"Contact"_s, .operation = Operation::Upsert, .keyField = u"Email"_s };
    stage.map.useProfile(profile);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(stage.page->heading(), u"Which account?"_s);
    QVERIFY(stage.page->subline().contains(u"Colleague's"_s));
    QVERIFY(!stage.shows(u"where.object"_s));
    stage.window->picture(u"accounts-which"_s);
    stage.place.chooseAccount(u"Beta"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QCOMPARE(stage.place.snapshot().object, u"Contact"_s);
    QCOMPARE(stage.place.snapshot().operation, Operation::Upsert);
    QCOMPARE(stage.place.snapshot().keyField, u"Email"_s);
    QCOMPARE(stage.map.snapshot().profile, u"Fair"_s);
}

void TestUiAccounts::profileTakesOnlyAccountsOfItsService()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Elsewhere"_s, u"noloading"_s) });
    stage.enter();
    stage.place.choose(u"salesforce"_s, u"Gone"_s,
                       { .object = u"Contact"_s, .operation = Operation::Insert, .keyField = {} });
    auto *combo = stage.window->find<SearchableCombo>(u"where.account"_s);
    combo->open(u"Elsewhere"_s);
    QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::NoAccount);
}

void TestUiAccounts::accountOfAnotherProgramAppears()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.enter();
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(stage.bench.book.add(ownAccount(u"Added elsewhere"_s)));
    stage.page->entered();
    QTRY_COMPARE(stage.names().size(), 2);
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject); // what was chosen stays
}

void TestUiAccounts::damagedListIsSaid()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    QFile file(stage.bench.home.filePath(u"config/accounts.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    stage.enter();
    QTRY_VERIFY(!stage.window->notice(u"list"_s).isEmpty());
    QVERIFY(stage.window->notice(u"list"_s).contains("damaged"_L1));
}

void TestUiAccounts::removedAccountIsNotChosenAnyMore()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.enter();
    stage.choose(u"Acme"_s);
    stage.bench.accounts.remove(*stage.bench.accounts.byName(u"Acme"));
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::NoAccount);
    QVERIFY(!stage.shows(u"where.object"_s));
}

QTEST_MAIN(TestUiAccounts)
#include "test_ui_accounts.moc"
