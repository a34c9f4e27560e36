#include "tests/ui/run_stage.h"
#include "ui/desk/start_desk.h"
#include "ui/grid/grid.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/run_words.h"
#include "ui/pages/start_page.h"

#include <QAction>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

// A service that takes parts in a queue of its own, and tells of exceptions alone.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000;

/// A stage whose runs go through the queue.
class QueueStage : public RunStage {
public:
    explicit QueueStage(qint64 rowsOfAPart = 10)
        : RunStage(rowsOfAPart)
    {
        shape = [](RunPlan &plan) {
            plan.kind = u"toy-queue"_s;
            plan.draft.kind = plan.kind;
            plan.draft.target.operation = Operation::Upsert;
            plan.draft.target.keyField = u"Name"_s;
        };
    }

    /// So many rows of each kind, in this order.
    static QStringList people(int good, int odd, int bad)
    {
        QStringList all;
        const auto add = [&all](const QString &what, int count) {
            for (int row = 0; row < count; ++row)
                all << u"%1-%2"_s.arg(what).arg(static_cast<int>(all.size()) + 1,
                                                9 - static_cast<int>(what.size()), 10, QLatin1Char('0'));
        };
        add(u"good"_s, good);
        add(u"odd"_s, odd);
        add(u"bad"_s, bad);
        return all;
    }
    QStringList counters() const
    {
        QStringList words;
        for (const auto *counter : resultsPage.findChildren<QWidget *>()) {
            if (counter->objectName().startsWith("counter."_L1))
                words << counter->accessibleName();
        }
        return words;
    }
    QStringList reasons() const
    {
        const auto *list = resultsPage.findChild<QListWidget *>(u"results.reasons"_s);
        QStringList lines;
        for (int line = 0; line < list->count(); ++line)
            lines << list->item(line)->text();
        return lines;
    }
    GridRow row(qint64 index) const
    {
        auto *rows = resultsPage.findChild<ResultRows *>();
        const auto there = [&] {
            if (index >= rows->rowCount())
                return false;
            rows->want(index, 1);
            return rows->row(index) != nullptr;
        };
        if (!QTest::qWaitFor(there, patience))
            qFatal("the row does not come");
        return *rows->row(index);
    }
    qint64 rowsShown() const { return resultsPage.findChild<ResultRows *>()->rowCount(); }
};

} // namespace

class TestUiExceptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void warningsAreCountedWithWhatIsIn();
    void warnedRowsAreFoundAndMarked();
    void onlyWarningsAreNoFailures();
    void whatIsInIsNotCalledAdded();
    void differenceIsShown();
    void partsSayWhereTheyWait();
    void fullQueueIsCalm();
    void unknownPartAsksInTheServicesWords();
    void whatCannotBeCalledBackIsSaid();
    void resultsAreFetchedAtStart();
    void importThatIsFetchedOpensAtOnce();
};

void TestUiExceptions::warningsAreCountedWithWhatIsIn()
{
    QueueStage stage;
    stage.finish(QueueStage::people(14, 3, 2));
    QCOMPARE(stage.results().tally.of(Outcome::In), 17);
    QCOMPARE(stage.results().tally.warned, 3);
    QVERIFY2(stage.counters().contains(u"17 in (added or updated), 3 with warnings"_s),
             qPrintable(stage.counters().join(u'|')));
    QCOMPARE(stage.resultsPage.heading(), u"17 row(s) are in, 2 failed, 3 with warnings"_s);
    const auto *in = stage.resultsPage.findChild<QWidget *>(u"counter.in"_s);
    QVERIFY(in && in->toolTip().startsWith("Sent minus failed"_L1));
    QTRY_VERIFY(stage.results().sumChecked);
    QVERIFY(stage.results().addsUp);
    stage.resultsWindow.picture(u"results-warnings"_s);
}

void TestUiExceptions::warnedRowsAreFoundAndMarked()
{
    QueueStage stage;
    stage.finish(QueueStage::people(14, 3, 2));
    QVERIFY2(stage.reasons().contains(u"Imported, but: That name is odd — 3 row(s)"_s),
             qPrintable(stage.reasons().join(u'|')));
    stage.resultsWindow.click(u"results.filter.warned"_s);
    QTRY_COMPARE(stage.rowsShown(), 3);
    const GridRow row = stage.row(0);
    QCOMPARE(row.mark, GridMark::InWithWarning);
    QCOMPARE(row.result, u"Imported, but: That name is odd"_s);
    QCOMPARE(row.cells.front(), u"odd-000015"_s);
    QCOMPARE(row.cellMarks.size(), 1U);
    QCOMPARE(row.cellMarks.front().mark, GridMark::HeadsUp);
    QVERIFY(row.noteDetails.contains("Toy said: ODD"_L1));
    // There are no ids, and nothing of what is in can be sent again.
    QCOMPARE(stage.resultsPage.findChild<ResultRows *>()->recordColumn(), -1);
    auto *list = stage.resultsPage.findChild<QListWidget *>(u"results.reasons"_s);
    for (int line = 0; line < list->count(); ++line) {
        if (list->item(line)->text().startsWith("Imported"_L1))
            list->setCurrentRow(line);
    }
    QTRY_COMPARE(stage.rowsShown(), 3);
    QVERIFY(!stage.resultsPage.findChild<QWidget *>(u"results.sendAgain"_s)->isVisible());
    const auto *report = stage.resultsPage.findChild<QAction *>(
        u"results.save.%1"_s.arg(static_cast<int>(ReportKind::Warnings)));
    QVERIFY(report && report->isVisible());
    stage.resultsWindow.picture(u"results-warned-rows"_s);
}

