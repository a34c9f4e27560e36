#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rowlift {

/// A number of a workbook, digit by digit.
///
/// Excel keeps binary numbers and writes 17 digits of them ("0.10000000000000001"). What is meant is the
/// shortest text that reads back as the same number; where rounding to the 15 digits that Excel knows leaves
/// 12 or fewer, the rest is the dust of a sum (23.799999999999997) and Excel shows 23.8 as well. Whole
/// numbers that a program wrote out keep every digit, however long.
struct Decimal {
    bool negative = false;
    std::string digits; ///< Without zeros at either end; empty: zero.
    int point = 0; ///< The value is 0.DIGITS × 10^point.

    /// Nothing when \a text is no number.
    static std::optional<Decimal> read(std::string_view text);

    bool zero() const { return digits.empty(); }
    std::string whole() const; ///< What stands before the decimal point; empty when that is 0.
    std::string fraction() const; ///< What stands behind it.
    /// In plain digits with a point; as 1.5E+30 only when it is huge or tiny.
    std::string text() const;
};

} // namespace rowlift
