#include "app/run/sleep_watch.h"

#include <utility>

namespace rowlift {

namespace {
constexpr std::chrono::milliseconds shortestSleep = std::chrono::minutes(1);
}

SleepWatch::SleepWatch(const Clock &clock)
    : m_clock(clock)
    , m_now(clock.now())
    , m_elapsed(clock.elapsed())
{
}

std::optional<SleepWatch::Sleep> SleepWatch::look()
{
    const QDateTime before = std::exchange(m_now, m_clock.now());
    const auto elapsedBefore = std::exchange(m_elapsed, m_clock.elapsed());
    const std::chrono::milliseconds wall(before.msecsTo(m_now));
    if (wall - (m_elapsed - elapsedBefore) <= shortestSleep)
        return {};
    return Sleep { .from = before, .until = m_now };
}

} // namespace rowlift
