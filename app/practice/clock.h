#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace rowlift::practice {

/// The server's own time: the machine's clock plus what `POST clock` added. May be used from any thread.
class Clock {
public:
    /// Milliseconds since 1970, UTC.
    qint64 now() const;
    /// Milliseconds that were added so far; kept by the server over restarts.
    qint64 added() const;
    void setAdded(qint64 milliseconds);
    void advance(qint64 milliseconds);

    /// Waits until \a time is reached, wake() is called, or \a stop is requested.
    void waitUntil(qint64 time, std::stop_token stop);
    /// Ends a wait early, or the next one if none is under way.
    void wake();

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    qint64 m_added = 0;
    bool m_woken = false;
};

} // namespace rowlift::practice
