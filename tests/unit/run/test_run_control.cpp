#include "tests/unit/run/engine_watch.h"

#include <QtTest>

#include <set>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const char *callName(Call call)
{
    switch (call) {
    case Call::KeepOld:
        return "keep old";
    case Call::Open:
        return "open";
    case Call::Upload:
        return "upload";
    case Call::Close:
        return "close";
    case Call::Send:
        return "send";
    case Call::Recover:
        return "recover";
    case Call::Poll:
        return "poll";
    case Call::Collect:
        return "collect";
    case Call::Abort:
        return "abort";
    }
    return "";
}

} // namespace

/// Pause, stop and quit at any moment: answered at once, and nothing is lost or sent twice by it.
class TestRunControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wishesAreShownAtOnce();
    void pauseStartsNothing();
    void stopAfterPartsLeavesTheRestUnsent();
    void stopDropsWhatCanBeDropped();
    void stopLeavesWhatCannotBeDropped();
    void quitReturnsFromEveryCall_data();
    void quitReturnsFromEveryCall();
    void quitReturnsWhileResultsAreStored();
    void leftAtAnyCallItGoesOn_data();
    void leftAtAnyCallItGoesOn();
};

void TestRunControl::wishesAreShownAtOnce()
{
    // All lanes hang in a call that only quitting ends.
    EngineRig rig;
    rig.start(EngineRig::numbered(50));
    rig.farEnd.blocks = [](Call call, qint64) { return call == Call::Poll; };
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig);
    QVERIFY(rig.farEnd.waitForBlocked());
    const auto shows = [&](RunState state) {
        return heard.waitFor([state](const RunSnapshot &now) { return now.state == state; });
    };
    QVERIFY(shows(RunState::Running));
    rig.control.pause();
    QVERIFY(shows(RunState::Paused));
    rig.control.resume();
    QVERIFY(shows(RunState::Running));
    rig.control.stop();
    QVERIFY(shows(RunState::Stopping));
    rig.control.quit();
    QCOMPARE(run.end().state, RunState::Interrupted);
    QCOMPARE(heard.last().state, RunState::Interrupted);
}

void TestRunControl::pauseStartsNothing()
{
    EngineRig rig;
    rig.kind.lanes = 2;
    rig.start(EngineRig::numbered(200));
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call == Call::Poll && part == 1)
            rig.control.pause();
        return {};
    };
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig);
    QVERIFY(heard.waitFor([](const RunSnapshot &now) {
        return now.state == RunState::Paused && std::ranges::all_of(now.parts, [](const PartLine &part) {
                   return part.state == PartState::Settled || part.state == PartState::Planned;
               });
    }));
    const int begun = rig.farEnd.begun();
    QVERIFY(begun < 20);
    rig.farEnd.before = {};
    rig.control.resume();
    QCOMPARE(run.end().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunControl::stopAfterPartsLeavesTheRestUnsent()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(200));
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Collect)
            rig.control.stopAfterParts();
        return {};
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Stopped);
    QVERIFY(end.tally.in() > 0);
    QVERIFY(end.tally.of(Outcome::NotSent) > 0);
    QCOMPARE(end.tally.in() + end.tally.of(Outcome::NotSent), 200);
    QCOMPARE(rig.farEnd.count(Call::Abort), 0);
    for (const PartState state : rig.states())
        QVERIFY(state == PartState::Settled || state == PartState::Aborted);
}

