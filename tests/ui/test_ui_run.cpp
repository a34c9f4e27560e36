#include "app/run/run_list.h"
#include "tests/ui/run_stage.h"
#include "ui/grid/grid.h"
#include "ui/pages/run_announcer.h"
#include "ui/pages/run_words.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/progress_bar.h"

#include <QApplication>
#include <QListWidget>
#include <QSignalSpy>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using Stage = RunDesk::Stage;

namespace {

constexpr int patience = 20'000;

Error refusal(Error::Kind kind, const QString &sentence)
{
    return { .kind = kind, .sentence = sentence, .detail = {}, .retryAfter = {} };
}

} // namespace

/// The page Import and its desk, against a service in memory.
class TestUiRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void numbersAndPartsAreShownWhileItRuns();
    void onePartHasNoStrip();
    void keysWalkThePartsAndLookAtTheirFailures();
    void failuresAreNamedAndLookedAtWhileItRuns();
    void pauseSaysWhatWillFinish();
    void pausedTroubleIsTriedByContinue();
    void partsThatNeverLeftAreNotWithTheService();
    void droppedPartIsStoppedNotDone();
    void stopWithNothingUnderWayIsOneButton();
    void brakeSaysWhatIsInBeforeItStartsAgain();
    void stopIsAskedInThePage();
    void stopNowHasTheRestDropped();
    void stopAfterPartsLetsThemFinish();
    void brakeAsksAndGoesOn();
    void brakedRunCanBeStopped();
    void lostConnectionIsCalmAndTriedNow();
    void quotaHoldsTheRun();
    void fullDiskHoldsTheRun();
    void signInIsAskedInThePage();
    void sleepIsTold();
    void stateIsAnnounced();
    void lostRecordDoesNotDenyWhatWasSent();
    void brakeOfManyNamesNoSingleValue();
};

void TestUiRun::numbersAndPartsAreShownWhileItRuns()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(45));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 2, patience);
    auto *strip = stage.page.findChild<PartsStrip *>();
    auto *boxes = stage.page.findChild<QListWidget *>(u"run.parts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible() && boxes->count() >= 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(boxes->item(0)->data(Qt::AccessibleTextRole).toString(),
                              u"Part 1: being worked on, 5 of 10 rows"_s, patience);
    QCOMPARE(stage.page.heading(), u"Importing into Acme — Sandbox"_s);
    QVERIFY(stage.page.findChild<ProgressBar *>(u"run.progress"_s)->isVisible());
    QVERIFY2(stage.text(u"run.rows"_s).endsWith(" of 45 rows"_L1), qPrintable(stage.text(u"run.rows"_s)));
    const Tally &tally = stage.desk.snapshot().run.tally;
    QCOMPARE(tally.total(), 45);
    QVERIFY(stage.page.findChild<QWidget *>(u"counter.waiting"_s)->isVisible());
    QVERIFY(stage.page.firstDecision() == stage.page.findChild<QPushButton *>(u"run.pause"_s));
    stage.window.picture(u"import-running"_s);
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Finished);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 45);
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().sumChecked, patience);
    QVERIFY(stage.results().addsUp);
    QCOMPARE(stage.resultsPage.heading(), u"All 45 row(s) are in"_s);
    QCOMPARE(stage.farEnd.stored(), 45);
}

void TestUiRun::onePartHasNoStrip()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(7));
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Running) && stage.desk.snapshot().run.parts.size() == 1,
                             patience);
    QVERIFY(!stage.page.findChild<PartsStrip *>()->isVisible());
    QVERIFY(!stage.shows(u"run.part"_s));
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
}

