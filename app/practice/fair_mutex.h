#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <mutex>

namespace rowlift::practice {

/// A mutex that serves first whoever came first, for std::unique_lock and the like.
///
/// The records' own lock favours whoever asks again at once: a running job would keep everybody else waiting
/// to its end.
class FairMutex {
public:
    void lock()
    {
        std::unique_lock guard(m_mutex);
        const quint64 mine = m_last++;
        m_changed.wait(guard, [&] { return m_served == mine; });
    }
    void unlock()
    {
        {
            const std::scoped_lock guard(m_mutex);
            ++m_served;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    quint64 m_last = 0;
    quint64 m_served = 0;
};

} // namespace rowlift::practice
