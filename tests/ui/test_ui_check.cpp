#include "app/run/ledger.h"
#include "tests/support/ui_bench.h"
#include "tests/support/ui_pictures.h"
#include "ui/grid/grid.h"
#include "ui/pages/check_page.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// An account where it counts.
class ProductionSession : public PretendSession {
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
struct CheckStage {
    explicit CheckStage(const Account &account = practiceSalesforceAccount())
        : bench({ account })
    {
    }

    void open(const QString &path, Operation operation = Operation::Insert, const QString &key = {})
    {
        file.open(path);
        QTRY_VERIFY(file.snapshot().counted);
        place.chooseAccount(bench.accounts.all().front().name);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        place.chooseObject(u"Contact"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        place.chooseOperation(operation);
        place.chooseKey(key);
        QVERIFY(map.complete());
        page.resize(964, 600);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }
    void enter()
    {
        page.entered();
        QTRY_COMPARE(check.snapshot().state, CheckDesk::State::Checked);
    }
    void openSample() { open(bench.bench.sampleFile); }
    void openText(const QByteArray &text) { open(bench.write(u"file.csv"_s, text)); }

    QListWidget *groups() const { return page.findChild<QListWidget *>(u"check.groups"_s); }
    Grid *grid() const { return page.findChild<Grid *>(u"check.grid"_s); }
    /// The row of the file, as the grid shows it: the header is row 1.
    const GridRow *row(qint64 at) const
    {
        const GridRow *found = nullptr;
        if (!QTest::qWaitFor([&] {
                found = grid()->source()->row(at);
                if (!found)
                    grid()->source()->want(at, 1);
                return found != nullptr;
            }))
            return nullptr;
        return found;
    }
    QString text(const QString &name) const
    {
        const auto *button = page.findChild<QAbstractButton *>(name);
        const auto *label = page.findChild<QLabel *>(name);
        return button ? button->text() : label ? label->text() : QString();
    }
    void click(const QString &name) const
    {
        auto *button = page.findChild<QAbstractButton *>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        button->click();
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    CheckDesk check { bench.bench, file, place, map };
    CheckPage page { check, nullptr };
};

} // namespace

class TestUiCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void sampleSaysHowManyNeedALook();
    void nothingCanBeSentWhileChecking();
    void promiseLeadsToItsSteps();
    void productionIsNamedOnTheButton();
    void groupFiltersTheGrid();
    void noteSaysWhatIsWrongAndWhatHappens();
    void f8WalksTheProblems();
    void asSentShowsWhatIsSent();
    void currentColumnFollowsItsField();
    void keyTwiceIsAHeadsUp();
    void allAlikeIsSaidOnce();
    void sameContentImportedBeforeIsSaid();
    void changedFileBlocks();
    void primaryAsksForTheImport();
    void smallWindowShowsEverything();
    void largeTextKeepsTheRowsInView();
};

void TestUiCheck::sampleSaysHowManyNeedALook()
{
    CheckStage stage;
    stage.openSample();
    stage.enter();
    const auto &result = stage.check.snapshot().result;
    QCOMPARE(result.rows, 2400);
    const QString leftOut = QString::number(stage.check.snapshot().leftOut());
    QVERIFY2(stage.page.heading().startsWith(leftOut), qPrintable(stage.page.heading()));
    QVERIFY(stage.page.heading().contains(u"need a look before you import"_s));
    QVERIFY(stage.page.primaryText().contains(u"2,354"_s));
    QCOMPARE(stage.groups()->count(), static_cast<int>(result.groups.size()) + 1);
    QCOMPARE(stage.groups()->item(0)->text(), u"All rows"_s);
    QVERIFY(stage.groups()->item(1)->data(Qt::AccessibleTextRole).toString().startsWith(u"Problem, "_s));
    QVERIFY(stage.text(u"check.limits"_s).startsWith(u"Salesforce may still refuse rows"_s));
    QCOMPARE(stage.page.firstDecision(), stage.groups());
    QVERIFY(stage.row(stage.grid()->currentRow()));
    takePicture(stage.page, u"check"_s);
}

void TestUiCheck::nothingCanBeSentWhileChecking()
{
    CheckStage stage;
    stage.openSample();
    QSignalSpy wanted(&stage.page, &CheckPage::importWanted);
    stage.page.entered();
    QCOMPARE(stage.check.snapshot().state, CheckDesk::State::Checking);
    QCOMPARE(stage.page.heading(), u"Checking your rows…"_s);
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"Checking… 0 %"_s);
    QVERIFY(stage.page.findChild<QWidget *>(u"check.progress"_s)->isVisible());
    stage.page.primary();
    QCOMPARE(wanted.size(), 0);
    QSignalSpy said(&stage.page, &Page::announce);
    QTRY_COMPARE(stage.check.snapshot().state, CheckDesk::State::Checked);
    QVERIFY(!stage.page.findChild<QWidget *>(u"check.progress"_s)->isVisible());
    QCOMPARE(said.size(), 1);
    QCOMPARE(said[0][0].toString(), stage.page.heading());
}

