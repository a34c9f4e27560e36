// The files that PartQueue has made, for parts that are to be sent.

#include "app/run/part_queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift {

namespace {

struct PartQueueWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartQueue)
};

Error waitsForWord(qint64 part)
{
    return { .kind = Error::Kind::BadInput,
             .sentence = PartQueueWords::tr("Nobody can tell whether part %1 arrived, and rows of the same "
                                            "records may only follow it. Decide about that part first.")
                             .arg(part),
             .detail = {},
             .retryAfter = {} };
}

/// How many files of parts that are not sent may lie on the disk. While the first part is being judged
/// nothing else is sent; what is ready by then goes out at once.
int filesAtOnce(int lanes)
{
    return 3 * lanes;
}

} // namespace

std::optional<PartQueue::FileTask> PartQueue::nextFile()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (leaving())
            return {};
        if (auto task = fileToMake()) {
            m_making = true;
            return task;
        }
        if (isOver()) {
            changed();
            return {};
        }
        m_changed.wait(lock, [this, seen = m_changes] { return m_changes != seen; });
    }
}

std::optional<PartQueue::FileTask> PartQueue::fileToMake()
{
    const int most = m_lanes + 1; // unsent files on the disk
    const bool forSending = !givenUp() && !crossesOff() && m_isSourceCertain;
    const bool hasRoom = readyFiles() < most;
    for (auto &[number, seat] : m_seats) {
        // What a refused call has left behind goes out first, and others may wait for it.
        const bool isWanted = forSending && (hasRoom || seat.walk.part().refusals > 0);
        if (!seat.lacksFile || seat.taken || (seat.stage == Stage::Unsent && !isWanted))
            continue;
        seat.taken = true;
        return FileTask { .again = seat.walk.part() };
    }
    if (!m_isSourceCertain)
        return sourceIsDoubted() ? std::optional(FileTask { .looksAtSource = true }) : std::nullopt;
    if (m_planning == Planning::AfterSettled && planWanted() && m_seats.empty()) {
        if (m_lost.empty()) {
            m_planning = Planning::Wanted;
        } else {
            m_waitsForPart = *m_lost.begin();
            fail(waitsForWord(m_waitsForPart));
            changed();
        }
    }
    if (m_planning == Planning::Wanted && planWanted() && unsentFiles() < filesAtOnce(m_lanes))
        return FileTask {};
    return {};
}

void PartQueue::made(const PartRecord &part, bool again)
{
    const std::scoped_lock lock(m_mutex);
    m_making = false;
    seat(part);
    Seat &seat = m_seats.at(part.number);
    seat.walk.fileIsFresh();
    if (again) {
        seat.walk.fileIs(part);
        seat.lacksFile = false;
        seat.taken = false;
    }
    changed();
}

void PartQueue::planned()
{
    const std::scoped_lock lock(m_mutex);
    m_making = false;
    m_planning = Planning::Over;
    changed();
}

bool PartQueue::sourceIsDoubted() const
{
    const bool sends = planWanted() || std::ranges::any_of(m_seats, [](const auto &entry) {
                           return entry.second.stage == Stage::Unsent;
                       });
    return sends && !givenUp() && !m_context.walk.control.startsNoMore();
}

void PartQueue::sourceIsCertain()
{
    const std::scoped_lock lock(m_mutex);
    m_making = false;
    m_isSourceCertain = true;
    changed();
}

void PartQueue::mustWaitForSettled()
{
    const std::scoped_lock lock(m_mutex);
    m_making = false;
    m_planning = Planning::AfterSettled;
    changed();
}

void PartQueue::notMade(const FileTask &task, const Error &error)
{
    const std::scoped_lock lock(m_mutex);
    m_making = false;
    if (task.again)
        m_seats.erase(task.again->number);
    else if (!task.looksAtSource)
        m_planning = Planning::Over;
    if (!error.cancelled())
        fail(error);
    changed();
}

} // namespace rowlift
