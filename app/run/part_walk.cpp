#include "app/run/part_walk.h"

#include "app/run/row_matcher.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::chrono_literals;

struct PartWalkWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartWalk)
};

constexpr int mostCollects = 2; ///< Repeated ones, of results that lack rows.

constexpr std::array<std::chrono::milliseconds, 6> pollDelays { 1s, 1s, 2s, 3s, 5s, 10s };
constexpr std::array<std::chrono::milliseconds, 6> retryDelays { 1s, 2s, 4s, 8s, 16s, 30s };

template <size_t count>
std::chrono::milliseconds delayAt(const std::array<std::chrono::milliseconds, count> &delays, int step)
{
    return delays[std::min(static_cast<size_t>(std::max(step, 0)), count - 1)];
}

/// The way is blocked for the moment; asking again does no harm.
bool isTransient(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::BadReply:
    case Error::Kind::ServiceFault:
        return true;
    case Error::Kind::RateLimit:
        return true;
    case Error::Kind::Quota:
    case Error::Kind::Cancelled:
    case Error::Kind::SignIn:
    case Error::Kind::Rejected:
    case Error::Kind::BadInput:
    case Error::Kind::Storage:
        return false;
    }
    return false;
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
        if (step == Step::Open) // a new job: one of an earlier try is none of its business
            m_walk.m_part.ticket.clear();
        return note({ .step = step, .done = false, .ticket = m_walk.m_part.ticket }, eventAt(step));
    }

    Done did(Step step, const QString &ticket) override
    {
        m_walk.m_part.ticket = ticket;
        const RecordedStep done { .step = step, .done = true, .ticket = ticket };
        return step == Step::Close ? note(done, PartEvent::Submitted) : note(done, {});
    }

private:
    static PartEvent eventAt(Step step)
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

    Done note(const RecordedStep &step, std::optional<PartEvent> event)
    {
        const auto to = event ? next(m_walk.m_part.state, *event) : std::optional(m_walk.m_part.state);
        Q_ASSERT(to);
        if (auto noted = m_walk.m_context.ledger.noteStep(m_walk.m_part.number, step, *to); !noted)
            return noted;
        m_walk.m_part.state = *to;
        m_walk.m_context.board.partIs(m_walk.m_part);
        return {};
    }

    PartWalk &m_walk;
};

PartWalk::PartWalk(const PartRecord &part, const WalkContext &context)
    : m_part(part)
    , m_context(context)
{
}

Done PartWalk::execute()
{
    m_context.board.partIs(m_part);
    for (;;) {
        if (m_context.control.leaving().stop_requested())
            return {};
        Done done;
        switch (m_part.state) {
        case PartState::Planned:
        case PartState::Waiting:
            done = m_context.control.stopping() ? move(PartEvent::Dropped) : submit();
            break;
        case PartState::Opening:
        case PartState::Uploading:
        case PartState::Closing:
            done = recover();
            break;
        case PartState::Remote:
        case PartState::Aborting:
            done = follow();
            break;
        case PartState::Collecting:
            done = collect();
            break;
        case PartState::Settled:
        case PartState::Failed:
        case PartState::Aborted:
        case PartState::Unconfirmed:
            return {};
        }
        if (!done && !done.error().cancelled()) {
            m_context.board.wayIsFree(m_part.number); // from here on it is the run's error
            return done;
        }
    }
}

Done PartWalk::move(PartEvent event, const QString &message)
{
    const auto to = next(m_part.state, event);
    Q_ASSERT(to);
    if (auto moved = m_context.ledger.move(m_part.number, *to, message); !moved)
        return moved;
    m_part.state = *to;
    if (!message.isEmpty())
        m_part.message = message;
    if (isFinal(*to))
        QFile::remove(m_part.file); // can be encoded again while the source is there
    m_context.board.partIs(m_part);
    return {};
}

PartFile PartWalk::file() const
{
    return { .path = m_part.file, .rows = m_part.records, .bytes = m_part.bytes };
}

Done PartWalk::submit()
{
    Steps steps(*this);
    const Progress upload([this](qint64 bytes, qint64) { m_context.board.sent(m_part.number, bytes); });
    const auto ticket = m_context.loader.submit(file(), steps, upload, m_context.control.interrupted());
    if (ticket) {
        wayIsFree();
        return {};
    }
    const Error &error = ticket.error();
    if (error.kind == Error::Kind::Rejected) {
        if (auto refused = move(PartEvent::Refused, error.sentence); !refused)
            return refused;
        return tl::unexpected(error);
    }
    // Opening, Uploading, Closing: the next round asks what became of it. Before that nothing can have
    // happened.
    const bool begun = m_part.state != PartState::Planned && m_part.state != PartState::Waiting;
    if (isTransient(error))
        return waitAfter(error);
    if (begun && !error.cancelled()) {
        if (auto recovered = recover(); !recovered)
            return recovered;
    }
    return tl::unexpected(error);
}

