#include "app/run/ledger_reader.h"
#include "app/run/run_list.h"
#include "tests/unit/run/engine_watch.h"

#include <QFileInfo>
#include <QtTest>

#include <algorithm>
#include <atomic>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace queueing {

/// A rig whose service has a queue, and names exceptions alone.
void prepare(EngineRig &rig)
{
    rig.kind.naming = ResultNaming::Exceptions;
    rig.kind.canAbort = false;
    rig.kind.inFlight = 9;
    rig.kind.workedAtOnce = 2;
    rig.kind.pollLeast = 5s;
    rig.kind.pollMost = 30s;
    rig.kind.keptDays = 7;
}

QStringList mixedNames(int count)
{
    QStringList names;
    for (int number = 1; number <= count; ++number) {
        const QString stem = number % 9 == 0 ? u"bad"_s : number % 7 == 0 ? u"warn"_s : u"name"_s;
        names << u"%1-%2"_s.arg(stem).arg(number, 4, 10, QLatin1Char('0'));
    }
    return names;
}

Error queueIsFull(std::chrono::milliseconds retryAfter = 30s)
{
    return engineError(Error::Kind::QueueFull, retryAfter);
}

PartRecord partOf(EngineRig &rig, qint64 number)
{
    return (*rig.ledger().parts())[static_cast<std::size_t>(number - 1)];
}

} // namespace queueing

using namespace queueing;

/// Runs to a service that names exceptions, has a queue that others fill too, and can drop nothing.
class TestRunExceptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRowEndsAsItShould();
    void warningsAreFoundAgain();
    void aFullQueueHoldsSendsOnly();
    void aFullQueueNeedsNoPatience();
    void aPlaceThatIsFreeIsTakenAtOnce();
    void aFullQueueIsShownAndGivenUpAtOnce();
    void noMoreThanTheKindAllows_data();
    void noMoreThanTheKindAllows();
    void whatIsProvenGoesOutAgain_data();
    void whatIsProvenGoesOutAgain();
    void aLostReplyIsThePersonsToDecide_data();
    void aLostReplyIsThePersonsToDecide();
    void failedRowsThatAreNotNamed();
    void failedRowsThatAreNamedLate();
    void resultsAreFetchedDaysLater_data();
    void resultsAreFetchedDaysLater();
    void rowsOfOneKeyTravelTogether();
    void isAskedLessTheLongerItTakes();
    void isAskedLessWhereThatWasTooMuch();
    void eachPartIsAskedInItsTime();
    void isAskedSoonerNearTheEnd();
    void whatIsOverTakesNoPlace();
    void whatIsOverDoesNotPileUp();
    void stopDoesNotWaitForTheService_data();
    void stopDoesNotWaitForTheService();
};

void TestRunExceptions::everyRowEndsAsItShould()
{
    EngineRig rig;
    prepare(rig);
    const QStringList names = mixedNames(100);
    rig.start(names);
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 3; };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
    QCOMPARE(end.tally.of(Outcome::Failed), names.filter(u"bad"_s).size());
    QCOMPARE(end.tally.warned, names.filter(u"warn"_s).size());
    QCOMPARE(end.tally.of(Outcome::In), 100 - names.filter(u"bad"_s).size());
    const auto parts = rig.ledger().parts();
    for (const PartRecord &part : *parts)
        QCOMPARE(part.message, QString());
}

void TestRunExceptions::warningsAreFoundAgain()
{
    EngineRig rig;
    prepare(rig);
    const QStringList names = mixedNames(100);
    rig.start(names);
    QCOMPARE(rig.go().state, RunState::Finished);
    const auto reader = LedgerReader::open(rig.ledger().folder());
    QVERIFY(reader);
    const auto groups = (*reader)->reasons();
    QVERIFY(groups);
    QCOMPARE(groups->size(), 2U);
    QCOMPARE(groups->front().outcome, Outcome::Failed);
    QVERIFY(groups->back().isWarning());
    QCOMPARE(groups->back().rows, names.filter(u"warn"_s).size());
    const auto records = (*reader)->records(Outcome::In, u"WARN"_s);
    QVERIFY(records);
    QCOMPARE(qint64(records->size()), groups->back().rows);
    QCOMPARE(*(*reader)->warnedRecords(), *records);
    const auto outcomes = (*reader)->outcomes(*records);
    QVERIFY(outcomes);
    for (const RowOutcome &row : *outcomes) {
        QCOMPARE(row.outcome, Outcome::In);
        QCOMPARE(row.reason.text, u"odd"_s);
    }
    QCOMPARE((*reader)->tally()->warned, groups->back().rows);
}

