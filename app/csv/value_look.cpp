#include "app/csv/value_look.h"

#include <QString>

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

std::size_t digitsAhead(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
}

/// The bytes of the separator that \a text begins with: '.', ',', an apostrophe or one of three kinds of
/// blank.
std::size_t separatorAhead(std::string_view text)
{
    constexpr std::array<std::string_view, 6> separators = { ".", ",", "'", " ", "\xC2\xA0", "\xE2\x80\xAF" };
    for (const std::string_view separator : separators) {
        if (text.starts_with(separator))
            return separator.size();
    }
    return 0;
}

std::string_view withoutExponent(std::string_view value)
{
    const std::size_t e = value.find_first_of("eE");
    if (e == std::string_view::npos || e == 0)
        return value;
    std::string_view exponent = value.substr(e + 1);
    if (exponent.starts_with('+') || exponent.starts_with('-'))
        exponent.remove_prefix(1);
    return allDigits(exponent) ? value.substr(0, e) : value;
}

bool isCalendarDay(std::string_view first, std::string_view second)
{
    const auto number = [](std::string_view digits) {
        return digits.size() == 1 ? digits[0] - '0' : (digits[0] - '0') * 10 + digits[1] - '0';
    };
    const int a = number(first);
    const int b = number(second);
    return a >= 1 && b >= 1 && std::min(a, b) <= 12 && std::max(a, b) <= 31;
}

bool isTimeOfDay(std::string_view text)
{
    return text.find(':') != std::string_view::npos
        && text.find_first_not_of("0123456789:.,+-ZTAPMapm ") == std::string_view::npos;
}

} // namespace

std::string_view trimmedValue(std::string_view value)
{
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1);
}

bool hasLeadingZero(std::string_view value)
{
    return value.size() > 1 && value.front() == '0' && allDigits(value);
}

bool looksLikeNumber(std::string_view value)
{
    if (value.starts_with('-'))
        value.remove_prefix(1);
    value = withoutExponent(value);
    std::size_t length = digitsAhead(value);
    if (length == 0 || hasLeadingZero(value))
        return false;
    std::size_t digits = length;
    std::string_view group; // the separator of thousands, once it is sure
    std::string_view rest = value.substr(length);
    bool fraction = false;
    while (!rest.empty()) {
        const std::size_t bytes = separatorAhead(rest);
        const std::string_view separator = rest.substr(0, bytes);
        const std::size_t next = digitsAhead(rest.substr(bytes));
        if (bytes == 0 || next == 0 || fraction)
            return false;
        const bool decimalMark = separator == "." || separator == ",";
        const bool groups = next == 3 && (group.empty() ? length <= 3 : separator == group);
        const bool endsHere = rest.size() == bytes + next;
        if (!groups && !(decimalMark && endsHere && separator != group))
            return false;
        fraction = !groups;
        group = groups ? separator : group;
        digits += next;
        rest.remove_prefix(bytes + next);
    }
    return digits <= 15;
}

bool looksLikeDate(std::string_view value)
{
    const std::size_t first = digitsAhead(value);
    if (value.size() < first + 4)
        return false;
    const char separator = value[first];
    if (separator != '.' && separator != '/' && separator != '-')
        return false;
    const std::string_view middle = value.substr(first + 1);
    const std::size_t second = digitsAhead(middle);
    if (second < 1 || second > 2 || middle.size() < second + 2 || middle[second] != separator)
        return false;
    const std::string_view end = middle.substr(second + 1);
    const std::size_t third = digitsAhead(end);
    const std::string_view behind = end.substr(third);
    if (!behind.empty() && !((behind[0] == ' ' || behind[0] == 'T') && isTimeOfDay(behind.substr(1))))
        return false;
    if (first == 4)
        return third >= 1 && third <= 2 && isCalendarDay(middle.substr(0, second), end.substr(0, third));
    return first >= 1 && first <= 2 && (third == 2 || third == 4)
        && isCalendarDay(value.substr(0, first), middle.substr(0, second));
}

bool looksLikeEmail(std::string_view value)
{
    const std::size_t at = value.find('@');
    if (at == 0 || at == std::string_view::npos || value.find('@', at + 1) != std::string_view::npos)
        return false;
    if (value.find_first_of(" \t\r\n,;:|<>()\"") != std::string_view::npos)
        return false;
    const std::string_view domain = value.substr(at + 1);
    if (domain.find_first_of("/~#$%&*+=!?{}[]\\^`'") != std::string_view::npos)
        return false;
    const std::size_t dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() && domain.front() != '.';
}

bool looksLikeYesNo(std::string_view value)
{
    constexpr qsizetype longestWord = 11;
    if (static_cast<qsizetype>(value.size()) > longestWord)
        return false;
    static constexpr std::array words
        = { u"yes",  u"no",   u"y",      u"n",         u"true",  u"false", u"ja",
            u"nein", u"j",    u"wahr",   u"falsch",    u"oui",   u"non",   u"vrai",
            u"faux", u"sí",   u"si",     u"verdadero", u"falso", u"sì",    u"vero",
            u"nee",  u"waar", u"onwaar", u"sim",       u"não",   u"nao",   u"verdadeiro",
            u"tak",  u"nie",  u"prawda", u"fałsz",     u"nej",   u"sant",  u"falskt" };
    const QString word = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toLower();
    return std::any_of(words.begin(), words.end(), [&word](const char16_t *known) { return word == known; });
}

} // namespace rowlift
