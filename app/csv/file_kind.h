#pragma once

#include "app/base/error.h"

#include <optional>
#include <string_view>

namespace rowlift {

/// Why \a head cannot be the beginning of a text: empty, or a picture, a PDF, a workbook … by its magic
/// bytes.
std::optional<Error> whyNoTable(std::string_view head);

/// Nothing known, but full of control characters. Not to be asked of UTF-16 or UTF-32.
std::optional<Error> whyNoText(std::string_view head);

} // namespace rowlift
