#pragma once

#include <string>
#include <string_view>

namespace rowlift {

/// What a single value is, as far as detection needs to know.
enum class ValueKind {
    Empty, ///< Also the words for it: "NULL", "N/A", "-".
    Number,
    Year, ///< A whole number from 1900 to 2099: as good a column name as a value.
    Amount, ///< A number with a currency or a percent sign.
    Date, ///< With or without a time of day.
    Time,
    Phone, ///< With a plus in front; others cannot be told from numbers.
    Email,
    Web,
    Code, ///< One word with digits: an article number, a post code, a telephone number.
    Text
};

/// \a value as UTF-8, with or without blanks around it.
ValueKind valueKind(std::string_view value);

/// Numbers, dates, addresses: what can hardly come from a wrong cut, and hardly names a column.
bool isTypedKind(ValueKind kind);

/// The pattern of a value: runs of letters are "a", of digits "9", of blanks " ", all else stands as it is.
/// At most some 24 characters of it.
std::string shapeOf(std::string_view value);

/// 0 for a piece that was cut wrongly, 1 for what is surely a value.
double valueScore(std::string_view cell);

} // namespace rowlift