void TestUiRun::keysWalkThePartsAndLookAtTheirFailures()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(0, 3, 42));
    auto *boxes = stage.page.findChild<QListWidget *>(u"run.parts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(boxes->count() >= 2, patience);
    boxes->setFocus(Qt::TabFocusReason);
    QTest::keyClick(boxes, Qt::Key_Home);
    QTRY_VERIFY(stage.shows(u"run.part"_s));
    QVERIFY2(stage.text(u"run.part"_s).startsWith("Part 1:"_L1), qPrintable(stage.text(u"run.part"_s)));
    QVERIFY(!stage.shows(u"run.part.look"_s)); // nothing has failed yet
    QTest::keyClick(boxes, Qt::Key_Right);
    QTRY_VERIFY(stage.text(u"run.part"_s).startsWith("Part 2:"_L1));
    QTest::keyClick(boxes, Qt::Key_Left);
    stage.desk.pause();
    stage.farEnd.hold(false);
    QTRY_COMPARE_WITH_TIMEOUT(stage.text(u"run.part"_s), u"Part 1: done, 3 of 10 rows failed"_s, patience);
    QCOMPARE(QApplication::focusWidget(), boxes);
    QTRY_VERIFY(stage.shows(u"run.part.look"_s));
    QTest::keyClick(boxes, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(stage.desk.snapshot().looking, patience);
    QTRY_VERIFY(stage.resultsWindow.isVisible());
    QCOMPARE(stage.resultsPage.primaryText(), u"Back to the running import"_s);
    QVERIFY(stage.desk.running());
    stage.resultsPage.primary();
    QTRY_VERIFY(!stage.resultsWindow.isVisible());
    stage.desk.resume();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
}

void TestUiRun::failuresAreNamedAndLookedAtWhileItRuns()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(0, 4, 296));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.desk.pause();
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"run.failures"_s), patience);
    QCOMPARE(stage.text(u"run.failures"_s), u"Most failures so far:  That name is not allowed — 4"_s);
    stage.window.picture(u"import-failures"_s);
    stage.window.click(u"run.lookAtFailed"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.resultsWindow.isVisible(), patience);
    auto *grid = stage.resultsPage.findChild<Grid *>(u"results.grid"_s);
    QTRY_COMPARE_WITH_TIMEOUT(grid->source()->rowCount(), 4, patience);
    // It ends while somebody looks: they go on looking, and are told.
    stage.desk.resume();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QTRY_VERIFY(!stage.resultsWindow.notice(u"ended"_s).isEmpty());
    stage.resultsWindow.click(u"notice.ended.show"_s);
    QTRY_VERIFY(stage.resultsWindow.notice(u"ended"_s).isEmpty());
    QVERIFY2(stage.resultsPage.heading().contains("4 failed"_L1), qPrintable(stage.resultsPage.heading()));
}

void TestUiRun::pauseSaysWhatWillFinish()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(300));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    auto *pause = stage.page.findChild<QPushButton *>(u"run.pause"_s);
    pause->setFocus();
    QTest::keyClick(pause, Qt::Key_Space);
    QCOMPARE(stage.page.heading(), u"Paused"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(stage.text(u"run.pauseHint"_s).contains("already with Toy and will finish"_L1),
                              qPrintable(stage.text(u"run.pauseHint"_s)), patience);
    stage.window.picture(u"import-paused"_s);
    stage.farEnd.hold(false);
    QTRY_COMPARE_WITH_TIMEOUT(stage.text(u"run.pauseHint"_s), u"No new part is started."_s, patience);
    const int sent = stage.farEnd.submits();
    QCOMPARE(pause->text(), u"&Continue"_s);
    QVERIFY(stage.desk.snapshot().run.tally.of(Outcome::NotSent) > 0);
    QCOMPARE(stage.farEnd.submits(), sent);
    QTest::keyClick(pause, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 300);
}

void TestUiRun::pausedTroubleIsTriedByContinue()
{
    RunStage stage;
    Error lost = refusal(Error::Kind::ServiceFault, u"host.example answers 503. Try again in a minute."_s);
    lost.retryAfter = std::chrono::hours(1);
    stage.farEnd.refuse(lost);
    stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"trouble"_s).isEmpty(), patience);
    QVERIFY2(!stage.window.notice(u"trouble"_s).contains("host.example"_L1),
             qPrintable(stage.window.notice(u"trouble"_s)));
    stage.window.click(u"notice.trouble.details"_s);
    QTRY_VERIFY(stage.window.notice(u"trouble"_s).contains("host.example"_L1));
    stage.window.click(u"notice.trouble.details"_s);
    QTRY_VERIFY(stage.shows(u"run.nextTry"_s));
    stage.window.click(u"run.pause"_s);
    QTRY_VERIFY2(stage.window.notice(u"trouble"_s).contains("Continue tries again"_L1),
                 qPrintable(stage.window.notice(u"trouble"_s)));
    QVERIFY(!stage.shows(u"run.nextTry"_s));
    auto *tryNow = stage.window.find<QPushButton>(u"notice.trouble.tryNow"_s);
    QVERIFY(!tryNow || !tryNow->isVisible());
    stage.farEnd.refuse({});
    stage.window.click(u"run.pause"_s); // which is Continue now
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 30);
}

