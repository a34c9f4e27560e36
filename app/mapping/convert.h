#pragma once

#include "app/mapping/mapping.h"

#include <optional>
#include <string>
#include <string_view>

namespace rowlift {

/// Without blanks at both ends: ASCII ones, no-break and thin spaces.
std::string_view trimmed(std::string_view text);

/// The yes and no words of ten languages, true and false, 1 and 0, in any case.
std::optional<bool> readBoolean(std::string_view text);

/// How a number field takes its numbers.
struct NumberForm {
    bool whole = false; ///< No decimals; ",00" is dropped.
    bool percent = false; ///< "12 %" is 12.
    DecimalSign decimals = DecimalSign::Undecided;
};

/// Writes the number that people wrote as \a text (trimmed) in plain digits with a decimal point. False when
/// it is no number, or could mean two.
bool readNumber(std::string_view text, const NumberForm &form, std::string &into);

} // namespace rowlift
