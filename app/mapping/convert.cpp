#include "app/mapping/convert.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

constexpr std::array wideBlanks { "\xC2\xA0"sv, "\xE2\x80\xAF"sv, "\xE2\x80\x89"sv, "\xE3\x80\x80"sv,
                                  "\xEF\xBB\xBF"sv };

// In lower case; the few words with letters outside ASCII stand in both cases.
constexpr std::array yesWords { "1"sv,          "true"sv, "yes"sv,       "y"sv,          "t"sv,   "on"sv,
                                "x"sv,          "ja"sv,   "j"sv,         "wahr"sv,       "oui"sv, "vrai"sv,
                                "si"sv,         "sí"sv,   "SÍ"sv,        "sì"sv,         "SÌ"sv,  "s"sv,
                                "vero"sv,       "waar"sv, "verdadero"sv, "sim"sv,        "tak"sv, "prawda"sv,
                                "verdadeiro"sv, "sant"sv, "はい"sv,      "yes please"sv, "✓"sv,   "✔"sv };
constexpr std::array noWords { "0"sv,     "false"sv,  "no"sv,   "n"sv,      "f"sv,      "off"sv,
                               "nein"sv,  "non"sv,    "faux"sv, "falso"sv,  "nee"sv,    "onwaar"sv,
                               "não"sv,   "NÃO"sv,    "nao"sv,  "nie"sv,    "fałsz"sv,  "FAŁSZ"sv,
                               "falsz"sv, "falsch"sv, "nej"sv,  "falskt"sv, "いいえ"sv, "no thanks"sv };

constexpr std::array currencies { "€"sv,   "$"sv,   "£"sv,   "¥"sv,   "￥"sv,  "EUR"sv, "USD"sv, "GBP"sv,
                                  "CHF"sv, "Fr."sv, "SEK"sv, "NOK"sv, "DKK"sv, "PLN"sv, "JPY"sv, "CAD"sv,
                                  "AUD"sv, "BRL"sv, "R$"sv,  "kr"sv,  "zł"sv,  "円"sv };

constexpr std::size_t longestNumber = 64;

bool asciiBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

bool digitsOnly(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, digit);
}

/// \a word in lower case, but for letters outside ASCII.
bool sameWord(std::string_view text, std::string_view word)
{
    return std::ranges::equal(
        text, word, [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); });
}

void takeCurrency(std::string_view &text)
{
    for (const auto currency : currencies) {
        if (text.starts_with(currency)) {
            text = trimmed(text.substr(currency.size()));
            return;
        }
        if (text.ends_with(currency)) {
            text = trimmed(text.substr(0, text.size() - currency.size()));
            return;
        }
    }
}

/// True when there was a minus sign.
bool takeSign(std::string_view &text)
{
    constexpr auto minusSign = "\xE2\x88\x92"sv;
    if (text.starts_with(minusSign)) {
        text = trimmed(text.substr(minusSign.size()));
        return true;
    }
    if (!text.starts_with('-') && !text.starts_with('+'))
        return false;
    const bool minus = text.front() == '-';
    text = trimmed(text.substr(1));
    return minus;
}