void TestUiExceptions::onlyWarningsAreNoFailures()
{
    QueueStage stage;
    stage.finish(QueueStage::people(5, 2, 0));
    QCOMPARE(stage.resultsPage.heading(), u"All 7 row(s) are in, 2 with warnings"_s);
    const auto *list = stage.resultsPage.findChild<QListWidget *>(u"results.reasons"_s);
    QCOMPARE(list->accessibleName(), u"What Toy warns of"_s);
    QVERIFY(!stage.resultsPage.findChild<QAction *>(u"results.save.0"_s)->isVisible());
}

void TestUiExceptions::whatIsInIsNotCalledAdded()
{
    QueueStage stage;
    stage.finish(QueueStage::people(5, 0, 0));
    const QString all = stage.counters().join(u'|');
    QVERIFY2(all.contains("5 in (added or updated)"_L1) && !all.contains("0 added"_L1), qPrintable(all));
    QVERIFY(!stage.resultsPage.findChild<QAbstractButton *>(u"results.filter.warned"_s));
}

void TestUiExceptions::differenceIsShown()
{
    QueueStage stage;
    stage.farEnd.miscount(2);
    stage.finish(QueueStage::people(5, 0, 1));
    QVERIFY(!stage.results().differences().isEmpty());
    const QString told = stage.resultsWindow.notice(u"difference"_s);
    QVERIFY2(told.contains(stage.results().differences().front()),
             qPrintable(stage.results().differences().join(u'|')));
    QVERIFY(stage.results().tally.of(Outcome::Unknown) > 0); // nobody is called in who may not be
}

void TestUiExceptions::partsSayWhereTheyWait()
{
    const QueueStage stage;
    const JobKind queue = [&stage] {
        for (const JobKind &kind : stage.services.front()->jobKinds()) {
            if (kind.id == "toy-queue"_L1)
                return kind;
        }
        return JobKind {};
    }();
    const RunTalk talk { u"Toy"_s, queue };
    const PartLine queued { .number = 1, .state = PartState::Remote, .rows = 10 };
    PartLine worked = queued;
    worked.number = 2;
    worked.processed = 4;
    const PartLine waiting { .number = 3, .state = PartState::Planned, .rows = 10 };
    QCOMPARE(partBox(queued, false, talk).word, u"in Toy's queue"_s);
    QCOMPARE(partBox(worked, false, talk).word, u"being worked on by Toy"_s);
    QCOMPARE(partBox(queued, false, u"Toy"_s).word, u"with Toy"_s);
    QCOMPARE(queueSentence({ queued, worked, waiting }, talk),
             u"Toy works on 1 of your parts, 1 in its queue, 1 wait here."_s);
    QCOMPARE(queueSentence({ queued, waiting }, talk), u"1 of your parts are in Toy's queue, 1 wait here."_s);
    QCOMPARE(queueSentence({ worked }, talk), u"Toy works on 1 of your parts."_s);
    QVERIFY(queueSentence({ waiting }, talk).isEmpty());
    QVERIFY(queueSentence({ queued, waiting }, u"Toy"_s).isEmpty()); // it has no queue
    RunTalk oneByOne = talk; // why the others wait is said
    oneByOne.kind->inFlight = 1;
    const QString why = u" They go one after the other: Toy takes only one of them at a time."_s;
    QVERIFY(queueSentence({ worked, waiting }, oneByOne).endsWith(why));
    QVERIFY(!queueSentence({ worked }, oneByOne).endsWith(why));
    QVERIFY(!queueSentence({ worked, waiting }, talk).endsWith(why));
}

