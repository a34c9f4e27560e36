#include "app/run/part_walk.h"

#include "app/run/known_records.h"
#include "app/run/part_planner.h"
#include "app/run/placed_outcomes.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace rowlift {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

struct PartMoveWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartWalk)
};

/// What is on record and what the service says do not go together: better nothing than something wrong.
Error noSuchMove(const PartRecord &part)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PartMoveWords::tr("What the service says of part %1 does not fit the record of this "
                                           "import, so it is left as it is.")
                             .arg(part.number),
             .detail = u"state %1, job %2"_s.arg(static_cast<int>(part.state)).arg(part.ticket),
             .retryAfter = {} };
}

/// How often the rest of a call that took nothing is tried together; after that each record goes alone.
constexpr int refusalsTogether = 3;

Error saysNothing(const PartRecord &part)
{
    return { .kind = Error::Kind::BadReply,
             .sentence = PartMoveWords::tr("The service has taken nothing of part %1 and does not say why. "
                                           "Nothing of it was sent again.")
                             .arg(part.number),
             .detail = {},
             .retryAfter = {} };
}

PartEvent eventAt(Step step)
{
    switch (step) {
    case Step::Open:
        return PartEvent::OpenBegins;
    case Step::Upload:
        return PartEvent::UploadBegins;
    case Step::Close:
        return PartEvent::CloseBegins;
    case Step::Send:
        return PartEvent::SendBegins;
    }
    return PartEvent::OpenBegins;
}

/// Whether \a error of a call that does all of it at once proves that the service has not begun with the
/// rows: then nobody has to ask what became of it. Of one that is answered with outcomes the records can be
/// asked about, and the loader knows better.
bool provesNothingHappened(const Error &error, const JobKind &kind)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::QueueFull:
        return true;
    case Error::Kind::RateLimit:
    case Error::Kind::Quota:
    case Error::Kind::SignIn:
        return !kind.answersAtOnce;
    case Error::Kind::Cancelled:
    case Error::Kind::Timeout:
    case Error::Kind::Rejected: // it is an end of its own
    case Error::Kind::ServiceFault:
    case Error::Kind::BadReply:
    case Error::Kind::BadInput:
    case Error::Kind::Storage:
        break;
    }
    return false;
}

bool beginsTry(const RecordedStep &step)
{
    return !step.done && (step.step == Step::Open || step.step == Step::Send);
}

/// Only the last try counts: those before it were proven to have come to nothing.
void keepLastTry(std::vector<RecordedStep> &steps)
{
    const auto begin = std::find_if(steps.rbegin(), steps.rend(), beginsTry);
    if (begin != steps.rend())
        steps.erase(steps.begin(), std::prev(begin.base()));
}

} // namespace

/// Writes the steps of a submit into the ledger and moves the part along.
class PartWalk::Steps : public StepLog {
public:
    explicit Steps(PartWalk &walk)
        : m_walk(walk)
    {
    }

    Done about(Step step) override
    {
        if (m_walk.m_context.onlyAsks)
            return tl::unexpected(cancelledError());
        if (step == Step::Open || step == Step::Send) // an earlier try's job is none of its business
            m_walk.m_part.ticket.clear();
        m_isSending = step == Step::Send;
        return note({ .step = step, .done = false, .ticket = m_walk.m_part.ticket }, eventAt(step));
    }

    /// In the middle of a call that does all of it.
    bool isSending() const { return m_isSending; }

    Done did(Step step, const QString &ticket) override
    {
        m_isSending = m_isSending && ticket.isEmpty(); // an answer without a ticket may be a refusal
        m_walk.m_part.ticket = ticket;
        const bool submitted = step == Step::Close || (step == Step::Send && !ticket.isEmpty());
        return note({ .step = step, .done = true, .ticket = ticket },
                    submitted ? std::optional(PartEvent::Submitted) : std::nullopt);
    }