/// Digits and separators in one byte each: every blank as ' ', every apostrophe as '\''. Empty when there is
/// more.
std::string_view separated(std::string_view text, std::array<char, longestNumber> &space)
{
    std::size_t size = 0;
    while (!text.empty() && size < space.size()) {
        std::size_t taken = 1;
        char c = text.front();
        if (text.starts_with("\xE2\x80\x99")) {
            taken = 3;
            c = '\'';
        } else if (const auto wide
                   = std::ranges::find_if(wideBlanks, [&](auto w) { return text.starts_with(w); });
                   wide != wideBlanks.end()) {
            taken = wide->size();
            c = ' ';
        }
        if (!digit(c) && c != '.' && c != ',' && c != ' ' && c != '\'')
            return {};
        space[size++] = c;
        text.remove_prefix(taken);
    }
    return text.empty() ? std::string_view(space.data(), size) : std::string_view();
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
    const auto decided = form.decimals == DecimalSign::Point ? '.'
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

/// Appends the digits of \a text, in groups of three by \a group.
bool appendGrouped(std::string_view text, char group, std::string &into)
{
    bool first = true;
    while (true) {
        const auto end = text.find(group);
        const auto part = text.substr(0, end);
        const bool alone = first && end == text.npos;
        if (!digitsOnly(part) || (!alone && (first ? part.size() > 3 : part.size() != 3)))
            return false;
        into.append(part);
        if (end == text.npos)
            return true;
        text.remove_prefix(end + 1);
        first = false;
    }
}

bool appendPlain(std::string_view text, const NumberForm &form, std::string &into)
{
    const Separators separators = separatorsOf(text, form);
    if (!separators.readable)
        return false;
    const auto at = separators.decimal == '\0' ? text.npos : text.find(separators.decimal);
    const auto before = text.substr(0, at);
    const auto decimals = at == text.npos ? std::string_view() : text.substr(at + 1);
    if (before.empty() && digitsOnly(decimals))
        into += '0';
    else if (separators.group == '\0' ? !digitsOnly(before) : !appendGrouped(before, separators.group, into))
        return false;
    else if (separators.group == '\0')
        into.append(before);
    if (decimals.empty())
        return true;
    if (!digitsOnly(decimals))
        return false;
    if (form.whole)
        return std::ranges::all_of(decimals, [](char c) { return c == '0'; });
    into += '.';
    into.append(decimals);
    return true;
}

/// "1.5e3": as it is; programs write it, people do not.
bool appendExponential(std::string_view text, std::size_t at, std::string &into)
{
    auto mantissa = text.substr(0, at);
    auto exponent = text.substr(at + 1);
    if (exponent.starts_with('-') || exponent.starts_with('+'))
        exponent.remove_prefix(1);
    const auto point = mantissa.find('.');
    const bool plain = point == mantissa.npos
        ? digitsOnly(mantissa)
        : digitsOnly(mantissa.substr(0, point)) && digitsOnly(mantissa.substr(point + 1));
    if (!plain || !digitsOnly(exponent) || exponent.size() > 3)
        return false;
    into.append(text);
    return true;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (asciiBlank(text.front())) {
            text.remove_prefix(1);
            more = true;
        } else if (asciiBlank(text.back())) {
            text.remove_suffix(1);
            more = true;
        } else if (static_cast<unsigned char>(text.front()) >= 0xC2
                   || static_cast<unsigned char>(text.back()) >= 0x80) {
            for (const auto blank : wideBlanks) {
                if (text.starts_with(blank)) {
                    text.remove_prefix(blank.size());
                    more = true;
                } else if (text.ends_with(blank)) {
                    text.remove_suffix(blank.size());
                    more = true;
                }
            }
        }
    }
    return text;
}

std::optional<bool> readBoolean(std::string_view text)
{
    const auto is = [text](std::string_view word) { return sameWord(text, word); };
    if (std::ranges::any_of(yesWords, is))
        return true;
    if (std::ranges::any_of(noWords, is))
        return false;
    return std::nullopt;
}

bool readNumber(std::string_view text, const NumberForm &form, std::string &into)
{
    into.clear();
    if (form.percent && text.ends_with('%'))
        text = trimmed(text.substr(0, text.size() - 1));
    bool minus = takeSign(text);
    if (!digitsOnly(text)) {
        takeCurrency(text);
        minus = minus || takeSign(text);
    }
    if (minus)
        into += '-';
    if (digitsOnly(text)) {
        into.append(text);
        return text.size() <= longestNumber;
    }
    const auto exponent = text.find_first_of("eE");
    if (exponent != text.npos)
        return !form.whole && text.size() <= longestNumber && appendExponential(text, exponent, into);
    std::array<char, longestNumber> space;
    const auto plain = separated(text, space);
    return !plain.empty() && appendPlain(plain, form, into);
}

} // namespace rowlift
