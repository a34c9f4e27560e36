#include "app/run/ledger_reader.h"
#include "tests/unit/run/engine_watch.h"

#include <QtTest>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

/// Calls that take all of their rows or none; attempts that go another way; copies of what is there before.
class TestRunRounds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedRowsDoNotKeepTheOthersOut();
    void rowsGoAloneAfterThreeRefusals();
    void isKilledBetweenRoundsWithoutLoss();
    void aCallThatSaysNothingIsNotRepeated();
    void roundsDoNotBrake();
    void brakesWhenTheWholeFirstCallIsBad();
    void fileOfOneCallDoesNotBrake();
    void oneRowGoesAnotherWay();
    void rowsThatAJobHasNotComeToGoBeforeLaterOnes();
    void rowsThatAJobHasNotComeToStayWhenNothingFollows();
    void nothingIsSentBeforeTheCopyIsThere();
    void aCopyIsMadeOnce();
    void aCopyThatFailsIsTriedAgain();
    void aKindThatCannotCopySendsNothing();
    void stopWhileCopyingSendsNothing();

private:
    static JobKind allOrNothing(const EngineRig &rig);
    static std::vector<qint64> sizes(const EngineRig &rig);
};

JobKind TestRunRounds::allOrNothing(const EngineRig &rig)
{
    JobKind kind = rig.kind;
    kind.answersAtOnce = true;
    kind.allOrNothing = true;
    kind.canAbort = false;
    kind.naming = ResultNaming::Place;
    return kind;
}

std::vector<qint64> TestRunRounds::sizes(const EngineRig &rig)
{
    std::vector<qint64> sizes;
    for (const QStringList &names : rig.farEnd.sentNames())
        sizes.push_back(names.size());
    return sizes;
}

void TestRunRounds::refusedRowsDoNotKeepTheOthersOut()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.kind.lanes = 1;
    rig.start(EngineRig::numbered(8) + EngineRig::numbered(2, u"bad0"_s)
              + EngineRig::numbered(10, u"more"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 18);
    QCOMPARE(end.tally.of(Outcome::Failed), 2);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(rig.farEnd.count(Call::Send), 3);
    const auto parts = *rig.ledger().parts();
    QCOMPARE(parts.size(), 3U);
    QCOMPARE(parts[0].rows, 2); // those that were refused
    QCOMPARE(parts[0].failedRows, 2);
    const auto rest = std::ranges::find(parts, 1, &PartRecord::refusals);
    QVERIFY(rest != parts.end());
    QCOMPARE(rest->rows, 8);
}

void TestRunRounds::rowsGoAloneAfterThreeRefusals()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.kind.lanes = 1;
    rig.farEnd.namesAtATime = 1;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(5, u"bad0"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(sizes(rig), (std::vector<qint64> { 10, 9, 8, 1, 1, 1, 1, 1, 1, 1 }));
    QCOMPARE(rig.ledger().parts()->back().refusals, 3);
}

void TestRunRounds::isKilledBetweenRoundsWithoutLoss()
{
    for (int kill = 1; kill <= 9; ++kill) {
        EngineRig rig;
        rig.kind = allOrNothing(rig);
        rig.kind.lanes = 1;
        rig.farEnd.namesAtATime = 1;
        rig.start(EngineRig::numbered(4) + EngineRig::numbered(5, u"bad0"_s));
        int sends = 0;
        rig.farEnd.after = [&](Call call, qint64) -> std::optional<Error> {
            if (call != Call::Send || ++sends != kill)
                return {};
            rig.control.quit();
            return engineError(Error::Kind::Cancelled);
        };
        QCOMPARE(rig.go().state, RunState::Interrupted);
        rig.farEnd.after = {};
        rig.reopen();
        rig.renewControl();
        QCOMPARE(*rig.ledger().brokenInvariant(), QString());
        QCOMPARE(rig.go().state, RunState::Finished);
        QCOMPARE(rig.wrong(), QString());
    }
}

void TestRunRounds::aCallThatSaysNothingIsNotRepeated()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.kind.lanes = 1;
    rig.farEnd.namesAtATime = 0;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(2, u"bad0"_s));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.tally.of(Outcome::NotSent), 7);
    QCOMPARE(rig.farEnd.count(Call::Send), 1);
}

void TestRunRounds::roundsDoNotBrake()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(8) + EngineRig::numbered(2, u"bad0"_s)
              + EngineRig::numbered(20, u"more"_s));
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(sizes(rig)[1], 8); // before anything else goes
}

