#include "app/run/part_queue.h"

#include <algorithm>

namespace rowlift {

using namespace std::chrono_literals;

namespace {

/// A longer wait is looked up from now and then: the computer may have slept meanwhile.
constexpr std::chrono::milliseconds longestNap = 5s;
/// How long a service that was asked too much is asked less.
constexpr std::chrono::milliseconds slowFor = 2min;

} // namespace

PartQueue::Seat::Seat(const PartRecord &part, const WalkContext &context)
    : walk(part, context)
    , stage(stageOf(part.state))
    , isOver(part.state != PartState::Remote && part.state != PartState::Aborting)
{
}

PartQueue::PartQueue(const Context &context)
    : m_context(context)
    , m_lanes(context.kinds.mostLanes())
    , m_tries(context.walk.control.tries())
    , m_sleep(context.walk.clock)
{
}

PartQueue::Stage PartQueue::stageOf(PartState state)
{
    switch (state) {
    case PartState::Planned:
    case PartState::Waiting:
        return Stage::Unsent;
    case PartState::Opening:
    case PartState::Uploading:
    case PartState::Closing:
    case PartState::Unconfirmed:
        return Stage::Asked;
    case PartState::Remote:
    case PartState::Aborting:
    case PartState::Collecting:
    case PartState::Settled:
    case PartState::Failed:
    case PartState::Aborted:
        break;
    }
    return Stage::Followed;
}

void PartQueue::add(const PartRecord &part)
{
    const std::scoped_lock lock(m_mutex);
    seat(part);
}

WalkContext PartQueue::contextOf(const PartRecord &part) const
{
    const WalkContext &of = m_context.walk;
    const JobKind &kind = m_context.kinds.of(part);
    // What is deleted always is, where it can be.
    const bool deletes = of.ledger.plan().draft.target.operation == Operation::Delete;
    return { .ledger = of.ledger,
             .clock = of.clock,
             .control = of.control,
             .board = of.board,
             .kind = kind,
             .patience = of.patience,
             .onlyAsks = of.onlyAsks,
             .keepsOld = of.keepsOld || (deletes && kind.canKeepOld),
             .key = of.key,
             .encoder = kind.naming == ResultNaming::Keys ? m_context.encoderOf(kind) : nullptr };
}

void PartQueue::seat(const PartRecord &part)
{
    m_seats.try_emplace(part.number, part, contextOf(part));
}

void PartQueue::setGate(BrakeGate gate, const RunBrake &brake)
{
    const std::scoped_lock lock(m_mutex);
    m_gate = gate;
    m_brake = brake;
    changed();
}

std::optional<PartQueue::Task> PartQueue::take()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (leaving())
            return {};
        heedWishes();
        if (m_braked && m_context.walk.control.resumes() != m_resumes) {
            releaseBrake(lock);
            continue;
        }
        const Choice choice = choose();
        if (choice.brakes) {
            pullBrake(lock);
        } else if (choice.seat) {
            Seat &seat = *choice.seat;
            seat.taken = true;
            seat.placesFreed = m_placesFreed;
            seat.knowsStop = m_stopHeard;
            seat.walk.traffic(trafficFor(seat, m_context.walk.clock.elapsed()));
            if (seat.stage == Stage::Unsent && !choice.drops) {
                seat.stage = Stage::Sending;
                if (m_gate == BrakeGate::Probing || !m_sentAny)
                    seat.walk.pollSoon(); // the rest waits for it
                m_sentAny = true;
            }
            return Task { .walk = &seat.walk, .drops = choice.drops };
        } else if (isOver()) {
            changed();
            return {};
        } else {
            wait(lock, choice.nextDue);
        }
    }
}

