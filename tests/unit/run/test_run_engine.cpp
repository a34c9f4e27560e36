#include "tests/unit/run/engine_rig.h"

#include <QtTest>

#include <set>
#include <thread>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error engineError(Error::Kind kind, std::optional<std::chrono::milliseconds> retryAfter = {})
{
    return { .kind = kind, .sentence = u"no"_s, .detail = {}, .retryAfter = retryAfter };
}

/// A clock that stands still until somebody wakes the sleeper.
class StandingClock : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC); }
    std::chrono::milliseconds elapsed() const override { return 0ms; }
    bool sleepFor(std::chrono::milliseconds, std::stop_token stop) override
    {
        std::unique_lock lock(m_mutex);
        ++m_sleepers;
        m_changed.notify_all();
        m_changed.wait(lock, stop, [] { return false; });
        --m_sleepers;
        return false;
    }
    bool waitForSleeper()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s, [this] { return m_sleepers > 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_sleepers = 0;
};

/// What the board tells, for a test that waits for something of it.
class Heard {
public:
    RunBoard::Listener listener()
    {
        return [this](const RunSnapshot &snapshot) {
            const std::scoped_lock lock(m_mutex);
            m_last = snapshot;
            m_changed.notify_all();
        };
    }
    bool waitFor(const std::function<bool(const RunSnapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s, [&] { return condition(m_last); });
    }
    RunSnapshot last()
    {
        const std::scoped_lock lock(m_mutex);
        return m_last;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    RunSnapshot m_last;
};

/// A run in a thread of its own.
class Running {
public:
    explicit Running(EngineRig &rig, RunMode mode = RunMode::GoOn, Clock *clock = nullptr)
        : m_rig(rig)
        , m_thread([this, mode, clock] { m_end = m_rig.go(mode, false, clock); })
    {
    }
    ~Running()
    {
        if (m_thread.joinable()) {
            m_rig.control.quit();
            m_thread.join();
        }
    }
    RunEnd end()
    {
        m_thread.join();
        return m_end;
    }

private:
    EngineRig &m_rig;
    RunEnd m_end;
    std::thread m_thread;
};

const char *callName(Call call)
{
    switch (call) {
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

/// Whole runs against a far end in memory: who is sent when, what holds a run back, and that every row ends
/// exactly once however it was left.
class TestRunEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAllBeforeTheServiceIsThrough_data();
    void sendsAllBeforeTheServiceIsThrough();
    void neverHasMoreInFlightThanTheKindTakes();
    void callsThatAnswerAtOnce();
    void lostCallIsAskedAbout();
    void aPartlyCarriedOutCallIsSplit();
    void aRateLimitHoldsAllLanesBack();
    void tryNowEndsTheWait();
    void quotaLeavesTheRun();
    void undecidablePartIsAskedAboutAgain();
    void wavesFollowOneAnother();
    void aWaveWaitsForTheWordOnALostPart();
    void wakesUpWithTheComputer();
    void manyPartsCostLittle();

    void firstPartGoesAlone();
    void brakesAfterABadFirstPart();
    void resumingReleasesTheBrake();
    void aBrakeIsRememberedInTheLedger();
    void endsAtTheBrakeWhereNobodyWatches();
    void locksDoNotBrake();
    void aRunOfOnePartIsNotBraked();

    void pauseStartsNothing();
    void stopAfterPartsLeavesTheRestUnsent();
    void stopDropsWhatCanBeDropped();
    void stopFollowsWhatCannotBeDropped();
    void quitReturnsFromEveryCall_data();
    void quitReturnsFromEveryCall();
    void quitReturnsWhileResultsAreStored();
    void leftAtAnyCallItGoesOn_data();
    void leftAtAnyCallItGoesOn();

    void askingSendsNothing();
    void askingFetchesWhatIsThere();
    void askingLeavesAnEndAsItIs();
};

void TestRunEngine::sendsAllBeforeTheServiceIsThrough_data()
{
    QTest::addColumn<int>("lanes");
    QTest::newRow("one lane") << 1;
    QTest::newRow("three lanes") << 3;
}

void TestRunEngine::sendsAllBeforeTheServiceIsThrough()
{
    QFETCH(int, lanes);
    EngineRig rig;
    rig.kind.lanes = lanes;
    rig.kind.inFlight = 20;
    rig.start(EngineRig::numbered(80));
    QDeadlineTimer tooLong(30'000); // a lane that waits for its own part would poll for ever
    rig.farEnd.isThrough
        = [&](const FarEnd::Job &) { return rig.farEnd.begunUnlocked() == 8 || tooLong.hasExpired(); };
    const RunEnd end = rig.go();
    QVERIFY(!tooLong.hasExpired());
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::neverHasMoreInFlightThanTheKindTakes()
{
    EngineRig rig;
    rig.kind.lanes = 3;
    rig.kind.inFlight = 4;
    rig.start(EngineRig::numbered(150));
    std::mutex mutex;
    std::set<qint64> flying;
    size_t most = 0;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        const std::scoped_lock lock(mutex);
        if (call == Call::Open)
            flying.insert(part);
        most = std::max(most, flying.size());
        if (call == Call::Collect)
            flying.erase(part);
        return {};
    };
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 3; };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    QVERIFY2(most > 1, "the lanes work side by side");
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::callsThatAnswerAtOnce()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.kind.naming = ResultNaming::Place;
    QStringList names = EngineRig::numbered(55);
    names[17] = u"bad-0018"_s;
    rig.start(names);
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 54);
    QCOMPARE(end.tally.of(Outcome::Failed), 1);
    QCOMPARE(rig.farEnd.count(Call::Poll), 0);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::lostCallIsAskedAbout()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(40));
    int lost = 0;
    rig.farEnd.after = [&](Call, qint64 part) -> std::optional<Error> {
        return part == 2 && lost++ == 0 ? std::optional(engineError(Error::Kind::Timeout)) : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(rig.farEnd.count(Call::Send, 2), 1);
    QCOMPARE(end.tally.of(Outcome::In), 10);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::aPartlyCarriedOutCallIsSplit()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(40));
    int lost = 0;
    rig.farEnd.after = [&](Call, qint64 part) -> std::optional<Error> {
        if (part != 2 || lost++ > 0)
            return {};
        rig.farEnd.forgets(2, u"name-0013"_s);
        return engineError(Error::Kind::Timeout);
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.in(), 40);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::aRateLimitHoldsAllLanesBack()
{
    EngineRig rig;
    rig.kind.lanes = 3;
    rig.start(EngineRig::numbered(100));
    std::mutex mutex;
    std::optional<std::chrono::milliseconds> until;
    int tooSoon = 0;
    std::set<qint64> inside; // calls that had begun before the limit was heard of
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        const std::scoped_lock lock(mutex);
        if (call == Call::Open && part == 4 && !until) {
            until = rig.clock.elapsed() + 100s;
            return engineError(Error::Kind::RateLimit, 100s);
        }
        if (until && rig.clock.elapsed() < *until && (call == Call::Open || call == Call::Poll))
            ++tooSoon;
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(until);
    QVERIFY2(tooSoon <= 2, "only what the other lanes were at already"); // no lane begins with another part
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::tryNowEndsTheWait()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(5));
    StandingClock clock;
    std::atomic<int> blocked = 1;
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        return call == Call::Open && blocked-- > 0 ? std::optional(engineError(Error::Kind::Network, 60s))
                                                   : std::nullopt;
    };
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig, RunMode::GoOn, &clock);
    QVERIFY(heard.waitFor([](const RunSnapshot &now) { return now.trouble.tries == 1; }));
    QCOMPARE(heard.last().trouble.sentence, u"no"_s);
    QCOMPARE(heard.last().trouble.kind, Error::Kind::Network);
    QCOMPARE(heard.last().trouble.since.secsTo(heard.last().trouble.nextTry), 60);
    QVERIFY(clock.waitForSleeper());
    rig.control.tryNow();
    QVERIFY(heard.waitFor([](const RunSnapshot &now) {
        return now.trouble == RunTrouble() && !now.parts.empty()
            && now.parts.front().state >= PartState::Remote;
    }));
    QCOMPARE(rig.farEnd.begun(), 1);
}

