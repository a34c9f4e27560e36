#include "app/csv/csv_writer.h"
#include "app/run/part_walk.h"
#include "tests/support/fake_clock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace walk { // named: the test has members of these types

Error errorOf(Error::Kind kind)
{
    return { .kind = kind, .sentence = u"the way is blocked"_s, .detail = {}, .retryAfter = {} };
}

/// A service with one job, whose every answer the test decides. It counts how often it began with rows.
class FakeLoader : public PartLoader {
public:
    Result<Submitted> submit(const PartFile &, StepLog &log, const Progress &, std::stop_token stop) override
    {
        ++submits;
        if (says)
            return tl::unexpected(whatItSays(log));
        for (const Step step : { Step::Open, Step::Upload, Step::Close }) {
            if (auto noted = log.about(step); !noted)
                return tl::unexpected(noted.error());
            if (onStep)
                onStep(step);
            if (!failures.empty() && failures.front().step == step) {
                const Failure failure = failures.front();
                failures.erase(failures.begin());
                if (failure.carriedOut && step == Step::Close)
                    ++begun;
                Error error = errorOf(failure.kind);
                error.retryAfter = failure.retryAfter;
                return tl::unexpected(error);
            }
            if (stop.stop_requested())
                return tl::unexpected(cancelledError());
            if (step == Step::Close)
                ++begun;
            if (auto noted = log.did(step, u"job-%1"_s.arg(submits)); !noted)
                return tl::unexpected(noted.error());
        }
        return Submitted { .ticket = u"job-%1"_s.arg(submits) };
    }

    Result<Recovery> recover(const PartFile &, std::span<const RecordedStep> steps, StepLog &log,
                             std::stop_token) override
    {
        ++recovers;
        if (says)
            return tl::unexpected(whatItSays(log));
        firstStepOfRecovery = steps.empty() ? std::nullopt : std::optional(steps.front());
        stepsOfRecovery = static_cast<int>(steps.size());
        if (blockedRecovers-- > 0)
            return tl::unexpected(errorOf(Error::Kind::Network));
        if (underWay)
            return tl::unexpected(*underWay);
        if (foundOpen) {
            if (auto noted = log.about(Step::Close); !noted)
                return tl::unexpected(noted.error());
            ++begun;
            if (auto noted = log.did(Step::Close, u"job-%1"_s.arg(submits)); !noted)
                return tl::unexpected(noted.error());
        }
        if (undecidable)
            return Recovery { .kind = Recovery::Kind::Undecidable, .ticket = {} };
        if (begun > 0)
            return Recovery { .kind = Recovery::Kind::Running, .ticket = u"job-%1"_s.arg(submits) };
        return Recovery { .kind = Recovery::Kind::NothingHappened, .ticket = {} };
    }

    Result<RemoteState> poll(const QString &, std::stop_token) override
    {
        ++polls;
        if (forgotten)
            return RemoteState { .stage = RemoteState::Stage::Forgotten, .message = {} };
        if (blockedPolls-- > 0)
            return tl::unexpected(errorOf(Error::Kind::Timeout));
        RemoteState state;
        if (openPolls-- > 0) {
            state.stage = RemoteState::Stage::NotBegun;
            return state;
        }
        state.processed = processed;
        state.stage = aborted        ? RemoteState::Stage::Aborted
            : polls >= pollsToTheEnd ? RemoteState::Stage::Finished
                                     : RemoteState::Stage::Working;
        return state;
    }

    Done collect(const QString &, const QString &, ResultSink &sink, std::stop_token) override
    {
        ++collects;
        if (refusedCollects-- > 0)
            return tl::unexpected(errorOf(Error::Kind::Rejected));
        if (auto told = sink.columns({ u"LastName"_s }); !told)
            return told;
        const std::vector<std::string_view> first { "Stone" };
        if (auto told = sink.row(Outcome::Added, {}, u"003"_s, first); !told)
            return told;
        if (shortCollects-- > 0)
            return {};
        if (cutCollects-- > 0)
            return tl::unexpected(errorOf(Error::Kind::Timeout));
        const std::vector<std::string_view> second { "Marsh" };
        return sink.row(aborted ? Outcome::NotProcessed : Outcome::Failed,
                        { .code = u"X"_s, .field = {}, .text = u"x"_s }, {}, second);
    }

