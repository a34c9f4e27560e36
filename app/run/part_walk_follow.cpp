// The second half of a part's way: the service has it.

#include "app/run/part_walk.h"

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
constexpr std::array<std::chrono::milliseconds, 9> soonPollDelays { 50ms, 100ms, 200ms, 400ms, 1s,
                                                                    2s,   3s,    5s,    10s };

template <size_t count>
std::chrono::milliseconds delayAt(const std::array<std::chrono::milliseconds, count> &delays, int step)
{
    return delays[std::min(static_cast<size_t>(step), count - 1)];
}

/// The service did not look at the row, and has nothing against it.
bool isGivenBack(const RowOutcome &row)
{
    return row.outcome == Outcome::NotProcessed && row.reason == Reason {};
}

} // namespace

Rest PartWalk::waitForService()
{
    Rest rest = goOn();
    const int polls = m_polls++;
    rest.due += m_pollsSoon ? delayAt(soonPollDelays, polls) : delayAt(pollDelays, polls);
    return rest;
}

Rest PartWalk::follow(PartLoader &loader)
{
    // What cannot be dropped is followed to its end.
    if (m_context.control.stopping() && m_context.kind.canAbort && !m_abortHeard) {
        if (m_part.state == PartState::Remote) {
            if (auto moved = move(PartEvent::AbortAsked); !moved)
                return left(moved.error());
        }
        const auto aborted = loader.abort(m_part.ticket, m_context.control.leaving());
        if (!aborted && mayPass(aborted.error()))
            return waitAfter(aborted.error());
        m_abortHeard = true; // refused: it has ended meanwhile, which the poll tells
        m_polls = 0;
    }
    const auto remote = loader.poll(m_part.ticket, m_context.control.leaving());
    if (!remote)
        return mayPass(remote.error()) ? waitAfter(remote.error()) : left(remote.error());
    wayIsFree();
    if (remote->stage == RemoteState::Stage::Forgotten) {
        const auto lost = move(PartEvent::LostSight);
        return lost ? Rest::ended() : left(lost.error());
    }
    if (remote->ended())
        return after(move(PartEvent::RemoteEnded, remote->message));
    m_context.board.worked(m_part.number, remote->processed, remote->failed);
    return m_context.onlyAsks ? Rest::left() : waitForService();
}

bool PartWalk::fewerThanSent(const RowMatcher::Matched &matched) const
{
    return static_cast<qint64>(matched.outcomes.size()) + matched.unplaced < m_part.records;
}

Rest PartWalk::collect(PartLoader &loader)
{
    auto members = m_context.ledger.membersOf(m_part.number);
    if (!members)
        return left(members.error());
    const RunPlan &plan = m_context.ledger.plan();
    auto matcher
        = RowMatcher::load(file(), plan.fields, plan.draft.target.keyField, std::move(members->records));
    if (!matcher)
        return left(matcher.error());
    const auto leaving = m_context.control.leaving();
    const auto collected = loader.collect(m_part.ticket, m_context.ledger.folder(), **matcher, leaving);
    if (!collected) {
        const auto remote = loader.poll(m_part.ticket, leaving);
        if (remote && remote->stage == RemoteState::Stage::Forgotten) {
            const auto lost = move(PartEvent::LostSight);
            return lost ? Rest::ended() : left(lost.error());
        }
        return mayPass(collected.error()) ? waitAfter(collected.error()) : left(collected.error());
    }
    wayIsFree();
    auto matched = (*matcher)->finish();
    if (!matched)
        return left(matched.error());
    if (fewerThanSent(*matched) && m_collects++ < mostCollects) {
        // A cut answer can look whole. A real gap stays one, and its rows become unknown.
        return waitAfter(
            { .kind = Error::Kind::Timeout,
              .sentence = PartWalkWords::tr("Results of part %1 are missing. They are fetched again.")
                              .arg(m_part.number),
              .detail = {},
              .retryAfter = {} });
    }
    const qint64 failed = std::ranges::count(matched->outcomes, Outcome::Failed, &RowOutcome::outcome);
    if (goesOnWithDropped() && matched->unplaced == 0
        && std::erase_if(matched->outcomes, isGivenBack) > 0) // these are proven not to be in
        return settleAndSplit(std::move(matched->outcomes), failed);
    const auto noted
        = m_context.ledger.settle(m_part.number, std::move(matched->outcomes), matched->unplaced, leaving);
    return noted ? settled(failed) : left(noted.error());
}

bool PartWalk::goesOnWithDropped() const
{
    // A job that was never closed dies by itself. One that was dropped at our wish may hold rows that others,
    // of the same records, must not overtake when the run is gone on with.
    const Operation operation = m_context.ledger.plan().draft.target.operation;
    return m_wasLeftOpen || (m_abortHeard && m_context.kind.repeatedKeysOf(operation) == RepeatedKeys::Waves);
}

Rest PartWalk::settled(qint64 failedRows)
{
    m_part.failedRows = failedRows;
    QFile::remove(m_part.file); // only now: until then it is what results are matched against
    isNow(PartState::Settled);
    return Rest::ended();
}

} // namespace rowlift
