#include "tests/ui/run_stage.h"
#include "ui/grid/grid.h"
#include "ui/pages/result_rows.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// The results page of a run, by what a person sees and presses.
class ResultsSight {
public:
    explicit ResultsSight(RunStage &stage)
        : m_stage(stage)
    {
    }

    Grid *grid() const { return m_stage.resultsPage.findChild<Grid *>(u"results.grid"_s); }
    ResultRows *rows() const { return m_stage.resultsPage.findChild<ResultRows *>(); }
    bool choose(const QString &filter) const
    {
        auto *button = m_stage.resultsPage.findChild<QAbstractButton *>(u"results.filter."_s + filter);
        if (button)
            button->click();
        return button;
    }
    /// As the grid shows it; waits until it is at hand.
    GridRow row(qint64 index) const
    {
        if (!QTest::qWaitFor(
                [&] {
                    if (index >= rows()->rowCount())
                        return false;
                    rows()->want(index, 1);
                    return rows()->row(index) != nullptr;
                },
                patience))
            qFatal("the row does not come");
        return *rows()->row(index);
    }
    QString text(const QString &name) const { return m_stage.resultsPage.findChild<QLabel *>(name)->text(); }
    QStringList reasons() const
    {
        const auto *list = m_stage.resultsPage.findChild<QListWidget *>(u"results.reasons"_s);
        QStringList lines;
        for (int line = 0; line < list->count(); ++line)
            lines << list->item(line)->text();
        return lines;
    }
    void chooseReason(int line) const
    {
        m_stage.resultsPage.findChild<QListWidget *>(u"results.reasons"_s)->setCurrentRow(line);
    }
    bool offers(const QString &button) const
    {
        const auto *found = m_stage.resultsPage.findChild<QWidget *>(button);
        return found && found->isVisible();
    }

private:
    RunStage &m_stage;
};

/// Takes addresses that are opened instead of a browser.
class Browser : public QObject {
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"toy-record"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"toy-record"_s); }
    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url.toString(); }
};

void goByCalls(RunPlan &plan)
{
    plan.kind = u"toy-calls"_s;
}

} // namespace

/// What the page Results says of rows that are not in, and what can be done with them.
class TestUiResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void oneRowIsSentByItself();
    void oneRowThatFailsAgainSaysBothTries();
    void rowsThatAreInAreNeverOffered();
    void rowsOfAStoppedRunAreSentByItsOneButton();
    void oneOfTheRowsThatWereNotLookedAtIsSentAlone();
    void busyRowsCanBeSentAgain();
    void refusedCallsAreToldInASentence();
    void recordsAreOpened();
    void guiltyCellsAreMarked();
    void deletedRecordsAreToldAsDeleted();
    void listOfOneReasonIsSaved();
    void rowsThatALookUpLeftOutAreGroups();
};

void TestUiResults::oneRowIsSentByItself()
{
    RunStage stage;
    stage.finish(RunStage::names(3, 2, 2));
    const ResultsSight sight(stage);
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 2, patience);
    QCOMPARE(sight.row(0).noteActions, QStringList { u"Send this row now…"_s });
    stage.farEnd.forgive(true);
    const int before = stage.farEnd.submits();

    sight.grid()->setCurrent(0, 0);
    sight.grid()->setFocus();
    QTest::keyClick(sight.grid(), Qt::Key_Return); // asks, sends nothing
    QTRY_VERIFY(sight.offers(u"results.row"_s));
    QCOMPARE(stage.farEnd.submits(), before);
    QCOMPARE(sight.text(u"results.row.title"_s), u"Row 5"_s);
    QVERIFY2(sight.text(u"results.row.question"_s).contains("Acme"_L1),
             qPrintable(sight.text(u"results.row.question"_s)));
    stage.resultsWindow.picture(u"results-row"_s);
    auto *send = stage.resultsWindow.find<QPushButton>(u"results.row.send"_s);
    QTRY_VERIFY(send->hasFocus());
    QTest::keyClick(send, Qt::Key_Escape);
    QTRY_VERIFY(!sight.offers(u"results.row"_s));
    QVERIFY(sight.grid()->hasFocus());

    QTest::keyClick(sight.grid(), Qt::Key_Return);
    QTRY_VERIFY(send->hasFocus());
    QTest::keyClick(send, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 6, patience);
    QCOMPARE(stage.farEnd.submits(), before + 1);
    QCOMPARE(stage.farEnd.submitsOf(u"toy-one"_s), 1);
    QCOMPARE(stage.results().tally.of(Outcome::Failed), 1); // nobody sent the other one
    QCOMPARE(stage.results().end, RunState::Finished);
    QTRY_VERIFY2(stage.resultsWindow.notice(u"sent"_s).contains("Row 5 is in now."_L1),
                 qPrintable(stage.resultsWindow.notice(u"sent"_s)));
    // It stands there in sight, with what became of it before.
    QTRY_COMPARE_WITH_TIMEOUT(sight.grid()->currentRow(), 3, patience);
    const GridRow row = sight.row(3);
    QCOMPARE(row.number, 5);
    QCOMPARE(row.mark, GridMark::In);
    QVERIFY2(row.note.contains("Try 2: added"_L1) && row.note.contains("That name is not allowed"_L1),
             qPrintable(row.note));
    QCOMPARE(row.noteActions, QStringList { u"What became of it"_s });
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().sumChecked && stage.results().addsUp, patience);
}