void TestRunExceptions::aFullQueueHoldsSendsOnly()
{
    EngineRig rig;
    prepare(rig);
    rig.start(mixedNames(150));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 4; };
    std::atomic<int> refused = 0;
    std::atomic<int> most = 0;
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call != Call::Send)
            return {};
        most = std::max(most.load(), rig.farEnd.underWay());
        if (rig.farEnd.underWay() < 3)
            return {};
        ++refused;
        return queueIsFull();
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QVERIFY(refused > 0);
    QVERIFY(most <= 3);
    QCOMPARE(rig.farEnd.count(Call::Recover), 0);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::aFullQueueNeedsNoPatience()
{
    EngineRig rig;
    prepare(rig);
    rig.patience = 1min;
    rig.start(mixedNames(40));
    const auto from = rig.clock.elapsed();
    rig.farEnd.before = [&](Call call, qint64 part) {
        return call == Call::Send && part > 1 && rig.clock.elapsed() - from < 3h
            ? std::optional(queueIsFull())
            : std::nullopt;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(rig.clock.elapsed() - from >= 3h);
    QVERIFY2(rig.farEnd.count(Call::Send) < 3 * 120 + 40, "one part asks, for all");
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::aPlaceThatIsFreeIsTakenAtOnce()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.pollLeast = rig.kind.pollMost = 0ms;
    rig.start(mixedNames(60));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 2; };
    rig.farEnd.before = [&](Call call, qint64) {
        return call == Call::Send && rig.farEnd.underWay() >= 1 ? std::optional(queueIsFull(1h))
                                                                : std::nullopt;
    };
    StandingClock clock; // the hour never passes
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig, RunMode::GoOn, &clock);
    QVERIFY(heard.waitFor([](const RunSnapshot &snapshot) { return snapshot.state == RunState::Finished; }));
    QCOMPARE(run.end().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::aFullQueueIsShownAndGivenUpAtOnce()
{
    EngineRig rig;
    prepare(rig);
    rig.start(mixedNames(60));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
    rig.farEnd.before = [](Call call, qint64 part) {
        return call == Call::Send && part > 2 ? std::optional(queueIsFull()) : std::nullopt;
    };
    StandingClock clock;
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig, RunMode::GoOn, &clock);
    QVERIFY(heard.waitFor([&](const RunSnapshot &snapshot) {
        return snapshot.trouble.kind == Error::Kind::QueueFull && !snapshot.trouble.sentence.isEmpty()
            && snapshot.trouble.nextTry == clock.now().addSecs(30);
    }));
    QVERIFY(clock.waitForSleeper());
    const int tries = rig.farEnd.count(Call::Send);
    rig.control.pause();
    QVERIFY(heard.waitFor([](const RunSnapshot &snapshot) {
        return snapshot.state == RunState::Paused && snapshot.trouble.sentence.isEmpty();
    }));
    rig.control.resume();
    rig.control.tryNow();
    QTRY_VERIFY(rig.farEnd.count(Call::Send) > tries);
    rig.control.stop();
    const RunEnd end = run.end();
    QCOMPARE(end.state, RunState::Interrupted);
    QCOMPARE(end.tally.of(Outcome::Waiting), 20);
    // A call may have been cut off.
    QCOMPARE(end.tally.of(Outcome::NotSent) + end.tally.of(Outcome::Unknown), 40);
    const auto runs = runsIn(QFileInfo(rig.ledger().folder()).path(), 5);
    QCOMPARE(runs.size(), 1U);
    QVERIFY(runs.front().wasStopped);
    QCOMPARE(runs.front().atService.parts, 2);
    QCOMPARE(runs.front().atService.rows, 20);
    QCOMPARE(runs.front().atService.until, clock.now().addDays(7));
}

