#pragma once

#include "tests/unit/run/engine_rig.h"

#include <thread>

namespace rowlift::testing {

inline Error engineError(Error::Kind kind, std::optional<std::chrono::milliseconds> retryAfter = {})
{
    return { .kind = kind, .sentence = QStringLiteral("no"), .detail = {}, .retryAfter = retryAfter };
}

/// A clock that stands still until somebody wakes the sleeper.
class StandingClock : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC); }
    std::chrono::milliseconds elapsed() const override { return std::chrono::milliseconds(0); }
    bool sleepFor(std::chrono::milliseconds, std::stop_token stop) override
    {
        std::unique_lock lock(m_mutex);
        ++m_sleepers;
        m_changed.notify_all();
        m_changed.wait(lock, stop, [] { return false; });
        --m_sleepers;
        return false;
    }
    bool waitForSleeper()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [this] { return m_sleepers > 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_sleepers = 0;
};

/// What the board tells, for a test that waits for something of it.
class Heard {
public:
    RunBoard::Listener listener()
    {
        return [this](const RunSnapshot &snapshot) {
            const std::scoped_lock lock(m_mutex);
            m_last = snapshot;
            m_changed.notify_all();
        };
    }
    bool waitFor(const std::function<bool(const RunSnapshot &)> &condition)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), [&] { return condition(m_last); });
    }
    RunSnapshot last()
    {
        const std::scoped_lock lock(m_mutex);
        return m_last;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    RunSnapshot m_last;
};

/// A run in a thread of its own.
class Running {
public:
    explicit Running(EngineRig &rig, RunMode mode = RunMode::GoOn, Clock *clock = nullptr)
        : m_rig(rig)
        , m_thread([this, mode, clock] { m_end = m_rig.go(mode, false, clock); })
    {
    }
    ~Running()
    {
        if (m_thread.joinable()) {
            m_rig.control.quit();
            m_thread.join();
        }
    }
    RunEnd end()
    {
        m_thread.join();
        return m_end;
    }

private:
    EngineRig &m_rig;
    RunEnd m_end;
    std::thread m_thread;
};

} // namespace rowlift::testing
