#include "app/mapping/clean_text.h"

#include "app/mapping/blanks.h"
#include "app/mapping/characters.h"

#include <QChar>

#include <algorithm>

namespace rowlift {

namespace {

bool isPlainDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether a blank that is no plain space may begin with \a c.
bool mayBeginBlank(char c)
{
    switch (static_cast<unsigned char>(c)) {
    case 0xC2:
    case 0xE1:
    case 0xE2:
    case 0xE3:
    case 0xEF:
        return true;
    default:
        return c >= '\t' && c <= '\r';
    }
}

/// False when \a text has no blanks but single spaces between words.
bool maySqueeze(std::string_view text)
{
    char before = ' ';
    for (const char c : text) {
        if ((c == ' ' && before == ' ') || mayBeginBlank(c))
            return true;
        before = c;
    }
    return before == ' ' && !text.empty();
}

bool isFlagLetter(char32_t code)
{
    return code >= 0x1F1E6 && code <= 0x1F1FF;
}

bool isSkinTone(char32_t code)
{
    return code >= 0x1F3FB && code <= 0x1F3FF;
}

bool isTag(char32_t code)
{
    return code >= 0xE0020 && code <= 0xE007F;
}

/// Parts of a Korean syllable behind its first.
bool isLaterJamo(char32_t code)
{
    return code >= 0x1160 && code <= 0x11FF;
}

constexpr char32_t joiner = 0x200D;

/// Flags are pairs of letters: whether \a text ends within one.
bool endsInFlag(std::string_view text)
{
    bool within = false;
    while (!text.empty()) {
        const Character last = characterBefore(text);
        if (!isFlagLetter(last.code))
            break;
        within = !within;
        text.remove_suffix(last.bytes);
    }
    return within;
}

/// Whether people see what ends \a before and what begins \a behind as one character. Source: UAX #29,
/// grapheme clusters, as far as they are found in names and texts.
bool belongTogether(std::string_view before, std::string_view behind)
{
    const char32_t first = characterAt(behind).code;
    if (first < 0x300)
        return before.back() == '\r' && first == '\n';
    if (QChar::isMark(first) || first == joiner || isSkinTone(first) || isTag(first) || isLaterJamo(first))
        return true;
    if (isFlagLetter(first))
        return endsInFlag(before);
    return characterBefore(before).code == joiner;
}

/// The bytes of \a text that have at most \a units.
std::size_t bytesOf(std::string_view text, std::size_t units)
{
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] > '\r') { // plain, as nearly all
            if (++used > units)
                return at;
            ++at;
            continue;
        }
        const Character character = characterAt(text.substr(at));
        const bool lineBreak = text.substr(at).starts_with("\r\n");
        used += character.code >= 0x10000 ? 2 : 1;
        if (used > units)
            return at;
        at += lineBreak ? 2 : character.bytes;
    }
    return text.size();
}

} // namespace

std::string_view squeezed(std::string_view text, TextSpace &space)
{
    if (!maySqueeze(text))
        return text;
    text = withoutBlanks(text);
    char *begin = space.room(text.size());
    char *to = begin;
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const Blank blank = blankAt(text.substr(at));
        if (blank.kind == BlankKind::Wide || blank.kind == BlankKind::Hidden) {
            gap = gap || blank.kind == BlankKind::Wide;
            at += blank.bytes;
            continue;
        }
        if (gap)
            *to++ = ' ';
        gap = false;
        *to++ = text[at++];
    }
    return { begin, static_cast<std::size_t>(to - begin) };
}

std::string_view digitsOf(std::string_view text, TextSpace &space)
{
    if (std::ranges::all_of(text, isPlainDigit))
        return text;
    char *begin = space.room(text.size());
    char *to = begin;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<signed char>(text[at]) >= 0) {
            if (isPlainDigit(text[at]))
                *to++ = text[at];
            ++at;
            continue;
        }
        const Character character = characterAt(text.substr(at));
        if (QChar::category(character.code) == QChar::Number_DecimalDigit)
            *to++ = static_cast<char>('0' + QChar::digitValue(character.code));
        at += character.bytes;
    }
    return { begin, static_cast<std::size_t>(to - begin) };
}

std::string_view withLeadingZeros(std::string_view text, std::size_t digits, TextSpace &space)
{
    const auto number = withoutBlanks(text);
    if (number.empty() || number.size() >= digits || !std::ranges::all_of(number, isPlainDigit))
        return text;
    char *begin = space.room(digits);
    char *to = std::fill_n(begin, digits - number.size(), '0');
    std::ranges::copy(number, to);
    return { begin, digits };
}

std::string_view replaced(std::string_view text, std::string_view find, std::string_view by, TextSpace &space)
{
    std::size_t at = text.find(find);
    if (at == text.npos)
        return text;
    std::size_t count = 0;
    for (auto next = at; next != text.npos; next = text.find(find, next + find.size()))
        ++count;
    const std::size_t size = text.size() - count * find.size() + count * by.size();
    char *begin = space.room(size);
    char *to = begin;
    std::size_t from = 0;
    for (; at != text.npos; at = text.find(find, from)) {
        to = std::ranges::copy(text.substr(from, at - from), to).out;
        to = std::ranges::copy(by, to).out;
        from = at + find.size();
    }
    std::ranges::copy(text.substr(from), to);
    return { begin, size };
}

std::string_view cutTo(std::string_view text, std::size_t units)
{
    if (text.size() <= units)
        return text;
    std::size_t end = bytesOf(text, units);
    while (end > 0 && end < text.size() && belongTogether(text.substr(0, end), text.substr(end)))
        end -= characterBefore(text.substr(0, end)).bytes;
    return text.substr(0, end);
}

} // namespace rowlift