void TestUiRun::partsThatNeverLeftAreNotWithTheService()
{
    for (const PartState state : { PartState::Planned, PartState::Waiting, PartState::Opening,
                                   PartState::Uploading, PartState::Closing, PartState::Settled })
        QVERIFY(underWaySentence({ { .number = 2, .state = state } }, u"Toy"_s).isEmpty());
    for (const PartState state : { PartState::Remote, PartState::Collecting })
        QCOMPARE(underWaySentence({ { .number = 2, .state = state } }, u"Toy"_s),
                 u"Part 2 is already with Toy and will finish."_s);
}

void TestUiRun::droppedPartIsStoppedNotDone()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(60));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(partBox(stage.desk.snapshot().run.parts.front(), false).standing,
                              PartStanding::WithService, patience);
    stage.desk.stop();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QVERIFY(stage.results().tally.of(Outcome::NotProcessed) >= 10);
    QCOMPARE(stage.results().parts.front().untouchedRows, 10);
    QCOMPARE(partBox(stage.desk.snapshot().run.parts.front(), false).standing, PartStanding::Stopped);
    QVERIFY2(stage.resultsPage.heading().contains("were not processed"_L1),
             qPrintable(stage.resultsPage.heading()));
}

void TestUiRun::stopWithNothingUnderWayIsOneButton()
{
    RunStage stage;
    Error lost = refusal(Error::Kind::Network, u"Toy cannot be reached."_s);
    lost.retryAfter = std::chrono::hours(1);
    stage.farEnd.refuse(lost);
    stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"trouble"_s).isEmpty(), patience);
    stage.window.click(u"run.stop"_s);
    QCOMPARE(stage.page.findChild<QPushButton *>(u"run.stopNow"_s)->text(), u"Stop &here"_s);
    QVERIFY(!stage.shows(u"run.stopAfterPart"_s));
    stage.window.click(u"run.stopNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Stopped);
    QCOMPARE(stage.results().tally.of(Outcome::NotSent), 30);
}

void TestUiRun::brakeSaysWhatIsInBeforeItStartsAgain()
{
    RunStage stage;
    stage.brakeShare = 0.2;
    stage.begin(RunStage::names(6, 4, 40));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"brake"_s).isEmpty(), patience);
    QVERIFY2(stage.window.notice(u"brake"_s).contains("6 row(s) are in."_L1),
             qPrintable(stage.window.notice(u"brake"_s)));
    stage.window.click(u"notice.brake.stop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
}

void TestUiRun::stopIsAskedInThePage()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(60));
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Running), patience);
    auto *stop = stage.page.findChild<QPushButton *>(u"run.stop"_s);
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    auto *keep = stage.page.findChild<QPushButton *>(u"run.keep"_s);
    QTRY_VERIFY(keep->hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(stage.page.findChild<QPushButton *>(u"run.stopNow"_s)->text(),
                              u"Stop &now — ask Toy to drop what it has not done yet"_s, patience);
    stage.window.picture(u"import-stop"_s);
    QTest::keyClick(keep, Qt::Key_Escape);
    QTRY_VERIFY(!stage.shows(u"run.stopChoice"_s));
    QVERIFY(stop->hasFocus());
    QVERIFY(stage.desk.running());
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Finished);
}

void TestUiRun::stopNowHasTheRestDropped()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(300));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.window.click(u"run.stop"_s);
    stage.window.click(u"run.stopNow"_s);
    QCOMPARE(stage.page.heading(), u"Stopping…"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"run.counters"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Stopped);
    QCOMPARE(stage.results().tally.total(), 300);
    QVERIFY(stage.results().unsent() > 0);
    // What was not sent is one button away.
    const qint64 unsent = stage.results().unsent();
    QCOMPARE(stage.resultsPage.primaryText(), u"Send %1 row(s) that are not in"_s.arg(unsent));
    QVERIFY(stage.resultsPage.primarySends());
    stage.resultsWindow.picture(u"results-stopped"_s);
    stage.farEnd.hold(false);
    stage.resultsPage.primary();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Finished, patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 300);
    QCOMPARE(stage.farEnd.stored(), 300);
}

