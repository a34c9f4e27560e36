#include "tests/support/letters_service.h"
#include "tests/support/page_window.h"
#include "ui/pages/check_page.h"
#include "ui/pages/row_sentences.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

// Records that belong to others, which can be looked up before anything is sent; and records that are made of
// several rows each.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto lettersOrders = "order_no,email,total\n"
                               "SO-1,anna@example.com,10\n"
                               "SO-2,nobody@example.net,20\n"
                               "SO-3,BEN@example.com,30\n"
                               "SO-4,Nobody@example.net,40\n";

constexpr auto lettersLines = "order_no,email,sku\n"
                              "SO-1,anna@example.com,A\n"
                              "SO-1,anna@example.com,B\n"
                              "SO-2,no address,C\n"
                              "SO-2,ben@example.com,D\n"
                              "SO-3,ben@example.com,E\n";

Account lettersAccount()
{
    Account account = practiceSalesforceAccount();
    account.service = u"letters"_s;
    account.name = u"Acme"_s;
    return account;
}

/// The desks up to Check with a page over them, and an account of the service of letters.
struct LettersStage {
    LettersStage()
        : bench({ lettersAccount() })
    {
        bench.services.push_back(std::make_unique<LettersService>());
        bench.openSession
            = [this](const Account &whose) { return std::make_unique<LettersSession>(bench.account, whose); };
        for (const QString &there : { u"anna@example.com"_s, u"ben@example.com"_s })
            bench.account.records[there] << RecordMatch { .value = there, .id = there, .modified = {} };
    }
    void open(const QByteArray &bytes, bool groups = false)
    {
        file.open(bench.write(u"orders.csv"_s, bytes));
        QTRY_VERIFY(file.snapshot().surveyed);
        place.chooseAccount(u"Acme"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        place.chooseObject(u"shelf/Orders"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        place.answer(u"$key"_s, u"order_no"_s);
        place.answer(u"$person"_s, u"email"_s);
        if (groups) {
            QTRY_COMPARE(place.snapshot().grouping.state, PlaceDesk::Grouping::State::Asked);
            place.chooseGrouping(true);
        } else {
            QTRY_VERIFY(place.snapshot().grouping.state != PlaceDesk::Grouping::State::Reading);
        }
        QTRY_VERIFY(map.complete());
        window.enter();
        settle();
    }
    void settle()
    {
        QTRY_VERIFY(check.snapshot().state == CheckDesk::State::Checked
                    && !check.snapshot().lookUp.isUnderWay());
    }
    void lookUp()
    {
        window.click(u"check.names.lookUp"_s);
        settle();
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
    bool offers() const { return page.findChild<QWidget *>(u"check.names"_s)->isVisible(); }

    UiBench bench;
    Bench own { .services = bench.services,
                .folders = bench.bench.folders,
                .clock = bench.clock,
                .openSession = [this](const Account &whose) { return bench.openSession(whose); },
                .accounts = bench.accounts,
                .sampleFile = {} };
    FileDesk file { own };
    PlaceDesk place { own, file };
    MapDesk map { own, file, place };
    CheckDesk check { own, file, place, map };
    CheckPage page { check, nullptr };
    PageWindow window { page };
};

} // namespace

class TestUiCheckNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void lookingUpIsOfferedWithItsCost();
    void missingOnesAreLeftOut();
    void missingOnesCanBeSentAllTheSame();
    void allThereIsSaid();
    void lookUpStopsAndIsOfferedAgain();
    void failedLookUpHoldsNobodyUp();
    void listHoldsEachMissingOneOnce();
    void missingOnesCanBeAddedFirst();
    void addedOnesAreLookedUpAgain();
    void focusStaysWithTheNotice();
    void failureToSaveIsSeen();
    void otherColumnAsksNobody();
    void promiseSaysWhatHappensToRecords();
    void zoneOfTimesIsPromised();
    void valueThatIsNotSentIsNotSaidToBe();
    void groupedRowsAreCountedBothWays();
    void missingOnesOfGroupedRowsAreCountedBothWays();
};

void TestUiCheckNames::lookingUpIsOfferedWithItsCost()
{
    LettersStage stage;
    stage.open(lettersOrders);
    QVERIFY(stage.offers());
    QTRY_COMPARE(stage.text(u"check.names.lookUp"_s),
                 u"Chec&k which are missing (about 3 call(s))"_s); // in whatever letters
    const QString words = stage.text(u"check.names.words"_s);
    QVERIFY2(words.startsWith("People must already be in Letters"_L1)
                 && words.contains("Calls left this hour: 1,985"_L1),
             qPrintable(words));
    QCOMPARE(int(stage.bench.account.finds), 0); // nobody has asked for it
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.check.draft().checkedField.isEmpty());
    stage.window.picture(u"check-names-offer"_s);
}

