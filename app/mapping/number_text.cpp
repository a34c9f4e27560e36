#include "app/mapping/number_text.h"

#include "app/mapping/blanks.h"
#include "app/mapping/number_signs.h"
#include "app/mapping/text_scanner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

namespace rowlift {

namespace {

constexpr std::size_t longestNumber = 64;

bool isDigit(char c)
{
    return TextScanner::isDigit(c);
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

/// One kind of sign between digits.
struct Divider {
    int count = 0;
    std::size_t last = 0; ///< Where the last of them is.
};

/// Digits and what divides them in one byte each: every blank as ' ', every apostrophe as '\''.
struct DividedNumber {
    std::array<char, longestNumber> bytes;
    std::size_t size = 0;
    Divider point {};
    Divider comma {};
    Divider blank {};
    Divider quote {};
    std::string_view exponent {}; ///< "e3" and what is behind it.

    std::string_view text() const { return { bytes.data(), size }; }
    void add(char c, Divider &divider)
    {
        ++divider.count;
        divider.last = size;
        bytes[size++] = c;
    }
};

/// A blank, an apostrophe or a wide sign that \a text begins with, as one byte; '\0' for all else.
char narrowed(std::string_view text, std::size_t &bytes)
{
    const Blank blank = blankAt(text);
    bytes = blank.bytes;
    if (blank.bytes > 0)
        return ' ';
    if (text.starts_with("’") || text.starts_with("‘")) {
        bytes = 3;
        return '\'';
    }
    if (text.starts_with("´")) {
        bytes = 2;
        return '\'';
    }
    constexpr std::string_view wide = "\xEF\xBC"; // as Japanese keyboards have them
    if (text.size() < 3 || !text.starts_with(wide) || static_cast<unsigned char>(text[2]) < 0x8C)
        return '\0';
    bytes = 3;
    return static_cast<char>(static_cast<unsigned char>(text[2]) - 0x60);
}

/// False when there is more in it than a number has.
bool divide(std::string_view text, DividedNumber &number)
{
    for (std::size_t at = 0; at < text.size();) {
        if (number.size == longestNumber)
            return false;
        std::size_t bytes = 1;
        char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80 || c <= ' ')
            c = narrowed(text.substr(at), bytes);
        if (isDigit(c)) {
            number.bytes[number.size++] = c;
        } else if (c == '.') {
            number.add(c, number.point);
        } else if (c == ',') {
            number.add(c, number.comma);
        } else if (c == ' ') {
            number.add(c, number.blank);
        } else if (c == '\'') {
            number.add(c, number.quote);
        } else if (c == 'e' || c == 'E') {
            number.exponent = text.substr(at);
            return text.size() <= longestNumber;
        } else {
            return false;
        }
        at += bytes;
    }
    return number.size > 0;
}

/// '\0': each value is read by itself.
char decidedSign(const NumberForm &form)
{
    switch (form.decimals) {
    case DecimalSign::Undecided:
        return '\0';
    case DecimalSign::Point:
        return '.';
    case DecimalSign::Comma:
        return ',';
    }
    return '\0';
}

struct Separators {
    char group = '\0';
    char decimal = '\0';
    bool readable = true;
};

/// Of a number with points only, or with commas only.
Separators ofOneKind(const DividedNumber &number, char separator, const Divider &divider,
                     const NumberForm &form)
{
    if (divider.count > 1)
        return { .group = separator };
    constexpr std::size_t digitsOfGroup = 3;
    const bool mayBeGroup = number.size - divider.last - 1 == digitsOfGroup && divider.last >= 1
        && divider.last <= digitsOfGroup && number.bytes[0] != '0';
    const char decided = decidedSign(form);
    if (!mayBeGroup || decided == separator)
        return { .decimal = separator };
    if (decided == '\0')
        return { .decimal = '.', .readable = separator == '.' && !form.whole };
    return { .group = separator };
}

Separators separatorsOf(const DividedNumber &number, const NumberForm &form)
{
    const bool point = number.point.count > 0;
    const bool comma = number.comma.count > 0;
    const bool blank = number.blank.count > 0;
    if (blank || number.quote.count > 0)
        return { .group = blank ? ' ' : '\'',
                 .decimal = point ? '.'
                     : comma      ? ','
                                  : '\0',
                 .readable = !(blank && number.quote.count > 0) && !(point && comma) };
    if (point && comma)
        return number.point.last > number.comma.last ? Separators { .group = ',', .decimal = '.' }
                                                     : Separators { .group = '.', .decimal = ',' };
    if (!point && !comma)
        return {};
    return point ? ofOneKind(number, '.', number.point, form) : ofOneKind(number, ',', number.comma, form);
}

/// Writes the digits of \a text, in groups of three by \a group; India's are of two but for the last. Returns
/// the end, or null when the groups are others.
char *writeWhole(std::string_view text, char group, char *to)
{
    const std::size_t first = std::min(text.find(group), text.size());
    const std::size_t last = text.rfind(group);
    const bool grouped = first < text.size();
    const bool byTwo = group == ',' && grouped && last > first && text.find(group, first + 1) - first == 3;
    if (first == 0 || (grouped && first > (byTwo ? 2U : 3U)))
        return nullptr;
    std::size_t run = 0; // digits since the last separator
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isDigit(text[i])) {
            *to++ = text[i];
            ++run;
            continue;
        }
        if (text[i] != group || (i > first && run != (byTwo ? 2U : 3U)))
            return nullptr;
        run = 0;
    }
    return grouped && run != 3 ? nullptr : to;
}

