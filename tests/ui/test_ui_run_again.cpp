#include "tests/ui/run_stage.h"
#include "ui/grid/grid.h"
#include "ui/pages/run_announcer.h"
#include "ui/pages/run_pace.h"
#include "ui/pages/run_words.h"

#include <QAbstractButton>
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

/// A run of which one part was sent without an answer, and nobody can tell.
QString loseOne(RunStage &stage)
{
    stage.farEnd.loseReplies(true);
    const QString folder = stage.begin(RunStage::names(10));
    if (!QTest::qWaitFor([&stage] { return stage.ended(); }, patience))
        qFatal("it does not end");
    return folder;
}

} // namespace

/// Runs that are opened again: interrupted, running elsewhere, with parts of which nobody can tell.
class TestUiRunAgain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void openingAsksAndSendsNothing();
    void interruptedRunGoesOnByOneButton();
    void interruptedRunIsEndedByOneButton();
    void runOfAnotherWindowIsWatched();
    void runThatIsLeftElsewhereCanGoOnHere();
    void lostPartIsCheckedAgain();
    void lostPartIsSentAgainOnTheWord();
    void lostPartIsNotSentAgainByOneClick();
    void rowsSentTwiceStayOnRecord();
    void nobodyIsAskedWhenNothingWasOnItsWay();
    void rowsThatWereNotSentAreShown();
    void reasonOfALimitIsKept();
    void partsOfThePastAreUnfolded();
    void lostPartIsLeftOnTheWord();
    void unknownServiceIsSaid();
    void changedFileIsSaid();
    void busyRowsAreCountedApartAndTriedNow();
    void copiesAndRoundsHaveWords();
    void announcementsKeepTheirDistance();
    void timeLeftIsToldLateAndCoarsely();
};

void TestUiRunAgain::openingAsksAndSendsNothing()
{
    RunStage stage;
    const QString folder = stage.leaveOne(RunStage::names(300));
    const int sent = stage.farEnd.submits();
    QCOMPARE(stage.results().end, RunState::Interrupted);
    QStringList headings;
    QObject::connect(&stage.desk, &RunDesk::changed, &stage.page, [&] {
        if (stage.desk.snapshot().errand == RunErrand::Ask && stage.desk.running())
            headings << stage.page.heading() + u' ' + stage.page.subline();
    });
    stage.desk.open(folder);
    QVERIFY(!stage.desk.running() || stage.desk.snapshot().errand == RunErrand::Ask);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QVERIFY(!headings.isEmpty());
    QVERIFY2(headings.contains(
                 u"Asking Toy what has arrived… Nothing is sent. Then you decide whether it goes on."_s),
             qPrintable(headings.join(u'|')));
    QCOMPARE(stage.farEnd.submits(), sent);
    QCOMPARE(stage.results().end, RunState::Interrupted);
    QCOMPARE(stage.results().tally.of(Outcome::Added), stage.farEnd.stored()); // its results were fetched
    QVERIFY(stage.results().tally.of(Outcome::Added) > 0);
    QVERIFY(stage.resultsWindow.notice(u"interrupted"_s).contains("Toy was asked what has arrived"_L1));
}

void TestUiRunAgain::interruptedRunGoesOnByOneButton()
{
    RunStage stage;
    const QString folder = stage.leaveOne(RunStage::names(300));
    stage.desk.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.resultsPage.primaryText(), u"Continue the import"_s);
    QVERIFY(stage.resultsPage.primarySends());
    QCOMPARE(stage.resultsPage.firstDecision(), nullptr); // the focus is at the primary
    stage.resultsWindow.picture(u"results-interrupted"_s);
    stage.resultsPage.primary();
    QVERIFY(stage.desk.running());
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Finished);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 300);
    QCOMPARE(stage.farEnd.stored(), 300);
}

void TestUiRunAgain::interruptedRunIsEndedByOneButton()
{
    RunStage stage;
    const QString folder = stage.leaveOne(RunStage::names(300));
    stage.desk.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    const int sent = stage.farEnd.submits();
    stage.resultsWindow.click(u"notice.interrupted.stop"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Stopped, patience);
    QCOMPARE(stage.farEnd.submits(), sent);
    QCOMPARE(stage.results().tally.total(), 300);
    QVERIFY(stage.results().unsent() > 0);
}

