#pragma once

#include "app/base/clock.h"

#include <atomic>
#include <functional>

namespace rowlift::testing {

/// A clock on which sleeping takes no time: it moves its own time on instead.
class FakeClock : public Clock {
public:
    QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + m_elapsed + m_asleep, Qt::UTC);
    }
    std::chrono::milliseconds elapsed() const override { return std::chrono::milliseconds(m_elapsed); }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        m_elapsed += duration.count();
        ++sleeps;
        if (onSleep)
            onSleep();
        return !stop.stop_requested();
    }

    /// The computer sleeps: only the wall clock goes on.
    void computerSleeps(std::chrono::milliseconds duration) { m_asleep += duration.count(); }

    std::function<void()> onSleep;
    std::atomic<int> sleeps = 0;

private:
    std::atomic<qint64> m_elapsed = 0;
    std::atomic<qint64> m_asleep = 0;
};

} // namespace rowlift::testing