bool appendDecimals(std::string_view decimals, bool whole, std::string &into)
{
    if (decimals.empty())
        return true;
    if (!allDigits(decimals))
        return false;
    if (whole)
        return std::ranges::all_of(decimals, [](char c) { return c == '0'; });
    into += '.';
    into.append(decimals);
    return true;
}

/// Writes the number in \a number; false when its groups or decimals are none.
bool appendPlain(const DividedNumber &number, const NumberForm &form, std::string &into)
{
    const Separators separators = separatorsOf(number, form);
    const char decided = decidedSign(form);
    // What can only be read by the other sign contradicts its column.
    if (!separators.readable
        || (decided != '\0'
            && (separators.group == decided
                || (separators.decimal != '\0' && separators.decimal != decided))))
        return false;
    const Divider &decimal = separators.decimal == '.' ? number.point : number.comma;
    const bool parted = separators.decimal != '\0';
    if (parted && decimal.count != 1)
        return false;
    const auto text = number.text();
    const auto before = parted ? text.substr(0, decimal.last) : text;
    const auto decimals = parted ? text.substr(decimal.last + 1) : std::string_view();
    std::array<char, longestNumber + 1> whole;
    char *end = whole.data();
    if (before.empty() && !decimals.empty())
        *end++ = '0';
    else if (end = writeWhole(before, separators.group, end); !end)
        return false;
    const char *begin = whole.data();
    while (begin + 1 < end && *begin == '0')
        ++begin;
    into.append(begin, static_cast<std::size_t>(end - begin));
    return appendDecimals(decimals, form.whole, into);
}

/// "1.5e3", "1,5E+03": the exponent stays; programs write it, people do not.
bool appendExponential(std::string_view mantissa, std::string_view exponent, char decided, std::string &into)
{
    auto power = exponent.substr(1);
    if (power.starts_with('-') || power.starts_with('+'))
        power.remove_prefix(1);
    constexpr std::size_t longestPower = 3;
    if (!allDigits(power) || power.size() > longestPower)
        return false;
    const auto point = mantissa.find_first_of(".,");
    if (point != mantissa.npos && decided != '\0' && mantissa[point] != decided)
        return false;
    if (!allDigits(mantissa.substr(0, point)))
        return false;
    into.append(mantissa.substr(0, point));
    if (point != mantissa.npos && !appendDecimals(mantissa.substr(point + 1), false, into))
        return false;
    into.append(exponent);
    return true;
}