void TestRunExceptions::noMoreThanTheKindAllows_data()
{
    QTest::addColumn<int>("inFlight");
    QTest::newRow("one, into a list") << 1;
    QTest::newRow("nine") << 9;
}

void TestRunExceptions::noMoreThanTheKindAllows()
{
    QFETCH(int, inFlight);
    EngineRig rig;
    prepare(rig);
    rig.kind.inFlight = inFlight;
    rig.start(mixedNames(200));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 5; };
    std::atomic<int> most = 0;
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Send)
            most = std::max(most.load(), rig.farEnd.underWay() + 1);
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(most <= inFlight);
    QVERIFY2(inFlight == 1 || most > rig.kind.lanes, "parts wait at the service, not here");
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::whatIsProvenGoesOutAgain_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("no connection") << Error::Kind::Network << true;
    QTest::newRow("asked too much") << Error::Kind::RateLimit << true;
    QTest::newRow("queue full") << Error::Kind::QueueFull << true;
    QTest::newRow("nothing left for today") << Error::Kind::Quota << false;
    QTest::newRow("not signed in") << Error::Kind::SignIn << false;
}

void TestRunExceptions::whatIsProvenGoesOutAgain()
{
    QFETCH(Error::Kind, kind);
    QFETCH(bool, goesOn);
    EngineRig rig;
    prepare(rig);
    rig.start(mixedNames(40));
    std::atomic<bool> refused = false;
    rig.farEnd.before = [&](Call call, qint64 part) {
        return call == Call::Send && part == 2 && !refused.exchange(true) ? std::optional(engineError(kind))
                                                                          : std::nullopt;
    };
    const RunEnd end = rig.go();
    QCOMPARE(end.state, goesOn ? RunState::Finished : RunState::Interrupted);
    QCOMPARE(end.tally.of(Outcome::Unknown), 0);
    QCOMPARE(rig.farEnd.count(Call::Recover), 0);
    if (!goesOn) {
        QCOMPARE(end.error->kind, kind);
        QCOMPARE(partOf(rig, 2).state, PartState::Waiting);
        rig.reopen();
        QCOMPARE(rig.go().state, RunState::Finished);
    }
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::aLostReplyIsThePersonsToDecide_data()
{
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<bool>("carriedOut");
    for (const bool carriedOut : { true, false }) {
        const char *did = carriedOut ? "it arrived" : "it did not arrive";
        QTest::addRow("timeout, %s", did) << Error::Kind::Timeout << carriedOut;
        QTest::addRow("502, %s", did) << Error::Kind::ServiceFault << carriedOut;
        QTest::addRow("nonsense, %s", did) << Error::Kind::BadReply << carriedOut;
    }
}

void TestRunExceptions::aLostReplyIsThePersonsToDecide()
{
    QFETCH(Error::Kind, kind);
    QFETCH(bool, carriedOut);
    EngineRig rig;
    prepare(rig);
    rig.start(EngineRig::numbered(40));
    std::atomic<bool> lost = false;
    const auto loses = [&](Call call, qint64 part) {
        return call == Call::Send && part == 2 && !lost.exchange(true) ? std::optional(engineError(kind))
                                                                       : std::nullopt;
    };
    (carriedOut ? rig.farEnd.after : rig.farEnd.before) = loses;
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QCOMPARE(end.tally.of(Outcome::Unknown), 10);
    QCOMPARE(end.tally.in(), 30);
    QCOMPARE(partOf(rig, 2).state, PartState::Unconfirmed);
    QCOMPARE(rig.farEnd.count(Call::Send, 2), 1);
    QVERIFY(rig.ledger().giveWord(2, PartEvent::WordGiven));
    const RunEnd again = rig.go();
    QCOMPARE(again.state, RunState::Finished);
    QCOMPARE(again.tally.in(), 40);
    QCOMPARE(rig.farEnd.count(Call::Send, 2), 2);
    for (const auto &[name, times] : rig.farEnd.held())
        QVERIFY(times <= (carriedOut ? 2 : 1));
}

void TestRunExceptions::failedRowsThatAreNotNamed()
{
    EngineRig rig;
    prepare(rig);
    const QStringList names = mixedNames(30); // bad: 9, 18, 27
    rig.start(names);
    rig.farEnd.unnamed = { names[17] };
    const auto from = rig.clock.elapsed();
    const RunEnd end = rig.go();
    QCOMPARE(end.state, RunState::Finished);
    QVERIFY2(rig.clock.elapsed() - from >= 4min, "the list may come later");
    QVERIFY(rig.farEnd.count(Call::Collect, 2) > 1);
    QCOMPARE(partOf(rig, 2).state, PartState::Settled);
    QVERIFY2(partOf(rig, 2).message.contains(u'1'), qPrintable(partOf(rig, 2).message));
    QCOMPARE(partOf(rig, 1).message, QString());
    QCOMPARE(end.tally.of(Outcome::Failed), 2);
    const int warned = 1; // warn-0014 is in that part
    QCOMPARE(end.tally.of(Outcome::Unknown), 10 - warned);
    QCOMPARE(end.tally.warned, names.filter(u"warn"_s).size());
}

void TestRunExceptions::failedRowsThatAreNamedLate()
{
    EngineRig rig;
    prepare(rig);
    const QStringList names = mixedNames(30);
    rig.start(names);
    rig.farEnd.unnamed = { names[17] };
    rig.clock.onSleep = [&] { // whoever asks later may find it
        if (rig.farEnd.count(Call::Collect, 2) > 0)
            rig.control.quit();
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    rig.clock.onSleep = {};
    rig.renewControl();
    rig.reopen();
    const RunEnd asked = rig.go(RunMode::Ask);
    QVERIFY2(asked.tally.of(Outcome::Unknown) == 0, "it is left open for now");
    QCOMPARE(partOf(rig, 2).state, PartState::Collecting);
    rig.farEnd.unnamed.clear();
    rig.go(RunMode::Ask);
    QCOMPARE(partOf(rig, 2).state, PartState::Settled);
    QCOMPARE(partOf(rig, 2).message, QString());
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::resultsAreFetchedDaysLater_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("three days") << 3 << true;
    QTest::newRow("six days") << 6 << true;
    QTest::newRow("eight days") << 8 << false;
}

void TestRunExceptions::resultsAreFetchedDaysLater()
{
    QFETCH(int, days);
    QFETCH(bool, isKnown);
    EngineRig rig;
    prepare(rig);
    rig.start(mixedNames(40));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
    rig.clock.onSleep = [&] {
        if (rig.farEnd.count(Call::Send) == 4)
            rig.control.quit();
    };
    QCOMPARE(rig.go().state, RunState::Interrupted);
    rig.clock.onSleep = {};
    // The fake clock runs on while parts are sent, the further the busier this computer is: days are counted
    // from the first of them.
    const auto runsHere = [&rig] { return runsIn(QFileInfo(rig.ledger().folder()).path(), 5); };
    const QDateTime kept = runsHere().front().atService.until;
    const qint64 seconds = rig.clock.now().secsTo(kept.addDays(days - 7));
    rig.clock.computerSleeps(std::chrono::seconds(std::max<qint64>(seconds, 0)));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return true; };
    rig.farEnd.isForgotten = [&](const FarEnd::Job &) { return rig.clock.now() > kept; };
    rig.renewControl();
    rig.reopen();
    const auto runs = runsHere();
    QCOMPARE(runs.front().atService.parts, 4);
    QCOMPARE(runs.front().atService.until > rig.clock.now(), isKnown);
    QVERIFY(!runs.front().wasStopped);
    const int sends = rig.farEnd.count(Call::Send);
    const RunEnd end = rig.go(RunMode::Ask);
    QCOMPARE(rig.farEnd.count(Call::Send), sends);
    QCOMPARE(end.tally.of(Outcome::Waiting), 0);
    if (isKnown) {
        QCOMPARE(end.state, RunState::Finished);
        QCOMPARE(rig.wrong(), QString());
        return;
    }
    QCOMPARE(end.tally.of(Outcome::Unknown), 40);
    const auto parts = rig.ledger().parts();
    for (const PartRecord &part : *parts) {
        QCOMPARE(part.state, PartState::Unconfirmed);
        QVERIFY2(part.message.contains(u'7'), qPrintable(part.message));
    }
    QVERIFY(rig.ledger().giveWord(1, PartEvent::WordGiven));
    QVERIFY(rig.ledger().giveWord(2, PartEvent::GivenUp));
    rig.farEnd.isForgotten = [](const FarEnd::Job &job) { return job.part > 1; };
    const RunEnd later = rig.go();
    QCOMPARE(later.tally.of(Outcome::Unknown), 30);
    QCOMPARE(rig.farEnd.count(Call::Send), sends + 1);
}

void TestRunExceptions::rowsOfOneKeyTravelTogether()
{
    EngineRig rig;
    prepare(rig);
    rig.brakeShare = 0.5;
    rig.kind.repeatedKeys = { { Operation::Insert, RepeatedKeys::Together } };
    QStringList names = EngineRig::numbered(60);
    for (const int number : { 5, 25, 45 }) // in other parts, if rows stood in file order
        names << names[number] << names[number];
    rig.start(names);
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= 4; };
    std::atomic<bool> isEarly = false;
    std::atomic<int> most = 0;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call != Call::Send)
            return {};
        isEarly = isEarly || (part > 1 && rig.farEnd.count(Call::Collect, 1) == 0);
        most = std::max(most.load(), rig.farEnd.underWay() + 1);
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY2(!isEarly, "the first part is looked at before others are sent");
    QVERIFY2(most > 1, "the others overlap");
    QCOMPARE(rig.ledger().tally()->in(), names.size());
    const auto sent = rig.farEnd.sentNames();
    for (const int number : { 5, 25, 45 }) {
        const auto parts = std::ranges::count_if(
            sent, [&](const QStringList &part) { return part.contains(names[number]); });
        QCOMPARE(parts, 1);
        QCOMPARE(rig.farEnd.held().at(names[number]), 3);
    }
    QCOMPARE(*rig.ledger().brokenInvariant(), QString());
}

