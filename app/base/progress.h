#pragma once

#include <QtGlobal>

#include <functional>
#include <utility>

namespace rowlift {

/// How far a piece of work has come, told by the worker in its own unit (bytes, rows; the function that takes
/// it says which). May be told often: whoever listens throttles. An empty Progress listens to nothing.
class Progress {
public:
    using Listener = std::function<void(qint64 done, qint64 total)>;

    Progress() = default;
    explicit Progress(Listener listener)
        : m_listener(std::move(listener))
    {
    }

    /// \a total is 0 where it is not known.
    void tell(qint64 done, qint64 total) const
    {
        if (m_listener)
            m_listener(done, total);
    }

private:
    Listener m_listener;
};

} // namespace rowlift