void TestUiResults::oneRowThatFailsAgainSaysBothTries()
{
    RunStage stage;
    const QString folder = stage.finish(RunStage::names(3, 1));
    const ResultsSight sight(stage);
    stage.desk.sendRow(folder, 4);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().attempts.size() == 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().fileLooked, patience);
    QVERIFY(sight.choose(u"failed"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 1, patience);
    const GridRow row = sight.row(0);
    QCOMPARE(row.result, u"That name is not allowed (tried 2×)"_s);
    QVERIFY2(row.noteDetails.contains("BAD: That name is not allowed"_L1), qPrintable(row.noteDetails));
    QCOMPARE(sight.reasons(), QStringList { u"That name is not allowed (tried 2×) — 1 row(s)"_s });
    QCOMPARE(row.noteActions.size(), 2);
    sight.grid()->setCurrent(0, 0);
    QTRY_VERIFY(stage.resultsPage.findChild<QAbstractButton *>(u"grid.noteAction1"_s));
    stage.resultsWindow.click(u"grid.noteAction1"_s);
    QTRY_VERIFY(sight.offers(u"results.row"_s));
    QVERIFY(!sight.offers(u"results.row.send"_s));
    const QString tries = sight.text(u"results.row.tries"_s);
    QVERIFY2(tries.contains("Try 1: failed"_L1) && tries.contains("Try 2: failed"_L1), qPrintable(tries));
    stage.resultsWindow.picture(u"results-tries"_s);
}

void TestUiResults::rowsThatAreInAreNeverOffered()
{
    RunStage stage;
    const QString folder = stage.finish(RunStage::names(3, 1));
    const ResultsSight sight(stage);
    QVERIFY(sight.choose(u"added"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 3, patience);
    QVERIFY(sight.row(0).noteActions.isEmpty());
    QVERIFY(sight.rows()->actsOf(0).empty());
    // And whoever asked for it all the same would be refused.
    const int before = stage.farEnd.submits();
    stage.desk.sendRow(folder, 1);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.farEnd.submits(), before);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 3);
}

void TestUiResults::rowsOfAStoppedRunAreSentByItsOneButton()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(300));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.desk.stop();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().fileLooked, patience);
    const ResultsSight sight(stage);
    QVERIFY(stage.resultsPage.primaryText().startsWith("Send "_L1));
    QVERIFY(stage.results().tally.of(Outcome::NotProcessed) > 0);
    QVERIFY(sight.choose(u"notProcessed"_s));
    QTRY_VERIFY_WITH_TIMEOUT(sight.rows()->rowCount() > 0, patience);
    // One of them alone would take all that wait to be sent with it.
    const GridRow row = sight.row(0);
    QVERIFY2(row.note.contains("did not look at this row"_L1), qPrintable(row.note));
    QVERIFY(row.noteActions.isEmpty());
}

void TestUiResults::oneOfTheRowsThatWereNotLookedAtIsSentAlone()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(7));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() == 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(RunDesk::Stage::Running)
                                 && stage.desk.snapshot().run.parts.front().state == PartState::Remote,
                             patience);
    stage.desk.stop();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().fileLooked, patience);
    QCOMPARE(stage.results().tally.of(Outcome::NotProcessed), 7);
    const ResultsSight sight(stage);
    QVERIFY(sight.choose(u"notProcessed"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 7, patience);
    QCOMPARE(sight.row(2).noteActions, QStringList { u"Send this row now…"_s });
    stage.farEnd.hold(false);
    stage.desk.sendRow(stage.results().folder, 3);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 1, patience);
    QCOMPARE(stage.results().tally.of(Outcome::NotProcessed), 6);
    QCOMPARE(stage.farEnd.submitsOf(u"toy-one"_s), 1);
    QCOMPARE(stage.farEnd.submits(), 2);
    // All others are one click away.
    QCOMPARE(stage.resultsPage.primaryText(), u"Send 6 row(s) that are not in"_s);
    stage.resultsPage.primary();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 7, patience);
}

