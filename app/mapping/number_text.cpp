#include "app/mapping/number_text.h"

#include "app/mapping/blanks.h"
#include "app/mapping/text_scanner.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

// What is longer stands before what it begins with.
constexpr std::array moneySigns { "€"sv,  "£"sv,  "¥"sv,  "￥"sv,  "₹"sv,    "₩"sv,   "₽"sv, "₺"sv,
                                  "₪"sv,  "฿"sv,  "₫"sv,  "₴"sv,   "₱"sv,    "zł"sv,  "ZŁ"sv,  "Kč"sv,
                                  "лв"sv, "円"sv, "元"sv, "US$"sv, "NZ$"sv,  "HK$"sv, "R$"sv,  "A$"sv,
                                  "C$"sv, "S$"sv, "$"sv,  "Fr."sv, "SFr."sv, "Rs."sv, "Rs"sv,  "kr."sv,
                                  "kr"sv, "Kr"sv, "Ft"sv, "lei"sv, "Euro"sv, "euro"sv };
// Source: ISO 4217, the money of places with many senders of mail.
constexpr std::array moneyCodes { "AED"sv, "ARS"sv, "AUD"sv, "BGN"sv, "BRL"sv, "CAD"sv, "CHF"sv,
                                  "CLP"sv, "CNY"sv, "COP"sv, "CZK"sv, "DKK"sv, "EGP"sv, "EUR"sv,
                                  "GBP"sv, "HKD"sv, "HRK"sv, "HUF"sv, "IDR"sv, "ILS"sv, "INR"sv,
                                  "ISK"sv, "JPY"sv, "KRW"sv, "KWD"sv, "MAD"sv, "MXN"sv, "MYR"sv,
                                  "NGN"sv, "NOK"sv, "NZD"sv, "PEN"sv, "PHP"sv, "PLN"sv, "QAR"sv,
                                  "RON"sv, "RSD"sv, "RUB"sv, "SAR"sv, "SEK"sv, "SGD"sv, "THB"sv,
                                  "TND"sv, "TRY"sv, "TWD"sv, "UAH"sv, "USD"sv, "VND"sv, "ZAR"sv };
constexpr std::array minusSigns { "-"sv, "\u2212"sv, "\u2013"sv, "\uFF0D"sv };

constexpr std::size_t longestNumber = 64;

bool isDigit(char c)
{
    return TextScanner::isDigit(c);
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, isDigit);
}

bool takeMoney(std::string_view &text, std::string_view sign)
{
    if (text.starts_with(sign))
        text = withoutBlanks(text.substr(sign.size()));
    else if (text.ends_with(sign))
        text = withoutBlanks(text.substr(0, text.size() - sign.size()));
    else
        return false;
    return true;
}

/// \a letters: three bytes.
bool isCode(std::string_view letters)
{
    const auto capital = [](char c) { return static_cast<char>(c & ~0x20); };
    const std::array code { capital(letters[0]), capital(letters[1]), capital(letters[2]) };
    return std::ranges::binary_search(moneyCodes, std::string_view(code.data(), code.size()));
}

/// True when there was one.
bool takeCurrency(std::string_view &text)
{
    for (const auto sign : moneySigns) {
        if (takeMoney(text, sign))
            return true;
    }
    constexpr std::size_t letters = 3;
    if (text.size() <= letters)
        return false;
    if (isCode(text.substr(0, letters))) {
        text = withoutBlanks(text.substr(letters));
        return true;
    }
    if (!isCode(text.substr(text.size() - letters)))
        return false;
    text = withoutBlanks(text.substr(0, text.size() - letters));
    return true;
}

/// What stands around a number, each at most once.
struct Around {
    bool sign = false;
    bool minus = false;
    bool money = false;
    bool percent = false;
};

bool takeSign(std::string_view &text, Around &around)
{
    if (around.sign)
        return false;
    for (const auto minus : minusSigns) {
        if (!takeMoney(text, minus))
            continue;
        around.sign = around.minus = true;
        return true;
    }
    if (text.starts_with('(') && text.ends_with(')')) {
        text = withoutBlanks(text.substr(1, text.size() - 2));
        around.sign = around.minus = true;
        return true;
    }
    if (!text.starts_with('+'))
        return false;
    text = withoutBlanks(text.substr(1));
    return around.sign = true;
}