void TestUiExceptions::fullQueueIsCalm()
{
    QueueStage stage(5);
    stage.farEnd.refuse(Error { .kind = Error::Kind::QueueFull,
                                .sentence = u"There are 10 imports"_s,
                                .detail = {},
                                .retryAfter = std::chrono::seconds(60) });
    stage.begin(QueueStage::people(12, 0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"trouble"_s).isEmpty(), patience);
    const QString told = stage.window.notice(u"trouble"_s);
    QVERIFY2(told.contains("Toy's queue is full. Rowlift waits and tries again by itself."_L1),
             qPrintable(told));
    QTRY_VERIFY_WITH_TIMEOUT(stage.text(u"run.nextTry"_s).startsWith("Next try in"_L1), patience);
    stage.window.picture(u"import-queue-full"_s);
    stage.farEnd.refuse({});
    stage.window.click(u"notice.trouble.tryNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::In), 12);
}

void TestUiExceptions::unknownPartAsksInTheServicesWords()
{
    QueueStage stage;
    stage.farEnd.loseReplies(true);
    stage.finish(QueueStage::people(6, 0, 0));
    QCOMPARE(stage.results().unconfirmed().size(), 1U);
    const QString told = stage.resultsWindow.notice(u"unknown"_s);
    QVERIFY2(told.contains("Sent again, they are the same as before."_L1), qPrintable(told));
    stage.resultsWindow.picture(u"results-unknown"_s);
    stage.farEnd.loseReplies(false);
    stage.resultsWindow.click(u"notice.unknown.sendAgain"_s); // asks nothing more: no harm is done
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::In) == 6, patience);
}

void TestUiExceptions::whatCannotBeCalledBackIsSaid()
{
    QueueStage stage(5);
    stage.farEnd.hold(true);
    stage.begin(QueueStage::people(20, 0, 0));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"run.stop"_s) && stage.farEnd.submits() > 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(stage.text(u"run.queue"_s).contains("of your parts"_L1), patience);
    stage.window.picture(u"import-queue"_s);
    stage.window.click(u"run.stop"_s);
    QVERIFY(stage.shows(u"run.stopStays"_s));
    QVERIFY2(stage.text(u"run.stopStays"_s).contains("What Toy has already cannot be called back."_L1),
             qPrintable(stage.text(u"run.stopStays"_s)));
    stage.window.picture(u"import-queue-stop"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stage.farEnd.submits(), 3, patience); // no more have room in the queue
    stage.window.click(u"run.stopNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience); // the service takes its time, nobody else has to
    QVERIFY(stage.results().wasStopped);
    QCOMPARE(stage.resultsPage.heading(),
             u"Stopped: 0 row(s) are in, 0 failed, 5 were not sent, 15 wait for their results"_s);
    QVERIFY2(stage.resultsWindow.notice(u"stopped"_s).contains("15 row(s) are still with Toy"_L1),
             qPrintable(stage.resultsWindow.notice(u"stopped"_s)));
    QCOMPARE(stage.resultsPage.primaryText(), u"Ask for the results now"_s);
    QVERIFY(!stage.resultsPage.primarySends());
    stage.resultsWindow.picture(u"results-stopped-queue"_s);
    stage.farEnd.hold(false);
    stage.resultsPage.primary();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Stopped, patience);
    QCOMPARE(stage.results().tally.of(Outcome::In), 15);
    QCOMPARE(stage.farEnd.submits(), 3);
    QCOMPARE(stage.resultsPage.primaryText(), u"Send 5 row(s) that are not in"_s);
}

/// What was left at the service is on record after the next start, without anybody's doing.
void TestUiExceptions::resultsAreFetchedAtStart()
{
    QueueStage stage(5);
    const QString folder = stage.leaveOne(QueueStage::people(5, 0, 0));
    const int sent = stage.farEnd.submits();
    StartDesk start(stage.own);
    StartPage page(start);
    PageWindow window(page);
    window.enter();
    QTRY_VERIFY_WITH_TIMEOUT(!start.snapshot().loading, patience);
    QCOMPARE(start.snapshot().runs.front().end, RunState::Interrupted);
    const QString card = window.notice(u"resume"_s);
    QVERIFY2(card.contains("Toy keeps the results of what it has until "_L1), qPrintable(card));
    window.picture(u"start-results-kept"_s);
    start.fetchResultsByItself();
    QTRY_VERIFY_WITH_TIMEOUT(start.snapshot().runs.front().tally.of(Outcome::In) == 5, patience);
    QCOMPARE(start.snapshot().runs.front().end, RunState::Finished);
    QCOMPARE(stage.farEnd.submits(), sent); // nothing was sent
    QTRY_VERIFY(window.notice(u"resume"_s).isEmpty());
}

void TestUiExceptions::importThatIsFetchedOpensAtOnce()
{
    QueueStage stage(5);
    const QString folder = stage.leaveOne(QueueStage::people(5, 0, 0));
    StartDesk start(stage.own);
    start.setInView(true);
    start.fetchResultsByItself();
    QSignalSpy released(&start, &StartDesk::released);
    start.refresh();
    start.release(folder);
    QTRY_VERIFY_WITH_TIMEOUT(released.count() == 1, patience);
    QCOMPARE(released.front().front().toString(), folder);
    QVERIFY(!runsNow(folder));
}

QTEST_MAIN(TestUiExceptions)
#include "test_ui_exceptions.moc"
