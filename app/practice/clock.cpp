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
        m_woken = true;
    }
    m_changed.notify_all();
}

void Clock::advance(qint64 milliseconds)
{
    setAdded(added() + milliseconds);
}

void Clock::waitUntil(qint64 time, std::stop_token stop)
{
    // A day at a time: the sum of a far time and the machine's clock must not overflow.
    const qint64 wait = std::clamp<qint64>(time - now(), 0, 86'400'000);
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, stop, std::chrono::milliseconds(wait), [this] { return m_woken; });
    m_woken = false;
}

void Clock::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

} // namespace rowlift::practice
