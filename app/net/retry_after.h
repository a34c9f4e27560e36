#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace rowlift {

/// A date as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). UTC; nothing when it is none.
std::optional<QDateTime> httpDate(const QByteArray &value);

/// The wait that a Retry-After header names, in seconds or as an HTTP date (RFC 9110, 10.2.3); nothing when
/// it is absent or senseless. Never negative.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, const QDateTime &now);

} // namespace rowlift
