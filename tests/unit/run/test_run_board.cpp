#include "app/run/run_board.h"
#include "tests/unit/run/ledger_rig.h"

#include <QTemporaryDir>

using namespace rowlift;
using namespace rowlift::ledger_rig;

/// What is shown of a run under way.
class TestRunBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsNoMoreThanAll_data();
    void showsNoMoreThanAll();
};

void TestRunBoard::showsNoMoreThanAll_data()
{
    QTest::addColumn<qint64>("processed");
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<qint64>("shownProcessed");
    QTest::addColumn<qint64>("shownFailed");
    QTest::newRow("as it is") << qint64(4) << qint64(1) << qint64(4) << qint64(1);
    QTest::newRow("failed ones counted twice") << qint64(7) << qint64(2) << qint64(6) << qint64(2);
    QTest::newRow("nonsense") << qint64(99) << qint64(70) << qint64(6) << qint64(6);
    QTest::newRow("less than none") << qint64(-1) << qint64(-2) << qint64(0) << qint64(0);
}

/// Services count as they like; a bar of a part ends at its end.
void TestRunBoard::showsNoMoreThanAll()
{
    QFETCH(qint64, processed);
    QFETCH(qint64, failed);
    const QTemporaryDir folder;
    auto ledger = Ledger::create(folder.path(), plan(6), {});
    QVERIFY(ledger);
    SystemClock clock;
    RunControl control;
    RunSnapshot last;
    RunBoard board(**ledger, clock, control, [&last](const RunSnapshot &shown) { last = shown; });
    board.partIs(part(1, 0, 6));
    board.worked(1, processed, failed);
    board.tellNow(RunState::Finished);
    QCOMPARE(last.parts.size(), 1U);
    const PartLine &line = *last.parts.begin();
    QTEST(line.processed, "shownProcessed");
    QTEST(line.failed, "shownFailed");
}

QTEST_GUILESS_MAIN(TestRunBoard)
#include "test_run_board.moc"