/// "12,-" and "12.–" are whole amounts.
bool takeNoCents(std::string_view &text)
{
    for (const auto ending :
         { ",-"sv, ",--"sv, ".-"sv, ".--"sv, ",\u2013"sv, ".\u2013"sv, ",\u2014"sv, ".\u2014"sv }) {
        if (text.size() > ending.size() && text.ends_with(ending)) {
            text.remove_suffix(ending.size());
            return true;
        }
    }
    return false;
}

/// Leaves digits and what divides them. False when there is more around them than a number has.
bool takeAround(std::string_view &text, const NumberForm &form, Around &around)
{
    while (!text.empty() && (!isDigit(text.front()) || !isDigit(text.back()))) {
        if (takeNoCents(text) || takeSign(text, around))
            continue;
        if (form.percent && !around.percent && takeMoney(text, "%")) {
            around.percent = true;
            continue;
        }
        if (around.money || !takeCurrency(text))
            break;
        around.money = true;
    }
    return !text.empty();
}

/// Digits and separators in one byte each: every blank as ' ', every apostrophe as '\''. Empty when there is
/// more.
std::string_view separated(std::string_view text, std::array<char, longestNumber> &space)
{
    std::size_t size = 0;
    while (!text.empty()) {
        if (size == space.size())
            return {};
        std::size_t taken = 1;
        char c = text.front();
        if (static_cast<unsigned char>(c) >= 0x80 || c <= ' ') {
            const Blank blank = blankAt(text);
            const bool wide = text.size() >= 3 && text.starts_with("\xEF\xBC");
            if (blank.bytes > 0) {
                taken = blank.bytes;
                c = ' ';
            } else if (text.starts_with("’") || text.starts_with("‘") || text.starts_with("´")) {
                taken = text.starts_with("´") ? 2 : 3;
                c = '\'';
            } else if (wide
                       && static_cast<unsigned char>(text[2]) >= 0x8C) { // as Japanese keyboards have them
                taken = 3;
                c = static_cast<char>(static_cast<unsigned char>(text[2]) - 0x60);
            }
        }
        if (!isDigit(c) && c != '.' && c != ',' && c != ' ' && c != '\'')
            return {};
        space[size++] = c;
        text.remove_prefix(taken);
    }
    return { space.data(), size };
}

struct Separators {
    char group = '\0';
    char decimal = '\0';
    bool readable = true;
};

/// Whether one separator, once in \a text at \a at, could stand between thousands.
bool mayBeGroup(std::string_view text, std::size_t at)
{
    return text.size() - at - 1 == 3 && at >= 1 && at <= 3 && text.front() != '0';
}

Separators ofOneKind(std::string_view text, char separator, const NumberForm &form)
{
    const char other = separator == '.' ? ',' : '.';
    if (std::ranges::count(text, separator) > 1)
        return { .group = separator };
    if (!mayBeGroup(text, text.find(separator)))
        return { .decimal = separator };
    const char decided = form.decimals == DecimalSign::Point ? '.'
        : form.decimals == DecimalSign::Comma                ? ','
                                                             : '\0';
    if (decided == separator)
        return { .decimal = separator };
    if (decided == other)
        return { .group = separator };
    return { .decimal = '.', .readable = separator == '.' && !form.whole };
}

Separators separatorsOf(std::string_view text, const NumberForm &form)
{
    const auto point = text.rfind('.');
    const auto comma = text.rfind(',');
    const bool blanks = text.find(' ') != text.npos;
    const bool quotes = text.find('\'') != text.npos;
    const bool both = point != text.npos && comma != text.npos;
    if ((blanks && quotes) || ((blanks || quotes) && both))
        return { .readable = false };
    if (blanks || quotes)
        return { .group = blanks ? ' ' : '\'',
                 .decimal = point != text.npos ? '.'
                     : comma != text.npos      ? ','
                                               : '\0' };
    if (both)
        return point > comma ? Separators { .group = ',', .decimal = '.' }
                             : Separators { .group = '.', .decimal = ',' };
    if (point == text.npos && comma == text.npos)
        return {};
    return ofOneKind(text, point != text.npos ? '.' : ',', form);
}

