#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace rowlift {

/// The wait that a Retry-After header names, in seconds or as an HTTP date (RFC 9110, 10.2.3); nothing when
/// it is absent or senseless. Never negative.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now);

} // namespace rowlift