void TestRunControl::stopDropsWhatCanBeDropped()
{
    EngineRig rig;
    rig.farEnd.dropsRows = true;
    rig.start(EngineRig::numbered(100));
    rig.farEnd.isThrough = [&](const FarEnd::Job &job) { return job.part == 1; };
    rig.clock.onSleep = [&] {
        if (rig.clock.sleeps == 20)
            rig.control.stop();
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Stopped);
    QVERIFY(end.tally.of(Outcome::NotProcessed) > 0);
    QCOMPARE(end.tally.of(Outcome::Waiting), 0);
    // Going on is the person's word: what was not looked at is sent again.
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.clock.onSleep = {};
    rig.renewControl();
    rig.reopen();
    const RunEnd later = rig.go();
    QCOMPARE(later.state, RunState::Finished);
    QCOMPARE(later.tally.in(), 100);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunControl::stopLeavesWhatCannotBeDropped()
{
    EngineRig rig;
    rig.kind.canAbort = false;
    rig.kind.keptDays = 7;
    rig.start(EngineRig::numbered(100));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 1000; };
    rig.clock.onSleep = [&] {
        if (rig.clock.sleeps == 4)
            rig.control.stop();
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY2(rig.clock.sleeps < 10, "nobody waits for hours");
    QCOMPARE(rig.farEnd.count(Call::Abort), 0);
    QVERIFY(end.tally.of(Outcome::Waiting) > 0);
    QCOMPARE(end.tally.of(Outcome::Waiting) + end.tally.of(Outcome::NotSent), 100);
    // Its results are fetched later, and then the run has its end.
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.clock.onSleep = {};
    rig.renewControl();
    rig.reopen();
    const RunEnd asked = rig.go(RunMode::Ask);
    QCOMPARE(asked.state, RunState::Stopped);
    QCOMPARE(asked.tally.in(), end.tally.of(Outcome::Waiting));
    QCOMPARE(asked.tally.of(Outcome::NotSent), end.tally.of(Outcome::NotSent));
    // Going on is the person's word.
    rig.reopen();
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunControl::quitReturnsFromEveryCall_data()
{
    QTest::addColumn<int>("call");
    for (const Call call : { Call::Open, Call::Upload, Call::Close, Call::Send, Call::Recover, Call::Poll,
                             Call::Collect, Call::Abort })
        QTest::newRow(callName(call)) << static_cast<int>(call);
}

void TestRunControl::quitReturnsFromEveryCall()
{
    QFETCH(int, call);
    const auto blocked = static_cast<Call>(call);
    std::chrono::milliseconds quickest = 1h;
    for (int round = 0; round < 3 && quickest > 200ms; ++round) { // the machine may be busy with others
        EngineRig rig;
        rig.kind.answersAtOnce = blocked == Call::Send;
        rig.start(EngineRig::numbered(100));
        rig.farEnd.blocks = [&](Call made, qint64) { return made == blocked; };
        if (blocked == Call::Recover) {
            rig.farEnd.after = [](Call made, qint64) -> std::optional<Error> {
                return made == Call::Close ? std::optional(engineError(Error::Kind::Timeout)) : std::nullopt;
            };
        }
        if (blocked == Call::Abort) {
            rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
            rig.clock.onSleep = [&] { rig.control.stop(); };
        }
        Running run(rig);
        QVERIFY(rig.farEnd.waitForBlocked());
        const auto begin = std::chrono::steady_clock::now();
        rig.control.quit();
        const RunEnd end = run.end();
        quickest = std::min(
            quickest,
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin));
        QCOMPARE(end.state, RunState::Interrupted);
        rig.farEnd.blocks = {};
        rig.farEnd.after = {};
        rig.clock.onSleep = {};
        rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
        rig.renewControl();
        rig.reopen();
        QCOMPARE(rig.go().state, RunState::Finished);
        QCOMPARE(rig.wrong(), QString());
    }
    QVERIFY2(quickest <= 200ms, qPrintable(QString::number(quickest.count())));
}

void TestRunControl::quitReturnsWhileResultsAreStored()
{
    std::chrono::milliseconds quickest = 1h;
    for (int round = 0; round < 3 && quickest > 200ms; ++round) {
        EngineRig rig;
        rig.kind.partBytes = rig.kind.maxBodyBytes = 100'000'000;
        rig.start(EngineRig::numbered(150'000));
        std::atomic<bool> collected = false;
        rig.farEnd.after = [&](Call call, qint64) -> std::optional<Error> {
            collected = collected || call == Call::Collect;
            return {};
        };
        Running run(rig);
        QTRY_VERIFY_WITH_TIMEOUT(collected, 60'000);
        const auto begin = std::chrono::steady_clock::now();
        rig.control.quit();
        const RunEnd end = run.end();
        quickest = std::min(
            quickest,
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin));
        QCOMPARE(end.state, RunState::Interrupted);
        QCOMPARE(end.tally.total(), 150'000);
    }
    QVERIFY2(quickest <= 200ms, qPrintable(QString::number(quickest.count())));
}

void TestRunControl::leftAtAnyCallItGoesOn_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<bool>("stops");
    QTest::newRow("jobs, quit") << false << false;
    QTest::newRow("calls, quit") << true << false;
    QTest::newRow("jobs, stop") << false << true;
    QTest::newRow("calls, stop") << true << true;
}

void TestRunControl::leftAtAnyCallItGoesOn()
{
    QFETCH(bool, atOnce);
    QFETCH(bool, stops);
    for (int at = 1;; ++at) {
        EngineRig rig;
        rig.kind.answersAtOnce = atOnce;
        rig.brakeShare = 0.5;
        rig.farEnd.dropsRows = true;
        rig.start(EngineRig::numbered(30));
        std::mutex mutex;
        std::set<std::tuple<bool, Call, qint64>> seen; // how often a part is polled is another matter
        bool left = false;
        const auto leave = [&](bool after, Call call, qint64 part) -> std::optional<Error> {
            const std::scoped_lock lock(mutex);
            if (left || !seen.insert({ after, call, part }).second || static_cast<int>(seen.size()) != at)
                return {};
            left = true;
            stops ? rig.control.stop() : rig.control.quit();
            return engineError(Error::Kind::Timeout);
        };
        rig.farEnd.before = [&](Call call, qint64 part) { return leave(false, call, part); };
        rig.farEnd.after = [&](Call call, qint64 part) { return leave(true, call, part); };
        const RunEnd end = rig.go();
        if (!left) {
            QCOMPARE(end.state, RunState::Finished);
            QVERIFY(at > 5);
            return;
        }
        QVERIFY2(stops || end.state == RunState::Interrupted, qPrintable(QString::number(at)));
        QVERIFY2(!stops || end.state != RunState::Interrupted, qPrintable(QString::number(at)));
        rig.farEnd.before = {};
        rig.farEnd.after = {};
        rig.renewControl();
        rig.reopen();
        const RunEnd later = rig.go();
        QVERIFY2(later.state == RunState::Finished, qPrintable(QString::number(at)));
        QVERIFY2(rig.wrong().isEmpty(), qPrintable(u"%1: %2"_s.arg(at).arg(rig.wrong())));
    }
}

QTEST_GUILESS_MAIN(TestRunControl)
#include "test_run_control.moc"
