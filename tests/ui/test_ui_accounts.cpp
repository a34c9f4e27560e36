#include "tests/ui/account_stage.h"

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

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
    void anotherAddressNeedsTheSecretAgain();
    void secondAccountBeginsWithItsService();
    void failureLeavesTheFocusInTheForm();
    void forTestsIsAMarkOnlyWhereTheServiceDoesNotTell();
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

void TestUiAccounts::anotherAddressNeedsTheSecretAgain()
{
    AccountStage stage({ ownAccount(u"Acme"_s) });
    stage.bench.secretStore().keepUntilQuit(stage.bench.accounts.byName(u"Acme")->id, Secret(rightSecret));
    stage.enter();
    stage.window->click(u"where.account.manage"_s);
    stage.window->click(u"accounts.change.Acme"_s);
    auto *test = stage.window->find<QWidget>(u"account.test"_s);
    auto *secret = stage.window->find<QLineEdit>(u"account.secret"_s);
    QVERIFY(test->isEnabled());
    QVERIFY(secret->placeholderText().contains("to keep the one"_L1));
    stage.type(u"account.url"_s, u"https://other.my.salesforce.com"_s);
    QVERIFY(!test->isEnabled());
    QCOMPARE(stage.text(u"account.reason"_s), u"Fill in “Consumer Secret” to continue."_s);
    QVERIFY(!secret->placeholderText().contains("to keep the one"_L1));
    stage.type(u"account.url"_s, u"https://acme.my.salesforce.com"_s);
    QVERIFY(test->isEnabled());
    stage.type(u"account.user"_s, u"another-key"_s);
    QVERIFY(!test->isEnabled());
    stage.type(u"account.secret"_s, rightSecret);
    QVERIFY(test->isEnabled());
}

void TestUiAccounts::secondAccountBeginsWithItsService()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(rightSecret);
    stage.window->click(u"account.save"_s);
    QTRY_COMPARE(stage.names().size(), 1);
    stage.window->click(u"where.account.add"_s);
    auto *tile = stage.window->find<QRadioButton>(u"account.service.salesforce"_s);
    QVERIFY(!tile->isChecked());
    QCOMPARE(stage.text(u"account.reason"_s), u"Choose the kind of service."_s);
    QTest::keyClick(tile, Qt::Key_Space);
    QVERIFY(tile->isChecked());
    QVERIFY(stage.shows(u"account.url"_s));
}

void TestUiAccounts::failureLeavesTheFocusInTheForm()
{
    AccountStage stage;
    stage.enter();
    stage.window->click(u"where.add.salesforce"_s);
    stage.fillIn(u"wrong"_s);
    stage.window->find<QWidget>(u"account.save"_s)->setFocus();
    stage.window->click(u"account.save"_s);
    QVERIFY(stage.window->find<QWidget>(u"account.test"_s)->hasFocus()); // Stop, while it runs
    QTRY_VERIFY(stage.shows(u"account.failure"_s));
    QVERIFY(stage.window->find<QWidget>(u"account.secret"_s)->hasFocus());
    stage.bench.account.refusesSignIn = true;
    stage.window->click(u"account.test"_s);
    QTRY_VERIFY(stage.text(u"account.failure"_s).contains("cannot be reached"_L1));
    QVERIFY(stage.window->find<QWidget>(u"account.test"_s)->hasFocus());
    stage.type(u"account.name"_s, u"Later"_s);
    stage.window->click(u"account.test"_s);
    QTRY_VERIFY(stage.shows(u"account.failure"_s));
    stage.window->click(u"account.save"_s);
    QVERIFY(!stage.shows(u"account.failure"_s));
    QVERIFY(!stage.window->find<QWidget>(u"account.cancel"_s)->hasFocus());
    QTRY_COMPARE(stage.names(), QStringList { u"Later"_s });
}

QTEST_MAIN(TestUiAccounts)
#include "test_ui_accounts.moc"
