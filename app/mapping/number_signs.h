#pragma once

#include "app/mapping/number_text.h"

namespace rowlift {

/// What stands around a number, each at most once.
struct NumberSigns {
    bool sign = false;
    bool minus = false;
    bool money = false;
    bool percent = false;
    char decimal = '\0'; ///< Before the dash of a whole amount ("12,-"): stands before decimals.
};

/// Takes minus and plus signs, brackets, signs and codes of money, and (where \a form says so) a percent sign
/// from both ends of \a text, so that digits and what divides them are left. False when nothing is left.
bool takeNumberSigns(std::string_view &text, const NumberForm &form, NumberSigns &signs);

} // namespace rowlift
