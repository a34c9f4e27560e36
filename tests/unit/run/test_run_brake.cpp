#include "tests/unit/run/engine_watch.h"

#include <QtTest>

#include <set>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The first part goes alone, and when it goes badly nothing else goes.
class TestRunBrake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstPartGoesAlone();
    void brakesAfterABadFirstPart();
    void resumingReleasesTheBrake();
    void aBrakeIsRememberedInTheLedger();
    void endsAtTheBrakeWhereNobodyWatches();
    void whoeverWasNotToldHasNotReleased();
    void locksDoNotBrake();
    void aRunOfOnePartIsNotBraked();
    void aSmallRestIsNotHeldBack();
};

void TestRunBrake::firstPartGoesAlone()
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

void TestRunBrake::brakesAfterABadFirstPart()
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

void TestRunBrake::resumingReleasesTheBrake()
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

void TestRunBrake::aBrakeIsRememberedInTheLedger()
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

void TestRunBrake::endsAtTheBrakeWhereNobodyWatches()
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

void TestRunBrake::whoeverWasNotToldHasNotReleased()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s) + EngineRig::numbered(40));
    rig.farEnd.isThrough = [&rig](const FarEnd::Job &) {
        rig.control.quit();
        return false;
    };
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Interrupted);
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.reopen();
    rig.renewControl();
    rig.go(RunMode::Ask); // settles the part; nobody judges it
    QCOMPARE(rig.states().front(), PartState::Settled);
    QVERIFY(!*rig.ledger().hasBraked());
    rig.reopen();
    QCOMPARE(rig.go(RunMode::GoOn, true).brake.part, 1);
    QVERIFY(*rig.ledger().hasBraked());
    QCOMPARE(rig.farEnd.begun(), 1);
}

void TestRunBrake::locksDoNotBrake()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"lock"_s) + EngineRig::numbered(40));
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunBrake::aRunOfOnePartIsNotBraked()
{
    EngineRig rig;
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(10, u"bad0"_s));
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

/// A small file whose rows are single records and some of several rows goes in two parts.
void TestRunBrake::aSmallRestIsNotHeldBack()
{
    for (const int rest : { 19, 20 }) {
        EngineRig rig;
        rig.brakeShare = 0.2;
        rig.start(EngineRig::numbered(10, u"bad0"_s) + EngineRig::numbered(rest));
        const RunEnd end = rig.go(RunMode::GoOn, true);
        QCOMPARE(end.state, rest < 20 ? RunState::Finished : RunState::Interrupted);
        QCOMPARE(end.brake.part, rest < 20 ? 0 : 1);
    }
}

QTEST_GUILESS_MAIN(TestRunBrake)
#include "test_run_brake.moc"