void PartQueue::giveBack(PartWalk &walk, const Rest &rest)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_seats.find(walk.part().number);
    Q_ASSERT(found != m_seats.end());
    Seat &seat = found->second;
    const auto now = m_context.walk.clock.elapsed();
    const bool wasThere = seat.stage == Stage::Followed && !seat.isOver;
    seat.taken = false;
    seat.stage = stageOf(walk.part().state);
    seat.isOver = !isAtTheService(seat);
    seat.due = rest.due;
    seat.blocked = rest.blocked;
    seat.isHeld = rest.holdsSends;
    const bool stopsWaiting = m_stopHeard && !seat.knowsStop; // what it would wait for was before the stop
    if (stopsWaiting)
        seat.due = now;
    m_refused = m_refused || (rest.refused && !m_error);
    if (rest.error)
        fail(*rest.error);
    if (rest.holdsAll && !stopsWaiting) {
        m_heldUntil = std::max(m_heldUntil, rest.due);
        m_slowUntil = rest.due + slowFor;
    }
    if (rest.holdsSends && seat.placesFreed != m_placesFreed)
        seat.due = now; // a place has become free since it was refused
    else if (rest.holdsSends)
        m_sendsHeldUntil = std::max(m_sendsHeldUntil, rest.due);
    if (wasThere && seat.isOver)
        placeIsFree(now);
    if (!m_context.walk.onlyAsks)
        std::ranges::for_each(rest.splitOff, [this](const PartRecord &part) { this->seat(part); });
    if (rest.kind == Rest::Kind::FileMissing)
        seat.lacksFile = true;
    const bool leftBehind = rest.kind == Rest::Kind::Left && !rest.error;
    if (leftBehind || (rest.kind == Rest::Kind::Ended && walk.part().state == PartState::Unconfirmed))
        m_lost.insert(walk.part().number);
    if (rest.kind == Rest::Kind::Ended || rest.kind == Rest::Kind::Left)
        m_seats.erase(found);
    changed();
}

bool PartQueue::isAtTheService(const Seat &seat)
{
    const PartState state = seat.walk.part().state;
    return state == PartState::Remote || state == PartState::Aborting;
}

PartWalk::Traffic PartQueue::trafficFor(const Seat &seat, std::chrono::milliseconds now) const
{
    PartWalk::Traffic traffic { .isSlow = now < m_slowUntil };
    for (const auto &[number, other] : m_seats) {
        const bool isBefore = seat.stage != Stage::Followed || number < seat.walk.part().number;
        if (&other != &seat && isBefore && other.stage == Stage::Followed && !other.isOver
            && other.walk.kind().id == seat.walk.kind().id)
            ++traffic.ahead;
    }
    return traffic;
}

/// One of ours has ended: the service may take the next part, and begins with one that has waited.
void PartQueue::placeIsFree(std::chrono::milliseconds now)
{
    m_sendsHeldUntil = 0ms;
    ++m_placesFreed;
    for (auto &[number, seat] : m_seats) {
        const JobKind &kind = seat.walk.kind();
        if (seat.taken)
            continue;
        if (seat.stage == Stage::Unsent && seat.isHeld)
            seat.due = now;
        else if (kind.workedAtOnce > 0 && seat.stage == Stage::Followed && !seat.isOver && !seat.blocked
                 && trafficFor(seat, now).ahead < kind.workedAtOnce)
            seat.due = std::min(seat.due, now + kind.pollLeast);
    }
}

// ---- what can be done -------------------------------------------------------------------------------------

bool PartQueue::leaving() const
{
    return m_context.walk.control.leaving().stop_requested();
}

bool PartQueue::givenUp() const
{
    return m_error || m_endedAt.part != 0;
}

bool PartQueue::mayStart() const
{
    const bool braked = m_braked && m_gate == BrakeGate::Shut;
    return !givenUp() && !braked && !m_context.walk.onlyAsks && !m_context.walk.control.startsNoMore()
        && !m_context.walk.control.paused();
}

bool PartQueue::crossesOff() const
{
    return (m_context.walk.control.startsNoMore() && !leaving()) || m_refused;
}

bool PartQueue::planWanted() const
{
    return m_planning != Planning::Over && !givenUp() && !m_context.walk.control.startsNoMore();
}

