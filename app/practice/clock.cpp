#include "app/practice/clock.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace rowlift::practice {

qint64 Clock::now() const
{
    return QDateTime::currentMSecsSinceEpoch() + added();
}

qint64 Clock::added() const
{
    const std::scoped_lock lock(m_mutex);
    return m_added;
}

void Clock::setAdded(qint64 milliseconds)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_added = milliseconds;
        ++m_calls;
    }
    m_changed.notify_all();
}

void Clock::advance(qint64 milliseconds)
{
    setAdded(added() + milliseconds);
}

void Clock::waitUntil(qint64 time, std::stop_token stop, quint64 &heard)
{
    // A day at a time: the sum of a far time and the machine's clock must not overflow.
    const qint64 wait = std::clamp<qint64>(time - now(), 0, 86'400'000);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, std::chrono::milliseconds(wait), [&] { return m_calls != heard; });
    heard = m_calls;
}

void Clock::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        ++m_calls;
    }
    m_changed.notify_all();
}

} // namespace rowlift::practice