    Done abort(const QString &, std::stop_token) override
    {
        ++aborts;
        if (lostAborts-- > 0)
            return tl::unexpected(errorOf(Error::Kind::Timeout));
        aborted = true;
        return {};
    }

    struct Failure {
        Step step;
        Error::Kind kind;
        bool carriedOut = false;
        std::optional<std::chrono::milliseconds> retryAfter = {};
    };
    std::vector<Failure> failures;
    std::function<void(Step)> onStep;
    bool forgotten = false; ///< The service knows the job no more.
    std::function<Done(StepLog &)> says; ///< All that submit() and recover() do.
    std::optional<Error> underWay; ///< What recover() says of a call that nobody can tell of yet.
    bool foundOpen = false; ///< By recover(), which closes it.
    int openPolls = 0; ///< That find that nobody has told it to begin.
    qint64 processed = 2; ///< As the service counts.
    int refusedCollects = 0;
    int blockedPolls = 0;
    int blockedRecovers = 0;
    int cutCollects = 0;
    int shortCollects = 0; ///< Results that look whole and lack a row.
    int lostAborts = 0;
    int pollsToTheEnd = 2;
    bool undecidable = false;

    int submits = 0;
    int begun = 0; ///< How often the service was told to begin with the rows.
    int recovers = 0;
    int polls = 0;
    int collects = 0;
    int aborts = 0;
    bool aborted = false;
    int stepsOfRecovery = 0;
    std::optional<RecordedStep> firstStepOfRecovery;

private:
    Error whatItSays(StepLog &log) const
    {
        const Done said = says(log);
        return said ? cancelledError() : said.error();
    }
};

} // namespace walk

using namespace walk;

/// One part through every kind of weather. The service must never be told twice to begin with the same rows.
class TestPartWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void settlesAPart();
    void lostReplyIsAskedAbout_data();
    void lostReplyIsAskedAbout();
    void onlyTheLastTryIsAskedAbout();
    void undecidableRowsAreUnknown();
    void refusedPartIsNotSent();
    void waitsOutABlockedWay();
    void patienceEnds();
    void patienceEndsWhenNothingCanBeSent_data();
    void patienceEndsWhenNothingCanBeSent();
    void longNamedWaitIsLeftForLater();
    void aNamedWaitIsKeptToTheMoment();
    void waitsGrowWithSomeChanceInThem();
    void aNewTryBeginsWithoutTheOldTicket();
    void lostAbortIsAskedForAgain();
    void cutResultsAreFetchedAgain();
    void resultsThatLackRowsAreFetchedAgain();
    void missingResultsCanBeAskedForAgain();
    void refusedResultsAreNobodysEnd();
    void realGapIsUnknown();
    void eachStepInEachStateIsAnswered_data();
    void eachStepInEachStateIsAnswered();
    void aLostJobThatIsFoundOpenIsBegun();
    void aJobThatWasNotBegunIsToldAgain();
    void aJobThatNeverBeginsIsLeft();
    void stoppingDoesNotWaitForCertainty();
    void rowsOfAForgottenJobAreUnknown();
    void stopWhileRemoteAborts();
    void stopBeforeSendingSendsNothing();
    void stopWhileUploadingSendsNothing();
    void leavingKeepsThePlace();

private:
    Done walk();
    Done toItsEnd(PartWalk &walk);
    Tally tally() { return *m_ledger->tally(); }
    PartState state() { return m_ledger->parts()->front().state; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<FakeLoader> m_loader;
    std::unique_ptr<RunControl> m_control;
    std::unique_ptr<testing::FakeClock> m_clock;
    QString m_part;
    JobKind m_kind;
    bool m_onlyAsks = false;
    std::vector<PartRecord> m_splitOff;
};