void TestUiCheck::promiseLeadsToItsSteps()
{
    CheckStage stage;
    stage.openText("Last name,E-mail,Whatever\nSmith,a@example.com,1\n,b@example.com,2\n");
    stage.enter();
    QCOMPARE(stage.text(u"check.act"_s), u"Add Contacts to practice — PRACTICE"_s);
    QCOMPARE(stage.text(u"check.columns"_s), u"2 of 3 columns; not imported: Whatever"_s);
    QVERIFY(stage.text(u"check.undoPromise"_s).contains(u"record ids"_s));
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.click(u"check.act"_s);
    stage.click(u"check.columns"_s);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[0][0].value<ui::Step>(), ui::Step::Where);
    QCOMPARE(wanted[1][0].value<ui::Step>(), ui::Step::Map);
    stage.grid()->setCurrent(0, 2);
    stage.click(u"check.leftOut"_s);
    QCOMPARE(stage.grid()->currentRow(), 1);
    QCOMPARE(stage.grid()->currentColumn(), 0);
}

void TestUiCheck::productionIsNamedOnTheButton()
{
    CheckStage stage({ .id = {},
                       .service = u"salesforce"_s,
                       .name = u"Acme"_s,
                       .environment = Environment::Production,
                       .url = {},
                       .signIn = SignInKind::ClientCredentials,
                       .user = {} });
    stage.bench.bench.openSession
        = [&stage](const Account &) { return std::make_unique<ProductionSession>(stage.bench.account); };
    stage.openText("Last name\nSmith\nJones\n");
    stage.enter();
    QVERIFY2(stage.page.primaryText().endsWith(u"into Production"_s), qPrintable(stage.page.primaryText()));
    QVERIFY(stage.text(u"check.act"_s).endsWith(u"PRODUCTION"_s));
}

void TestUiCheck::groupFiltersTheGrid()
{
    CheckStage stage;
    stage.openText("Last name,Birthdate\nSmith,1988-03-04\n,1979-12-31\nBrown,soon\n,\n");
    stage.enter();
    QCOMPARE(stage.grid()->source()->rowCount(), 4);
    const auto &groups = stage.check.snapshot().result.groups;
    QCOMPARE(groups.size(), size_t(2));
    QCOMPARE(stage.groups()->item(1)->text(), u"Last Name is empty"_s);
    stage.groups()->setCurrentRow(2);
    QCOMPARE(stage.grid()->source()->rowCount(), 1);
    QCOMPARE(stage.row(0)->number, 4);
    QCOMPARE(stage.grid()->currentColumn(), 1);
    stage.groups()->setCurrentRow(0);
    QCOMPARE(stage.grid()->source()->rowCount(), 4);
}

void TestUiCheck::noteSaysWhatIsWrongAndWhatHappens()
{
    CheckStage stage;
    stage.openText("Last name,Birthdate,E-mail\nSmith,soon,a@example.com\nBrown,1979-12-31,b@example\n");
    stage.enter();
    const GridRow *bad = stage.row(0);
    QVERIFY(bad);
    QCOMPARE(bad->mark, GridMark::Problem);
    QCOMPARE(bad->tag, u"left out"_s);
    QCOMPARE(bad->cellMarks.size(), size_t(1));
    QCOMPARE(bad->cellMarks[0].column, 1);
    QCOMPARE(bad->note, u"Birthdate: “soon” cannot be read as a date. This row is left out."_s);
    QCOMPARE(stage.grid()->source()->column(1).target, u"Birthdate"_s);
}

