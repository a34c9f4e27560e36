#include "app/run/run_control.h"

#include <QtGlobal>

namespace rowlift {

RunControl::Watch::Watch(RunControl &control, std::function<void()> changed)
    : m_control(control)
{
    const std::scoped_lock lock(m_control.m_watching);
    Q_ASSERT(!m_control.m_changed);
    m_control.m_changed = std::move(changed);
}

RunControl::Watch::~Watch()
{
    const std::scoped_lock lock(m_control.m_watching);
    m_control.m_changed = {};
}

void RunControl::tellChanged()
{
    const std::scoped_lock lock(m_watching);
    if (m_changed)
        m_changed();
}

void RunControl::pause()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = true;
    }
    tellChanged();
}

void RunControl::resume()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = false;
        ++m_resumes;
    }
    tellChanged();
}

void RunControl::stopAfterParts()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_noMoreParts = true;
        m_paused = false;
    }
    tellChanged();
}

void RunControl::tryNow()
{
    {
        const std::scoped_lock lock(m_mutex);
        ++m_tries;
    }
    tellChanged();
}

void RunControl::stop()
{
    m_interrupted.request_stop();
    stopAfterParts();
}

void RunControl::quit()
{
    m_leaving.request_stop();
    m_interrupted.request_stop();
    stopAfterParts();
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

bool RunControl::startsNoMore() const
{
    const std::scoped_lock lock(m_mutex);
    return m_noMoreParts || m_interrupted.stop_requested();
}

int RunControl::resumes() const
{
    const std::scoped_lock lock(m_mutex);
    return m_resumes;
}

int RunControl::tries() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tries;
}

} // namespace rowlift