void TestUiRun::stopAfterPartsLetsThemFinish()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(300));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.window.click(u"run.stop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"run.stopAfterPart"_s), patience);
    stage.window.click(u"run.stopAfterPart"_s);
    QVERIFY2(stage.page.heading().startsWith("Stopping"_L1), qPrintable(stage.page.heading()));
    QVERIFY(stage.desk.running());
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Stopped);
    QCOMPARE(stage.results().tally.of(Outcome::Added), stage.farEnd.stored());
    QVERIFY(stage.results().tally.of(Outcome::Added) > 0);
}

void TestUiRun::brakeAsksAndGoesOn()
{
    RunStage stage;
    stage.brakeShare = 0.2;
    stage.begin(RunStage::names(0, 10, 40));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"brake"_s).isEmpty(), patience);
    QVERIFY2(
        stage.window.notice(u"brake"_s)
            .contains(
                "All of the first 10 row(s) failed: That name is not allowed. Nothing else was sent."_L1),
        qPrintable(stage.window.notice(u"brake"_s)));
    QCOMPARE(stage.farEnd.submits(), 1);
    QTRY_VERIFY(stage.said.join(u'|').contains("All of the first 10"_L1));
    QVERIFY(!stage.window.find<QPushButton>(u"notice.brake.fix"_s)); // nothing to go back to
    QVERIFY(!stage.shows(u"run.pause"_s)); // which would be the same question again
    stage.window.picture(u"import-brake"_s);
    stage.window.click(u"notice.brake.goOn"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Finished);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 40);
    QCOMPARE(stage.results().tally.of(Outcome::Failed), 10);
}

void TestUiRun::brakedRunCanBeStopped()
{
    RunStage stage;
    stage.brakeShare = 0.2;
    stage.begin(RunStage::names(5, 5, 40));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"brake"_s).isEmpty(), patience);
    QVERIFY2(stage.window.notice(u"brake"_s).contains("5 of the first 10 row(s) failed"_L1),
             qPrintable(stage.window.notice(u"brake"_s)));
    stage.window.click(u"notice.brake.stop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Stopped);
    QCOMPARE(stage.results().tally.of(Outcome::NotSent), 40);
    QCOMPARE(stage.farEnd.submits(), 1);
}

void TestUiRun::lostConnectionIsCalmAndTriedNow()
{
    RunStage stage;
    Error lost = refusal(Error::Kind::Network, u"Toy cannot be reached."_s);
    lost.retryAfter = std::chrono::hours(1);
    stage.farEnd.refuse(lost);
    stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"trouble"_s).isEmpty(), patience);
    QVERIFY2(stage.window.notice(u"trouble"_s).contains("hiccup"_L1),
             qPrintable(stage.window.notice(u"trouble"_s)));
    QTRY_VERIFY(stage.shows(u"run.nextTry"_s));
    QVERIFY2(stage.text(u"run.nextTry"_s).startsWith("Next try in"_L1),
             qPrintable(stage.text(u"run.nextTry"_s)));
    stage.window.click(u"notice.trouble.tryNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.window.notice(u"trouble"_s).contains("No connection since"_L1), patience);
    stage.window.picture(u"import-offline"_s);
    QVERIFY(stage.page.heading().startsWith("Importing"_L1));
    stage.farEnd.refuse({});
    stage.window.click(u"notice.trouble.tryNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 30);
}

void TestUiRun::quotaHoldsTheRun()
{
    RunStage stage;
    stage.farEnd.refuse(refusal(Error::Kind::Quota, u"Today's limit of your Toy is used up."_s));
    const QString folder = stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Held), patience);
    QVERIFY2(stage.window.notice(u"held"_s).contains("0 of 30 rows are done"_L1),
             qPrintable(stage.window.notice(u"held"_s)));
    QVERIFY(!stage.shows(u"run.pause"_s));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"notice.held.later"_s);
    auto *activity = stage.page.findChild<QListWidget *>(u"run.activity"_s);
    QVERIFY(activity->item(0)->text().contains("Today's limit"_L1));
    for (int line = 0; line < activity->count(); ++line)
        QVERIFY(!activity->item(line)->text().contains("trouble is over"_L1));
    stage.window.picture(u"import-quota"_s);
    QSignalSpy wanted(&stage.page, &Page::stepWanted);
    stage.window.click(u"notice.held.later"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<ui::Step>(), ui::Step::Start);
    QCOMPARE(runsIn(stage.own.folders.runs(), 1).front().end, RunState::Interrupted);
    // Tomorrow:
    stage.farEnd.refuse({});
    stage.desk.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Finished, patience);
    QCOMPARE(stage.farEnd.stored(), 30);
}