void TestRunEngine::quotaLeavesTheRun()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(80));
    rig.farEnd.before = [](Call call, qint64 part) -> std::optional<Error> {
        return call == Call::Open && part >= 3 ? std::optional(engineError(Error::Kind::Quota))
                                               : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.error->kind, Error::Kind::Quota);
    QCOMPARE(end.tally.in(), 20); // what the service had was followed to its end
    rig.farEnd.before = {};
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::undecidablePartIsAskedAboutAgain()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(40));
    rig.farEnd.undecidable = true;
    rig.farEnd.after = [](Call, qint64 part) -> std::optional<Error> {
        return part == 1 ? std::optional(engineError(Error::Kind::Timeout)) : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Unknown), 10);
    QCOMPARE(rig.states().front(), PartState::Unconfirmed);
    rig.farEnd.undecidable = false;
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.farEnd.count(Call::Send, 1), 1);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::wavesFollowOneAnother()
{
    EngineRig rig;
    rig.kind.lanes = 3;
    rig.kind.inFlight = 10;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.start(EngineRig::numbered(30) + EngineRig::numbered(15) + EngineRig::numbered(5));
    std::mutex mutex;
    std::set<qint64> rowsInBefore; // when a part is opened
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Open) {
            const qint64 in = rig.ledger().tally()->in();
            const std::scoped_lock lock(mutex);
            rowsInBefore.insert(in);
        }
        return {};
    };
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 3; };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.in(), 50);
    QCOMPARE(rowsInBefore, std::set<qint64>({ 0, 30, 45 }));
    QCOMPARE(rig.farEnd.held()[u"name-0005"_s], 3);
    QCOMPARE(rig.farEnd.held()[u"name-0015"_s], 2);
}

