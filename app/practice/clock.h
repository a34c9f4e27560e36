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

    /// Waits until \a time is reached, wake() is called, or \a stop is requested. \a heard counts what one
    /// waiter has heard of, from 0 on: what happens between two of its waits ends the second.
    void waitUntil(qint64 time, std::stop_token stop, quint64 &heard);
    /// Ends the waits of all waiters early, or the next one of those that are not waiting.
    void wake();

private:
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    qint64 m_added = 0;
    quint64 m_calls = 0;
};

} // namespace rowlift::practice