void TestUiRunAgain::runOfAnotherWindowIsWatched()
{
    RunStage stage;
    stage.farEnd.hold(true);
    const QString folder = stage.freeze(RunStage::names(60));
    RunDesk other(stage.own, stage.check);
    other.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.desk.open(folder);
    stage.window.enter();
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Running), patience);
    QCOMPARE(stage.page.heading(), u"Running in another window"_s);
    QVERIFY(stage.window.notice(u"watch"_s).contains("only look on"_L1));
    QVERIFY(!stage.desk.running());
    QVERIFY(!stage.shows(u"run.pause"_s));
    QVERIFY(!stage.shows(u"run.stop"_s));
    QVERIFY(stage.page.mayGoBack());
    QTRY_COMPARE_WITH_TIMEOUT(stage.desk.snapshot().run.tally.total(), 60, patience);
    stage.window.picture(u"import-watched"_s);
    stage.farEnd.hold(false);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience); // by itself, as its end is on record
    QCOMPARE(stage.results().end, RunState::Finished);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 60);
    QTRY_VERIFY_WITH_TIMEOUT(!other.running(), patience);
}

void TestUiRunAgain::runThatIsLeftElsewhereCanGoOnHere()
{
    RunStage stage;
    stage.farEnd.hold(true);
    const QString folder = stage.freeze(RunStage::names(60));
    RunDesk other(stage.own, stage.check);
    other.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.submits() >= 1, patience);
    stage.desk.ask(folder); // as if it had not been seen that it runs
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Running) && stage.desk.snapshot().errand == RunErrand::Watch,
                             patience);
    other.leave();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Interrupted);
    QCOMPARE(stage.resultsPage.primaryText(), u"Continue the import"_s);
    stage.farEnd.hold(false);
    stage.resultsPage.primary();
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Finished, patience);
    QCOMPARE(stage.farEnd.stored(), 60);
}

void TestUiRunAgain::lostPartIsCheckedAgain()
{
    RunStage stage;
    loseOne(stage);
    QCOMPARE(stage.results().tally.of(Outcome::Unknown), 10);
    QCOMPARE(stage.results().unconfirmed().size(), 1U);
    const QString said = stage.resultsWindow.notice(u"unknown"_s);
    QVERIFY2(said.contains("We could not hear whether part 1 arrived: 10 row(s) may be in or not."_L1)
                 && said.contains("a second time"_L1),
             qPrintable(said));
    stage.resultsWindow.picture(u"results-unknown"_s);
    auto *grid = stage.resultsPage.findChild<Grid *>(u"results.grid"_s);
    QTRY_COMPARE_WITH_TIMEOUT(grid->source()->rowCount(), 10, patience); // the rows in question
    const int asked = stage.farEnd.recovers();
    stage.resultsWindow.click(u"notice.unknown.check"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.farEnd.recovers() > asked && stage.ended(), patience);
    QCOMPARE(stage.farEnd.submits(), 1);
    QCOMPARE(stage.results().tally.of(Outcome::Unknown), 10); // it still cannot tell
    QVERIFY2(stage.resultsWindow.notice(u"unknown"_s).contains("still unknown"_L1),
             qPrintable(stage.resultsWindow.notice(u"unknown"_s)));
    QVERIFY(stage.resultsPage.firstDecision()
            && stage.resultsPage.firstDecision()->objectName() == "notice.unknown.check"_L1);
}

void TestUiRunAgain::lostPartIsSentAgainOnTheWord()
{
    RunStage stage;
    loseOne(stage);
    stage.farEnd.loseReplies(false);
    stage.resultsWindow.click(u"notice.unknown.sendAgain"_s);
    QTRY_VERIFY(stage.resultsWindow.find<QPushButton>(u"notice.unknown.sendAgainSurely"_s)->isVisible());
    stage.resultsWindow.click(u"notice.unknown.sendAgainSurely"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 10, patience);
    QCOMPARE(stage.farEnd.submits(), 2);
    QCOMPARE(stage.results().end, RunState::Finished);
    QVERIFY(stage.resultsWindow.notice(u"unknown"_s).isEmpty());
}

void TestUiRunAgain::lostPartIsNotSentAgainByOneClick()
{
    RunStage stage;
    loseOne(stage);
    auto *again = stage.resultsWindow.find<QPushButton>(u"notice.unknown.sendAgain"_s);
    QCOMPARE(again->text(), u"Send 10 row(s) again"_s);
    stage.resultsWindow.click(u"notice.unknown.sendAgain"_s);
    QVERIFY(!stage.desk.running());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"notice.unknown.keep"_s);
    const auto question = [&stage] { return stage.resultsWindow.notice(u"unknown"_s); };
    QTRY_VERIFY2(question().contains("a second time"_L1) && question().contains("stays on record"_L1),
                 qPrintable(question()));
    stage.resultsWindow.picture(u"results-send-again"_s);
    stage.resultsWindow.click(u"notice.unknown.keep"_s);
    QTRY_VERIFY(stage.resultsWindow.notice(u"unknown"_s).contains("We could not hear"_L1));
    QCOMPARE(stage.farEnd.submits(), 1);
}

