#include "app/run/run_board.h"

#include "app/run/ledger_reader.h"

#include <algorithm>
#include <utility>

namespace rowlift {

namespace {
constexpr std::chrono::milliseconds betweenSnapshots { 100 }; // of people's time, not of the run's clock
}

RunBoard::RunBoard(Ledger &ledger, Clock &clock, const RunControl &control, Listener listener)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_control(control)
    , m_listener(std::move(listener))
{
    m_snapshot.rows = ledger.plan().rows;
    if (m_listener)
        m_teller = std::thread([this] { tell(); });
}

RunBoard::~RunBoard()
{
    endTelling();
}

PartLine &RunBoard::line(qint64 part)
{
    auto found = std::ranges::lower_bound(m_lines, part, {}, &PartLine::number);
    if (found == m_lines.end() || found->number != part) {
        PartLine fresh;
        fresh.number = part;
        found = m_lines.insert(found, fresh);
    }
    return *found;
}

void RunBoard::partIs(const PartRecord &part)
{
    const std::scoped_lock lock(m_mutex);
    PartLine &shown = line(part.number);
    shown.state = part.state;
    shown.rows = part.rows;
    shown.bytes = part.bytes;
    if (part.records < part.rows)
        m_records[part.number] = part.records;
    shown.message = part.message;
    if (part.state == PartState::Settled) {
        shown.failed = part.failedRows;
        shown.untouched = part.untouchedRows;
    }
    m_tallyIsOld = true;
    wakeTeller(false);
}

void RunBoard::sent(qint64 part, qint64 bytes)
{
    const std::scoped_lock lock(m_mutex);
    line(part).sentBytes = bytes;
    wakeTeller(false);
}

void RunBoard::copied(qint64 part, qint64 records)
{
    const std::scoped_lock lock(m_mutex);
    line(part).savesCopy = true;
    line(part).copied = records;
    wakeTeller(false);
}

void RunBoard::copyEnds(qint64 part)
{
    const std::scoped_lock lock(m_mutex);
    line(part).savesCopy = false;
    wakeTeller(false);
}

void RunBoard::worked(qint64 part, qint64 processed, qint64 failed)
{
    const std::scoped_lock lock(m_mutex);
    PartLine &shown = line(part);
    // A service counts records, of which some may be several rows.
    const auto known = m_records.find(part);
    const auto rowsOf = [&](qint64 records) {
        const bool isSame = known == m_records.end() || known->second == 0;
        return isSame ? records : records * shown.rows / known->second;
    };
    // Services do not agree with themselves on what they count: a part is never more than done.
    shown.processed = std::clamp<qint64>(rowsOf(processed), 0, shown.rows);
    shown.failed = std::clamp<qint64>(rowsOf(failed), 0, shown.rows);
    wakeTeller(false);
}

void RunBoard::trouble(qint64 part, const Error &error, int tries, std::chrono::milliseconds wait)
{
    const std::scoped_lock lock(m_mutex);
    RunTrouble before; // there is one queue, so there is one trouble with it
    if (error.kind == Error::Kind::QueueFull) {
        std::erase_if(m_troubles, [&](const auto &known) {
            const bool isSame = known.second.kind == Error::Kind::QueueFull;
            if (isSame && (!before.since.isValid() || known.second.since < before.since))
                before = known.second;
            return isSame;
        });
    }
    RunTrouble &now = m_troubles.try_emplace(part, before).first->second;
    if (!now.since.isValid())
        now.since = m_clock.now();
    now.sentence = error.sentence;
    now.detail = error.detail;
    now.kind = error.kind;
    now.part = part;
    now.tries = tries;
    now.nextTry = m_clock.now().addMSecs(wait.count());
    showTrouble();
}

void RunBoard::wayIsFree(qint64 part)
{
    const std::scoped_lock lock(m_mutex);
    if (m_troubles.erase(part) > 0)
        showTrouble();
}

void RunBoard::showTrouble()
{
    RunTrouble shown = m_troubles.empty() ? RunTrouble() : m_troubles.begin()->second;
    if (m_snapshot.trouble == shown)
        return;
    m_snapshot.trouble = std::move(shown);
    wakeTeller(true);
}

void RunBoard::brakes(const RunBrake &brake)
{
    const std::scoped_lock lock(m_mutex);
    m_snapshot.brake = brake;
    wakeTeller(true);
}

void RunBoard::later(const RunLater &later)
{
    const std::scoped_lock lock(m_mutex);
    m_snapshot.later = later;
    wakeTeller(true);
}

void RunBoard::slept(const QDateTime &from, const QDateTime &until)
{
    const std::scoped_lock lock(m_mutex);
    m_snapshot.sleptFrom = from;
    m_snapshot.sleptUntil = until;
    wakeTeller(true);
}

void RunBoard::stateChanged()
{
    const std::scoped_lock lock(m_mutex);
    wakeTeller(true);
}

RunState RunBoard::stateNow() const
{
    if (m_control.startsNoMore())
        return RunState::Stopping;
    return m_control.paused() ? RunState::Paused : RunState::Running;
}

void RunBoard::wakeTeller(bool atOnce)
{
    m_news = true;
    m_atOnce = m_atOnce || atOnce;
    m_changed.notify_one();
}

RunSnapshot RunBoard::snapshot() const
{
    RunSnapshot shown = m_snapshot;
    shown.state = stateNow();
    if (shown.state == RunState::Paused && shown.trouble.kind == Error::Kind::QueueFull)
        shown.trouble = {}; // nothing is to be sent, so nothing is tried again
    shown.parts = PartLines(m_lines);
    return shown;
}

void RunBoard::tell()
{
    const auto ledger = LedgerReader::open(m_ledger.folder()); // sees what is on disk while more is written
    std::chrono::steady_clock::time_point next;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_news || m_ending; });
        m_changed.wait_until(lock, next, [this] { return m_atOnce || m_ending; });
        if (m_ending)
            return;
        m_news = m_atOnce = false;
        if (std::exchange(m_tallyIsOld, false)) {
            lock.unlock();
            const auto tally = ledger ? (*ledger)->tally() : m_ledger.tally();
            lock.lock();
            if (tally)
                m_snapshot.tally = *tally;
        }
        const RunSnapshot shown = snapshot();
        lock.unlock();
        m_listener(shown);
        next = std::chrono::steady_clock::now() + betweenSnapshots;
        lock.lock();
    }
}

void RunBoard::endTelling()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_one();
    if (m_teller.joinable())
        m_teller.join();
}

void RunBoard::tellNow(RunState state)
{
    endTelling();
    if (!m_listener)
        return;
    if (const auto tally = m_ledger.tally())
        m_snapshot.tally = *tally;
    RunSnapshot last = snapshot();
    last.state = state;
    last.trouble = {};
    last.later = {};
    m_listener(last);
}

} // namespace rowlift