void TestUiRun::fullDiskHoldsTheRun()
{
    RunStage stage;
    stage.farEnd.refuse(refusal(Error::Kind::Storage, u"There is no room on the disk."_s));
    stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Held), patience);
    QVERIFY(stage.window.notice(u"held"_s).contains("There is no room on the disk."_L1));
    stage.farEnd.refuse({});
    stage.window.click(u"notice.held.continue"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 30);
}

void TestUiRun::signInIsAskedInThePage()
{
    RunStage stage;
    const QString why = u"The session has ended, and what signs in again is not known here. "_s.repeated(5);
    stage.farEnd.refuse(refusal(Error::Kind::SignIn, why));
    stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(stage.shows(u"run.again"_s), patience);
    QCOMPARE(stage.text(u"run.again.why"_s), why);
    QCOMPARE(stage.page.heading(), u"Sign in again, and the import goes on"_s);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"run.again.secret"_s);
    QVERIFY(stage.window.find<QPushButton>(u"notice.held.later"_s)->isVisible());
    const auto *stop = stage.window.find<QPushButton>(u"notice.held.stop"_s);
    QVERIFY(stop->isVisible());
    // However long the sentence: the page is no wider than the window, nothing lies outside.
    QTRY_VERIFY(stop->mapTo(&stage.page, stop->rect().bottomRight()).x() < stage.page.width());
    stage.window.picture(u"import-sign-in"_s);
    stage.farEnd.refuse({});
    stage.window.click(u"run.again.retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 30);
}

void TestUiRun::sleepIsTold()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(60));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.clock.sleepWith(std::chrono::hours(2));
    QTRY_VERIFY_WITH_TIMEOUT(stage.window.notice(u"slept"_s).contains("The computer slept from"_L1),
                             patience);
    stage.window.picture(u"import-slept"_s);
    stage.window.click(u"notice.slept.close"_s);
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.farEnd.stored(), 60);
}

void TestUiRun::stateIsAnnounced()
{
    RunStage stage;
    stage.farEnd.hold(true);
    stage.begin(RunStage::names(100));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.desk.pause();
    QTRY_VERIFY(stage.said.contains(u"Paused"_s));
    stage.farEnd.hold(false);
    stage.desk.resume();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QVERIFY2(stage.said.join(u'|').contains("percent of the rows are done"_L1),
             qPrintable(stage.said.join(u'|')));
}

/// All was sent, and then its record cannot be read: nobody is told to import again.
void TestUiRun::lostRecordDoesNotDenyWhatWasSent()
{
    RunStage stage;
    stage.farEnd.hold(true);
    const QString folder = stage.begin(RunStage::names(10));
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() == 1, patience);
    QVERIFY(QFile::remove(folder + u"/ledger.sqlite"_s));
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Failed), patience);
    QString said = stage.window.notice(u"failed"_s);
    QVERIFY2(!said.contains("Nothing was sent"_L1), qPrintable(said));
    QVERIFY2(said.contains("What was sent before stays sent"_L1), qPrintable(said));

    stage.desk.open(folder);
    QTRY_COMPARE_WITH_TIMEOUT(stage.page.heading(), u"The record of this import cannot be shown"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"failed"_s).isEmpty(), patience);
    said = stage.window.notice(u"failed"_s);
    QVERIFY2(!said.contains("Nothing was sent"_L1), qPrintable(said));
}

void TestUiRun::brakeOfManyNamesNoSingleValue()
{
    RunStage stage;
    stage.brakeShare = 0.2;
    QStringList rows;
    for (int row = 10; row < 20; ++row)
        rows << u"gone-%1"_s.arg(row);
    stage.begin(rows + RunStage::names(40));
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window.notice(u"brake"_s).isEmpty(), patience);
    const QString said = stage.window.notice(u"brake"_s);
    QVERIFY2(said.contains(": This one is not there. Nothing else"_L1), qPrintable(said));
}

QTEST_MAIN(TestUiRun)
#include "test_ui_run.moc"