void TestPartWalk::init()
{
    m_ledger.reset(); // before its folder goes
    m_folder = std::make_unique<QTemporaryDir>();
    RunPlan plan;
    plan.id = u"run"_s;
    plan.rows = 2;
    plan.fields = { u"LastName"_s };
    plan.describe = "{}";
    plan.started = QDateTime::currentDateTimeUtc();
    auto ledger = Ledger::create(m_folder->path(), plan, {});
    QVERIFY(ledger);
    m_ledger = std::move(*ledger);
    PartRecord part;
    part.number = 1;
    part.rows = 2;
    part.records = 2;
    part.firstRecord = 1;
    part.lastRecord = 2;
    part.file = m_ledger->folder() + u"/part-00001"_s;
    QFile file(part.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    part.bytes = file.write("LastName\nStone\nMarsh\n");
    file.close();
    QVERIFY(m_ledger->addPart(part, { .records = { 1, 2 } }));
    m_part = part.file;
    m_loader = std::make_unique<FakeLoader>();
    m_control = std::make_unique<RunControl>();
    m_clock = std::make_unique<testing::FakeClock>();
    m_kind = {};
    m_kind.canAbort = true;
    m_onlyAsks = false;
    m_splitOff.clear();
}

Done TestPartWalk::walk()
{
    RunBoard board(*m_ledger, *m_clock, *m_control, {});
    PartWalk walk(m_ledger->parts()->front(),
                  { .ledger = *m_ledger,
                    .clock = *m_clock,
                    .control = *m_control,
                    .board = board,
                    .kind = m_kind,
                    .patience = std::chrono::minutes(5),
                    .onlyAsks = m_onlyAsks });
    const auto done = toItsEnd(walk);
    if (const auto broken = m_ledger->brokenInvariant(); !broken || !broken->isEmpty())
        qFatal("rows do not add up: %s", broken ? qPrintable(*broken) : "unreadable");
    return done;
}

Done TestPartWalk::toItsEnd(PartWalk &walk)
{
    Done done;
    for (;;) {
        const PartState state = walk.part().state;
        const bool unsent = state == PartState::Planned || state == PartState::Waiting;
        const Rest rest = unsent && m_control->startsNoMore() ? walk.drop() : walk.advance(*m_loader);
        if (rest.error && done)
            done = tl::unexpected(*rest.error);
        m_splitOff = rest.splitOff;
        if (rest.kind != Rest::Kind::Due)
            return done;
        if (rest.due > m_clock->elapsed())
            m_clock->sleepFor(rest.due - m_clock->elapsed(), {});
    }
}

void TestPartWalk::settlesAPart()
{
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(tally().of(Outcome::Added), 1);
    QCOMPARE(tally().of(Outcome::Failed), 1);
    QVERIFY2(!QFile::exists(m_part), "what was sent does not stay on the disk");
}

void TestPartWalk::lostReplyIsAskedAbout_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<int>("submits");
    QTest::newRow("at open") << Step::Open << false << 2;
    QTest::newRow("at upload") << Step::Upload << false << 2;
    QTest::newRow("at close, it did not arrive") << Step::Close << false << 2;
    QTest::newRow("at close, it did arrive") << Step::Close << true << 1;
}

void TestPartWalk::lostReplyIsAskedAbout()
{
    QFETCH(Step, step);
    QFETCH(bool, carriedOut);
    QFETCH(int, submits);
    m_loader->failures = { { step, Error::Kind::Timeout, carriedOut } };
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->recovers, 1);
    QCOMPARE(m_loader->submits, submits);
    QCOMPARE(m_loader->begun, 1);
}

void TestPartWalk::onlyTheLastTryIsAskedAbout()
{
    m_loader->failures = { { Step::Upload, Error::Kind::Timeout }, { Step::Open, Error::Kind::Timeout } };
    QVERIFY(walk());
    QCOMPARE(m_loader->recovers, 2);
    QCOMPARE(m_loader->stepsOfRecovery, 1); // the first try left three steps on record; they are settled
    QCOMPARE(m_loader->firstStepOfRecovery->step, Step::Open);
    QCOMPARE(m_loader->begun, 1);
}

