#pragma once

#include "app/mapping/treatment.h"

#include <string>
#include <string_view>

namespace rowlift {

/// How a number field takes its numbers.
struct NumberForm {
    bool whole = false; ///< No decimals; ",00" is dropped.
    bool percent = false; ///< "12 %" is 12.
    DecimalSign decimals = DecimalSign::Undecided;
};

/// Writes the number that people wrote as \a text (trimmed) in plain digits with a decimal point: without
/// thousands separators (also India's "1,23,456"), currency sign or code, plus sign and leading zeros;
/// "(12.50)" and "12-" are negative. An exponent stays, but not for whole numbers. False when it is no
/// number, could mean two, or can only be read by another decimal sign than \a form has.
bool readNumber(std::string_view text, const NumberForm &form, std::string &into);

/// Whether \a text already is what readNumber() would make of it, and nothing else could be meant.
bool isPlainNumber(std::string_view text, const NumberForm &form);

/// Writes \a number, with an exponent, in plain digits: "1.5e3" is "1500". False when they would be too many.
bool spellOutExponent(std::string &number);

/// What readNumber() makes of one value by either sign.
enum class NumberSign { Unreadable, Any, Point, Comma, Either };
/// The decimal sign that \a text (trimmed) needs: Any when it is the same number by both, Either when it is
/// two different ones.
NumberSign numberSign(std::string_view text, bool percent);

} // namespace rowlift
