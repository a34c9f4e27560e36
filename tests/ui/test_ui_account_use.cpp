#include "tests/ui/account_stage.h"

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

class TestUiAccountUse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void serviceThatCannotImportSaysSo();
    void missingSecretIsAskedForInThePage();
    void signingInAgainLosesNothing();
    void sessionThatEndsIsToldApart();
    void unknownAccountOfAProfileIsAskedFor();
    void profileTakesOnlyAccountsOfItsService();
    void accountOfAnotherProgramAppears();
    void damagedListIsSaid();
    void removedAccountIsNotChosenAnyMore();
    void failedAccountIsNotCalledConnected();
    void accountThatCannotImportIsNeverChosenByItself();
    void unknownServiceIsSaidPlainly();
    void typedSecretDoesNotWaitUnseen();
    void noticeOfASecretEndsWithAnotherAccount();
    void focusGoesOnToTheRecords();
};

void TestUiAccountUse::serviceThatCannotImportSaysSo()
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

void TestUiAccountUse::missingSecretIsAskedForInThePage()
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

void TestUiAccountUse::signingInAgainLosesNothing()
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

void TestUiAccountUse::sessionThatEndsIsToldApart()
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

void TestUiAccountUse::unknownAccountOfAProfileIsAskedFor()
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

void TestUiAccountUse::profileTakesOnlyAccountsOfItsService()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Elsewhere"_s, u"noloading"_s) });
    stage.enter();
    stage.place.choose({ .service = u"salesforce"_s,
                         .account = u"Gone"_s,
                         .object = u"Contact"_s,
                         .operation = Operation::Insert });
    auto *combo = stage.window->find<SearchableCombo>(u"where.account"_s);
    combo->open(u"Elsewhere"_s);
    QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::NoAccount);
}

void TestUiAccountUse::accountOfAnotherProgramAppears()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.enter();
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(stage.bench.book.add(ownAccount(u"Added elsewhere"_s)));
    stage.page->entered();
    QTRY_COMPARE(stage.names().size(), 2);
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject); // what was chosen stays
}

void TestUiAccountUse::damagedListIsSaid()
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

void TestUiAccountUse::removedAccountIsNotChosenAnyMore()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.enter();
    stage.choose(u"Acme"_s);
    stage.bench.accounts.remove(*stage.bench.accounts.byName(u"Acme"));
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::NoAccount);
    QVERIFY(!stage.shows(u"where.object"_s));
}

void TestUiAccountUse::failedAccountIsNotCalledConnected()
{
    AccountStage stage({ ownAccount(u"Elsewhere"_s, u"noloading"_s), ownAccount(u"Acme"_s) });
    stage.bench.account.signsOut = true;
    stage.enter();
    stage.choose(u"Elsewhere"_s);
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    QCOMPARE(stage.text(u"where.account.state"_s), u"Not connected"_s);
    stage.bench.account.signsOut = false;
    stage.bench.account.refusesSignIn = true;
    stage.window->click(u"where.again.retry"_s);
    QTRY_VERIFY(stage.window->notice(u"account"_s).contains("cannot be reached"_L1));
    QCOMPARE(stage.text(u"where.account.state"_s), u"Not connected"_s);
    QVERIFY(stage.shows(u"notice.account.again"_s)); // that may help
}

void TestUiAccountUse::accountThatCannotImportIsNeverChosenByItself()
{
    AccountStage stage({ ownAccount(u"Elsewhere"_s, u"noloading"_s) });
    stage.enter();
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::NoAccount);
    stage.window->click(u"where.account"_s);
    stage.window->picture(u"accounts-import-later"_s);
}

void TestUiAccountUse::unknownServiceIsSaidPlainly()
{
    AccountStage stage({ ownAccount(u"Future"_s, u"hubcaps"_s), ownAccount(u"Acme"_s) });
    stage.enter();
    stage.place.chooseAccount(u"Future"_s); // as a profile may
    QCOMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Failed);
    QVERIFY2(stage.window->notice(u"account"_s).contains("does not know the service"_L1),
             qPrintable(stage.window->notice(u"account"_s)));
    QCOMPARE(stage.text(u"where.account.state"_s), u"Not connected"_s);
    auto *combo = stage.window->find<SearchableCombo>(u"where.account"_s);
    combo->open(u"Future"_s);
    QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Return);
    QVERIFY(combo->isOpen()); // it cannot be chosen
    QTest::keyClick(combo->findChild<QLineEdit *>(u"choice.filter"_s), Qt::Key_Escape);
    stage.window->click(u"where.account.manage"_s);
    QVERIFY(!stage.window->find<QWidget>(u"accounts.change.Future"_s)->isEnabled());
    QVERIFY(stage.window->find<QWidget>(u"accounts.remove.Future"_s)->isEnabled());
}

void TestUiAccountUse::typedSecretDoesNotWaitUnseen()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.bench.account.signsOut = true;
    stage.enter();
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    stage.type(u"where.again.secret"_s, u"half a secret"_s);
    auto *secret = stage.window->find<QLineEdit>(u"where.again.secret"_s);
    QTest::keyClick(secret->parentWidget()->findChild<QAbstractButton *>(u"account.eye"_s), Qt::Key_Space);
    QCOMPARE(secret->echoMode(), QLineEdit::Normal);
    stage.window->click(u"where.again.change"_s);
    QVERIFY(!stage.shows(u"where.again"_s));
    QVERIFY(secret->text().isEmpty());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
}

void TestUiAccountUse::noticeOfASecretEndsWithAnotherAccount()
{
    AccountStage stage({ ownAccount(u"Acme"_s), ownAccount(u"Beta"_s) });
    stage.bench.account.signsOut = true;
    stage.enter();
    stage.choose(u"Acme"_s);
    QTRY_VERIFY(stage.shows(u"where.again"_s));
    stage.type(u"where.again.secret"_s, rightSecret);
    stage.bench.account.signsOut = false;
    stage.window->click(u"where.again.signIn"_s);
    QTRY_VERIFY(stage.window->notice(u"kept"_s).contains(u"“Acme” is saved."_s));
    stage.choose(u"Beta"_s);
    QVERIFY(stage.window->notice(u"kept"_s).isEmpty());
}

void TestUiAccountUse::focusGoesOnToTheRecords()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.practise"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QCOMPARE(QApplication::focusWidget(), stage.window->find<QWidget>(u"where.object.Contact"_s));

    AccountStage again({ ownAccount(u"Acme"_s) });
    again.bench.account.signsOut = true;
    again.enter();
    QTRY_VERIFY(again.shows(u"where.again"_s));
    again.window->find<QLineEdit>(u"where.again.secret"_s)->setFocus();
    again.type(u"where.again.secret"_s, rightSecret);
    again.bench.account.signsOut = false;
    QTest::keyClick(again.window->find<QLineEdit>(u"where.again.secret"_s), Qt::Key_Return);
    QTRY_COMPARE(again.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QCOMPARE(QApplication::focusWidget(), again.window->find<QWidget>(u"where.object.Contact"_s));
}

QTEST_MAIN(TestUiAccountUse)
#include "test_ui_account_use.moc"
