#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "ui/grid/grid.h"
#include "ui/pages/check_page.h"
#include "ui/pages/typed_count.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto phones = "E-mail,Phone\n"
                        "anna@example.com,+49 30 1001\n"
                        "BEN@example.com,+49 30 1002\n"
                        "nobody@example.com,+49 30 1003\n"
                        "twice@example.com,+49 30 1004\n"
                        "cleo@example.com,+49 30 1005\n";

RecordMatch match(const QString &value, const QString &id, int day)
{
    return { .value = value, .id = id, .modified = QDateTime({ 2026, 3, day }, { 10, 0 }, Qt::UTC) };
}

/// An account where it counts.
class RealSession : public PretendSession {
public:
    using PretendSession::PretendSession;

    Result<AccountFacts> test(std::stop_token) override
    {
        return AccountFacts { .organization = u"Acme"_s,
                              .user = u"anna@acme.com"_s,
                              .environment = Environment::Production };
    }
};

/// The desks up to Check with a page over them.
struct WayStage {
    WayStage()
    {
        for (const RecordMatch &found : { match(u"Anna@example.com"_s, u"0032400000aaaaAAAQ"_s, 1),
                                          match(u"ben@example.com"_s, u"0032400000aaaabAAA"_s, 1),
                                          match(u"twice@example.com"_s, u"0032400000aaaacAAA"_s, 1),
                                          match(u"twice@example.com"_s, u"0032400000aaaadAAA"_s, 2),
                                          match(u"cleo@example.com"_s, u"0032400000aaaaeAAA"_s, 1) })
            bench.account.records[found.value.toLower()] << found;
    }
    void open(const QByteArray &bytes, Operation operation, const QString &key = {})
    {
        file.open(bench.write(u"file.csv"_s, bytes));
        QTRY_VERIFY(file.snapshot().counted);
        place.chooseAccount(bench.accounts.all().front().name);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        place.chooseObject(u"Contact"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        place.chooseOperation(operation);
        if (!key.isEmpty())
            place.chooseKey(key);
        QVERIFY(map.complete());
        window.enter();
    }
    /// Until nothing is under way.
    void settle()
    {
        QTRY_VERIFY(check.snapshot().state == CheckDesk::State::Checked
                    && check.snapshot().lookUp.state != CheckDesk::LookUp::State::NotYet
                    && check.snapshot().lookUp.state != CheckDesk::LookUp::State::Running);
    }
    QString text(const QString &name) const
    {
        const auto *button = page.findChild<QAbstractButton *>(name);
        const auto *label = page.findChild<QLabel *>(name);
        return button ? button->text() : label ? label->text() : QString();
    }
    QStringList groups() const
    {
        const auto *list = page.findChild<QListWidget *>(u"check.groups"_s);
        QStringList found;
        for (int row = 0; row < list->count(); ++row)
            found << list->item(row)->text();
        return found;
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    CheckDesk check { bench.bench, file, place, map };
    CheckPage page { check, nullptr };
    PageWindow window { page };
};

constexpr auto gone = "Id,Why\n"
                      "0032400000aaaaAAAQ,left\n"
                      "0032400000aaaabAAA,left\n"
                      "0032400000aaaaAAAQ,again\n";

} // namespace

class TestUiCheckWays : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void lookUpTellsWhichRowsHaveARecord();
    void ofSeveralTheOneChangedLastCanBeTaken();
    void rowsWithoutARecordAreListed();
    void lookUpCanBeStoppedAndBegunAgain();
    void failedLookUpIsSaidAndTriedAgain();
    void nothingIsAskedTwice();
    void howItIsSentIsSaid();
    void lackIsSaidBeforehand();
    void deleteIsMeantByTypingTheNumber();
    void numbersAreReadAsTheyAreTyped();
    void deleteInProductionSaysSo();
    void deleteOfWrongIdsLeadsToTheColumn();
};

void TestUiCheckWays::lookUpTellsWhichRowsHaveARecord()
{
    WayStage stage;
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    const auto &check = stage.check.snapshot();
    QCOMPARE(check.lookUp.state, CheckDesk::LookUp::State::Done);
    QCOMPARE(check.lookUp.sum.once, 3);
    QCOMPARE(check.ready(), 3);
    QVERIFY2(stage.page.primaryText().contains("3 row"_L1), qPrintable(stage.page.primaryText()));
    QVERIFY(stage.page.primaryEnabled());
    QCOMPARE(stage.groups().size(), 3); // all rows, without a record, with several
    QVERIFY2(stage.text(u"check.key"_s).contains("3 rows find one, 1 none, 1 several"_L1),
             qPrintable(stage.text(u"check.key"_s)));
    const QString said = stage.window.notice(u"found"_s);
    QVERIFY2(said.contains("1 row"_L1) && said.contains("no record in Salesforce"_L1), qPrintable(said));
    const Draft draft = stage.check.draft();
    QVERIFY(QFile::exists(draft.found));
    QCOMPARE(draft.target.keyField, u"Email"_s);
    const auto *grid = stage.page.findChild<Grid *>(u"check.grid"_s);
    QTRY_VERIFY(grid->source()->row(2));
    QCOMPARE(grid->source()->row(2)->mark, GridMark::Problem);
    QVERIFY2(grid->source()->row(2)->note.contains("nobody@example.com"_L1),
             qPrintable(grid->source()->row(2)->note));
    stage.window.picture(u"check-look-up"_s);
}