    Result<std::vector<RecordedRow>> onRecord(const QStringList &recordIds) override
    {
        const auto known = knownRecords();
        return known ? known->onRecord(recordIds) : tl::unexpected(known.error());
    }
    Result<std::vector<OpenCall>> openCalls() override
    {
        const auto known = knownRecords();
        return known ? known->openCalls() : tl::unexpected(known.error());
    }

private:
    Result<KnownRecords> knownRecords()
    {
        auto steps = m_walk.m_context.ledger.stepsOf(m_walk.m_part.number);
        if (!steps)
            return tl::unexpected(steps.error());
        keepLastTry(*steps);
        const QDateTime sent = steps->empty() ? m_walk.m_context.clock.now() : steps->front().when;
        return KnownRecords(m_walk.m_context.ledger, m_walk.m_part.number, sent);
    }
    Done note(RecordedStep step, std::optional<PartEvent> event)
    {
        const PartState from = m_walk.m_part.state;
        const auto to = event ? next(from, *event) : std::optional(from);
        if (!to)
            return tl::unexpected(noSuchMove(m_walk.m_part));
        step.when = m_walk.m_context.clock.now();
        if (auto noted = m_walk.m_context.ledger.noteStep(m_walk.m_part.number, step, *to); !noted)
            return noted;
        m_walk.isNow(*to);
        return {};
    }

    PartWalk &m_walk;
    bool m_isSending = false;
};

PartWalk::PartWalk(const PartRecord &part, const WalkContext &context)
    : m_part(part)
    , m_context(context)
    , m_retry(static_cast<quint64>(part.number))
    , m_beginning(static_cast<quint64>(part.number))
    , m_missing(static_cast<quint64>(part.number))
    , m_full(static_cast<quint64>(part.number))
    , m_isTakenUp(part.state == PartState::Aborting || part.state == PartState::Collecting)
{
}

bool PartWalk::needsFile() const
{
    return m_part.state != PartState::Remote && m_part.state != PartState::Aborting;
}

Rest PartWalk::advance(PartLoader &loader)
{
    if (m_context.control.leaving().stop_requested())
        return Rest::left();
    if (needsFile() && !m_hasFile) {
        // Its bytes, too: a power cut can leave a file of the right size that was never written.
        const auto isWhole = m_isFileFresh ? Result<bool>(PartPlanner::isSpooled(m_part))
                                           : PartPlanner::isIntact(m_part, m_context.control.leaving());
        if (!isWhole)
            return Rest::left();
        m_hasFile = *isWhole;
        if (!m_hasFile)
            return { .kind = Rest::Kind::FileMissing, .splitOff = {}, .error = {} };
    }
    switch (m_part.state) {
    case PartState::Planned:
    case PartState::Waiting:
        return submit(loader);
    case PartState::Opening:
    case PartState::Uploading:
    case PartState::Closing:
    case PartState::Unconfirmed:
        return recover(loader);
    case PartState::Remote:
    case PartState::Aborting:
        return follow(loader);
    case PartState::Collecting:
        return collect(loader);
    case PartState::Settled:
    case PartState::Failed:
    case PartState::Aborted:
        break;
    }
    return Rest::ended();
}

Rest PartWalk::drop()
{
    const auto dropped = move(PartEvent::Dropped);
    wayIsFree();
    return dropped ? Rest::ended() : left(dropped.error());
}

void PartWalk::isNow(PartState state)
{
    m_part.state = state;
    m_context.board.partIs(m_part);
}

Done PartWalk::move(PartEvent event, const QString &message)
{
    const auto to = next(m_part.state, event);
    if (!to)
        return tl::unexpected(noSuchMove(m_part));
    if (auto moved = m_context.ledger.move(m_part.number, *to, message); !moved)
        return moved;
    if (!message.isEmpty())
        m_part.message = message;
    if (isFinal(*to)) {
        QFile::remove(m_part.file); // can be encoded again while the source is there
        m_hasFile = false;
    }
    isNow(*to);
    return {};
}

PartFile PartWalk::file() const
{
    return {
        .path = m_part.file, .rows = m_part.records, .bytes = m_part.bytes, .refusals = m_part.refusals
    };
}