void TestUiCheckNames::missingOnesAreLeftOut()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    QCOMPARE(stage.check.snapshot().lookUp.state, CheckDesk::LookUp::State::Done);
    QCOMPARE(stage.check.snapshot().ready(), 2);
    QVERIFY2(stage.page.primaryText().contains("2 row"_L1), qPrintable(stage.page.primaryText()));
    const QString said = stage.window.notice(u"names"_s);
    QVERIFY2(said.contains("People that are not in Letters: 2 row"_L1) && said.contains("left out"_L1),
             qPrintable(said));
    QCOMPARE(stage.groups().size(), 2); // all rows, those without a person
    const Draft draft = stage.check.draft();
    QCOMPARE(draft.checkedField, u"$person"_s);
    QVERIFY(!draft.sendsUnfound && QFile::exists(draft.found));
    stage.window.picture(u"check-names-missing"_s);
}

void TestUiCheckNames::missingOnesCanBeSentAllTheSame()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    const int asked = stage.bench.account.finds;
    stage.window.click(u"notice.names.sendUnfound"_s);
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 4);
    QVERIFY(stage.check.draft().sendsUnfound);
    QVERIFY2(stage.window.notice(u"names"_s).contains("sent all the same"_L1),
             qPrintable(stage.window.notice(u"names"_s)));
    stage.window.click(u"notice.names.leaveUnfound"_s);
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 2);
    QCOMPARE(int(stage.bench.account.finds), asked); // it is known already
}

void TestUiCheckNames::allThereIsSaid()
{
    LettersStage stage;
    stage.open("order_no,email,total\nSO-1,anna@example.com,10\n");
    stage.lookUp();
    QVERIFY2(stage.window.notice(u"names"_s).contains("all that the rows belong to are in Letters"_L1),
             qPrintable(stage.window.notice(u"names"_s)));
    QVERIFY(!stage.page.findChild<QWidget *>(u"notice.names.save"_s));
    QVERIFY(stage.text(u"check.names.lookUp"_s).startsWith("Look up &again"_L1));
}

void TestUiCheckNames::lookUpStopsAndIsOfferedAgain()
{
    LettersStage stage;
    stage.bench.account.findHangs = true;
    stage.open(lettersOrders);
    stage.window.click(u"check.names.lookUp"_s);
    QTRY_COMPARE(stage.check.snapshot().lookUp.state, CheckDesk::LookUp::State::Running);
    QVERIFY(!stage.page.primaryEnabled());
    QVERIFY2(stage.page.heading().contains("People"_L1), qPrintable(stage.page.heading()));
    QVERIFY(!stage.offers());
    QVERIFY2(stage.text(u"check.progressWords"_s).contains("Looking up People in Letters"_L1),
             qPrintable(stage.text(u"check.progressWords"_s)));
    stage.window.picture(u"check-names-looking"_s);
    stage.window.click(u"check.stopLookUp"_s);
    QVERIFY(stage.page.primaryEnabled()); // it was only an offer
    QVERIFY(stage.offers());
    QVERIFY(stage.check.draft().checkedField.isEmpty());
    QCOMPARE(stage.check.snapshot().ready(), 4);
    stage.bench.account.findHangs = false;
    stage.lookUp();
    QCOMPARE(stage.check.snapshot().ready(), 2);
}

void TestUiCheckNames::failedLookUpHoldsNobodyUp()
{
    LettersStage stage;
    stage.bench.account.refusesFind = true;
    stage.open(lettersOrders);
    stage.lookUp();
    const QString said = stage.window.notice(u"lookUp"_s);
    QVERIFY2(said.contains("You may not read contacts"_L1), qPrintable(said));
    QVERIFY(stage.page.primaryEnabled());
    QVERIFY(stage.check.draft().checkedField.isEmpty());
    stage.bench.account.refusesFind = false;
    stage.window.click(u"notice.lookUp.lookUp"_s);
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 2);
    QTRY_VERIFY(stage.window.notice(u"lookUp"_s).isEmpty());
}

