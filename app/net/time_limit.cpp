#include "app/net/time_limit.h"

#include <utility>

namespace rowlift {

TimeLimit::TimeLimit(std::chrono::milliseconds longest, std::stop_token outer,
                     std::chrono::milliseconds grace)
    : m_watch([this, longest, outer = std::move(outer), grace](std::stop_token leave) {
        watch(longest, outer, grace, std::move(leave));
    })
{
}

void TimeLimit::watch(std::chrono::milliseconds longest, std::stop_token outer,
                      std::chrono::milliseconds grace, std::stop_token leave)
{
    // What ends either wait: the work is done, or nobody wants it any more.
    std::stop_source either;
    const auto end = [&either] { either.request_stop(); };
    const std::stop_callback onLeave(leave, end);
    const std::stop_callback onOuter(outer, end);
    const auto never = [] { return false; };
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, either.get_token(), longest, never);
    if (outer.stop_requested() && !leave.stop_requested())
        m_changed.wait_for(lock, leave, grace, never);
    if (!leave.stop_requested())
        m_end.request_stop();
}

} // namespace rowlift