void TestUiRunAgain::rowsSentTwiceStayOnRecord()
{
    RunStage stage;
    const QString folder = loseOne(stage);
    stage.farEnd.loseReplies(false);
    stage.desk.sendAgain(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().tally.of(Outcome::Added) == 10, patience);
    const QString said = u"10 row(s) were sent a second time; they may be in twice."_s;
    QVERIFY(stage.resultsWindow.notice(u"sentTwice"_s).contains(said));
    stage.desk.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QVERIFY(stage.resultsWindow.notice(u"sentTwice"_s).contains(said));
}

void TestUiRunAgain::nobodyIsAskedWhenNothingWasOnItsWay()
{
    RunStage stage;
    stage.desk.open(stage.freeze(RunStage::names(30)));
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    const QString said = stage.resultsWindow.notice(u"interrupted"_s);
    QVERIFY2(said.contains("Nothing was on its way."_L1) && !said.contains("was asked"_L1), qPrintable(said));
}

void TestUiRunAgain::rowsThatWereNotSentAreShown()
{
    RunStage stage;
    stage.desk.open(stage.leaveOne(RunStage::names(300)));
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    const qint64 unsent = stage.results().tally.of(Outcome::NotSent);
    QVERIFY(unsent > 0);
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().fileLooked, patience);
    stage.resultsWindow.click(u"results.filter.notSent"_s);
    auto *grid = stage.resultsPage.findChild<Grid *>(u"results.grid"_s);
    QTRY_COMPARE_WITH_TIMEOUT(grid->source()->rowCount(), unsent, patience);
}

void TestUiRunAgain::reasonOfALimitIsKept()
{
    RunStage stage;
    stage.farEnd.refuse(Error { .kind = Error::Kind::Quota,
                                .sentence = u"Today's limit of your Toy is used up."_s,
                                .detail = {},
                                .retryAfter = {} });
    const QString folder = stage.begin(RunStage::names(30));
    QTRY_VERIFY_WITH_TIMEOUT(stage.isAt(Stage::Held), patience);
    stage.desk.letHeldBe();
    stage.farEnd.refuse({});
    stage.desk.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Interrupted);
    QVERIFY2(stage.resultsWindow.notice(u"interrupted"_s).contains("Today's limit"_L1),
             qPrintable(stage.resultsWindow.notice(u"interrupted"_s)));
    stage.desk.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Finished, patience);
    QVERIFY(stage.results().endMessage.isEmpty());
}

void TestUiRunAgain::partsOfThePastAreUnfolded()
{
    RunStage stage;
    const QString folder = stage.leaveOne(RunStage::names(30, 2));
    stage.desk.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().end == RunState::Finished, patience);
    const QString how = stage.resultsPage.findChild<QLabel *>(u"results.how"_s)->text();
    QVERIFY2(!how.contains("second"_L1) && !how.contains("min"_L1), qPrintable(how)); // it was left meanwhile
    auto *fold = stage.resultsPage.findChild<QAbstractButton *>(u"results.how.fold"_s);
    auto *parts = stage.resultsPage.findChild<QListWidget *>(u"results.parts"_s);
    QVERIFY(fold->isVisible() && !parts->isVisible());
    fold->setFocus();
    QTest::keyClick(fold, Qt::Key_Space);
    QTRY_VERIFY(parts->isVisible());
    QCOMPARE(static_cast<size_t>(parts->count()), stage.results().parts.size());
    stage.resultsWindow.picture(u"results-parts"_s);
}

void TestUiRunAgain::lostPartIsLeftOnTheWord()
{
    RunStage stage;
    loseOne(stage);
    stage.resultsWindow.click(u"notice.unknown.leaveUnknown"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended() && stage.results().unconfirmed().empty(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Unknown), 10); // said as it is, for good
    QCOMPARE(stage.farEnd.submits(), 1);
    QVERIFY(!stage.resultsWindow.find<QPushButton>(u"notice.unknown.check"_s)
            || !stage.resultsWindow.find<QPushButton>(u"notice.unknown.check"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().sumChecked && stage.results().addsUp, patience);
}

void TestUiRunAgain::unknownServiceIsSaid()
{
    RunStage stage;
    const QString folder = stage.freeze(RunStage::names(10), u"of-tomorrow"_s);
    stage.window.enter();
    stage.desk.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::NotSent), 10);
    QVERIFY(!stage.resultsPage.primaryEnabled());
    QVERIFY(!stage.resultsPage.primaryReason().isEmpty());
    QVERIFY2(stage.resultsWindow.notice(u"interrupted"_s).contains("of-tomorrow"_L1),
             qPrintable(stage.resultsWindow.notice(u"interrupted"_s)));
    QCOMPARE(stage.farEnd.submits(), 0);
}