Rest PartWalk::submit(PartLoader &loader)
{
    if (const auto rest = keepOldValues(loader))
        return *rest;
    Steps steps(*this);
    const Progress upload([this](qint64 bytes, qint64) { m_context.board.sent(m_part.number, bytes); });
    const auto submitted = loader.submit(file(), steps, upload, m_context.control.interrupted());
    if (submitted) {
        wayIsFree();
        m_full.wayIsFree();
        m_polls = 0;
        hasWorked(0);
        if (!submitted->ticket.isEmpty())
            return waitForService();
        return submitted->restNotIn ? tookNone(submitted->results) : answered(submitted->results, false);
    }
    const Error &error = submitted.error();
    if (error.kind == Error::Kind::Rejected) {
        wayIsFree();
        if (auto refused = move(PartEvent::Refused, error.sentence); !refused)
            return left(refused.error());
        return { .kind = Rest::Kind::Ended, .splitOff = {}, .error = error, .refused = true };
    }
    if (steps.isSending() && provesNothingHappened(error, m_context.kind)) {
        m_part.ticket.clear();
        if (auto moved = move(PartEvent::NothingHappened); !moved)
            return left(moved.error());
    }
    if (error.kind == Error::Kind::QueueFull)
        return queueIsFull(error);
    if (mayPass(error))
        return waitAfter(error);
    // Opening, Uploading, Closing: the next step asks what became of it. Before that nothing can have
    // happened.
    const bool begun = m_part.state != PartState::Planned && m_part.state != PartState::Waiting;
    if (!begun || error.kind == Error::Kind::Storage)
        return left(error);
    Rest rest = goOn();
    if (!error.cancelled())
        rest.error = error;
    return rest;
}

Rest PartWalk::queueIsFull(const Error &error)
{
    // Others fill it too, for hours perhaps: whoever waits for a place needs no patience.
    m_retry.wayIsFree();
    constexpr auto usual = 30s;
    const auto wait = error.retryAfter.value_or(usual);
    std::ignore = m_full.after(error, m_context.clock.elapsed(), std::chrono::milliseconds::max());
    Rest rest = waitFor(m_full, error, wait);
    rest.holdsSends = true;
    return rest;
}

Rest PartWalk::recover(PartLoader &loader)
{
    auto recorded = m_context.ledger.stepsOf(m_part.number);
    if (!recorded)
        return left(recorded.error());
    keepLastTry(*recorded);
    m_isTakenUp = m_isTakenUp || m_part.state == PartState::Closing;
    Steps steps(*this);
    const auto recovery = loader.recover(file(), *recorded, steps, m_context.control.leaving());
    if (!recovery && recovery.error().kind == Error::Kind::Timeout && recovery.error().retryAfter)
        return waitForCall(recovery.error());
    if (!recovery && mayPass(recovery.error()))
        return isLeftAtTheService() ? Rest::left() : waitAfter(recovery.error());
    if (!recovery)
        return left(recovery.error());
    switch (recovery->kind) {
    case Recovery::Kind::NothingHappened:
        return nothingHappened();
    case Recovery::Kind::Running:
        return running(recovery->ticket);
    case Recovery::Kind::Outcomes:
        if (recovery->results.empty() && recovery->restNotIn)
            return nothingHappened();
        wayIsFree();
        return answered(recovery->results, recovery->restNotIn);
    case Recovery::Kind::Undecidable:
        break;
    }
    return lostSight();
}

Rest PartWalk::lostSight(const QString &message)
{
    wayIsFree();
    if (m_part.state != PartState::Unconfirmed) {
        if (auto lost = move(PartEvent::LostSight, message); !lost)
            return left(lost.error());
    }
    return Rest::ended();
}

Rest PartWalk::nothingHappened()
{
    // That is no step forward, so the way counts as blocked still: patience with a service that takes no part
    // must end.
    m_part.ticket.clear();
    return after(move(PartEvent::NothingHappened));
}