void TestUiCheckWays::ofSeveralTheOneChangedLastCanBeTaken()
{
    WayStage stage;
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    const int asked = stage.bench.account.finds;
    stage.window.click(u"notice.found.last"_s);
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 4);
    QCOMPARE(stage.check.draft().several, SeveralFound::ChangedLast);
    QCOMPARE(int(stage.bench.account.finds), asked); // it is known already
    QTRY_VERIFY(stage.page.findChild<QWidget *>(u"notice.found.leaveOut"_s));
    stage.window.click(u"notice.found.leaveOut"_s);
    QTRY_COMPARE(stage.check.snapshot().ready(), 3);
}

void TestUiCheckWays::rowsWithoutARecordAreListed()
{
    WayStage stage;
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    QSignalSpy saved(&stage.check, &CheckDesk::listSaved);
    const QString path = stage.bench.home.filePath(u"list.csv"_s);
    stage.check.saveNotFound(path);
    QVERIFY(saved.wait());
    QFile list(path);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QByteArray bytes = list.readAll();
    QVERIFY2(bytes.contains("nobody@example.com") && bytes.contains("twice@example.com"), bytes.constData());
    QVERIFY2(!bytes.contains("anna@example.com"), bytes.constData());
    QTRY_VERIFY(!stage.window.notice(u"list"_s).isEmpty());
}

void TestUiCheckWays::lookUpCanBeStoppedAndBegunAgain()
{
    WayStage stage;
    stage.bench.account.findHangs = true;
    stage.open(phones, Operation::Update, u"Email"_s);
    QTRY_COMPARE(stage.check.snapshot().lookUp.state, CheckDesk::LookUp::State::Running);
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(stage.page.primaryReason().startsWith(u"Looking up…"_s));
    QVERIFY2(stage.text(u"check.progressWords"_s).contains("Nothing is changed by that"_L1),
             qPrintable(stage.text(u"check.progressWords"_s)));
    stage.window.picture(u"check-looking-up"_s);
    stage.window.click(u"check.stopLookUp"_s);
    QCOMPARE(stage.check.snapshot().lookUp.state, CheckDesk::LookUp::State::Stopped);
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Look the records up to continue"_s);
    stage.bench.account.findHangs = false;
    stage.window.click(u"notice.lookUp.lookUp"_s);
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 3);
    QTRY_VERIFY(stage.window.notice(u"lookUp"_s).isEmpty());
}

void TestUiCheckWays::failedLookUpIsSaidAndTriedAgain()
{
    WayStage stage;
    stage.bench.account.refusesFind = true;
    stage.open(phones, Operation::Update, u"Email"_s);
    QTRY_COMPARE(stage.check.snapshot().lookUp.state, CheckDesk::LookUp::State::Failed);
    const QString said = stage.window.notice(u"lookUp"_s);
    QVERIFY2(said.contains("You may not read contacts"_L1), qPrintable(said));
    QVERIFY(!stage.page.primaryEnabled());
    stage.bench.account.refusesFind = false;
    stage.window.click(u"notice.lookUp.lookUp"_s);
    stage.settle();
    QTRY_VERIFY(stage.page.primaryEnabled());
}

void TestUiCheckWays::nothingIsAskedTwice()
{
    WayStage stage;
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    const int asked = stage.bench.account.finds;
    QVERIFY(asked > 0);
    stage.map.setField(1, u"MobilePhone"_s); // another field is written, the same people are
    stage.page.entered();
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 3);
    QCOMPARE(int(stage.bench.account.finds), asked);
}

void TestUiCheckWays::howItIsSentIsSaid()
{
    WayStage stage;
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    QVERIFY2(stage.text(u"check.sent"_s).contains("up to 200 rows"_L1),
             qPrintable(stage.text(u"check.sent"_s)));
    QVERIFY(stage.text(u"check.undoPromise"_s).contains("old values are kept"_L1));
    stage.place.setKeepsOld(false);
    QVERIFY(stage.text(u"check.undoPromise"_s).contains("not kept"_L1));
    stage.place.chooseKind(u"bulk-ingest"_s);
    QVERIFY2(stage.text(u"check.sent"_s).contains("large parts"_L1), qPrintable(stage.text(u"check.sent"_s)));
    QCOMPARE(stage.check.snapshot().ready(), 3); // nothing was checked anew
}