void TestUiRunAgain::changedFileIsSaid()
{
    RunStage stage;
    const QString folder = stage.leaveOne(RunStage::names(300));
    QFile file(stage.results().plan.draft.file);
    QVERIFY(file.open(QIODevice::Append) && file.write("good-99999\n") > 0);
    file.close();
    const int sent = stage.farEnd.submits();
    stage.desk.goOn(folder);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().end, RunState::Interrupted);
    QVERIFY2(stage.resultsWindow.notice(u"interrupted"_s).contains("changed"_L1),
             qPrintable(stage.resultsWindow.notice(u"interrupted"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(stage.results().fileLooked, patience);
    QVERIFY(!stage.results().fileThere);
    QTRY_VERIFY(!stage.resultsWindow.notice(u"file"_s).isEmpty());
    QVERIFY(stage.farEnd.submits() <= sent + 2); // parts that were made already
    QCOMPARE(stage.results().tally.total(), 300);
}

void TestUiRunAgain::busyRowsAreCountedApartAndTriedNow()
{
    RunStage stage;
    QStringList names = RunStage::names(5, 1);
    names << u"busy-00001"_s << u"busy-00002"_s;
    stage.begin(names);
    const auto said = [&stage] { return stage.window.notice(u"later"_s); };
    QTRY_VERIFY2_WITH_TIMEOUT(said().contains("2 row(s) were busy; Rowlift tries them again at "_L1)
                                  && said().contains("(try 3 of 3)"_L1),
                              qPrintable(said()), patience);
    QVERIFY(stage.shows(u"counter.later"_s));
    QCOMPARE(stage.page.findChild<QWidget *>(u"counter.failed"_s)->accessibleName(), u"1 failed"_s);
    stage.window.picture(u"import-busy"_s);
    stage.farEnd.forgive(true);
    stage.window.click(u"notice.later.tryNow"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stage.ended(), patience);
    QCOMPARE(stage.results().tally.of(Outcome::Added), 7);
    QCOMPARE(stage.results().tally.of(Outcome::Failed), 1); // nobody sent that one again
    QCOMPARE(stage.results().end, RunState::Finished);
}

void TestUiRunAgain::copiesAndRoundsHaveWords()
{
    const PartLine copied {
        .number = 3, .state = PartState::Planned, .rows = 200, .savesCopy = true, .copied = 50
    };
    QCOMPARE(partSentence(copied, false, u"Toy"_s), u"Part 3: saving a copy, 50 of 200 rows"_s);
    QCOMPARE(partBox(copied, false).sent, 0.25);
    QCOMPARE(leftOverNews({ .number = 4, .state = PartState::Waiting, .rows = 198 }),
             u"198 row(s) that a refused call kept out are sent again, as part 4."_s);
}

void TestUiRunAgain::announcementsKeepTheirDistance()
{
    RunAnnouncer announcer;
    announcer.setPause(std::chrono::milliseconds(200));
    QSignalSpy said(&announcer, &RunAnnouncer::announce);
    announcer.progressIs(12);
    QCOMPARE(said.size(), 1);
    announcer.progressIs(13); // no milestone
    announcer.tell(u"Paused"_s);
    announcer.tell(u"Goes on"_s);
    announcer.progressIs(30);
    QCOMPARE(said.size(), 1); // not yet
    QTRY_COMPARE(said.size(), 2);
    QCOMPARE(said.back().front().toString(), u"Goes on"_s); // the last state, not talked over
    announcer.tellNow(u"All of the first 10 rows failed."_s);
    QCOMPARE(said.size(), 3);
    announcer.progressIs(30);
    QTRY_COMPARE(said.size(), 4);
    QCOMPARE(said.back().front().toString(), u"25 percent of the rows are done."_s);
}

void TestUiRunAgain::timeLeftIsToldLateAndCoarsely()
{
    using namespace std::chrono_literals;
    RunPace pace;
    pace.begin(0ms, 0);
    pace.note(9s, 90'000);
    QVERIFY(!pace.timeLeft(1'000'000));
    QCOMPARE(pace.rowsPerSecond().value_or(0), 10'000);
    pace.note(10s, 100'000);
    QCOMPARE(pace.timeLeft(1'000'000), std::optional(std::chrono::milliseconds(90s)));
    QVERIFY(!pace.timeLeft(10'000'000)); // a hundredth is done
    // One that goes on is reckoned from where it began again.
    pace.begin(100s, 800'000);
    pace.note(120s, 810'000);
    QCOMPARE(pace.timeLeft(1'000'000), std::optional(std::chrono::milliseconds(380s)));
}

QTEST_MAIN(TestUiRunAgain)
#include "test_ui_run_again.moc"
