#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace rowlift {

/// A stop of its own for work that must come to an end: asked for when \a longest is over, or \a grace after
/// \a outer was.
class TimeLimit {
public:
    TimeLimit(std::chrono::milliseconds longest, std::stop_token outer, std::chrono::milliseconds grace);

    std::stop_token token() const { return m_end.get_token(); }

private:
    void watch(std::chrono::milliseconds longest, std::stop_token outer, std::chrono::milliseconds grace,
               std::stop_token leave);

    std::stop_source m_end;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::jthread m_watch; // last: it ends first
};

} // namespace rowlift