void TestUiCheck::f8WalksTheProblems()
{
    CheckStage stage;
    stage.openText("Last name,Birthdate\nSmith,1988-03-04\n,1979-12-31\nBrown,soon\nGreen,\n");
    stage.enter();
    stage.grid()->setFocus();
    // The first one is looked at from the beginning.
    QCOMPARE(stage.grid()->currentRow(), 1);
    QCOMPARE(stage.grid()->currentColumn(), 0);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 2);
    QCOMPARE(stage.grid()->currentColumn(), 1);
    QTest::keyClick(stage.grid(), Qt::Key_F8);
    QCOMPARE(stage.grid()->currentRow(), 1);
    QTest::keyClick(stage.grid(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(stage.grid()->currentRow(), 2);
}

void TestUiCheck::asSentShowsWhatIsSent()
{
    CheckStage stage;
    stage.openText("Last name,Birthdate,Whatever\nSmith,31.12.1979,x\n");
    stage.enter();
    QCOMPARE(stage.row(0)->cells.value(1), u"31.12.1979"_s);
    stage.click(u"check.asSent"_s);
    // The record as it goes out: what is not imported is not there.
    QCOMPARE(stage.row(0)->cells, (QStringList { u"Smith"_s, u"1979-12-31"_s }));
    QCOMPARE(stage.grid()->source()->columnCount(), 2);
    QCOMPARE(stage.grid()->source()->column(1).title, u"Birthdate"_s);
    QCOMPARE(stage.grid()->source()->column(1).letter, u"B"_s);
    stage.click(u"check.asInFile"_s);
    QCOMPARE(stage.row(0)->cells.value(2), u"x"_s);
}

void TestUiCheck::currentColumnFollowsItsField()
{
    CheckStage stage;
    stage.openText("Whatever,Last name,Birthdate\nx,Smith,31.12.1979\ny,Jones,30.12.1979\n");
    stage.enter();
    stage.grid()->setCurrent(1, 2);
    stage.click(u"check.asSent"_s);
    QCOMPARE(stage.grid()->currentRow(), 1);
    QCOMPARE(stage.grid()->currentColumn(), 1);
    stage.click(u"check.asInFile"_s);
    QCOMPARE(stage.grid()->currentRow(), 1);
    QCOMPARE(stage.grid()->currentColumn(), 2);
}

void TestUiCheck::keyTwiceIsAHeadsUp()
{
    CheckStage stage;
    stage.open(
        stage.bench.write(u"keys.csv"_s, "Last name,E-mail\nSmith,a@example.com\nJones,a@example.com\n"),
        Operation::Upsert, u"Email"_s);
    stage.enter();
    QCOMPARE(stage.page.heading(), u"2 row(s) ready, 2 with a heads-up"_s); // not that all is fine
    QVERIFY(!stage.page.firstDecision());
    QCOMPARE(stage.row(0)->mark, GridMark::HeadsUp);
    QVERIFY(stage.row(0)->note.contains(u"more than once"_s));
    QVERIFY(stage.row(0)->note.endsWith(u"The row is sent as it is."_s));
    QCOMPARE(stage.text(u"check.key"_s), u"Records are found by Email"_s);
    QCOMPARE(stage.text(u"check.blanks"_s), u"Blank cells leave fields as they are"_s);
}

void TestUiCheck::allAlikeIsSaidOnce()
{
    CheckStage stage;
    stage.openText("Last name,Birthdate\nSmith,soon\nJones,later\nBrown,never\n");
    stage.map.setField(1, u"Birthdate"_s);
    stage.enter();
    QCOMPARE(stage.page.heading(), u"None of the rows can be imported yet"_s);
    QVERIFY(!stage.page.primaryEnabled());
    QCOMPARE(stage.page.primaryReason(), u"No row can be sent yet"_s);
    const auto *notice = stage.page.findChild<QWidget *>(u"notice.check"_s);
    QVERIFY(notice);
    QVERIFY2(notice->accessibleName().contains(u"Birthdate cannot be read as a date"_s),
             qPrintable(notice->accessibleName()));
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.click(u"notice.check.map"_s);
    QCOMPARE(wanted[0][0].value<ui::Step>(), ui::Step::Map);
    takePicture(stage.page, u"check-none"_s);
}

/// By content and place, whatever the file is called, and whoever imported it.
void TestUiCheck::sameContentImportedBeforeIsSaid()
{
    CheckStage stage;
    stage.openText("Last Name,Email\nMay,may@example.com\nFox,fox@example.com\n");
    stage.enter();
    const auto &check = stage.check.snapshot();
    RunPlan plan;
    plan.id = u"20260301-100000-abcdef"_s;
    plan.draft.file = u"/elsewhere/another-name.csv"_s;
    plan.draft.target.object = u"Contact"_s;
    plan.account = stage.place.snapshot().account;
    plan.rows = 2;
    plan.started = stage.bench.clock.now();
    plan.contentHash = check.result.contentHash;
    {
        auto ledger = Ledger::create(stage.bench.bench.folders.runs(), plan, {});
        QVERIFY(ledger);
        stage.enter();
        QVERIFY(!check.earlier); // nothing of it is in
        PartRecord part;
        part.rows = 2;
        part.firstRecord = 1;
        part.lastRecord = 2;
        const auto added = (*ledger)->addPart(part, { .records = { 1, 2 } });
        QVERIFY(added && (*ledger)->adopt(added->number, u"750"_s, PartState::Collecting));
        QVERIFY(
            (*ledger)->settle(added->number,
                              { { .record = 1, .outcome = Outcome::Added, .reason = {}, .recordId = {} },
                                { .record = 2, .outcome = Outcome::Added, .reason = {}, .recordId = {} } },
                              0));
        QVERIFY((*ledger)->noteEnd(RunState::Finished, {}));
    }
    stage.enter(); // looks again, though nothing has to be checked again
    QTRY_VERIFY(check.earlier.has_value());
    const QString line = stage.text(u"check.importedBefore"_s);
    QVERIFY2(line.contains(u"today"_s) && line.contains(u"2 rows are in"_s), qPrintable(line));
    QCOMPARE(stage.page.heading(), u"2 row(s) ready"_s); // not that everything looks fine
    QVERIFY(stage.page.primaryEnabled()); // it never blocks

    CheckStage other;
    other.openText("Last Name,Email\nMay,may@example.com\n");
    other.enter();
    QVERIFY(!other.check.snapshot().earlier);
}

void TestUiCheck::changedFileBlocks()
{
    CheckStage stage;
    stage.openText("Last name\nSmith\n");
    stage.bench.write(u"file.csv"_s, "Last name\nSmith\nJones\nBrown\n");
    stage.page.entered();
    QTRY_COMPARE(stage.check.snapshot().state, CheckDesk::State::Failed);
    QVERIFY(!stage.page.primaryEnabled());
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.click(u"notice.check.again"_s);
    QCOMPARE(wanted[0][0].value<ui::Step>(), ui::Step::File);
    QTRY_COMPARE(stage.file.snapshot().rows(), 3);
    stage.enter();
    QVERIFY(stage.page.primaryEnabled());
    QTRY_VERIFY(!stage.page.findChild<QWidget *>(u"notice.check"_s));
}

void TestUiCheck::primaryAsksForTheImport()
{
    CheckStage stage;
    stage.openText("Last name\nSmith\n");
    stage.enter();
    QVERIFY(stage.page.primarySends());
    QSignalSpy wanted(&stage.page, &CheckPage::importWanted);
    stage.page.primary();
    QCOMPARE(wanted.size(), 1);
    takePicture(stage.page, u"check-fine"_s);
}

void TestUiCheck::smallWindowShowsEverything()
{
    CheckStage stage;
    stage.openSample();
    stage.page.resize(824, 380);
    stage.enter();
    stage.groups()->setCurrentRow(1);
    QVERIFY(stage.row(0));
    QTRY_VERIFY(stage.grid()->height() >= stage.grid()->minimumSizeHint().height());
    QVERIFY(stage.groups()->height() >= 2 * stage.groups()->sizeHintForRow(0));
    takePicture(stage.page, u"check-small"_s);
}

void TestUiCheck::largeTextKeepsTheRowsInView()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    CheckStage stage;
    stage.openSample();
    stage.enter();
    QVERIFY(stage.row(stage.grid()->currentRow()));
    QTRY_VERIFY(stage.grid()->height() >= stage.grid()->minimumSizeHint().height());
    takePicture(stage.page, u"check-large"_s);
}

QTEST_MAIN(TestUiCheck)
#include "test_ui_check.moc"