void TestUiCheckNames::listHoldsEachMissingOneOnce()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    QSignalSpy saved(&stage.check, &CheckDesk::listSaved);
    const QString path = stage.bench.home.filePath(u"missing.csv"_s);
    stage.check.saveNotFound(path);
    QVERIFY(saved.wait());
    QFile list(path);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QByteArray bytes = list.readAll();
    QCOMPARE(bytes.toLower().count("nobody@example.net"), 1);
    QVERIFY2(!bytes.contains("anna@example.com"), bytes.constData());
    QTRY_VERIFY(!stage.window.notice(u"list"_s).isEmpty());
}

void TestUiCheckNames::missingOnesCanBeAddedFirst()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    QSignalSpy wanted(&stage.page, &CheckPage::listImportWanted);
    stage.window.click(u"notice.names.import"_s);
    auto *dialog = stage.page.findChild<QFileDialog *>(u"check.saveList"_s);
    QVERIFY(dialog);
    const QString path = stage.bench.home.filePath(u"add.csv"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().at(0).toString(), path);
    QCOMPARE(wanted.front().at(1).toString(), u"people"_s);
    QVERIFY(QFile::exists(path));
}

void TestUiCheckNames::addedOnesAreLookedUpAgain()
{
    LettersStage stage;
    stage.open(lettersOrders);
    const int before = stage.bench.account.finds;
    stage.page.missingAdded(); // nothing was looked up: nobody is asked
    QCOMPARE(int(stage.bench.account.finds), before);
    stage.lookUp();
    QCOMPARE(stage.check.snapshot().ready(), 2);
    const QString added = u"nobody@example.net"_s;
    stage.bench.account.records[added] << RecordMatch { .value = added, .id = added, .modified = {} };
    stage.page.missingAdded();
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 4);
    const int asked = stage.bench.account.finds;
    stage.page.missingAdded(); // none is missing any more
    QCOMPARE(int(stage.bench.account.finds), asked);
}

void TestUiCheckNames::focusStaysWithTheNotice()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    QTRY_VERIFY(!stage.window.notice(u"names"_s).isEmpty());
    stage.window.find<QAbstractButton>(u"notice.names.sendUnfound"_s)->setFocus();
    stage.window.click(u"notice.names.sendUnfound"_s);
    stage.settle();
    QTRY_VERIFY(QApplication::focusWidget()
                && QApplication::focusWidget()->objectName() == u"notice.names.leaveUnfound"_s);
    stage.window.click(u"notice.names.leaveUnfound"_s);
    stage.settle();
    QTRY_VERIFY(QApplication::focusWidget()
                && QApplication::focusWidget()->objectName() == u"notice.names.sendUnfound"_s);
}

void TestUiCheckNames::failureToSaveIsSeen()
{
    LettersStage stage;
    stage.open(lettersOrders);
    stage.lookUp();
    QTRY_VERIFY(!stage.window.notice(u"names"_s).isEmpty());
    stage.check.saveNotFound(stage.bench.home.filePath(u"no such folder/missing.csv"_s));
    QTRY_VERIFY(!stage.window.notice(u"list"_s).isEmpty());
    QCOMPARE(stage.page.findChild<NoticeArea *>(u"page.notices"_s)->notices().front().id, u"list"_s);
}

/// What was looked up is known of these values only; others are not asked for unasked.
void TestUiCheckNames::otherColumnAsksNobody()
{
    LettersStage stage;
    stage.open("order_no,email,second\nSO-1,anna@example.com,ben@example.com\n"
               "SO-2,nobody@example.net,anna@example.com\n");
    stage.lookUp();
    QCOMPARE(stage.check.snapshot().ready(), 1);
    const int asked = stage.bench.account.finds;
    stage.place.answer(u"$person"_s, u"second"_s);
    stage.page.entered();
    stage.settle();
    QTRY_COMPARE(stage.check.snapshot().ready(), 2);
    QCOMPARE(int(stage.bench.account.finds), asked);
    QVERIFY(stage.check.draft().checkedField.isEmpty());
    QVERIFY(stage.offers());
}