Done PartWalk::recover()
{
    auto recorded = m_context.ledger.stepsOf(m_part.number);
    if (!recorded)
        return tl::unexpected(recorded.error());
    // Only the last try counts: those before it were proven to have come to nothing.
    const auto opening = std::find_if(recorded->rbegin(), recorded->rend(), [](const RecordedStep &step) {
        return step.step == Step::Open && !step.done;
    });
    if (opening != recorded->rend())
        recorded->erase(recorded->begin(), std::prev(opening.base()));
    Steps steps(*this);
    const auto recovery = m_context.loader.recover(file(), *recorded, steps, m_context.control.leaving());
    if (!recovery)
        return isTransient(recovery.error()) ? waitAfter(recovery.error()) : tl::unexpected(recovery.error());
    // That nothing happened is no step forward: patience with a service that takes no part must end.
    if (recovery->kind != Recovery::Kind::NothingHappened)
        wayIsFree();
    switch (recovery->kind) {
    case Recovery::Kind::NothingHappened:
        m_part.ticket.clear();
        return move(PartEvent::NothingHappened);
    case Recovery::Kind::Running: {
        const auto to = m_part.state == PartState::Remote ? std::optional(PartState::Remote)
                                                          : next(m_part.state, PartEvent::Submitted);
        Q_ASSERT(to);
        if (auto adopted = m_context.ledger.adopt(m_part.number, recovery->ticket, *to); !adopted)
            return adopted;
        m_part.ticket = recovery->ticket;
        m_part.state = *to;
        m_context.board.partIs(m_part);
        return {};
    }
    case Recovery::Kind::Outcomes: // no way of loading answers at once yet
    case Recovery::Kind::Undecidable:
        return move(PartEvent::LostSight);
    }
    return {};
}

Done PartWalk::askToAbort()
{
    if (m_part.state == PartState::Remote) {
        if (auto moved = move(PartEvent::AbortAsked); !moved)
            return moved;
    }
    const auto aborted = m_context.loader.abort(m_part.ticket, m_context.control.leaving());
    if (!aborted && isTransient(aborted.error()))
        return waitAfter(aborted.error());
    m_abortHeard = true;
    return {}; // refused: it has ended meanwhile, which the next poll tells
}

Done PartWalk::afterNoAnswer(const Error &error)
{
    return isTransient(error) ? waitAfter(error) : tl::unexpected(error);
}

Done PartWalk::follow()
{
    for (int polls = 0;; ++polls) {
        const bool stopping = m_context.control.stopping();
        if (stopping && !m_abortHeard) {
            if (auto asked = askToAbort(); !asked)
                return asked;
            polls = 0;
        }
        const auto remote = m_context.loader.poll(m_part.ticket, m_context.control.leaving());
        if (!remote)
            return afterNoAnswer(remote.error());
        wayIsFree();
        if (remote->stage == RemoteState::Stage::Forgotten)
            return move(PartEvent::LostSight);
        if (remote->ended())
            return move(PartEvent::RemoteEnded, remote->message);
        m_context.board.worked(m_part.number, remote->processed, remote->failed);
        const auto token = stopping ? m_context.control.leaving() : m_context.control.interrupted();
        m_context.clock.sleepFor(delayAt(pollDelays, polls), token);
        if (m_context.control.leaving().stop_requested())
            return tl::unexpected(cancelledError());
    }
}

bool PartWalk::fewerThanSent(const RowMatcher::Matched &matched) const
{
    return static_cast<qint64>(matched.outcomes.size()) + matched.unplaced < m_part.rows;
}

Done PartWalk::collect()
{
    auto members = m_context.ledger.membersOf(m_part.number);
    if (!members)
        return tl::unexpected(members.error());
    const RunPlan &plan = m_context.ledger.plan();
    auto matcher
        = RowMatcher::load(file(), plan.fields, plan.draft.target.keyField, std::move(members->records));
    if (!matcher)
        return tl::unexpected(matcher.error());
    const auto collected = m_context.loader.collect(m_part.ticket, m_context.ledger.folder(), **matcher,
                                                    m_context.control.leaving());
    if (!collected) {
        const auto remote = m_context.loader.poll(m_part.ticket, m_context.control.leaving());
        return remote && remote->stage == RemoteState::Stage::Forgotten ? move(PartEvent::LostSight)
                                                                        : afterNoAnswer(collected.error());
    }
    wayIsFree();
    auto matched = (*matcher)->finish();
    if (!matched)
        return tl::unexpected(matched.error());
    if (fewerThanSent(*matched) && m_collects++ < mostCollects) {
        // A cut answer can look whole. A real gap stays one, and its rows become unknown.
        return waitAfter(
            { .kind = Error::Kind::Timeout,
              .sentence = PartWalkWords::tr("Results of part %1 are missing. They are fetched again.")
                              .arg(m_part.number),
              .detail = {},
              .retryAfter = {} });
    }
    m_part.failedRows = std::ranges::count(matched->outcomes, Outcome::Failed, &RowOutcome::outcome);
    if (auto settled
        = m_context.ledger.settle(m_part.number, std::move(matched->outcomes), matched->unplaced);
        !settled)
        return settled;
    m_part.state = PartState::Settled;
    QFile::remove(m_part.file); // only now: until then it is what results are matched against
    m_context.board.partIs(m_part);
    return {};
}

Done PartWalk::waitAfter(const Error &error)
{
    const auto now = m_context.clock.elapsed();
    if (!m_blockedSince)
        m_blockedSince = now;
    // A wait that the service names and that is longer than patience: better left for later at once.
    const auto named = error.retryAfter.value_or(std::chrono::milliseconds(0));
    if (now - *m_blockedSince + named >= m_context.patience)
        return tl::unexpected(error);
    // No sooner than the service asks for, but less and less often, too: each try may cost a job there.
    const auto delay = std::max(named, delayAt(retryDelays, m_blockedTries++));
    m_context.board.trouble(m_part.number, error, m_blockedTries, delay);
    m_context.clock.sleepFor(delay, patienceToken());
    return {};
}

std::stop_token PartWalk::patienceToken() const
{
    // While stopping, waiting goes on: what went in is still to be collected.
    return m_context.control.stopping() ? m_context.control.leaving() : m_context.control.interrupted();
}

void PartWalk::wayIsFree()
{
    m_blockedSince.reset();
    m_blockedTries = 0;
    m_context.board.wayIsFree(m_part.number);
}

} // namespace rowlift