void TestRunEngine::aWaveWaitsForTheWordOnALostPart()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.start(EngineRig::numbered(30) + EngineRig::numbered(10));
    rig.farEnd.undecidable = true;
    rig.farEnd.after = [](Call, qint64 part) -> std::optional<Error> {
        return part == 2 ? std::optional(engineError(Error::Kind::Timeout)) : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error && end.error->sentence.contains(u"part 2"_s));
    QCOMPARE(end.tally.of(Outcome::Unknown), 10);
    QCOMPARE(end.tally.of(Outcome::NotSent), 10);
    QVERIFY(rig.ledger().giveWord(2, PartEvent::GivenUp));
    const RunEnd later = rig.go();
    QCOMPARE(later.state, RunState::Finished);
    QCOMPARE(later.tally.in(), 30);
    QCOMPARE(later.tally.of(Outcome::Unknown), 10);
}

void TestRunEngine::wakesUpWithTheComputer()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(20));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 8; };
    QDateTime asleep;
    rig.clock.onSleep = [&] {
        if (rig.clock.sleeps == 3) {
            asleep = rig.clock.now();
            rig.clock.computerSleeps(3h);
        }
    };
    Heard heard;
    rig.onChange = heard.listener();
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(asleep.isValid());
    QVERIFY(qAbs(heard.last().sleptFrom.secsTo(asleep)) <= 15);
    QVERIFY(qAbs(heard.last().sleptUntil.secsTo(asleep.addSecs(3 * 60 * 60))) <= 15);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::manyPartsCostLittle()
{
    EngineRig rig;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(3000));
    std::atomic<int> snapshots = 0;
    rig.onChange = [&](const RunSnapshot &) { ++snapshots; };
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY2(snapshots <= timer.elapsed() / 100 + 3, qPrintable(QString::number(snapshots)));
    QCOMPARE(rig.wrong(), QString());
}