void TestUiCheckWays::lackIsSaidBeforehand()
{
    WayStage stage;
    stage.bench.account.needs = { { .label = u"Calls"_s, .needed = 120, .left = 80 } };
    stage.open(phones, Operation::Update, u"Email"_s);
    stage.settle();
    QTRY_VERIFY(!stage.window.notice(u"needs"_s).isEmpty());
    const QString said = stage.window.notice(u"needs"_s);
    QVERIFY2(said.contains("about 120"_L1) && said.contains("80 are left"_L1)
                 && said.contains("when there are more"_L1),
             qPrintable(said));
    QCOMPARE(stage.text(u"check.need.Calls"_s), u"Calls: about 120 of 80 that are left"_s);
    QVERIFY(stage.page.primaryEnabled()); // the person decides
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    auto *way = stage.page.findChild<QAbstractButton *>(u"notice.needs.where"_s);
    QVERIFY(way);
    way->click();
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Where);
}

void TestUiCheckWays::deleteIsMeantByTypingTheNumber()
{
    WayStage stage;
    stage.open(gone, Operation::Delete);
    stage.settle();
    QCOMPARE(stage.check.snapshot().ready(), 3);
    QCOMPARE(stage.check.snapshot().recordsDeleted(), 2); // one of them is named twice
    QVERIFY2(stage.page.primaryText().startsWith("Delete 2 record"_L1), qPrintable(stage.page.primaryText()));
    QVERIFY(stage.page.primaryIsDanger());
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY(stage.page.primaryReason().startsWith("Type how many records"_L1));
    QVERIFY(stage.text(u"check.deleted"_s).startsWith("2 record"_L1));
    QVERIFY(stage.text(u"check.undoPromise"_s).contains("copy of every record"_L1));
    QVERIFY(stage.text(u"check.columns"_s).isEmpty());
    auto *typed = stage.page.findChild<QLineEdit *>(u"check.confirmNumber"_s);
    QVERIFY(typed->isVisible());
    QCOMPARE(stage.page.firstDecision(), typed);
    QVERIFY2(typed->accessibleName().startsWith("Type 2 to delete 2 records"_L1),
             qPrintable(typed->accessibleName()));
    stage.window.picture(u"check-delete"_s);
    QSignalSpy wanted(&stage.page, &CheckPage::importWanted);
    QTest::keyClicks(typed, u"3"_s);
    QVERIFY(!stage.page.primaryEnabled());
    typed->selectAll();
    QTest::keyClicks(typed, u"2"_s);
    QVERIFY(stage.page.primaryEnabled());
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0); // no key of a field sends
    stage.page.primary();
    QCOMPARE(wanted.size(), 1);
}

void TestUiCheckWays::numbersAreReadAsTheyAreTyped()
{
    for (const QString &typed :
         { u"4310"_s, u"4,310"_s, u"4.310"_s, u" 4 310 "_s, u"4'310"_s, u"4\u202F310"_s, u"٤٣١٠"_s })
        QCOMPARE(typedNumber(typed), 4310);
    for (const QString &typed : { u""_s, u","_s, u"4310x"_s, u"-4310"_s, u"99999999999999999999"_s })
        QCOMPARE(typedNumber(typed), -1);
}

void TestUiCheckWays::deleteInProductionSaysSo()
{
    WayStage stage;
    stage.bench.bench.openSession
        = [&stage](const Account &) { return std::make_unique<RealSession>(stage.bench.account); };
    const Account acme { .id = QUuid::createUuid(),
                         .service = u"salesforce"_s,
                         .name = u"Acme"_s,
                         .environment = Environment::Production,
                         .url = QUrl(u"https://acme.my.salesforce.com"_s),
                         .signIn = SignInKind::ClientCredentials,
                         .user = u"id"_s };
    QVERIFY(stage.bench.book.add(acme));
    stage.bench.accounts.refresh();
    QTRY_VERIFY(stage.bench.accounts.byName(u"Acme"_s));
    stage.file.open(stage.bench.write(u"file.csv"_s, gone));
    QTRY_VERIFY(stage.file.snapshot().counted);
    stage.place.chooseAccount(u"Acme"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
    stage.place.chooseObject(u"Contact"_s);
    QTRY_COMPARE(stage.place.snapshot().stage, PlaceDesk::Stage::Ready);
    stage.place.chooseOperation(Operation::Delete);
    stage.window.enter();
    stage.settle();
    const QString act = stage.page.primaryText();
    QVERIFY2(act.startsWith("Delete 2 record"_L1) && act.endsWith("in Production"_L1), qPrintable(act));
}

void TestUiCheckWays::deleteOfWrongIdsLeadsToTheColumn()
{
    WayStage stage;
    stage.open("Id,Key\n0032400000aaaaAAAQ,one\n0032400000aaaabAAA,two\n", Operation::Delete);
    stage.place.chooseIdColumn(u"Key"_s);
    stage.page.entered();
    stage.settle();
    QCOMPARE(stage.page.heading(), u"None of the records can be deleted yet"_s);
    QVERIFY(!stage.page.findChild<QLineEdit *>(u"check.confirmNumber"_s)->isVisible());
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.window.click(u"notice.check.where"_s);
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Where);
}

QTEST_MAIN(TestUiCheckWays)
#include "test_ui_check_ways.moc"