Rest PartWalk::running(const QString &ticket)
{
    wayIsFree();
    const auto to = m_part.state == PartState::Remote ? std::optional(PartState::Remote)
                                                      : next(m_part.state, PartEvent::Submitted);
    if (!to)
        return left(noSuchMove(m_part));
    if (auto adopted = m_context.ledger.adopt(m_part.number, ticket, *to); !adopted)
        return left(adopted.error());
    m_part.ticket = ticket;
    isNow(*to);
    m_polls = 0;
    hasWorked(0);
    return goOn();
}

Rest PartWalk::tookNone(const std::vector<PlacedResult> &because)
{
    if (because.empty()) {
        const auto moved = move(PartEvent::NothingHappened);
        return left(moved ? saysNothing(m_part) : moved.error());
    }
    return answered(because, true, { .refusals = 1, .oneEach = m_part.refusals + 1 >= refusalsTogether });
}

Rest PartWalk::answered(const std::vector<PlacedResult> &results, bool restNotIn, const SplitWish &wish)
{
    const auto members = m_context.ledger.membersOf(m_part.number);
    if (!members)
        return left(members.error());
    PlacedOutcomes placed = outcomesAt(results, *members);
    const qint64 failed = std::ranges::count(placed.outcomes, Outcome::Failed, &RowOutcome::outcome);
    const auto leaving = m_context.control.leaving();
    if (!restNotIn) {
        const auto noted
            = m_context.ledger.settle(m_part.number, std::move(placed.outcomes), placed.unplaced, leaving);
        return noted ? settled(failed) : left(noted.error());
    }
    return settleAndSplit(std::move(placed.outcomes), failed, wish);
}

Rest PartWalk::settleAndSplit(std::vector<RowOutcome> outcomes, qint64 failedRows, const SplitWish &wish)
{
    auto split = m_context.ledger.settleAndSplit(m_part.number, std::move(outcomes), wish,
                                                 m_context.control.leaving());
    if (!split)
        return left(split.error());
    for (const PartRecord &rest : *split) {
        m_part.rows -= rest.rows;
        m_part.records -= rest.records;
        m_context.board.partIs(rest);
    }
    Rest rest = settled(failedRows);
    rest.splitOff = std::move(*split);
    return rest;
}

Rest PartWalk::goOn()
{
    return { .due = m_context.clock.elapsed(), .splitOff = {}, .error = {} };
}

Rest PartWalk::after(const Done &moved)
{
    if (!moved)
        return left(moved.error());
    const bool unsent = m_part.state == PartState::Waiting;
    return m_context.onlyAsks && unsent ? Rest::left() : goOn();
}

Rest PartWalk::left(const Error &error)
{
    m_context.board.wayIsFree(m_part.number); // from here on it is the run's error
    Rest rest = Rest::left();
    if (!error.cancelled())
        rest.error = error;
    return rest;
}

Rest PartWalk::waitAfter(const Error &error)
{
    const auto patience = m_context.onlyAsks ? 0ms : m_context.patience;
    const auto wait = m_retry.after(error, m_context.clock.elapsed(), patience);
    return wait ? waitFor(m_retry, error, *wait) : left(error);
}

Rest PartWalk::waitFor(RetryWait &retry, const Error &error, std::chrono::milliseconds wait)
{
    m_context.board.trouble(m_part.number, error, retry.tries(), wait);
    return { .due = m_context.clock.elapsed() + wait,
             .blocked = true,
             .holdsAll = error.kind == Error::Kind::RateLimit,
             .splitOff = {},
             .error = {} };
}

Rest PartWalk::waitForCall(const Error &error)
{
    if (m_context.onlyAsks)
        return left(error);
    if (m_context.control.stopping()) // whoever goes on with the run asks again
        return lostSight();
    // The service answers, so nothing is blocked: what is waited for comes to its end by itself.
    m_retry.wayIsFree();
    m_context.board.trouble(m_part.number, error, 1, *error.retryAfter);
    return {
        .due = m_context.clock.elapsed() + *error.retryAfter, .blocked = true, .splitOff = {}, .error = {}
    };
}

void PartWalk::wayIsFree()
{
    m_retry.wayIsFree();
    m_context.board.wayIsFree(m_part.number);
}

} // namespace rowlift