// ---- the brake --------------------------------------------------------------------------------------------

void TestRunEngine::firstPartGoesAlone()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.kind.lanes = 3;
    rig.start(EngineRig::numbered(60));
    std::atomic<int> begunBefore = 0;
    rig.farEnd.isThrough = [&](const FarEnd::Job &job) {
        if (job.part == 1)
            begunBefore = rig.farEnd.begunUnlocked();
        return job.polls >= 4;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(begunBefore, 1);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::brakesAfterABadFirstPart()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(7) + EngineRig::numbered(3, u"bad0"_s)
              + EngineRig::numbered(40, u"more"_s));
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig);
    QVERIFY(heard.waitFor([](const RunSnapshot &now) { return now.brake.part != 0; }));
    const RunSnapshot braked = heard.last();
    QCOMPARE(braked.state, RunState::Paused);
    QCOMPARE(braked.brake.part, 1);
    QCOMPARE(braked.brake.rows, 10);
    QCOMPARE(braked.brake.failed, 3);
    QCOMPARE(braked.brake.reason.code, u"BAD"_s);
    QCOMPARE(rig.farEnd.begun(), 1);
    rig.control.stopAfterParts();
    const RunEnd end = run.end();
    QCOMPARE(end.state, RunState::Stopped);
    QCOMPARE(rig.farEnd.begun(), 1);
    QCOMPARE(end.tally.of(Outcome::NotSent), 40);
}

void TestRunEngine::resumingReleasesTheBrake()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s) + EngineRig::numbered(40));
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig);
    QVERIFY(heard.waitFor([](const RunSnapshot &now) { return now.brake.part != 0; }));
    rig.control.resume();
    QCOMPARE(run.end().state, RunState::Finished);
    QCOMPARE(heard.last().brake.part, 0);
    QVERIFY(*rig.ledger().brakeReleased());
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::aBrakeIsRememberedInTheLedger()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s) + EngineRig::numbered(40));
    const RunEnd first = rig.go(RunMode::GoOn, true);
    QCOMPARE(first.brake.part, 1);
    rig.reopen();
    const RunEnd again = rig.go(RunMode::GoOn, true);
    QCOMPARE(again.state, RunState::Interrupted);
    QCOMPARE(again.brake.part, 1);
    QCOMPARE(rig.farEnd.begun(), 1);
    QVERIFY(rig.ledger().releaseBrake());
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::endsAtTheBrakeWhereNobodyWatches()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s) + EngineRig::numbered(40));
    const RunEnd end = rig.go(RunMode::GoOn, true);
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.error->sentence, u"All of the first 10 row(s) failed: bad. Nothing else was sent."_s);
    QCOMPARE(end.brake.failed, 10);
    QCOMPARE(end.tally.of(Outcome::NotSent), 40);
    QCOMPARE(rig.farEnd.begun(), 1);
}

void TestRunEngine::locksDoNotBrake()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"lock"_s) + EngineRig::numbered(40));
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::aRunOfOnePartIsNotBraked()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s));
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

// ---- control ----------------------------------------------------------------------------------------------

void TestRunEngine::pauseStartsNothing()
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

void TestRunEngine::stopAfterPartsLeavesTheRestUnsent()
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

void TestRunEngine::stopDropsWhatCanBeDropped()
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

void TestRunEngine::stopFollowsWhatCannotBeDropped()
{
    EngineRig rig;
    rig.kind.canAbort = false;
    rig.start(EngineRig::numbered(100));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 10; };
    rig.clock.onSleep = [&] {
        if (rig.clock.sleeps == 4)
            rig.control.stop();
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Stopped);
    QCOMPARE(rig.farEnd.count(Call::Abort), 0);
    QVERIFY(end.tally.in() > 0);
    QCOMPARE(end.tally.in() + end.tally.of(Outcome::NotSent), 100);
}

