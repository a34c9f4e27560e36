#include "app/run/ledger_reader.h"
#include "tests/unit/run/engine_watch.h"

#include <QtTest>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Rows that the service could not take just then are sent again by themselves: not too often, after a wait
/// that is seen, and never a row that is in.
class TestRunLater : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void busyRowsAreSentAgain();
    void afterThreeTriesTheyStayFailed();
    void someAreTriedOnceOnly();
    void whoAsksHasThreeTriesMore();
    void rowsThatNobodyAskedForAreLeftAlone();
    void waitsAreSeenAndGrow();
    void aWaitIsCutShort_data();
    void aWaitIsCutShort();
    void goesOnInTheMiddleOfATry();
    void partsAreSmallAndGoOneAtATime();
    void aRowDoesNotUndoALaterOne();
    void whoSendsAgainDoesNotUndoALaterOne_data();
    void whoSendsAgainDoesNotUndoALaterOne();
    void aLaterRowThatFailedIsNotOvertaken();
    void goingOnDoesNotUndoALaterRow();
    void callsThatAreToBeWholeAreNotHalved_data();
    void callsThatAreToBeWholeAreNotHalved();
};

void TestRunLater::busyRowsAreSentAgain()
{
    EngineRig rig;
    rig.farEnd.busyFor = 2;
    rig.start(EngineRig::numbered(15) + EngineRig::numbered(3, u"lock"_s)
              + EngineRig::numbered(2, u"bad0"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 18);
    QCOMPARE(end.tally.of(Outcome::Failed), 2);
    QCOMPARE(rig.wrong(), QString());
    const auto attempts = *rig.ledger().attempts();
    QCOMPARE(attempts.size(), 3U);
    QVERIFY(attempts[1].byItself && attempts[2].byItself);
    QCOMPARE(attempts[2].rows, 3);
}

void TestRunLater::afterThreeTriesTheyStayFailed()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(3, u"lock"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Failed), 3);
    QCOMPARE(rig.ledger().attempts()->size(), 4U);
    auto reader = LedgerReader::open(rig.ledger().folder());
    QVERIFY(reader);
    const auto failed = *(*reader)->records(Outcome::Failed);
    QCOMPARE((*reader)->outcomes(failed)->front().reason.code, u"LOCK"_s);
    QCOMPARE((*reader)->history(failed.front())->size(), 3U);
    rig.reopen();
    QCOMPARE(rig.go().state, RunState::Finished); // and it does not begin again
    QCOMPARE(rig.ledger().attempts()->size(), 4U);
}

void TestRunLater::someAreTriedOnceOnly()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(1, u"odd0"_s) + EngineRig::numbered(1, u"lock"_s));
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 2);
    auto reader = LedgerReader::open(rig.ledger().folder());
    QVERIFY(reader);
    const auto failed = *(*reader)->records(Outcome::Failed);
    QCOMPARE((*reader)->history(failed[0])->size(), 1U);
    QCOMPARE((*reader)->history(failed[1])->size(), 3U);
}

void TestRunLater::whoAsksHasThreeTriesMore()
{
    EngineRig rig;
    rig.farEnd.busyFor = 5;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"lock"_s));
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 2);
    QVERIFY(rig.ledger().beginAttempt({ .outcomes = { Outcome::Failed } }, rig.clock.now()));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 7);
    const auto attempts = *rig.ledger().attempts();
    QCOMPARE(attempts.size(), 6U); // one, three by themselves, the one that was asked for, one more
    QVERIFY(!attempts[4].byItself && attempts[5].byItself);
}

void TestRunLater::rowsThatNobodyAskedForAreLeftAlone()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"lock"_s) + EngineRig::numbered(1, u"bad0"_s));
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 3);
    QVERIFY(
        rig.ledger().beginAttempt({ .outcomes = { Outcome::Failed }, .code = u"BAD"_s }, rig.clock.now()));
    const auto before = rig.farEnd.sentNames().size();
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 3);
    QCOMPARE(rig.farEnd.sentNames().size(), before + 1);
    QCOMPARE(rig.ledger().attempts()->size(), 5U);
}

