#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/pages/where_page.h"
#include "ui/widgets/searchable_combo.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

struct WhereStage {
    explicit WhereStage(const std::vector<Account> &known = { practiceSalesforceAccount() })
        : bench(known)
    {
    }
    void enter()
    {
        file.open(bench.bench.sampleFile);
        QTRY_VERIFY(file.snapshot().counted);
        window.enter();
    }
    void connectAccount()
    {
        enter();
        window.click(u"where.practise"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    }
    void choose(const QString &object)
    {
        window.click(u"where.object."_s + object);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
    }
    QWidget *widget(const QString &name) const { return window.find<QWidget>(name); }
    QString text(const QString &name) const { return window.find<QLabel>(name)->text(); }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    WherePage page { place, file, map };
    PageWindow window { page };
};

/// Opens a list by Enter, types, and takes what comes first.
void takeByTyping(SearchableCombo *combo, const QString &typed)
{
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Return);
    auto *filter = combo->findChild<QLineEdit *>(u"choice.filter"_s);
    QVERIFY(filter && filter->isVisible());
    QTest::keyClicks(filter, typed);
    QTest::keyClick(filter, Qt::Key_Return);
}

} // namespace

class TestUiWhere : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void onlyAccountNeedsNoChoosing();
    void questionsComeOneAfterAnother();
    void nothingIsChosenForThePerson();
    void addingReadsBackAsASentence();
    void addOrUpdateAsksWhatFindsTheRecord();
    void keyThatIsNotUniqueIsDoubted();
    void anyKindCanBeSearchedFor();
    void anotherKindAsksAgainWhatToDo();
    void unreachableAccountCanBeTriedAgain();
    void whatMayNotBeAddedSaysWhy();
    void primaryLeadsOn();
};

void TestUiWhere::onlyAccountNeedsNoChoosing()
{
    const Account acme { .id = QUuid::createUuid(),
                         .service = u"salesforce"_s,
                         .name = u"Acme"_s,
                         .environment = Environment::Sandbox,
                         .url = QUrl(u"https://acme.my.salesforce.com"_s),
                         .signIn = SignInKind::ClientCredentials,
                         .user = u"id"_s };
    WhereStage stage({ practiceSalesforceAccount(), acme });
    stage.enter();
    auto *account = stage.window.find<SearchableCombo>(u"where.account"_s);
    QCOMPARE(account->shownText(), u"Salesforce — Acme"_s);
    QTRY_COMPARE(stage.text(u"where.account.state"_s), u"Connected as anna@example.com"_s);
}

void TestUiWhere::questionsComeOneAfterAnother()
{
    WhereStage stage;
    stage.connectAccount();
    QVERIFY(stage.widget(u"where.object"_s)->isVisible());
    QVERIFY(!stage.widget(u"where.action"_s)->isVisible());
    QCOMPARE(stage.page.firstDecision(), stage.widget(u"where.object.Contact"_s));
    QCOMPARE(stage.page.primaryReason(), u"Choose the kind of record to continue"_s);
    stage.window.picture(u"where-objects"_s);
    stage.choose(u"Contact"_s);
    QVERIFY(stage.widget(u"where.action"_s)->isVisible());
    QVERIFY(!stage.widget(u"where.key"_s)->isVisible());
    QCOMPARE(stage.page.primaryReason(), u"Choose what should happen to continue"_s);
}

void TestUiWhere::nothingIsChosenForThePerson()
{
    WhereStage stage;
    stage.connectAccount();
    for (const auto *tile : stage.page.findChildren<QRadioButton *>())
        QVERIFY2(!tile->isChecked(), qPrintable(tile->objectName()));
    stage.choose(u"Contact"_s);
    QVERIFY(!stage.window.find<QRadioButton>(u"where.action.add"_s)->isChecked());
    QVERIFY(!stage.window.find<QRadioButton>(u"where.action.addOrUpdate"_s)->isChecked());
    QVERIFY(!stage.page.primaryEnabled());
}

void TestUiWhere::addingReadsBackAsASentence()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Contact"_s);
    stage.window.click(u"where.action.add"_s);
    QVERIFY(stage.page.primaryEnabled());
    const QString sentence = stage.page.subline();
    QVERIFY2(sentence.contains("Contacts"_L1) && sentence.contains("practice"_L1), qPrintable(sentence));
    QCOMPARE(stage.place.snapshot().operation, Operation::Insert);
    stage.window.picture(u"where-add"_s);
}

