#pragma once

#include "app/base/clock.h"

#include <optional>

namespace rowlift {

/// Notices that the computer slept: then the wall clock has gone further than the time that waits are
/// reckoned in.
class SleepWatch {
public:
    explicit SleepWatch(const Clock &clock);

    struct Sleep {
        QDateTime from; ///< UTC
        QDateTime until;
    };
    /// A sleep since the last look of more than a minute; less may be the clock that was set.
    std::optional<Sleep> look();

private:
    const Clock &m_clock;
    QDateTime m_now;
    std::chrono::milliseconds m_elapsed;
};

} // namespace rowlift