/// Whether the service may have one part more of its kind. What rows busy records had kept out goes alone.
/// A part that the service has ended takes no place of it any more; but no more of them than the lanes can
/// see to are left lying, with their files, for the sake of the next one.
bool PartQueue::hasRoomFor(const Seat &seat) const
{
    const JobKind &kind = seat.walk.kind();
    const bool alone = m_gate == BrakeGate::Probing || m_context.kinds.isByItself(seat.walk.part().attempt);
    int flying = 0;
    int sending = 0;
    int ended = 0;
    for (const auto &[number, other] : m_seats) {
        if (other.stage == Stage::Unsent || (!alone && other.walk.kind().id != kind.id))
            continue;
        if (!alone && other.stage == Stage::Followed && other.isOver)
            ended += other.blocked ? 0 : 1; // else it waits for what is missing, which takes no lane
        else
            ++flying;
        sending += other.stage == Stage::Sending ? 1 : 0;
    }
    flying += std::max(0, ended - kind.lanes);
    const int most = kind.inFlight > 0 ? kind.inFlight : kind.lanes;
    return alone ? flying == 0 : flying < most && sending < kind.lanes;
}

/// The first part of a run, or what it has left behind.
bool PartQueue::isOfFirstPart(const PartRecord &part) const
{
    return part.refusals > 0 || std::ranges::none_of(m_seats, [](const auto &entry) {
               return entry.second.walk.part().refusals > 0;
           });
}

bool PartQueue::mayBeSent(const Seat &seat) const
{
    if (!mayStart() || !m_isSourceCertain)
        return false;
    if (m_gate == BrakeGate::Probing && !isOfFirstPart(seat.walk.part()))
        return false;
    return hasRoomFor(seat);
}

bool PartQueue::canGoOn(const Seat &seat) const
{
    return seat.stage != Stage::Unsent || crossesOff() || !givenUp();
}

bool PartQueue::isOver() const
{
    if (leaving())
        return true;
    if (m_making || planWanted())
        return false;
    return std::ranges::none_of(
        m_seats, [this](const auto &entry) { return entry.second.taken || canGoOn(entry.second); });
}

int PartQueue::unsentFiles() const
{
    return static_cast<int>(std::ranges::count_if(
        m_seats, [](const auto &entry) { return entry.second.stage != Stage::Followed; }));
}

int PartQueue::readyFiles() const
{
    return static_cast<int>(std::ranges::count_if(m_seats, [](const auto &entry) {
        return entry.second.stage != Stage::Followed && !entry.second.lacksFile;
    }));
}

bool PartQueue::goesBefore(const Seat &seat, const Seat &other)
{
    const auto rank = [](const Seat &one) {
        return one.stage == Stage::Asked ? 0 : one.stage == Stage::Unsent ? 1 : 2;
    };
    return std::pair(rank(seat), seat.due) < std::pair(rank(other), other.due);
}

/// Whose turn it is, where the service answers at once and what is asked about are the records themselves:
/// rows that are alike are told apart only when nothing else is under way, and one part after the other.
PartQueue::Turn PartQueue::turnNow(std::chrono::milliseconds now) const
{
    Turn turn;
    for (const auto &[number, seat] : m_seats) {
        if (!seat.walk.kind().answersAtOnce)
            continue;
        const bool asks = seat.stage == Stage::Asked && !seat.lacksFile;
        if (seat.taken && seat.stage == Stage::Sending)
            turn.asks = false; // comes home first
        else if (asks && seat.taken)
            turn = { .asks = false, .sends = false };
        else if (asks && std::max(seat.due, m_heldUntil) <= now)
            turn.sends = false;
    }
    return turn;
}

PartQueue::Choice PartQueue::choose()
{
    Choice choice;
    const auto now = m_context.walk.clock.elapsed();
    const bool drops = crossesOff();
    const Turn turn = turnNow(now);
    for (auto &[number, seat] : m_seats) {
        if (seat.taken)
            continue;
        if (seat.stage == Stage::Asked && seat.walk.kind().answersAtOnce && !turn.asks)
            continue;
        if (seat.stage == Stage::Unsent && drops)
            return { .seat = &seat, .drops = true, .nextDue = {} };
        if (seat.lacksFile)
            continue;
        if (seat.stage == Stage::Unsent) {
            if (!turn.sends || !mayBeSent(seat))
                continue;
            if (m_gate == BrakeGate::Shut)
                return { .brakes = true, .nextDue = {} };
        }
        const auto held = seat.stage == Stage::Unsent ? std::max(m_heldUntil, m_sendsHeldUntil) : m_heldUntil;
        if (const auto due = std::max(seat.due, held); due > now)
            choice.nextDue = std::min(due, choice.nextDue.value_or(due));
        else if (!choice.seat || goesBefore(seat, *choice.seat))
            choice.seat = &seat;
    }
    return choice;
}