void TestRunExceptions::isAskedLessTheLongerItTakes()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.lanes = 1;
    rig.kind.inFlight = 1;
    rig.start(mixedNames(20));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= (job.part == 2 ? 12 : 1); };
    std::vector<std::chrono::milliseconds> at;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (part == 2 && (call == Call::Send || call == Call::Poll))
            at.push_back(rig.clock.elapsed());
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(at.size(), 13U);
    std::vector<qint64> gaps;
    for (std::size_t poll = 1; poll < at.size(); ++poll)
        gaps.push_back((at[poll] - at[poll - 1]).count());
    QCOMPARE(gaps.front(), 5'000);
    QVERIFY(std::ranges::is_sorted(gaps));
    QCOMPARE(gaps.back(), 30'000);
}

void TestRunExceptions::isAskedLessWhereThatWasTooMuch()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.lanes = 1;
    rig.kind.inFlight = 1;
    rig.start(mixedNames(20));
    rig.farEnd.isThrough = [](const FarEnd::Job &job) { return job.polls >= (job.part == 2 ? 3 : 1); };
    std::vector<std::chrono::milliseconds> at;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (part != 2 || call != Call::Poll)
            return {};
        at.push_back(rig.clock.elapsed());
        return at.size() == 1 ? std::optional(engineError(Error::Kind::RateLimit, 20s)) : std::nullopt;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(at.size(), 4U);
    QCOMPARE((at[1] - at[0]).count(), 20'000);
    QCOMPARE((at[2] - at[1]).count(), 10'000); // else 5
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::eachPartIsAskedInItsTime()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.lanes = 1; // so that the clock stands still during each call
    rig.start(mixedNames(90));
    const auto from = rig.clock.elapsed();
    rig.farEnd.isThrough = [&](const FarEnd::Job &) { return rig.clock.elapsed() - from > 20min; };
    std::map<qint64, std::vector<std::chrono::milliseconds>> at;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call == Call::Send || call == Call::Poll)
            at[part].push_back(rig.clock.elapsed());
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QCOMPARE(at.size(), 9U);
    for (const auto &[part, times] : at) {
        QVERIFY2(times.size() <= at[1].size() + 1, "whose turn is later is not asked about more often");
        for (std::size_t call = 1; call < times.size(); ++call) {
            const auto gap = times[call] - times[call - 1];
            QVERIFY2(gap >= 5s && gap <= 30s, qPrintable(QString::number(gap.count())));
        }
    }
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::isAskedSoonerNearTheEnd()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.lanes = 1;
    rig.kind.inFlight = 1;
    rig.start(mixedNames(20));
    constexpr std::chrono::milliseconds work = 37s; // it would be asked about after 35 and 60 seconds
    std::chrono::milliseconds sent { 0 };
    std::chrono::milliseconds collected { 0 };
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (part == 2 && call == Call::Send)
            sent = rig.clock.elapsed();
        if (part == 2 && call == Call::Collect)
            collected = rig.clock.elapsed();
        return {};
    };
    rig.farEnd.isThrough
        = [&](const FarEnd::Job &job) { return job.part == 1 || rig.clock.elapsed() - sent >= work; };
    rig.farEnd.hasProcessed = [&](const FarEnd::Job &job) {
        return job.part == 1 ? 0 : job.names.size() * (rig.clock.elapsed() - sent) / work;
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY2(collected - sent <= work + 5s, qPrintable(QString::number((collected - sent).count())));
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::whatIsOverTakesNoPlace()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.inFlight = 1;
    const QStringList names = mixedNames(30);
    rig.start(names);
    rig.farEnd.unnamed = { names[8] }; // of the first part
    std::atomic<qint64> ended = 0;
    std::atomic<qint64> sent = 0;
    rig.farEnd.before = [&](Call call, qint64 part) -> std::optional<Error> {
        if (call == Call::Collect && part == 1 && ended == 0)
            ended = rig.clock.elapsed().count();
        if (call == Call::Send && part == 2)
            sent = rig.clock.elapsed().count();
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY(rig.farEnd.count(Call::Collect, 1) > 1);
    QVERIFY2(sent - ended < 30'000, qPrintable(QString::number(sent - ended)));
}

void TestRunExceptions::whatIsOverDoesNotPileUp()
{
    EngineRig rig;
    prepare(rig);
    rig.kind.inFlight = 1;
    rig.start(mixedNames(200));
    std::atomic<int> most = 0;
    rig.farEnd.before = [&](Call call, qint64) -> std::optional<Error> {
        if (call == Call::Send)
            most = std::max(most.load(), rig.farEnd.count(Call::Send) - rig.farEnd.count(Call::Collect));
        return {};
    };
    QCOMPARE(rig.go().state, RunState::Finished);
    QVERIFY2(most <= rig.kind.inFlight + rig.kind.lanes, qPrintable(QString::number(most)));
    QCOMPARE(rig.wrong(), QString());
}

void TestRunExceptions::stopDoesNotWaitForTheService_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<bool>("isUnderWay");
    QTest::newRow("between polls") << Call::Poll << false;
    QTest::newRow("in a poll") << Call::Poll << true;
    QTest::newRow("between sends") << Call::Send << false;
    QTest::newRow("in a send") << Call::Send << true;
}

void TestRunExceptions::stopDoesNotWaitForTheService()
{
    QFETCH(Call, call);
    QFETCH(bool, isUnderWay);
    EngineRig rig;
    prepare(rig);
    if (call == Call::Poll)
        rig.kind.pollLeast = 0ms;
    rig.start(mixedNames(40));
    rig.farEnd.isThrough = [](const FarEnd::Job &) { return false; };
    rig.farEnd.before = [&](Call made, qint64 part) -> std::optional<Error> {
        if (made != call || part != 2)
            return {};
        if (isUnderWay)
            rig.control.stop();
        return engineError(Error::Kind::RateLimit, 20s);
    };
    StandingClock clock; // the wait never ends by itself
    Heard heard;
    rig.onChange = heard.listener();
    Running run(rig, RunMode::GoOn, &clock);
    if (!isUnderWay) {
        QVERIFY(heard.waitFor(
            [](const RunSnapshot &snapshot) { return snapshot.trouble.kind == Error::Kind::RateLimit; }));
        QVERIFY(clock.waitForSleeper());
        rig.control.stop();
    }
    QVERIFY(
        heard.waitFor([](const RunSnapshot &snapshot) { return snapshot.state == RunState::Interrupted; }));
    const RunEnd end = run.end();
    QCOMPARE(end.state, RunState::Interrupted);
    QVERIFY(!end.error);
}

QTEST_GUILESS_MAIN(TestRunExceptions)
#include "test_run_exceptions.moc"
