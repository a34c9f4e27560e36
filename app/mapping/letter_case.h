#pragma once

#include "app/mapping/text_space.h"

#include <string_view>

namespace rowlift {

/// \a text (UTF-8) in other letters, by Unicode's full mapping and no language's own rules: "ß" becomes "SS",
/// a sigma at the end of a word "ς". The result lies in \a space, where \a text does not.
std::string_view upperCased(std::string_view text, TextSpace &space);
std::string_view lowerCased(std::string_view text, TextSpace &space);

/// A capital at the beginning of each word and behind hyphens and apostrophes, all else small: "O'Hara",
/// "Anna-Lena", "Mcdonald", "Van Der Berg". A single letter behind an apostrophe stays small ("Anna's"); so
/// do letters behind a digit ("3rd").
std::string_view titleCased(std::string_view text, TextSpace &space);

} // namespace rowlift
