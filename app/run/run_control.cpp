#include "app/run/run_control.h"

#include <utility>

namespace rowlift {

void RunControl::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = true;
}

void RunControl::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = false;
    }
    m_changed.notify_all();
}

void RunControl::stopAfterParts()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_noMoreParts = true;
        m_paused = false;
    }
    m_changed.notify_all();
}

void RunControl::tryNow()
{
    std::stop_source waits;
    {
        const std::scoped_lock lock(m_mutex);
        waits = std::exchange(m_waits, std::stop_source());
    }
    waits.request_stop();
}

void RunControl::stop()
{
    m_interrupted.request_stop();
    resume();
}

void RunControl::quit()
{
    m_leaving.request_stop();
    m_interrupted.request_stop();
    resume();
}

bool RunControl::paused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

bool RunControl::stopping() const
{
    return m_interrupted.stop_requested() && !m_leaving.stop_requested();
}

bool RunControl::waitWhilePaused()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_paused || m_interrupted.stop_requested(); });
    return !m_interrupted.stop_requested();
}

} // namespace rowlift
