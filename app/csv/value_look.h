#pragma once

#include <string_view>

namespace rowlift {

// What a single UTF-8 value looks like. The value is trimmed by the caller; an empty one is nothing of these.

/// "1200", "-1.200,50", "1 200.5", "1,23E+11". Not: numbers with a zero in front or more than 15 digits,
/// which are codes, and "+49…", which is a telephone number.
bool looksLikeNumber(std::string_view value);
/// Day, month and year in any order that ends or begins with the year, by ".", "/" or "-"; a time may follow.
bool looksLikeDate(std::string_view value);
bool looksLikeEmail(std::string_view value);
/// A word for yes or no in English, German, French, Spanish, Italian, Dutch, Portuguese, Polish or Swedish.
bool looksLikeYesNo(std::string_view value);
/// Digits only, with a zero in front: a post code, a telephone number, an article number.
bool hasLeadingZero(std::string_view value);

/// Without blanks at both ends.
std::string_view trimmedValue(std::string_view value);

} // namespace rowlift