// ---- wishes, time -----------------------------------------------------------------------------------------

void PartQueue::heedWishes()
{
    const RunControl &control = m_context.walk.control;
    if (control.tries() != m_tries) {
        m_tries = control.tries();
        m_heldUntil = 0ms;
        m_sendsHeldUntil = 0ms;
        for (auto &[number, seat] : m_seats) {
            if (seat.blocked)
                seat.due = 0ms;
        }
    }
    if (control.stopping() && !m_stopHeard) {
        m_stopHeard = true;
        allDueNow();
    }
    if (const auto slept = m_sleep.look()) {
        allDueNow();
        m_context.walk.board.slept(slept->from, slept->until);
    }
}

void PartQueue::allDueNow()
{
    m_heldUntil = 0ms;
    m_sendsHeldUntil = 0ms;
    for (auto &[number, seat] : m_seats)
        seat.due = 0ms;
}

void PartQueue::pullBrake(std::unique_lock<std::mutex> &lock)
{
    m_braked = true;
    m_resumes = m_context.walk.control.resumes();
    const RunBrake brake = m_brake;
    lock.unlock(); // it is told now, and the control tells the queue
    if (!m_context.endsAtBrake) {
        m_context.walk.control.pause();
        m_context.walk.board.brakes(brake);
    }
    const auto noted = m_context.walk.ledger.noteBraked();
    lock.lock();
    if (!noted)
        fail(noted.error());
    if (m_context.endsAtBrake)
        m_endedAt = brake;
    changed();
}

void PartQueue::releaseBrake(std::unique_lock<std::mutex> &lock)
{
    m_braked = false;
    m_gate = BrakeGate::Probing; // until it is on disk
    lock.unlock();
    const auto released = m_context.walk.ledger.releaseBrake();
    m_context.walk.board.brakes({});
    lock.lock();
    if (released)
        m_gate = BrakeGate::Open;
    else
        fail(released.error());
    changed();
}

void PartQueue::wait(std::unique_lock<std::mutex> &lock, std::optional<std::chrono::milliseconds> until)
{
    if (!until || m_sleeping) {
        m_changed.wait(lock, [this, seen = m_changes] { return m_changes != seen; });
        return;
    }
    m_sleeping = true;
    m_wake = std::stop_source();
    const auto nap
        = std::clamp(*until - m_context.walk.clock.elapsed(), std::chrono::milliseconds(0), longestNap);
    lock.unlock();
    m_context.walk.clock.sleepFor(nap, m_wake.get_token());
    lock.lock();
    m_sleeping = false;
    changed(); // another lane waits for what comes after this
}

void PartQueue::changed()
{
    ++m_changes;
    m_changed.notify_all();
    m_wake.request_stop();
    if (givenUp() || m_context.walk.control.startsNoMore())
        m_planningEnds.request_stop(); // it may be reading a large file
}

void PartQueue::wake()
{
    const std::scoped_lock lock(m_mutex);
    changed();
}

// ---- how it ends ------------------------------------------------------------------------------------------

void PartQueue::failed(const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    fail(error);
    changed();
}

void PartQueue::fail(const Error &error)
{
    if (!m_error)
        m_error = error;
}

std::optional<Error> PartQueue::error() const
{
    const std::scoped_lock lock(m_mutex);
    return m_error;
}

bool PartQueue::gateIs(BrakeGate gate) const
{
    const std::scoped_lock lock(m_mutex);
    return m_gate == gate;
}

qint64 PartQueue::waitsForPart() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waitsForPart;
}

RunBrake PartQueue::endedAt() const
{
    const std::scoped_lock lock(m_mutex);
    return m_endedAt;
}

} // namespace rowlift
