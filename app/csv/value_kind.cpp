#include "app/csv/value_kind.h"

#include "app/csv/value_look.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

bool digitByte(char c)
{
    return c >= '0' && c <= '9';
}

bool letterByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

bool blankByte(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isBlankWord(std::string_view value)
{
    constexpr std::array<std::string_view, 16> words
        = { "NULL", "null", "Null", "N/A", "n/a",  "NA",  "#N/A", "\\N",
            "-",    "--",   "?",    ".",   "None", "nan", "NaN",  "k.A." };
    return std::find(words.begin(), words.end(), value) != words.end();
}

/// "12:30", "08:15:59.5", "7:05 PM"
bool looksLikeTime(std::string_view value)
{
    const std::size_t colon = value.find(':');
    if (colon == 0 || colon > 2 || colon == std::string_view::npos || value.size() < colon + 3)
        return false;
    if (!std::all_of(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(colon), digitByte))
        return false;
    if (!digitByte(value[colon + 1]) || !digitByte(value[colon + 2]))
        return false;
    const std::string_view rest = value.substr(colon + 3);
    constexpr std::size_t longestRest = 16; // ":59.123456 +01:00"
    return rest.size() <= longestRest
        && rest.find_first_not_of("0123456789:.+-ZAPMapm ") == std::string_view::npos;
}

bool isMonthWord(std::string_view word)
{
    constexpr std::array<std::string_view, 17> months
        = { "jan", "feb", "mar", "apr", "may", "mai", "jun", "jul", "aug",
            "sep", "oct", "okt", "nov", "dec", "dez", "fév", "avr" };
    std::string lower(word.substr(0, 4));
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::any_of(months.begin(), months.end(),
                       [&lower](std::string_view month) { return lower.starts_with(month); });
}

/// "12-Jan-2024", "3 March 2021", "Mar 05, 2020": some digits, one month's name.
bool looksLikeWordDate(std::string_view value)
{
    if (value.size() < 5 || value.size() > 30)
        return false;
    const auto letter = std::find_if(value.begin(), value.end(), letterByte);
    if (letter == value.end() || std::count_if(value.begin(), value.end(), digitByte) < 3)
        return false;
    const auto wordEnd = std::find_if_not(letter, value.end(), letterByte);
    const bool more = std::any_of(wordEnd, value.end(), [](char c) { return letterByte(c) && c != 'T'; });
    return !more && isMonthWord({ letter, wordEnd });
}

bool looksLikeWeb(std::string_view value)
{
    return value.find_first_of(" |^`,;<>\"") == std::string_view::npos
        && value.find("~", 8) == std::string_view::npos
        && (value.starts_with("http://") || value.starts_with("https://") || value.starts_with("www.")
            || value.starts_with("ftp://"));
}

/// What is left of \a value without a currency or percent sign at one of its ends; all of it without any.
std::string_view withoutUnit(std::string_view value)
{
    constexpr std::array<std::string_view, 10> units
        = { "$", "€", "£", "¥", "%", "EUR", "USD", "GBP", "CHF", "US$" };
    for (const std::string_view unit : units) {
        if (value.size() > unit.size() && value.starts_with(unit))
            return trimmedValue(value.substr(unit.size()));
        if (value.size() > unit.size() && value.ends_with(unit))
            return trimmedValue(value.substr(0, value.size() - unit.size()));
    }
    return value;
}

bool looksLikeSignedNumber(std::string_view value)
{
    if (value.size() > 1 && (value.front() == '+' || value.front() == '.' || value.front() == ','))
        value.remove_prefix(1);
    else if (value.size() > 2 && value.front() == '-' && (value[1] == '.' || value[1] == ','))
        value.remove_prefix(2);
    if (value.starts_with("0") && value.size() > 1 && std::all_of(value.begin(), value.end(), digitByte))
        return false; // a code
    return looksLikeNumber(value)
        || (value.size() > 15 && value.find('.') < 6 && looksLikeNumber(value.substr(0, 15)));
}

/// "+49 30 1234567", "+1 (555) 010-9999"
bool looksLikePhone(std::string_view value)
{
    const auto digits = std::count_if(value.begin(), value.end(), digitByte);
    return value.front() == '+' && digits >= 7 && digits <= 15
        && value.find_first_not_of("+0123456789 ()-./") == std::string_view::npos;
}

bool looksLikeCode(std::string_view value)
{
    const bool digits = std::any_of(value.begin(), value.end(), digitByte);
    return digits && value.size() <= 40 && value.find(' ') == std::string_view::npos;
}

bool isYear(std::string_view value)
{
    return value.size() == 4 && (value.starts_with("19") || value.starts_with("20"));
}

bool isTightAt(std::string_view cell, std::size_t at)
{
    if (at == 0 || at + 1 == cell.size() || blankByte(cell[at - 1]) || blankByte(cell[at + 1]))
        return false;
    return !(cell[at] == ',' && digitByte(cell[at - 1]) && digitByte(cell[at + 1]));
}

bool hasLoneBracket(std::string_view value)
{
    const auto count = [&value](char c) { return std::count(value.begin(), value.end(), c); };
    return count('(') != count(')') || count('[') != count(']') || count('{') != count('}');
}

double textScore(std::string_view cell, std::string_view value)
{
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    if (value.size() >= 2 && isQuote(value.front()) && value.front() == value.back())
        return 0.1; // quotes that were not taken off
    double score = value.size() == cell.size() ? 0.85 : 0.75;
    if (value.front() == '"' || value.back() == '"' || value.front() == '\'')
        score = 0.35; // half of a cell that was cut within its quotes
    else if (std::count(value.begin(), value.end(), '"') % 2 == 1)
        score = 0.5;
    else if (hasLoneBracket(value))
        score = 0.6;
    constexpr std::string_view delimiters = ",;|\t";
    if (value.size() > 1 && (delimiters.find(value.front()) != std::string_view::npos || value.back() == '|'))
        score *= 0.4;
    for (const char delimiter : delimiters) {
        const std::size_t at = value.find(delimiter);
        if (at == std::string_view::npos || (delimiter != '\t' && !isTightAt(value, at)))
            continue;
        const bool inNumbers
            = at > 0 && at + 1 < value.size() && digitByte(value[at - 1]) && digitByte(value[at + 1]);
        score *= inNumbers ? 0.15 : 0.3;
    }
    return score;
}

} // namespace

