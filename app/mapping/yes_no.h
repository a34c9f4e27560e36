#pragma once

#include <optional>
#include <string_view>

namespace rowlift {

/// The yes and no words of ten languages, true and false, on and off, 1 and 0 (and what databases make of
/// them), ticks and crosses; in any case, with accents or without. \a text is trimmed.
std::optional<bool> readBoolean(std::string_view text);

} // namespace rowlift