void TestRunLater::waitsAreSeenAndGrow()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"lock"_s));
    std::mutex mutex;
    std::vector<RunLater> seen;
    rig.onChange = [&](const RunSnapshot &now) {
        const std::scoped_lock lock(mutex);
        if (now.later.rows > 0 && (seen.empty() || seen.back().number != now.later.number))
            seen.push_back(now.later);
    };
    const auto from = rig.clock.elapsed();
    rig.go();
    QVERIFY(rig.clock.elapsed() - from >= 5s + 20s + 60s);
    QVERIFY(!seen.empty()); // a clock that does not tick leaves no time to tell of all of them
    QCOMPARE(seen.front().rows, 2);
    QCOMPARE(seen.front().number, 1);
    QCOMPARE(seen.front().most, 3);
}

void TestRunLater::aWaitIsCutShort_data()
{
    QTest::addColumn<int>("wish");
    QTest::addColumn<RunState>("state");
    QTest::addColumn<int>("attempts");
    QTest::newRow("stopped") << 0 << RunState::Finished << 1;
    QTest::newRow("left") << 1 << RunState::Interrupted << 1;
    QTest::newRow("tried now") << 2 << RunState::Finished << 2;
    QTest::newRow("paused and resumed") << 3 << RunState::Finished << 2;
}

void TestRunLater::aWaitIsCutShort()
{
    QFETCH(int, wish);
    EngineRig rig;
    rig.farEnd.busyFor = 1;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"lock"_s));
    StandingClock clock;
    Heard heard;
    rig.onChange = heard.listener();
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.kind.answersAtOnce = true; // nothing is polled for, and the clock stands still
    Running run(rig, RunMode::GoOn, &clock);
    QVERIFY(heard.waitFor([](const RunSnapshot &now) { return now.later.next.isValid(); }));
    QCOMPARE(heard.last().later.rows, 2);
    QVERIFY(clock.waitForSleeper());
    if (wish == 0) {
        rig.control.stop();
    } else if (wish == 1) {
        rig.control.quit();
    } else if (wish == 2) {
        rig.control.tryNow();
    } else {
        rig.control.pause();
        rig.control.tryNow();
        rig.control.resume();
    }
    const RunEnd end = run.end();
    QTEST(end.state, "state");
    QTEST(static_cast<int>(rig.ledger().attempts()->size()), "attempts");
    QCOMPARE(*rig.ledger().brokenInvariant(), QString());
    if (wish == 1) {
        rig.reopen();
        rig.renewControl();
        QCOMPARE(rig.go().state, RunState::Finished);
        QCOMPARE(rig.wrong(), QString());
    }
}

void TestRunLater::goesOnInTheMiddleOfATry()
{
    EngineRig rig;
    rig.farEnd.busyFor = 2;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"lock"_s));
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call != Call::Upload || part != 2)
            return {};
        rig.control.quit();
        return engineError(Error::Kind::Cancelled);
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    rig.farEnd.before = {};
    rig.reopen();
    rig.renewControl();
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(rig.ledger().attempts()->size(), 3U);
}

void TestRunLater::partsAreSmallAndGoOneAtATime()
{
    EngineRig rig;
    rig.kind.lanes = 3;
    rig.kind.maxRecords = 10;
    rig.farEnd.busyFor = 1;
    rig.start(EngineRig::numbered(35, u"lock"_s));
    std::atomic<int> flying = 0;
    std::atomic<int> most = 0;
    rig.farEnd.isThrough = [&](const FarEnd::Job &job) {
        if (job.part > 4 && job.polls == 1)
            most = std::max(most.load(), ++flying);
        if (job.part > 4 && job.polls == 3)
            --flying;
        return job.polls >= 3;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(most, 1);
    QCOMPARE(rig.ledger().parts()->size(), 8U);
}

void TestRunLater::aRowDoesNotUndoALaterOne()
{
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.farEnd.busyFor = 1;
    // The first row of lock-0001 is kept out, the second is taken. Of lock-0002 there is only one.
    rig.start(EngineRig::numbered(3) + EngineRig::numbered(2, u"lock"_s) + QStringList { u"lock-0001"_s });
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Failed), 1);
    QCOMPARE(end.tally.of(Outcome::Added), 5);
    QCOMPARE(rig.farEnd.sentNames().back(), QStringList { u"lock-0002"_s });
    const auto held = rig.farEnd.held();
    QCOMPARE(held.at(u"lock-0001"_s), 1);
}

void TestRunLater::whoSendsAgainDoesNotUndoALaterOne_data()
{
    QTest::addColumn<RepeatedKeys>("repeatedKeys");
    QTest::newRow("in waves") << RepeatedKeys::Waves;
    QTest::newRow("in one part") << RepeatedKeys::Together;
}

