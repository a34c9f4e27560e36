#pragma once

#include <string_view>

namespace rowlift {

/// The address in \a text (trimmed): without "mailto:", without the name in "Anna <anna@example.com>" and the
/// angle brackets. All else stays as it is, above all what holds several addresses.
std::string_view emailIn(std::string_view text);

} // namespace rowlift