void TestUiCheckNames::promiseSaysWhatHappensToRecords()
{
    LettersStage stage;
    stage.open(lettersOrders);
    QVERIFY2(stage.text(u"check.act"_s).startsWith("Add or replace records in Orders (Acme"_L1),
             qPrintable(stage.text(u"check.act"_s)));
    QVERIFY2(stage.text(u"check.question.$key"_s).contains(u"“order_no”. A record with the same key"_s),
             qPrintable(stage.text(u"check.question.$key"_s)));
    QVERIFY(stage.text(u"check.question.$person"_s).contains(u"“email”"_s));
    QVERIFY(stage.text(u"check.undoPromise"_s).startsWith("Undo afterwards: no."_L1));
    QCOMPARE(stage.text(u"check.blanks"_s), u"Blank cells are left out of their records"_s);
}

void TestUiCheckNames::zoneOfTimesIsPromised()
{
    LettersStage stage;
    stage.open("order_no,email,placed_on\nSO-1,anna@example.com,2026-05-17 18:07\n");
    QVERIFY(stage.map.snapshot().mapping.fields().contains(u"placed_on"_s));
    stage.map.setPropertyType(u"placed_on"_s, PropertyType::Text);
    stage.page.entered();
    stage.settle();
    QVERIFY(stage.text(u"check.zones"_s).isEmpty());
    stage.map.setPropertyType(u"placed_on"_s, PropertyType::DateTime);
    stage.map.setDates(u"placed_on"_s, { .zone = "Europe/Berlin" });
    stage.page.entered();
    stage.settle();
    QTRY_COMPARE(stage.text(u"check.zones"_s), u"Times without a zone are read as those of Europe/Berlin"_s);
}

void TestUiCheckNames::valueThatIsNotSentIsNotSaidToBe()
{
    const Schema schema = LettersService().schemaFrom({}).value();
    const RowSentences sentences(schema, u"Letters"_s, 3);
    CellNote note;
    note.rule = Rule::DiffersInRecord;
    note.severity = Severity::HeadsUp;
    note.field = u"total"_s;
    QCOMPARE(sentences.all({ note }, 3),
             u"total: the rows of this record do not agree. That of its first row is sent."_s);
    note.rule = Rule::RepeatedKey;
    QVERIFY(sentences.all({ note }, 3).endsWith("The row is sent as it is."_L1));
}

void TestUiCheckNames::groupedRowsAreCountedBothWays()
{
    LettersStage stage;
    stage.open(lettersLines, true);
    QVERIFY(stage.map.snapshot().target.groupsRows());
    const auto &check = stage.check.snapshot();
    QCOMPARE(check.leftOut(), 2); // a record is whole or not at all
    QCOMPARE(check.ready(), 3);
    QVERIFY2(stage.page.primaryText().contains("2 record(s) from 3 row(s)"_L1),
             qPrintable(stage.page.primaryText()));
    QVERIFY2(stage.page.subline().startsWith("2 record(s) from 3 row(s) are ready"_L1),
             qPrintable(stage.page.subline()));
    QVERIFY2(stage.groups().join(u'|').contains("left out with it"_L1),
             qPrintable(stage.groups().join(u'|')));
    stage.window.picture(u"check-grouped"_s);
}

void TestUiCheckNames::missingOnesOfGroupedRowsAreCountedBothWays()
{
    LettersStage stage;
    stage.open("order_no,email,sku\nSO-1,anna@example.com,A\nSO-2,nobody@example.net,B\n"
               "SO-1,anna@example.com,C\nSO-2,nobody@example.net,D\nSO-3,nobody@example.net,E\n",
               true);
    stage.lookUp();
    const QString said = stage.window.notice(u"names"_s);
    QVERIFY2(said.contains("2 record(s) (3 row(s)) belong to them and are left out"_L1), qPrintable(said));
    QVERIFY2(stage.page.primaryText().contains("1 record(s) from 2 row(s)"_L1),
             qPrintable(stage.page.primaryText()));
}

QTEST_MAIN(TestUiCheckNames)
#include "test_ui_check_names.moc"
