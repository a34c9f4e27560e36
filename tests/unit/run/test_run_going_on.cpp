#include "tests/unit/run/engine_watch.h"

#include <QtTest>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

/// What is done anew when a person goes on with a run, and how.
class TestRunGoingOn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesAnewWhatWasNeverSent();
    void keepsTheCopyOfWhatWasSent();
    void rowsGoTheWayThatTheyWentLast();
    void oneRowLeavesTheOthersTheirWay();
};

/// Until then others may have changed the records.
void TestRunGoingOn::copiesAnewWhatWasNeverSent()
{
    EngineRig rig;
    rig.kind.canKeepOld = true;
    rig.kind.lanes = 1;
    rig.keepsOld = true;
    rig.start(EngineRig::numbered(5));
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call != Call::Open)
            return {};
        rig.control.quit();
        return engineError(Error::Kind::Cancelled);
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 1);
    rig.farEnd.before = {};
    rig.reopen();
    rig.renewControl();
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 2);
    QVERIFY(QFile::exists(oldValuesFile(rig.ledger().folder(), 1)));
}

/// It is the only one with what was there before.
void TestRunGoingOn::keepsTheCopyOfWhatWasSent()
{
    EngineRig rig;
    rig.kind.canKeepOld = true;
    rig.kind.lanes = 1;
    rig.keepsOld = true;
    rig.kind.answersAtOnce = true;
    rig.start(EngineRig::numbered(5));
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call != Call::Send)
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
    QCOMPARE(rig.farEnd.count(Call::KeepOld), 1);
}

void TestRunGoingOn::rowsGoTheWayThatTheyWentLast()
{
    EngineRig rig;
    JobKind other = rig.kind;
    other.id = u"other"_s;
    rig.otherKinds = { other };
    rig.farEnd.comesTo = [](qint64 part) { return qsizetype { part < 3 ? 2 : 1000 }; };
    rig.start(EngineRig::numbered(5));
    QCOMPARE(rig.go().tally.of(Outcome::NotProcessed), 3);
    QVERIFY(rig.ledger().beginAttempt({ .outcomes = { Outcome::NotProcessed }, .kind = u"other"_s },
                                      rig.clock.now()));
    QCOMPARE(rig.go().tally.of(Outcome::NotProcessed), 1);
    rig.reopen();
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 5);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(rig.farEnd.kindsOf(Call::Open), (QStringList { rig.kind.id, u"other"_s, u"other"_s }));
}

void TestRunGoingOn::oneRowLeavesTheOthersTheirWay()
{
    EngineRig rig;
    JobKind single = rig.kind;
    single.id = u"single"_s;
    single.maxRecords = 1;
    single.answersAtOnce = true;
    rig.otherKinds = { single };
    rig.farEnd.comesTo = [](qint64 part) { return qsizetype { part == 1 ? 2 : 1000 }; };
    rig.start(EngineRig::numbered(5));
    QCOMPARE(rig.go().tally.of(Outcome::NotProcessed), 3);
    const auto records = rig.ledger().recordsFor({ .outcomes = { Outcome::NotProcessed } });
    QVERIFY(records);
    QVERIFY(rig.ledger().beginAttempt({ .outcomes = { Outcome::NotProcessed },
                                        .records = std::vector<qint64> { records->back() },
                                        .kind = u"single"_s },
                                      rig.clock.now()));
    rig.reopen();
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Added), 5);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(rig.farEnd.kindsOf(Call::Send), QStringList { u"single"_s });
    QCOMPARE(rig.farEnd.kindsOf(Call::Open), (QStringList { rig.kind.id, rig.kind.id }));
}

QTEST_GUILESS_MAIN(TestRunGoingOn)
#include "test_run_going_on.moc"
