#pragma once

#include "app/mapping/text_space.h"

#include <string_view>

namespace rowlift {

/// What single cleaners do to a text (UTF-8). The result is the text, a part of it, or lies in \a space,
/// where the text does not.

/// Runs of blanks become one space, none at the ends; those without width vanish. Marks of direction stay
/// between words.
std::string_view squeezed(std::string_view text, TextSpace &space);

/// Only the decimal digits, of any script, as 0 … 9.
std::string_view digitsOf(std::string_view text, TextSpace &space);

/// Zeros in front of a text of digits only, up to \a digits; anything else, and blanks, stay as they are.
std::string_view withLeadingZeros(std::string_view text, std::size_t digits, TextSpace &space);

/// Each \a find, which is not empty, from left to right.
std::string_view replaced(std::string_view text, std::string_view find, std::string_view by,
                          TextSpace &space);

/// At most \a units UTF-16 units, as services count; a line break of two characters counts as the one that is
/// sent. Never within what people see as one character: a letter with its accents, an emoji of several.
std::string_view cutTo(std::string_view text, std::size_t units);

} // namespace rowlift