void TestRunRounds::brakesWhenTheWholeFirstCallIsBad()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.brakeShare = 0.2;
    rig.farEnd.namesAtATime = 2;
    rig.start(EngineRig::numbered(7) + EngineRig::numbered(3, u"bad0"_s)
              + EngineRig::numbered(20, u"more"_s));
    const RunEnd end = rig.go(RunMode::GoOn, true);
    QCOMPARE(end.brake.part, 1);
    QCOMPARE(end.brake.rows, 10);
    QCOMPARE(end.brake.failed, 3);
    QCOMPARE(end.tally.of(Outcome::Added), 0);
    QCOMPARE(sizes(rig), (std::vector<qint64> { 10, 8 }));
    QVERIFY(rig.ledger().releaseBrake());
    QCOMPARE(rig.go(RunMode::GoOn, true).state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunRounds::fileOfOneCallDoesNotBrake()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.brakeShare = 0.2;
    rig.start(EngineRig::numbered(2) + EngineRig::numbered(1, u"bad0"_s));
    const RunEnd end = rig.go(RunMode::GoOn, true);
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 2);
    QCOMPARE(end.tally.of(Outcome::Failed), 1);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunRounds::oneRowGoesAnotherWay()
{
    EngineRig rig;
    JobKind single = allOrNothing(rig);
    single.id = u"single"_s;
    single.maxRecords = 1;
    rig.otherKinds = { single };
    rig.farEnd.busyFor = 4;
    rig.start(EngineRig::numbered(18) + EngineRig::numbered(2, u"lock"_s));
    QCOMPARE(rig.go().tally.of(Outcome::Failed), 2);
    const int before = rig.farEnd.begun();
    QVERIFY(rig.ledger().beginAttempt(
        { .outcomes = { Outcome::Failed }, .records = std::vector<qint64> { 19 }, .kind = u"single"_s },
        rig.clock.now()));
    rig.reopen();
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 19);
    QCOMPARE(end.tally.of(Outcome::Failed), 1); // the other one is not touched
    QCOMPARE(rig.farEnd.begun(), before);
    QCOMPARE(rig.farEnd.kindsOf(Call::Send), QStringList { u"single"_s });
    QCOMPARE(rig.farEnd.sentNames().back(), QStringList { u"lock-0001"_s });
}

void TestRunRounds::rowsThatAJobHasNotComeToGoBeforeLaterOnes()
{
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.farEnd.comesTo = [](qint64 part) { return part == 1 ? qsizetype { 2 } : qsizetype { 1000 }; };
    rig.start(EngineRig::numbered(5) + QStringList { u"name-0004"_s });
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 6);
    QCOMPARE(rig.farEnd.sentNames(),
             (std::vector<QStringList> {
                 EngineRig::numbered(5), EngineRig::numbered(5).mid(2), { u"name-0004"_s } }));
}

void TestRunRounds::rowsThatAJobHasNotComeToStayWhenNothingFollows()
{
    EngineRig rig;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Waves } };
    rig.farEnd.comesTo = [](qint64) { return qsizetype { 2 }; };
    rig.start(EngineRig::numbered(5));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::NotProcessed), 3);
    QCOMPARE(rig.farEnd.begun(), 1);
}

void TestRunRounds::nothingIsSentBeforeTheCopyIsThere()
{
    EngineRig rig;
    rig.kind.canKeepOld = true;
    rig.keepsOld = true;
    rig.start(EngineRig::numbered(25));
    bool isThere = true;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call == Call::Open && !QFile::exists(oldValuesFile(rig.ledger().folder(), part)))
            isThere = false;
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(isThere);
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 3);
    const auto parts = rig.ledger().parts();
    QCOMPARE(parts->size(), 3U);
    for (const PartRecord &part : *parts)
        QCOMPARE(part.oldValuesOf, part.number);
}

void TestRunRounds::aCopyIsMadeOnce()
{
    EngineRig rig;
    rig.kind = allOrNothing(rig);
    rig.kind.lanes = 1;
    rig.kind.canKeepOld = true;
    rig.keepsOld = true;
    rig.farEnd.namesAtATime = 1;
    rig.start(EngineRig::numbered(5) + EngineRig::numbered(5, u"bad0"_s));
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call != Call::Send || rig.farEnd.count(Call::Send) > 1)
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
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 1); // neither for the rest nor for the second try
    QCOMPARE(rig.ledger().parts()->back().oldValuesOf, 1);
}

void TestRunRounds::aCopyThatFailsIsTriedAgain()
{
    EngineRig rig;
    rig.kind.canKeepOld = true;
    rig.keepsOld = true;
    rig.start(EngineRig::numbered(5));
    Heard heard;
    rig.onChange = heard.listener();
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        const bool blocked = call == Call::KeepOld && rig.farEnd.count(Call::KeepOld) < 3;
        return blocked ? std::optional(engineError(Error::Kind::Network)) : std::nullopt;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 3);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(heard.last().parts.front().copied, 5);
    QVERIFY(!heard.last().parts.front().savesCopy);
}

void TestRunRounds::aKindThatCannotCopySendsNothing()
{
    EngineRig rig;
    rig.keepsOld = true;
    rig.start(EngineRig::numbered(5));
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(end.error);
    QCOMPARE(end.tally.of(Outcome::NotSent), 5);
    QCOMPARE(rig.farEnd.count(Call::Open), 0);
}

void TestRunRounds::stopWhileCopyingSendsNothing()
{
    EngineRig rig;
    rig.kind.canKeepOld = true;
    rig.keepsOld = true;
    rig.start(EngineRig::numbered(25));
    rig.farEnd.blocks = [](Call call, qint64) { return call == Call::KeepOld; };
    Running run(rig);
    QVERIFY(rig.farEnd.waitForBlocked());
    rig.control.stop();
    const RunEnd end = run.end();
    QCOMPARE(end.state, RunState::Stopped);
    QCOMPARE(end.tally.of(Outcome::NotSent), 25);
    QCOMPARE(rig.farEnd.count(Call::Open), 0);
}

QTEST_GUILESS_MAIN(TestRunRounds)
#include "test_run_rounds.moc"