void TestRunLater::whoSendsAgainDoesNotUndoALaterOne()
{
    QFETCH(RepeatedKeys, repeatedKeys);
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, repeatedKeys } };
    rig.kind.answersAtOnce = repeatedKeys == RepeatedKeys::Together; // tells equal rows apart
    rig.farEnd.busyFor = 1;
    rig.start(EngineRig::numbered(3) + QStringList { u"lock-0001"_s, u"lock-0001"_s, u"bad-0001"_s });
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 2);
    const auto before = rig.farEnd.sentNames().size();
    const AttemptWish busy { .outcomes = { Outcome::Failed }, .code = u"LOCK"_s };
    QCOMPARE(rig.sendAgain(busy).error().kind, Error::Kind::BadInput);
    QCOMPARE(rig.ledger().attempts()->size(), 1U);
    const auto others = rig.sendAgain({ .outcomes = { Outcome::Failed } });
    QVERIFY(others);
    QCOMPARE(others->rows, 1);
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.farEnd.sentNames().size(), before + 1);
    QCOMPARE(rig.farEnd.sentNames().back(), QStringList { u"bad-0001"_s });
    QCOMPARE(*rig.ledger().brokenInvariant(), QString());
}

void TestRunLater::aLaterRowThatFailedIsNotOvertaken()
{
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.start(EngineRig::numbered(3) + QStringList { u"bad-0001"_s, u"bad-0001"_s });
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 2);
    const auto failed = rig.ledger().recordsFor({ .outcomes = { Outcome::Failed } });
    QVERIFY(failed);
    const auto first
        = rig.sendAgain({ .outcomes = { Outcome::Failed }, .records = std::vector { failed->front() } });
    QVERIFY(first);
    QCOMPARE(first->rows, 1);
}

void TestRunLater::goingOnDoesNotUndoALaterRow()
{
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.farEnd.comesTo = [](qint64 part) { return qsizetype { part == 1 ? 3 : part == 2 ? 0 : 1000 }; };
    rig.start(EngineRig::numbered(5) + QStringList { u"name-0005"_s });
    QCOMPARE(rig.go().tally.of(Outcome::NotProcessed), 3);
    const auto records = rig.ledger().recordsFor({ .outcomes = { Outcome::NotProcessed } });
    QVERIFY(records);
    QVERIFY(
        rig.sendAgain({ .outcomes = { Outcome::NotProcessed }, .records = std::vector { records->back() } }));
    QCOMPARE(rig.go().tally.of(Outcome::NotProcessed), 1);
    QCOMPARE(rig.farEnd.sentNames().back(), QStringList { u"name-0004"_s });
    const auto held = rig.farEnd.held();
    QCOMPARE(held.at(u"name-0005"_s), 1);
}

void TestRunLater::callsThatAreToBeWholeAreNotHalved_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("whole calls are not tried again") << true << QStringList();
    QTest::newRow("else each row is tried by itself") << false << QStringList { u"gentle"_s, u"gentle"_s };
}

void TestRunLater::callsThatAreToBeWholeAreNotHalved()
{
    QFETCH(bool, whole);
    QFETCH(QStringList, kinds);
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.kind.naming = ResultNaming::Place;
    JobKind gentle = rig.kind;
    gentle.id = u"gentle"_s;
    gentle.bestUpTo = 100;
    JobKind other = gentle;
    other.id = u"other"_s;
    other.bestUpTo = 0;
    rig.kind.allOrNothing = true;
    rig.otherKinds = { other, gentle };
    rig.options = { { .id = u"whole"_s, .kind = LoadOption::Kind::YesNo, .label = {}, .kinds = { u"toy"_s } },
                    { .id = u"any"_s, .kind = LoadOption::Kind::YesNo, .label = {} } };
    rig.chosen = { { u"whole"_s, whole }, { u"any"_s, true } };
    rig.farEnd.busyFor = 2;
    rig.start(EngineRig::numbered(4) + EngineRig::numbered(3, u"lock"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Failed), whole ? 3 : 0);
    QStringList tried;
    const auto attempts = rig.ledger().attempts();
    for (const Attempt &attempt : *attempts) {
        if (attempt.byItself)
            tried << attempt.kind;
    }
    QCOMPARE(tried, kinds);
}

QTEST_GUILESS_MAIN(TestRunLater)
#include "test_run_later.moc"