void TestPartWalk::undecidableRowsAreUnknown()
{
    m_loader->failures = { { Step::Close, Error::Kind::Timeout } };
    m_loader->undecidable = true;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Unconfirmed);
    QCOMPARE(tally().of(Outcome::Unknown), 2);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::refusedPartIsNotSent()
{
    m_loader->failures = { { Step::Open, Error::Kind::Rejected } };
    const auto walked = walk();
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, Error::Kind::Rejected);
    QCOMPARE(state(), PartState::Failed);
    QCOMPARE(tally().of(Outcome::NotSent), 2);
    QCOMPARE(m_ledger->parts()->front().message, u"the way is blocked"_s);
    QVERIFY2(!QFile::exists(m_part), "what is not sent does not stay on the disk");
}

void TestPartWalk::waitsOutABlockedWay()
{
    m_loader->failures = { { Step::Open, Error::Kind::Network } };
    m_loader->blockedRecovers = 3;
    m_loader->blockedPolls = 4;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->begun, 1);
}

void TestPartWalk::patienceEnds()
{
    m_loader->blockedPolls = 1000;
    const auto walked = walk();
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, Error::Kind::Timeout);
    QCOMPARE(state(), PartState::Remote); // it can go on later
    QCOMPARE(tally().of(Outcome::Waiting), 2);
    QVERIFY(m_clock->elapsed() >= std::chrono::minutes(5));
    m_loader->blockedPolls = 0;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::patienceEndsWhenNothingCanBeSent_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("no connection") << Step::Open << Error::Kind::Network;
    QTest::newRow("service down") << Step::Open << Error::Kind::ServiceFault;
    QTest::newRow("upload breaks off") << Step::Upload << Error::Kind::Timeout;
}

void TestPartWalk::patienceEndsWhenNothingCanBeSent()
{
    // Being told that nothing happened is no step forward: this must not go round for ever.
    QFETCH(Step, step);
    QFETCH(Error::Kind, kind);
    m_loader->failures.assign(200, { step, kind });
    const auto walked = walk();
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, kind);
    QVERIFY2(m_loader->submits < 30, "each try costs a job at the service");
    QVERIFY(m_clock->elapsed() >= std::chrono::minutes(5) - std::chrono::seconds(30));
    QCOMPARE(tally().of(Outcome::NotSent), 2);
    m_loader->failures.clear();
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->begun, 1);
}

void TestPartWalk::longNamedWaitIsLeftForLater()
{
    m_loader->failures = { { Step::Open, Error::Kind::RateLimit, false, std::chrono::hours(20) } };
    const auto walked = walk();
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, Error::Kind::RateLimit);
    QCOMPARE(m_clock->sleeps, 0);
}

