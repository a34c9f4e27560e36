#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace rowlift {

/// UTF-16 or UTF-32 without a byte order mark, told by where its NULs stand and by which order of bytes gives
/// line ends and delimiters; nothing when \a head is neither.
std::optional<QByteArray> guessWideEncoding(std::string_view head);

} // namespace rowlift
