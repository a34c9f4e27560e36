#pragma once

#include "app/base/clock.h"

#include <functional>
#include <vector>

namespace rowlift::test {

/// A clock that jumps instead of waiting. For one thread.
class FakeClock : public Clock {
public:
    QDateTime now() const override { return m_start.addMSecs(m_elapsed.count()); }
    std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        sleeps.push_back(duration);
        m_elapsed += duration;
        if (onSleep)
            onSleep();
        return !stop.stop_requested();
    }

    /// The wall clock is set: \a now is what it shows from here on.
    void setTo(const QDateTime &now) { m_start = now.addMSecs(-m_elapsed.count()); }

    std::vector<std::chrono::milliseconds> sleeps;
    std::function<void()> onSleep;

private:
    QDateTime m_start { QDate(2026, 11, 21), QTime(9, 0), Qt::UTC };
    std::chrono::milliseconds m_elapsed { 0 };
};

} // namespace rowlift::test
