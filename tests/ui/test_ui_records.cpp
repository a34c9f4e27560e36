#include "tests/ui/run_stage.h"
#include "ui/grid/grid.h"
#include "ui/pages/result_rows.h"
#include "ui/pages/run_pace.h"
#include "ui/pages/run_words.h"
#include "ui/widgets/progress_bar.h"

#include <QListWidget>
#include <QPushButton>

// Imports whose records have keys of the person's own, and are made of several rows each. The service tells
// of failures alone, and only when all of a part is done.

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int recordsPatience = 20'000;

/// A stage whose runs go by keys; rows of one name are one record.
class KeyStage : public RunStage {
public:
    explicit KeyStage(qint64 rowsOfAPart = 10, bool groups = true)
        : RunStage(rowsOfAPart)
    {
        shape = [groups](RunPlan &plan) {
            plan.kind = u"toy-keys"_s;
            plan.draft.kind = plan.kind;
            plan.draft.target.operation = Operation::Upsert;
            plan.draft.target.keyField = u"Name"_s;
            if (groups)
                plan.draft.target.list = u"rows"_s;
        };
    }

    /// Each record in \a rows rows, which do not stand together.
    static QStringList records(const QStringList &names, int rows)
    {
        QStringList all;
        for (int row = 0; row < rows; ++row)
            all << names;
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
    QString resultsText(const QString &name) const { return resultsPage.findChild<QLabel *>(name)->text(); }
};

} // namespace

class TestUiRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void recordsAndRowsAreBothCounted();
    void whatIsInIsNewOrReplaced();
    void rowTellsItsKeyAndItsCompanions();
    void recordIsSentAgainWhole();
    void nothingIsHeardBeforeTheEndOfAPart();
    void timeLeftIsReckonedByParts();
    void unknownPartSaysThatTheKeyMakesItSafe();
};

void TestUiRecords::recordsAndRowsAreBothCounted()
{
    KeyStage stage;
    stage.finish(KeyStage::records({ u"good-0001"_s, u"good-0002"_s, u"bad-00003"_s, u"bad-00004"_s }, 3));
    const Tally &tally = stage.results().tally;
    QCOMPARE(tally.of(Outcome::In), 6);
    QCOMPARE(tally.recordsOf(Outcome::Failed), 2);
    QCOMPARE(stage.resultsPage.heading(), u"2 record(s) (6 row(s)) are in, 2 record(s) (6 row(s)) failed"_s);
    const QString counters = stage.counters().join(u'|');
    QVERIFY2(counters.contains("6 in (new or replaced), 2 record(s)"_L1)
                 && counters.contains("6 failed, 2 record(s)"_L1),
             qPrintable(counters));
    QCOMPARE(stage.reasons(), QStringList { u"That name is not allowed — 2 record(s) (6 row(s))"_s });
    QTRY_VERIFY(stage.results().sumChecked);
    QVERIFY(stage.results().addsUp);
    // The sum is of rows.
    QVERIFY2(stage.resultsText(u"results.sumLine"_s).startsWith("= 12 row"_L1),
             qPrintable(stage.resultsText(u"results.sumLine"_s)));
    stage.resultsWindow.picture(u"results-records"_s);
}

void TestUiRecords::whatIsInIsNewOrReplaced()
{
    KeyStage stage(10, false);
    stage.finish({ u"good-0001"_s, u"good-0002"_s, u"bad-00003"_s });
    QVERIFY2(stage.counters().contains(u"2 in (new or replaced)"_s), qPrintable(stage.counters().join(u'|')));
    QCOMPARE(stage.resultsPage.heading(), u"2 row(s) are in, 1 failed"_s);
    // There are no ids of the service's own.
    QCOMPARE(stage.resultsPage.findChild<ResultRows *>()->recordColumn(), -1);
}