void TestPartWalk::aNamedWaitIsKeptToTheMoment()
{
    m_loader->failures = { { Step::Open, Error::Kind::RateLimit, false, std::chrono::seconds(90) } };
    std::optional<std::chrono::milliseconds> again;
    m_clock->onSleep = [&] {
        if (!again)
            again = m_clock->elapsed();
    };
    QVERIFY(walk());
    QCOMPARE(again->count(), 90'000);
}

void TestPartWalk::waitsGrowWithSomeChanceInThem()
{
    const auto waits = [](quint64 seed) {
        RetryWait retry(seed);
        std::vector<qint64> all;
        for (int number = 0; number < 9; ++number)
            all.push_back(retry.after(errorOf(Error::Kind::Network), {}, std::chrono::hours(1))->count());
        return all;
    };
    const auto first = waits(1);
    const std::array<qint64, 9> around { 1, 2, 4, 8, 16, 32, 60, 60, 60 };
    for (size_t number = 0; number < around.size(); ++number) {
        QVERIFY(first[number] >= 750 * around[number]);
        QVERIFY(first[number] <= 1250 * around[number]);
    }
    QVERIFY(first != waits(2));
    QVERIFY(first == waits(1));
}

void TestPartWalk::aNewTryBeginsWithoutTheOldTicket()
{
    m_loader->failures = { { Step::Upload, Error::Kind::Timeout }, { Step::Open, Error::Kind::Timeout } };
    QVERIFY(walk());
    const auto steps = m_ledger->stepsOf(1);
    QVERIFY(steps);
    for (const RecordedStep &step : *steps) {
        if (step.step == Step::Open && !step.done)
            QCOMPARE(step.ticket, QString());
    }
}

void TestPartWalk::lostAbortIsAskedForAgain()
{
    m_loader->pollsToTheEnd = 1000;
    m_loader->lostAborts = 2;
    m_clock->onSleep = [this] { m_control->stop(); };
    QVERIFY(walk());
    QCOMPARE(m_loader->aborts, 3);
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(tally().of(Outcome::NotProcessed), 1);
}

void TestPartWalk::cutResultsAreFetchedAgain()
{
    m_loader->cutCollects = 2;
    QVERIFY(walk());
    QCOMPARE(m_loader->collects, 3);
    QCOMPARE(tally().of(Outcome::Added), 1);
    QCOMPARE(tally().of(Outcome::Failed), 1);
}

void TestPartWalk::resultsThatLackRowsAreFetchedAgain()
{
    m_loader->shortCollects = 2;
    QVERIFY(walk());
    QCOMPARE(m_loader->collects, 3);
    QCOMPARE(tally().of(Outcome::Added), 1);
    QCOMPARE(tally().of(Outcome::Failed), 1);
}

void TestPartWalk::missingResultsCanBeAskedForAgain()
{
    m_loader->shortCollects = 1'000'000;
    QVERIFY(walk());
    QVERIFY2(m_clock->elapsed() >= std::chrono::minutes(4), "lists may come late");
    QVERIFY(m_loader->collects < 30);
    QCOMPARE(state(), PartState::Unconfirmed);
    QCOMPARE(m_ledger->parts()->front().ticket, u"job-1"_s);
    QVERIFY(QFile::exists(m_part));
    m_loader->shortCollects = 0;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->submits, 1);
    QCOMPARE(tally().of(Outcome::Added), 1);
    QCOMPARE(tally().of(Outcome::Failed), 1);
}

void TestPartWalk::refusedResultsAreNobodysEnd()
{
    m_loader->refusedCollects = 1'000'000;
    QVERIFY(walk()); // no reason for others not to be sent
    QCOMPARE(state(), PartState::Unconfirmed);
    QCOMPARE(m_ledger->parts()->front().message, u"the way is blocked"_s);
    QVERIFY(m_ledger->giveWord(1, PartEvent::GivenUp));
    QCOMPARE(tally().of(Outcome::Unknown), 2);
}

namespace {

std::optional<PartState> after(PartState state, Step step)
{
    switch (step) {
    case Step::Open:
        return next(state, PartEvent::OpenBegins);
    case Step::Upload:
        return next(state, PartEvent::UploadBegins);
    case Step::Close:
        return next(state, PartEvent::CloseBegins);
    case Step::Send:
        return next(state, PartEvent::SendBegins);
    }
    return {};
}

} // namespace

void TestPartWalk::eachStepInEachStateIsAnswered_data()
{
    QTest::addColumn<PartState>("from");
    QTest::addColumn<Step>("step");
    for (int state = 0; state < partStateCount; ++state) {
        for (const Step step : { Step::Open, Step::Upload, Step::Close, Step::Send })
            QTest::addRow("state %d, step %d", state, static_cast<int>(step))
                << static_cast<PartState>(state) << step;
    }
}

void TestPartWalk::eachStepInEachStateIsAnswered()
{
    QFETCH(PartState, from);
    QFETCH(Step, step);
    QVERIFY(m_ledger->move(1, from));
    bool asked = false;
    Done answer;
    m_loader->says = [&](StepLog &log) {
        asked = true;
        m_control->quit(); // one step is enough
        return answer = log.about(step);
    };
    m_clock->onSleep = [this] { m_control->quit(); };
    RunBoard board(*m_ledger, *m_clock, *m_control, {});
    PartWalk part(m_ledger->parts()->front(),
                  { .ledger = *m_ledger,
                    .clock = *m_clock,
                    .control = *m_control,
                    .board = board,
                    .kind = m_kind,
                    .patience = std::chrono::minutes(5) });
    part.advance(*m_loader);
    if (!asked) { // nobody sends in such a state
        QVERIFY(isFinal(from) || rowsOf(from) == PartRows::Waiting);
        return;
    }
    QCOMPARE(answer.has_value(), after(from, step).has_value());
    QCOMPARE(state(), after(from, step).value_or(from));
    if (!answer)
        QCOMPARE(answer.error().kind, Error::Kind::Storage);
}