/// As readNumber(); \a signs are those that stood around it.
bool readSigned(std::string_view text, const NumberForm &form, std::string &into, NumberSigns &signs)
{
    into.clear();
    if (!takeNumberSigns(text, form, signs))
        return false;
    if (signs.minus)
        into += '-';
    DividedNumber number;
    if (!divide(text, number))
        return false;
    if (!number.exponent.empty())
        return !form.whole && appendExponential(number.text(), number.exponent, decidedSign(form), into);
    if (signs.decimal == '\0')
        return appendPlain(number, form, into);
    // "1.234,-": the other sign can only stand between thousands, whatever the column says of open numbers.
    NumberForm own = form;
    own.decimals = signs.decimal == '.' ? DecimalSign::Point : DecimalSign::Comma;
    const bool divided = number.point.count + number.comma.count > 0;
    const bool contradicts
        = divided && form.decimals != DecimalSign::Undecided && form.decimals != own.decimals;
    const Divider &again = signs.decimal == '.' ? number.point : number.comma;
    return !contradicts && again.count == 0 && appendPlain(number, own, into);
}

} // namespace

bool isPlainNumber(std::string_view text, const NumberForm &form)
{
    const char *at = text.data();
    const char *end = at + text.size();
    if (at != end && *at == '-')
        ++at;
    const char *first = at;
    while (at != end && isDigit(*at))
        ++at;
    if (at == first || (at - first > 1 && *first == '0') || text.size() > longestNumber)
        return false;
    if (at == end)
        return true;
    if (*at != '.' || form.whole)
        return false;
    const char *point = at++;
    while (at != end && isDigit(*at))
        ++at;
    if (at != end || at == point + 1)
        return false;
    return form.decimals != DecimalSign::Comma;
}

bool readNumber(std::string_view text, const NumberForm &form, std::string &into)
{
    NumberSigns signs;
    return readSigned(text, form, into, signs);
}

bool spellOutExponent(std::string &number)
{
    constexpr int largestPower = 300;
    const auto e = number.find_first_of("eE");
    if (e == number.npos)
        return true;
    const char *begin = number.data() + e + 1 + (number[e + 1] == '+' ? 1 : 0);
    int power = 0;
    if (std::from_chars(begin, number.data() + number.size(), power).ec != std::errc()
        || std::abs(power) > largestPower)
        return false;
    const bool isNegative = number.front() == '-';
    std::string digits = number.substr(isNegative ? 1 : 0, e - (isNegative ? 1 : 0));
    const auto point = digits.find('.');
    auto whole = static_cast<int>(point == digits.npos ? digits.size() : point) + power;
    if (point != digits.npos)
        digits.erase(point, 1);
    if (whole <= 0) {
        digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
        whole = 1;
    }
    if (static_cast<std::size_t>(whole) > digits.size())
        digits.append(static_cast<std::size_t>(whole) - digits.size(), '0');
    const auto decimals = static_cast<std::size_t>(whole);
    if (decimals < digits.size())
        digits.insert(decimals, 1, '.');
    digits.erase(0, std::min(digits.find_first_not_of('0'), decimals - 1));
    number = (isNegative ? "-" : "") + digits;
    return true;
}

NumberSign numberSign(std::string_view text, bool percent)
{
    std::string asPoint;
    std::string asComma;
    NumberSigns signs;
    const bool point = readNumber(text, { .percent = percent, .decimals = DecimalSign::Point }, asPoint);
    const bool comma
        = readSigned(text, { .percent = percent, .decimals = DecimalSign::Comma }, asComma, signs);
    if (!point && !comma)
        return NumberSign::Unreadable;
    if (point != comma)
        return point ? NumberSign::Point : NumberSign::Comma;
    if (asPoint != asComma)
        return NumberSign::Either;
    if (signs.decimal == '\0')
        return NumberSign::Any;
    return signs.decimal == '.' ? NumberSign::Point : NumberSign::Comma;
}

} // namespace rowlift
