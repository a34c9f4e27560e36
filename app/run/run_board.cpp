#include "app/run/run_board.h"

#include <algorithm>

namespace rowlift {

namespace {
constexpr std::chrono::milliseconds betweenSnapshots { 100 };
}

RunBoard::RunBoard(Ledger &ledger, Clock &clock, const RunControl &control, Listener listener)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_control(control)
    , m_listener(std::move(listener))
{
    m_snapshot.rows = ledger.plan().rows;
    if (const auto tally = ledger.tally())
        m_snapshot.tally = *tally;
}

PartLine &RunBoard::line(qint64 part)
{
    auto found = std::ranges::lower_bound(m_snapshot.parts, part, {}, &PartLine::number);
    if (found == m_snapshot.parts.end() || found->number != part) {
        PartLine fresh;
        fresh.number = part;
        found = m_snapshot.parts.insert(found, fresh);
    }
    return *found;
}

void RunBoard::partIs(const PartRecord &part)
{
    const std::scoped_lock lock(m_mutex); // before the tally is read: an older one must not overwrite a newer
    const auto tally = m_ledger.tally();
    PartLine &shown = line(part.number);
    shown.state = part.state;
    shown.rows = part.rows;
    shown.bytes = part.bytes;
    shown.message = part.message;
    if (part.state == PartState::Settled)
        shown.failed = part.failedRows;
    if (tally)
        m_snapshot.tally = *tally;
    tellSometimes();
}

void RunBoard::sent(qint64 part, qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    line(part).sentBytes = bytes;
    tellSometimes();
}

void RunBoard::worked(qint64 part, qint64 processed, qint64 failed)
{
    const std::scoped_lock lock(m_mutex);
    line(part).processed = processed;
    line(part).failed = failed;
    tellSometimes();
}

void RunBoard::trouble(qint64 part, const Error &error, int tries, std::chrono::milliseconds wait)
{
    const std::scoped_lock lock(m_mutex);
    RunTrouble &now = m_troubles[part];
    if (!now.since.isValid())
        now.since = m_clock.now();
    now.sentence = error.sentence;
    now.kind = error.kind;
    now.part = part;
    now.tries = tries;
    now.nextTry = m_clock.now().addMSecs(wait.count());
    tellTrouble();
}

void RunBoard::wayIsFree(qint64 part)
{
    const std::scoped_lock lock(m_mutex);
    m_troubles.erase(part);
    tellTrouble();
}

void RunBoard::tellTrouble()
{
    const RunTrouble shown = m_troubles.empty() ? RunTrouble() : m_troubles.begin()->second;
    if (m_snapshot.trouble == shown)
        return;
    m_snapshot.trouble = shown;
    tellAtOnce();
}

void RunBoard::stateChanged()
{
    const std::scoped_lock lock(m_mutex);
    if (m_snapshot.state != stateNow())
        tellAtOnce();
}

void RunBoard::tellAtOnce()
{
    m_lastTold = m_clock.elapsed() - betweenSnapshots;
    tellSometimes();
}

RunState RunBoard::stateNow() const
{
    if (m_control.stopping())
        return RunState::Stopping;
    return m_control.paused() ? RunState::Paused : RunState::Running;
}

void RunBoard::tellSometimes()
{
    const auto now = m_clock.elapsed();
    if (!m_listener || now - m_lastTold < betweenSnapshots)
        return;
    m_lastTold = now;
    m_snapshot.state = stateNow();
    m_listener(m_snapshot);
}

void RunBoard::tellNow(RunState state)
{
    const auto tally = m_ledger.tally();
    const std::scoped_lock lock(m_mutex);
    if (tally)
        m_snapshot.tally = *tally;
    m_snapshot.state = state;
    m_snapshot.trouble = {};
    if (m_listener)
        m_listener(m_snapshot);
}

} // namespace rowlift