ValueKind valueKind(std::string_view cell)
{
    const std::string_view value = trimmedValue(cell);
    if (value.empty() || isBlankWord(value))
        return ValueKind::Empty;
    if (value.size() > 200)
        return ValueKind::Text;
    if (looksLikeSignedNumber(value))
        return isYear(value) ? ValueKind::Year : ValueKind::Number;
    const std::string_view bare = withoutUnit(value);
    if (bare.size() < value.size() && looksLikeSignedNumber(bare))
        return ValueKind::Amount;
    if (looksLikeDate(value) || looksLikeWordDate(value))
        return ValueKind::Date;
    if (looksLikeTime(value))
        return ValueKind::Time;
    if (looksLikePhone(value))
        return ValueKind::Phone;
    if (looksLikeEmail(value))
        return ValueKind::Email;
    if (looksLikeWeb(value))
        return ValueKind::Web;
    return looksLikeCode(value) ? ValueKind::Code : ValueKind::Text;
}

bool isTypedKind(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Number:
    case ValueKind::Year:
    case ValueKind::Amount:
    case ValueKind::Date:
    case ValueKind::Time:
    case ValueKind::Phone:
    case ValueKind::Email:
    case ValueKind::Web:
        return true;
    case ValueKind::Empty:
    case ValueKind::Code:
    case ValueKind::Text:
        return false;
    }
    return false;
}

std::string shapeOf(std::string_view value)
{
    constexpr std::size_t longest = 24;
    std::string shape;
    for (const char c : value) {
        const char mark = digitByte(c) ? '9' : letterByte(c) ? 'a' : blankByte(c) ? ' ' : c;
        const bool run = mark == '9' || mark == 'a' || mark == ' ';
        if (run && !shape.empty() && shape.back() == mark)
            continue;
        shape.push_back(mark);
        if (shape.size() == longest)
            break;
    }
    return shape;
}

double valueScore(std::string_view cell)
{
    const std::string_view value = trimmedValue(cell);
    const ValueKind kind = valueKind(value);
    if (isTypedKind(kind) && (kind != ValueKind::Web || value.find_first_of(",;|") == std::string_view::npos))
        return 1;
    if (value.empty())
        return 0.85;
    return kind == ValueKind::Empty ? 0.95 : textScore(cell, value);
}

} // namespace rowlift
