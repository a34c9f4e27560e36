#pragma once

#include "app/base/clock.h"

#include <memory>

namespace rowlift {

/// The clock of a service: the system's own, or one that is lent and outlives it (tests).
class ServiceClock {
public:
    ServiceClock()
        : m_own(std::make_unique<SystemClock>())
        , m_clock(*m_own)
    {
    }
    explicit ServiceClock(Clock &lent)
        : m_clock(lent)
    {
    }

    Clock &get() const { return m_clock; }

private:
    std::unique_ptr<Clock> m_own;
    Clock &m_clock;
};

} // namespace rowlift