void TestRunEngine::quitReturnsFromEveryCall_data()
{
    QTest::addColumn<int>("call");
    for (const Call call : { Call::Open, Call::Upload, Call::Close, Call::Send, Call::Recover, Call::Poll,
                             Call::Collect, Call::Abort })
        QTest::newRow(callName(call)) << static_cast<int>(call);
}

void TestRunEngine::quitReturnsFromEveryCall()
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

void TestRunEngine::quitReturnsWhileResultsAreStored()
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

void TestRunEngine::leftAtAnyCallItGoesOn_data()
{
    QTest::addColumn<bool>("atOnce");
    QTest::addColumn<bool>("stops");
    QTest::newRow("jobs, quit") << false << false;
    QTest::newRow("calls, quit") << true << false;
    QTest::newRow("jobs, stop") << false << true;
    QTest::newRow("calls, stop") << true << true;
}

void TestRunEngine::leftAtAnyCallItGoesOn()
{
    QFETCH(bool, atOnce);
    QFETCH(bool, stops);
    for (int at = 1;; ++at) {
        EngineRig rig;
        rig.kind.answersAtOnce = atOnce;
        rig.brakeShare = 0.5;
        rig.farEnd.dropsRows = true;
        rig.start(EngineRig::numbered(50));
        std::atomic<int> calls = 0;
        const auto leave = [&](Call, qint64) -> std::optional<Error> {
            if (++calls != at)
                return {};
            stops ? rig.control.stop() : rig.control.quit();
            return engineError(Error::Kind::Timeout);
        };
        rig.farEnd.before = leave;
        rig.farEnd.after = leave;
        const RunEnd end = rig.go();
        if (calls < at) {
            QCOMPARE(end.state, RunState::Finished);
            QVERIFY(at > 10);
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

// ---- asking -----------------------------------------------------------------------------------------------

void TestRunEngine::askingSendsNothing()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(60));
    // One part of which nobody knows whether it was closed; it was not.
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call != Call::Close || part != 1)
            return {};
        rig.control.quit();
        return engineError(Error::Kind::Timeout);
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    rig.farEnd.before = {};
    const int begun = rig.farEnd.begun();
    rig.renewControl();
    rig.reopen();
    const RunEnd asked = rig.go(RunMode::Ask);
    QCOMPARE(asked.state, RunState::Interrupted);
    QCOMPARE(rig.farEnd.begun(), begun);
    QCOMPARE(rig.states().front(), PartState::Closing);
    QCOMPARE(rig.farEnd.count(Call::Recover, 1), 1);
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::askingFetchesWhatIsThere()
{
    EngineRig rig;
    rig.kind.inFlight = 10;
    rig.start(EngineRig::numbered(60));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
    rig.clock.onSleep = [&] {
        if (rig.farEnd.begun() == 6)
            rig.control.quit();
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    rig.clock.onSleep = {};
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.part != 5; };
    rig.renewControl();
    rig.reopen();
    const RunEnd asked = rig.go(RunMode::Ask);
    QCOMPARE(asked.state, RunState::Interrupted);
    QCOMPARE(asked.tally.in(), 50);
    QCOMPARE(asked.tally.of(Outcome::Waiting), 10);
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    QCOMPARE(rig.go(RunMode::Ask).tally.in(), 60);
}

void TestRunEngine::askingLeavesAnEndAsItIs()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(60));
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Collect)
            rig.control.stopAfterParts();
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Stopped);
    rig.renewControl();
    const auto before = rig.states();
    QCOMPARE(rig.go(RunMode::Ask).state, RunState::Stopped);
    QCOMPARE(rig.states(), before);
}

QTEST_GUILESS_MAIN(TestRunEngine)
#include "test_run_engine.moc"