void TestUiResults::busyRowsCanBeSentAgain()
{
    RunStage stage;
    QStringList names = RunStage::names(5);
    names << u"busy-00001"_s << u"busy-00002"_s;
    stage.finish(names);
    const ResultsSight sight(stage);
    QCOMPARE(stage.results().tally.of(Outcome::Failed), 2);
    QVERIFY2(sight.reasons().value(0).contains("The record was busy (tried "_L1),
             qPrintable(sight.reasons().value(0)));
    auto *again = stage.resultsWindow.find<QPushButton>(u"results.sendAgain"_s);
    QVERIFY(again->isVisible());
    QCOMPARE(again->text(), u"Send 2 row(s) &again"_s);
    stage.resultsWindow.picture(u"results-busy"_s);
    stage.farEnd.forgive(true);
    stage.resultsWindow.click(u"results.sendAgain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 7, patience);
    QTRY_VERIFY2(
        stage.resultsWindow.notice(u"sent"_s).contains("2 of the 2 row(s) that were sent again are in."_L1),
        qPrintable(stage.resultsWindow.notice(u"sent"_s)));
    QVERIFY(!again->isVisible());
}

void TestUiResults::refusedCallsAreToldInASentence()
{
    RunStage stage;
    stage.shape = goByCalls;
    stage.finish(RunStage::names(4, 2, 14));
    const ResultsSight sight(stage);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 18);
    QCOMPARE(stage.results().tally.of(Outcome::Failed), 2);
    QVERIFY2(stage.resultsWindow.notice(u"refused"_s)
                 .contains("2 of 10 row(s) were refused; the other 8 were sent again and are in."_L1),
             qPrintable(stage.resultsWindow.notice(u"refused"_s)));
    QVERIFY2(sight.text(u"results.how"_s).contains("call(s)"_L1)
                 && sight.text(u"results.how"_s).contains("Small calls of up to 10 rows"_L1),
             qPrintable(sight.text(u"results.how"_s)));
    QCOMPARE(sight.reasons(), QStringList { u"That name is not allowed — 2 row(s)"_s });
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 2, patience);
    QCOMPARE(sight.row(1).mark, GridMark::Failed);
    stage.resultsWindow.picture(u"results-refused"_s);
}