/// Appends the digits of \a text, in groups of three by \a group; India's are of two but for the last.
bool appendGrouped(std::string_view text, char group, std::string &into)
{
    const auto first = text.substr(0, text.find(group));
    const auto last = text.rfind(group);
    const bool grouped = last != text.npos;
    const bool byTwo = group == ',' && grouped && last > first.size() && last - first.size() == 3;
    if (!allDigits(first) || (grouped && first.size() > (byTwo ? 2U : 3U)))
        return false;
    into.append(first);
    text.remove_prefix(first.size());
    while (!text.empty()) {
        const auto end = text.find(group, 1);
        const auto part = text.substr(1, end == text.npos ? end : end - 1);
        const bool isLast = end == text.npos;
        if (!allDigits(part) || part.size() != (byTwo && !isLast ? 2U : 3U))
            return false;
        into.append(part);
        text.remove_prefix(part.size() + 1);
    }
    return true;
}

void dropLeadingZeros(std::string &digits, std::size_t from)
{
    std::size_t zeros = 0;
    while (from + zeros + 1 < digits.size() && digits[from + zeros] == '0'
           && isDigit(digits[from + zeros + 1]))
        ++zeros;
    digits.erase(from, zeros);
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

bool appendPlain(std::string_view text, const NumberForm &form, std::string &into)
{
    const Separators separators = separatorsOf(text, form);
    if (!separators.readable)
        return false;
    const auto at = separators.decimal == '\0' ? text.npos : text.rfind(separators.decimal);
    if (at != text.npos && text.find(separators.decimal) != at)
        return false;
    const auto before = text.substr(0, at);
    const auto decimals = at == text.npos ? std::string_view() : text.substr(at + 1);
    const std::size_t start = into.size();
    if (before.empty() && !decimals.empty())
        into += '0';
    else if (separators.group != '\0' ? !appendGrouped(before, separators.group, into) : !allDigits(before))
        return false;
    else if (separators.group == '\0')
        into.append(before);
    dropLeadingZeros(into, start);
    return appendDecimals(decimals, form.whole, into);
}

/// "1.5e3", "1,5E+03": the exponent stays; programs write it, people do not.
bool appendExponential(std::string_view text, std::size_t at, std::string &into)
{
    const auto mantissa = text.substr(0, at);
    const auto exponent = text.substr(at);
    auto power = exponent.substr(1);
    if (power.starts_with('-') || power.starts_with('+'))
        power.remove_prefix(1);
    constexpr std::size_t longestPower = 3;
    if (!allDigits(power) || power.size() > longestPower)
        return false;
    const auto point = mantissa.find_first_of(".,");
    if (!allDigits(mantissa.substr(0, point)))
        return false;
    into.append(mantissa.substr(0, point));
    if (point != mantissa.npos && !appendDecimals(mantissa.substr(point + 1), false, into))
        return false;
    into.append(exponent);
    return true;
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
    // "1.234" is a thousand where commas stand before decimals
    return form.decimals != DecimalSign::Comma || at - point != 4 || point - first > 3 || *first == '0';
}

bool readNumber(std::string_view text, const NumberForm &form, std::string &into)
{
    into.clear();
    Around around;
    if (!takeAround(text, form, around))
        return false;
    if (around.minus)
        into += '-';
    const auto exponent = text.size() <= longestNumber ? text.find_first_of("eE") : text.npos;
    if (exponent != text.npos)
        return !form.whole && appendExponential(text, exponent, into);
    std::array<char, longestNumber> space;
    const auto plain = separated(text, space);
    return !plain.empty() && appendPlain(plain, form, into);
}

NumberSign numberSign(std::string_view text, bool percent)
{
    std::string asPoint;
    std::string asComma;
    const bool point = readNumber(text, { .percent = percent, .decimals = DecimalSign::Point }, asPoint);
    const bool comma = readNumber(text, { .percent = percent, .decimals = DecimalSign::Comma }, asComma);
    if (!point && !comma)
        return NumberSign::Unreadable;
    if (point != comma)
        return point ? NumberSign::Point : NumberSign::Comma;
    if (asPoint != asComma)
        return NumberSign::Either;
    const auto lastPoint = text.rfind('.');
    const auto lastComma = text.rfind(',');
    if (lastPoint == text.npos && lastComma == text.npos)
        return NumberSign::Any;
    const bool commaLast = lastPoint == text.npos || (lastComma != text.npos && lastComma > lastPoint);
    // With one kind of sign only, several of it stand between thousands, so the other one is the decimal
    // sign.
    const bool thousands = (lastPoint == text.npos || lastComma == text.npos)
        && std::ranges::count(text, commaLast ? ',' : '.') > 1;
    return commaLast != thousands ? NumberSign::Comma : NumberSign::Point;
}

} // namespace rowlift
