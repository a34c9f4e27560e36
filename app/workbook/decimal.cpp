#include "app/workbook/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rowlift {

namespace {

constexpr size_t digitsOfExcel = 15;
constexpr size_t digitsPeopleType = 12;
constexpr int longestWhole = 21; ///< From here on a number with an exponent keeps it.
constexpr int tiniestPoint = -9;

bool isDecimalDigit(char c)
{
    return c >= '0' && c <= '9';
}

void dropOuterZeros(Decimal &number)
{
    const size_t first = number.digits.find_first_not_of('0');
    if (first == std::string::npos) {
        number = { .negative = false, .digits = {}, .point = 0 };
        return;
    }
    number.digits.erase(0, first);
    number.point -= static_cast<int>(first);
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

/// "-12.50", without an exponent. Nothing when \a text has another shape.
std::optional<Decimal> literal(std::string_view text)
{
    Decimal number;
    if (text.starts_with('-') || text.starts_with('+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const size_t point = text.find('.');
    number.digits = text.substr(0, point);
    number.point = static_cast<int>(number.digits.size());
    if (point != std::string_view::npos)
        number.digits += text.substr(point + 1);
    if (number.digits.empty() || !std::ranges::all_of(number.digits, isDecimalDigit))
        return {};
    dropOuterZeros(number);
    return number;
}

Decimal fromScientific(std::string_view text)
{
    const size_t e = text.find('e');
    Decimal number = *literal(text.substr(0, e));
    int exponent = 0;
    const size_t digitsAt = text[e + 1] == '+' ? e + 2 : e + 1;
    std::from_chars(text.data() + digitsAt, text.data() + text.size(), exponent);
    number.point += number.zero() ? 0 : exponent;
    return number;
}

Decimal shortestOf(double value)
{
    std::array<char, 64> buffer {};
    const auto written = [&buffer](const std::to_chars_result &result) {
        return std::string_view(buffer.data(), static_cast<size_t>(result.ptr - buffer.data()));
    };
    char *const end = buffer.data() + buffer.size();
    const Decimal rounded = fromScientific(written(std::to_chars(
        buffer.data(), end, value, std::chars_format::scientific, static_cast<int>(digitsOfExcel) - 1)));
    if (rounded.digits.size() <= digitsPeopleType)
        return rounded;
    return fromScientific(written(std::to_chars(buffer.data(), end, value, std::chars_format::scientific)));
}

} // namespace

std::optional<Decimal> Decimal::read(std::string_view text)
{
    const bool wholeLiteral = text.find_first_of(".eE") == std::string_view::npos;
    if (auto number = literal(text); number && (wholeLiteral || number->digits.size() <= digitsOfExcel))
        return number;
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ptr != end || read.ec != std::errc() || value - value != 0) // not finite
        return {};
    return shortestOf(value);
}

std::string Decimal::whole() const
{
    if (point <= 0)
        return {};
    std::string text = digits.substr(0, static_cast<size_t>(point));
    text.resize(static_cast<size_t>(point), '0');
    return text;
}

std::string Decimal::fraction() const
{
    if (point >= static_cast<int>(digits.size()))
        return {};
    return point >= 0 ? digits.substr(static_cast<size_t>(point))
                      : std::string(static_cast<size_t>(-point), '0') + digits;
}

std::string Decimal::text() const
{
    if (zero())
        return "0";
    std::string text = negative ? "-" : "";
    const bool huge = point > longestWhole && point > static_cast<int>(digits.size());
    if (huge || point < tiniestPoint) {
        text += digits.front();
        if (digits.size() > 1)
            text.append(1, '.').append(digits, 1);
        const int exponent = point - 1;
        return text.append(exponent < 0 ? "E-" : "E+").append(std::to_string(std::abs(exponent)));
    }
    const std::string before = whole();
    text += before.empty() ? "0" : before;
    if (const std::string behind = fraction(); !behind.empty())
        text.append(1, '.').append(behind);
    return text;
}

} // namespace rowlift