void TestPartWalk::aLostJobThatIsFoundOpenIsBegun()
{
    m_loader->failures = { { Step::Close, Error::Kind::Timeout } };
    m_loader->undecidable = true;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Unconfirmed);
    m_loader->undecidable = false;
    m_loader->foundOpen = true;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->begun, 1);
}

void TestPartWalk::aJobThatWasNotBegunIsToldAgain()
{
    m_loader->openPolls = 3;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->recovers, 3);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::aJobThatNeverBeginsIsLeft()
{
    m_loader->openPolls = 1'000'000;
    const auto walked = walk();
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, Error::Kind::BadReply);
    QVERIFY(m_clock->elapsed() >= std::chrono::minutes(4));
    QVERIFY2(m_loader->polls < 30, "it is asked less and less often");
    m_loader->openPolls = 0;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::stoppingDoesNotWaitForCertainty()
{
    m_kind.answersAtOnce = true;
    m_kind.canAbort = false;
    m_loader->failures = { { Step::Close, Error::Kind::Timeout } };
    Error underWay = errorOf(Error::Kind::Timeout);
    underWay.retryAfter = std::chrono::minutes(9);
    m_loader->underWay = underWay;
    m_loader->onStep = [this](Step step) {
        if (step == Step::Close)
            m_control->stop();
    };
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Unconfirmed);
    QVERIFY2(m_clock->elapsed() < std::chrono::seconds(10), "nobody waits ten minutes for a stop");
    m_loader->underWay.reset();
    m_loader->begun = 1;
    m_control = std::make_unique<RunControl>();
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::realGapIsUnknown()
{
    m_loader->shortCollects = 1000;
    m_loader->processed = 1; // by its own count there is no more to be told
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(tally().of(Outcome::Added), 1);
    QCOMPARE(tally().of(Outcome::Unknown), 1);
}

void TestPartWalk::rowsOfAForgottenJobAreUnknown()
{
    m_loader->forgotten = true;
    QVERIFY(walk());
    QCOMPARE(state(), PartState::Unconfirmed);
    QCOMPARE(tally().of(Outcome::Unknown), 2);
    QCOMPARE(m_loader->submits, 1);
}

void TestPartWalk::stopWhileRemoteAborts()
{
    m_loader->pollsToTheEnd = 1000;
    m_clock->onSleep = [this] { m_control->stop(); };
    QVERIFY(walk());
    QCOMPARE(m_loader->aborts, 1);
    QCOMPARE(state(), PartState::Settled);
    QCOMPARE(tally().of(Outcome::Added), 1); // what went in is collected
    QCOMPARE(tally().of(Outcome::NotProcessed), 1);
}

void TestPartWalk::stopBeforeSendingSendsNothing()
{
    m_control->stop();
    QVERIFY(walk());
    QCOMPARE(m_loader->submits, 0);
    QCOMPARE(state(), PartState::Aborted);
    QCOMPARE(tally().of(Outcome::NotSent), 2);
}

void TestPartWalk::stopWhileUploadingSendsNothing()
{
    m_loader->onStep = [this](Step step) {
        if (step == Step::Upload)
            m_control->stop();
    };
    QVERIFY(walk());
    QCOMPARE(m_loader->recovers, 1);
    QCOMPARE(m_loader->begun, 0);
    QCOMPARE(state(), PartState::Aborted);
}

void TestPartWalk::leavingKeepsThePlace()
{
    m_loader->pollsToTheEnd = 1000;
    m_clock->onSleep = [this] { m_control->quit(); };
    QVERIFY(walk());
    QCOMPARE(m_loader->aborts, 0);
    QCOMPARE(state(), PartState::Remote);
    QCOMPARE(tally().of(Outcome::Waiting), 2);
}

QTEST_GUILESS_MAIN(TestPartWalk)
#include "test_part_walk.moc"
