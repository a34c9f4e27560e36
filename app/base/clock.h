#pragma once

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace rowlift {

/// The time, and the only way to wait for it to pass. Tests put a fake one in its place.
class Clock {
public:
    virtual ~Clock() = default;

    virtual QDateTime now() const = 0; ///< In UTC.
    /// Time since some fixed moment; never jumps when the wall clock is set.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// Blocks for \a duration. False when \a stop was requested before it was over; then it returns at once.
    virtual bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) = 0;
};

/// The computer's clock. May be shared between threads.
class SystemClock : public Clock {
public:
    QDateTime now() const override;
    std::chrono::milliseconds elapsed() const override;
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override;
};

} // namespace rowlift
