#include "tests/unit/run/engine_watch.h"
#include "tests/unit/run/ledger_rig.h"

#include <QtTest>

#include <set>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whole runs against a far end in memory: who is sent when, what holds a run back, asking without sending,
/// and that every row ends exactly once.
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
    void aRefusedQuestionDropsNothing();
    void numbersThatDoNotAddUpAreTold();
    void wavesFollowOneAnother();
    void aWaveWaitsForTheWordOnALostPart();
    void anotherFileSendsNothingMore_data();
    void anotherFileSendsNothingMore();
    void aFileThatNobodyNeedsMayBeGone();
    void wakesUpWithTheComputer();
    void manyPartsCostLittle();
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
        return {};
    };
    rig.farEnd.isThrough = [&](const FarEnd::Job &job) {
        const std::scoped_lock lock(mutex);
        if (job.polls >= 3)
            flying.erase(job.part); // its results are fetched while the next one is under way
        return job.polls >= 3;
    };
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

void TestRunEngine::aRefusedQuestionDropsNothing()
{
    EngineRig rig;
    rig.kind.lanes = 1;
    rig.start(EngineRig::numbered(80));
    rig.farEnd.before = [](Call call, qint64 part) -> std::optional<Error> {
        return call == Call::Poll && part == 1 ? std::optional(engineError(Error::Kind::Rejected))
                                               : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    const auto states = rig.states();
    QVERIFY2(std::ranges::find(states, PartState::Aborted) == states.end(), "nobody refused those parts");
    rig.farEnd.before = {};
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::numbersThatDoNotAddUpAreTold()
{
    EngineRig rig;
    rig.start(EngineRig::numbered(20));
    QCOMPARE(rig.go().state, RunState::Finished);
    ledger_rig::tamper(rig.ledger().folder(), u"UPDATE tally SET rows = rows + 1"_s);
    rig.reopen();
    const RunEnd end = rig.go();
    QVERIFY(end.error);
    QCOMPARE(end.error->kind, Error::Kind::Storage);
    QVERIFY2(end.error->sentence.contains(u"add up"_s), qPrintable(end.error->sentence));
    QVERIFY2(end.state != RunState::Finished, "nobody should believe them");
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

void TestRunEngine::anotherFileSendsNothingMore_data()
{
    QTest::addColumn<bool>("gone");
    QTest::addColumn<int>("names");
    QTest::newRow("changed, more to plan") << false << 200;
    QTest::newRow("changed, all planned") << false << 50;
    QTest::newRow("gone, more to plan") << true << 200;
    QTest::newRow("gone, all planned") << true << 50;
}

void TestRunEngine::anotherFileSendsNothingMore()
{
    QFETCH(bool, gone);
    QFETCH(int, names);
    EngineRig rig;
    rig.kind.lanes = 2;
    rig.kind.inFlight = 2;
    rig.start(EngineRig::numbered(names));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
    rig.clock.onSleep = [&] { // further parts lie in their files by then
        if (rig.farEnd.begun() == 2 && rig.states().size() >= 5)
            rig.control.quit();
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    QVERIFY(std::ranges::count(rig.states(), PartState::Planned) >= 3);

    QFile source(rig.ledger().plan().draft.file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray bytes = source.readAll();
    source.close();
    if (gone) {
        QVERIFY(source.remove());
    } else {
        QVERIFY(source.open(QIODevice::Append));
        source.write("name-9999\n");
        source.close();
    }
    rig.clock.onSleep = {};
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.renewControl();
    rig.reopen();
    const RunEnd refused = rig.go();
    QCOMPARE(refused.state, RunState::Interrupted);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->kind, Error::Kind::BadInput);
    QVERIFY2(refused.error->sentence.contains(u"source.csv"), qPrintable(refused.error->sentence));
    QCOMPARE(rig.farEnd.begun(), 2);
    QCOMPARE(rig.farEnd.count(Call::Open), 2);
    QCOMPARE(refused.tally.in(), 20); // what was out is followed to its end
    QVERIFY(std::ranges::count(rig.states(), PartState::Planned) >= 3);

    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write(bytes);
    QVERIFY(source.flush());
    QVERIFY(source.setFileTime(rig.ledger().plan().draft.stamp.modified, QFileDevice::FileModificationTime));
    source.close();
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunEngine::aFileThatNobodyNeedsMayBeGone()
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
    QVERIFY(QFile::remove(rig.ledger().plan().draft.file));
    rig.clock.onSleep = {};
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.renewControl();
    rig.reopen();
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QVERIFY(!end.error);
    QCOMPARE(rig.wrong(), QString());
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
