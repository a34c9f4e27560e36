#pragma once

#include "app/base/error.h"

#include <chrono>
#include <optional>
#include <random>

namespace rowlift {

/// Whether the way is only blocked for the moment: asking again later does no harm and may help.
bool mayPass(const Error &error);

/// How long to wait before the next try of what a blocked way kept from happening: longer and longer, with
/// some chance in it so that not all parts come back at the same moment, and never sooner than the service
/// asks for.
class RetryWait {
public:
    explicit RetryWait(quint64 seed)
        : m_chance(static_cast<std::minstd_rand::result_type>(seed))
    {
    }

    /// Empty when the way would be blocked for longer than \a patience. \a now: Clock::elapsed().
    std::optional<std::chrono::milliseconds> after(const Error &error, std::chrono::milliseconds now,
                                                   std::chrono::milliseconds patience);
    void wayIsFree();
    int tries() const { return m_tries; } ///< That came to nothing since the way was last free.

private:
    std::minstd_rand m_chance;
    int m_tries = 0;
    std::optional<std::chrono::milliseconds> m_blockedSince;
};

} // namespace rowlift