void TestUiWhere::addOrUpdateAsksWhatFindsTheRecord()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Contact"_s);
    stage.window.click(u"where.action.addOrUpdate"_s);
    auto *key = stage.window.find<SearchableCombo>(u"where.key"_s);
    QVERIFY(key->isVisible());
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Choose how records are found to continue"_s);
    QCOMPARE(stage.page.firstDecision(), key);
    takeByTyping(key, u"crm"_s);
    QCOMPARE(stage.place.snapshot().keyField, u"Crm_Key__c"_s);
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(!stage.widget(u"where.key.doubt"_s)->isVisible());
}

void TestUiWhere::keyThatIsNotUniqueIsDoubted()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Contact"_s);
    stage.window.click(u"where.action.addOrUpdate"_s);
    takeByTyping(stage.window.find<SearchableCombo>(u"where.key"_s), u"Email"_s);
    QVERIFY(stage.widget(u"where.key.doubt"_s)->isVisible());
    QVERIFY2(stage.text(u"where.key.doubt"_s).contains("several records (Contacts) in Salesforce"_L1),
             qPrintable(stage.text(u"where.key.doubt"_s)));
    QVERIFY(stage.page.primaryEnabled());
    stage.window.picture(u"where-upsert"_s);
}

void TestUiWhere::anyKindCanBeSearchedFor()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Contact"_s);
    auto *all = stage.window.find<SearchableCombo>(u"where.object"_s);
    takeByTyping(all, u"campai"_s);
    QTRY_COMPARE(stage.place.snapshot().object, u"Campaign"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    QVERIFY(stage.window.find<QRadioButton>(u"where.object.Campaign"_s)->isChecked());
    QVERIFY(!stage.window.find<QRadioButton>(u"where.object.Contact"_s)->isChecked());
}

void TestUiWhere::anotherKindAsksAgainWhatToDo()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Contact"_s);
    stage.window.click(u"where.action.add"_s);
    stage.choose(u"Account"_s);
    QVERIFY(!stage.window.find<QRadioButton>(u"where.action.add"_s)->isChecked());
    QVERIFY(!stage.page.primaryEnabled());
}

void TestUiWhere::unreachableAccountCanBeTriedAgain()
{
    WhereStage stage;
    stage.bench.account.refusesSignIn = true;
    stage.enter();
    stage.window.click(u"where.practise"_s);
    QTRY_VERIFY(!stage.window.notice(u"account"_s).isEmpty());
    QVERIFY(stage.window.notice(u"account"_s).contains("cannot be reached"_L1));
    QVERIFY(!stage.widget(u"where.object"_s)->isVisible());
    stage.window.picture(u"where-failed"_s);
    stage.bench.account.refusesSignIn = false;
    stage.window.click(u"notice.account.again"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    QVERIFY(stage.window.notice(u"account"_s).isEmpty());
}

void TestUiWhere::whatMayNotBeAddedSaysWhy()
{
    WhereStage stage;
    stage.bench.account.mayAdd = false;
    stage.connectAccount();
    stage.choose(u"Contact"_s); // they may still be changed
    QVERIFY(!stage.widget(u"where.action.add"_s)->isEnabled());
    QVERIFY(stage.widget(u"where.action.add.reason"_s)->isVisible());
    QCOMPARE(stage.text(u"where.action.add.reason"_s), u"You may not add Contacts in Salesforce."_s);
    QVERIFY(!stage.widget(u"where.action.addOrUpdate"_s)->isEnabled());
    QVERIFY(stage.widget(u"where.action.update"_s)->isEnabled());
    QVERIFY(stage.widget(u"where.action.delete"_s)->isEnabled());
    stage.window.picture(u"where-forbidden"_s);
}

void TestUiWhere::primaryLeadsOn()
{
    WhereStage stage;
    stage.connectAccount();
    stage.choose(u"Lead"_s);
    stage.window.click(u"where.action.add"_s);
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    QTest::mouseClick(stage.window.bar()->primary(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Map);
}

QTEST_MAIN(TestUiWhere)
#include "test_ui_where.moc"