void TestUiRecords::rowTellsItsKeyAndItsCompanions()
{
    KeyStage stage;
    stage.finish(KeyStage::records({ u"good-0001"_s, u"bad-00002"_s }, 3));
    auto *rows = stage.resultsPage.findChild<ResultRows *>();
    QTRY_COMPARE(rows->rowCount(), 3); // those that failed
    rows->want(0, 1);
    QTRY_VERIFY_WITH_TIMEOUT(rows->row(0), recordsPatience);
    QCOMPARE(rows->keyOf(0), u"Name bad-00002"_s);
    const auto acts = rows->actsOf(0);
    const auto send = std::ranges::find(acts, RowAct::Send);
    QVERIFY(send != acts.end());
    auto *grid = stage.resultsPage.findChild<Grid *>(u"results.grid"_s);
    Q_EMIT grid->noteActionTriggered(0, static_cast<int>(send - acts.begin()));
    QVERIFY(stage.resultsText(u"results.row.title"_s).endsWith("Name bad-00002"_L1));
    QTRY_VERIFY2(stage.resultsText(u"results.row.question"_s)
                     .endsWith("2 more row(s) of the same record go with it."_L1),
                 qPrintable(stage.resultsText(u"results.row.question"_s)));
    stage.resultsWindow.picture(u"results-record-row"_s);
}

void TestUiRecords::recordIsSentAgainWhole()
{
    KeyStage stage;
    stage.finish(KeyStage::records({ u"good-0001"_s, u"bad-00002"_s }, 3));
    stage.farEnd.forgive(true);
    auto *list = stage.resultsPage.findChild<QListWidget *>(u"results.reasons"_s);
    list->setCurrentRow(0);
    auto *again = stage.resultsPage.findChild<QPushButton *>(u"results.sendAgain"_s);
    QVERIFY(again->isVisible());
    QVERIFY2(again->toolTip().contains("with all of its rows"_L1), qPrintable(again->toolTip()));
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::In) == 6, recordsPatience);
    QCOMPARE(stage.results().tally.recordsOf(Outcome::In), 2);
    QVERIFY2(stage.resultsWindow.notice(u"sent"_s).contains("3 of the 3 row"_L1),
             qPrintable(stage.resultsWindow.notice(u"sent"_s)));
}

void TestUiRecords::nothingIsHeardBeforeTheEndOfAPart()
{
    KeyStage stage(10, false);
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(20));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"run.queue"_s), recordsPatience);
    QVERIFY2(stage.text(u"run.queue"_s).contains("with Toy, which tells how it went"_L1),
             qPrintable(stage.text(u"run.queue"_s)));
    const auto *bar = stage.page.findChild<ProgressBar *>(u"run.progress"_s);
    QCOMPARE(bar->maximum(), 0); // it goes on, and nobody knows how far
    QVERIFY(stage.text(u"run.rate"_s).isEmpty());
    stage.window.picture(u"run-records"_s);
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), recordsPatience);
}

void TestUiRecords::timeLeftIsReckonedByParts()
{
    using namespace std::chrono_literals;
    RunPace pace;
    pace.begin(0ms, 0);
    pace.note(20s, 100'000);
    QVERIFY(!pace.timeLeftByParts(400'000)); // one part is no pace
    pace.note(40s, 200'000);
    QCOMPARE(pace.timeLeftByParts(400'000), std::optional(std::chrono::milliseconds(40s)));
    pace.note(50s, 200'000); // the next part is still worked on
    QCOMPARE(pace.timeLeftByParts(400'000), std::optional(std::chrono::milliseconds(30s)));
    pace.note(200s, 200'000);
    QVERIFY(!pace.timeLeftByParts(400'000)); // it takes longer than any before
}

void TestUiRecords::unknownPartSaysThatTheKeyMakesItSafe()
{
    KeyStage stage(10, false);
    stage.farEnd.loseReplies(true);
    stage.begin(RunStage::names(5));
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), recordsPatience);
    const QString said = stage.resultsWindow.notice(u"unknown"_s);
    QVERIFY2(said.contains("The key makes sending again safe."_L1), qPrintable(said));
    stage.farEnd.loseReplies(false);
    stage.resultsWindow.click(u"notice.unknown.sendAgain"_s); // the person's word, asked once
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::In) == 5, recordsPatience);
}

QTEST_MAIN(TestUiRecords)
#include "test_ui_records.moc"