void TestUiResults::recordsAreOpened()
{
    RunStage stage;
    QStringList names = RunStage::names(2);
    names << u"dup-000001"_s;
    stage.finish(names);
    const ResultsSight sight(stage);
    Browser browser;
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 1, patience);
    const GridRow row = sight.row(0);
    QCOMPARE(row.noteActions.value(1), u"Open the record in Toy"_s);
    QVERIFY(row.cells.value(1).isEmpty()); // it is not this row's record
    QVERIFY2(row.noteDetails.endsWith("Existing record: existing-dup-000001"_L1),
             qPrintable(row.noteDetails));
    sight.grid()->setCurrent(0, 0);
    sight.grid()->setFocus();
    QTest::keyClick(sight.grid(), Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(browser.opened, QStringList { u"toy-record:Contact/existing-dup-000001"_s });

    QVERIFY(sight.choose(u"added"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 2, patience);
    QCOMPARE(sight.row(0).cells.value(1), u"id-good-00001"_s);
    QVERIFY(sight.rows()->column(1).link);
    sight.grid()->setCurrent(0, 1);
    sight.grid()->setFocus();
    QTest::keyClick(sight.grid(), Qt::Key_Return);
    QTRY_COMPARE(browser.opened.value(1), u"toy-record:Contact/id-good-00001"_s);
}

void TestUiResults::guiltyCellsAreMarked()
{
    RunStage stage;
    stage.shape = [](RunPlan &plan) {
        // As if the file had gone to other fields: what counts is how the reason names them.
        plan.draft.mapping.columns.front().field = u"User:Owner.Email"_s;
    };
    const QString folder = stage.freeze(RunStage::names(3));
    {
        auto ledger = Ledger::open(folder);
        QVERIFY(ledger);
        const auto refused = [](qint64 record, const QString &field) {
            return RowOutcome { .record = record,
                                .outcome = Outcome::LeftOut,
                                .reason = { .code = u"rowlift:x"_s, .field = field, .text = u"So"_s },
                                .recordId = {} };
        };
        QVERIFY((*ledger)->leaveOut({ refused(1, u"Name"_s), refused(2, u"Other, Owner.Email"_s) }));
    }
    stage.desk.show(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().fileLooked, patience);
    const ResultsSight sight(stage);
    QVERIFY(sight.choose(u"leftOut"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 2, patience);
    QVERIFY(sight.row(0).cellMarks.empty());
    QCOMPARE(sight.row(1).cellMarks.size(), 1U);
    QCOMPARE(sight.row(1).cellMarks.front().column, 0);
}

void TestUiResults::deletedRecordsAreToldAsDeleted()
{
    RunStage stage;
    stage.shape = [](RunPlan &plan) { plan.draft.target.operation = Operation::Delete; };
    const QString folder = stage.freeze(RunStage::names(4, 1));
    QVERIFY(QDir(folder).mkpath(u"before"_s));
    QFile copy(folder + u"/before/part-00001.jsonl"_s);
    QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write("{}\n") > 0);
    copy.close();
    stage.desk.goOn(folder);
    stage.window.enter();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().fileLooked, patience);
    const ResultsSight sight(stage);
    QCOMPARE(stage.resultsPage.heading(), u"The records of 4 row(s) are deleted, 1 failed"_s);
    QVERIFY2(stage.resultsWindow.notice(u"copy"_s).contains(
                 "A copy of every deleted record is in the folder of this import."_L1),
             qPrintable(stage.resultsWindow.notice(u"copy"_s)));
    QVERIFY(sight.choose(u"deleted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 4, patience);
    QCOMPARE(sight.row(0).result, u"deleted"_s);
    QVERIFY(!sight.rows()->column(1).link); // there is nothing to see any more
    QVERIFY(!sight.offers(u"counter.created"_s)); // nothing was to be added
    stage.resultsWindow.picture(u"results-deleted"_s);
}

void TestUiResults::listOfOneReasonIsSaved()
{
    RunStage stage;
    QStringList names = RunStage::names(2, 2);
    names << u"dup-000001"_s;
    stage.finish(names);
    const ResultsSight sight(stage);
    QVERIFY(!sight.offers(u"results.saveList"_s)); // of which reason?
    sight.chooseReason(1);
    QTRY_VERIFY(sight.offers(u"results.saveList"_s));
    QSignalSpy saved(&stage.desk, &RunDesk::reportSaved);
    const QString path = stage.bench.home.filePath(u"list.csv"_s);
    stage.desk.saveReport(ReportRows(stage.results().reasons[1]), path);
    QVERIFY(saved.wait(patience));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.contains("dup-000001,6,failed") && !text.contains("bad-"), text.constData());
    QVERIFY2(text.contains("existing record existing-dup-000001") && text.trimmed().endsWith("DUP,"),
             text.constData());
}

void TestUiResults::rowsThatALookUpLeftOutAreGroups()
{
    RunStage stage;
    const QString folder = stage.freeze(RunStage::names(4));
    {
        auto ledger = Ledger::open(folder);
        QVERIFY(ledger);
        QVERIFY((*ledger)->leaveOut(
            { { .record = 2,
                .outcome = Outcome::LeftOut,
                .reason = { .code = u"rowlift:notFound"_s, .field = u"Name"_s, .text = u"Not in Toy"_s },
                .recordId = {} } }));
    }
    stage.desk.show(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().fileLooked, patience);
    stage.resultsWindow.enter();
    const ResultsSight sight(stage);
    QCOMPARE(sight.reasons().size(), 1);
    QVERIFY2(sight.reasons().front().endsWith("1 row(s) left out, not sent"_L1),
             qPrintable(sight.reasons().front()));
    sight.chooseReason(0);
    QTRY_VERIFY(sight.offers(u"results.saveList"_s));
    QTRY_COMPARE_WITH_TIMEOUT(sight.rows()->rowCount(), 1, patience);
    const GridRow row = sight.row(0);
    QCOMPARE(row.cellMarks.size(), 1U);
    QVERIFY2(row.note.contains("it was not sent"_L1), qPrintable(row.note));
    QVERIFY(row.noteActions.isEmpty());
}

QTEST_MAIN(TestUiResults)
#include "test_ui_results.moc"
