#include "app/mapping/letter_case.h"

#include "app/mapping/characters.h"

#include <QChar>
#include <QString>

#include <array>
#include <cstdint>

namespace rowlift {

namespace {

/// The longest that one character becomes: three of them, of three bytes each, or of two.
constexpr std::size_t longestMapping = 9;
/// How many times as many bytes a text may have afterwards: two bytes of Greek become six.
constexpr std::size_t mostGrowth = 3;
/// Up to here characters have two bytes; they are looked up, the few beyond are asked for.
constexpr char32_t tableEnd = 0x800;

enum class Letters { Upper, Lower, Title };

struct Mapped {
    std::array<char, longestMapping> bytes {};
    std::uint8_t size = 0;
};

QString mappedText(char32_t code, Letters letters)
{
    const QString text = QString::fromUcs4(&code, 1);
    switch (letters) {
    case Letters::Upper:
        return text.toUpper();
    case Letters::Lower:
        return text.toLower();
    case Letters::Title: {
        // A ligature or sharp s takes two: the first of them alone is a capital.
        const QString upper = text.toUpper();
        if (upper.size() > 1 && !upper.front().isSurrogate())
            return upper.left(1) + upper.mid(1).toLower();
        const char32_t title = QChar::toTitleCase(code);
        return QString::fromUcs4(&title, 1);
    }
    }
    return text;
}

Mapped mapped(char32_t code, Letters letters)
{
    const QByteArray bytes = mappedText(code, letters).toUtf8();
    Mapped result;
    result.size = static_cast<std::uint8_t>(std::min(static_cast<std::size_t>(bytes.size()), longestMapping));
    std::copy_n(bytes.begin(), result.size, result.bytes.begin());
    return result;
}

/// All characters of up to two bytes.
template <Letters letters>
const Mapped &tableEntry(char32_t code)
{
    static const auto table = [] {
        std::array<Mapped, tableEnd> entries {};
        for (char32_t c = 0; c < tableEnd; ++c)
            entries[c] = mapped(c, letters);
        return entries;
    }();
    return table[code];
}

/// Whether \a code may become several characters or is no letter with a case of its own in one step.
/// Source: The Unicode Standard, SpecialCasing.txt: all its characters without conditions lie here.
bool mayExpand(char32_t code)
{
    return (code >= 0x1E96 && code <= 0x1FFF) || (code >= 0xFB00 && code <= 0xFB17);
}

template <Letters letters>
char *appendMapped(char *to, char32_t code)
{
    if (code < 0x80) {
        const bool small = code >= 'a' && code <= 'z';
        const bool capital = code >= 'A' && code <= 'Z';
        const bool change = letters == Letters::Lower ? capital : small;
        *to = static_cast<char>(change ? code ^ 0x20 : code);
        return to + 1;
    }
    if (code < tableEnd || mayExpand(code)) {
        const Mapped entry = code < tableEnd ? tableEntry<letters>(code) : mapped(code, letters);
        return std::copy_n(entry.bytes.begin(), entry.size, to);
    }
    if constexpr (letters == Letters::Upper)
        return writeCharacter(to, QChar::toUpper(code));
    else if constexpr (letters == Letters::Lower)
        return writeCharacter(to, QChar::toLower(code));
    else
        return writeCharacter(to, QChar::toTitleCase(code));
}

constexpr std::uint64_t eachByte = 0x0101010101010101;
constexpr std::uint64_t highBits = 0x80 * eachByte;

/// Eight plain characters at once: a bit of 0x20 for each from \a first to \a first + 25.
std::uint64_t caseBits(std::uint64_t word, std::uint64_t first)
{
    const std::uint64_t fromFirst = word + (0x80 - first) * eachByte;
    const std::uint64_t behindLast = word + (0x80 - first - 26) * eachByte;
    return ((fromFirst & ~behindLast) & highBits) >> 2;
}

/// Changes \a text as far as it is plain; returns how far that was, a whole number of words or all of it.
template <Letters letters>
std::size_t changePlain(std::string_view text, char *to)
{
    constexpr std::uint64_t first = letters == Letters::Upper ? 'a' : 'A';
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; at + sizeof(word) <= text.size(); at += sizeof(word)) {
        std::memcpy(&word, text.data() + at, sizeof(word));
        if (word & highBits)
            return at;
        word ^= caseBits(word, first);
        std::memcpy(to + at, &word, sizeof(word));
    }
    if (at < text.size() && at > 0) {
        // The rest in one word that begins among what is done.
        std::memcpy(&word, text.data() + text.size() - sizeof(word), sizeof(word));
        if (word & highBits)
            return at;
        word ^= caseBits(word, first);
        std::memcpy(to + text.size() - sizeof(word), &word, sizeof(word));
        return text.size();
    }
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<signed char>(c) < 0)
            return at;
        const bool change = c >= static_cast<char>(first) && c < static_cast<char>(first + 26);
        to[at] = static_cast<char>(change ? c ^ 0x20 : c);
    }
    return at;
}

bool isLetter(char32_t code)
{
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
    return QChar::isLetter(code);
}

/// What goes on with a word that has begun.
bool isInWord(char32_t code)
{
    if (code < 0x80)
        return isLetter(code) || (code >= '0' && code <= '9');
    return QChar::isLetterOrNumber(code) || QChar::isMark(code);
}

bool isApostrophe(char32_t code)
{
    return code == '\'' || code == 0x2019;
}

/// Whether the sigma at \a at ends a word.
bool endsWord(std::string_view text, std::size_t at, std::size_t bytes)
{
    const auto behind = text.substr(at + bytes);
    return at > 0 && isLetter(characterBefore(text.substr(0, at)).code)
        && (behind.empty() || !isInWord(characterAt(behind).code));
}

char *appendLower(char *to, std::string_view text, std::size_t at, Character character)
{
    constexpr char32_t sigma = 0x3A3;
    constexpr char32_t finalSigma = 0x3C2;
    if (character.code == sigma && endsWord(text, at, character.bytes))
        return writeCharacter(to, finalSigma);
    return appendMapped<Letters::Lower>(to, character.code);
}

template <Letters letters>
std::string_view changed(std::string_view text, TextSpace &space)
{
    char *begin = space.room(text.size());
    const std::size_t plain = changePlain<letters>(text, begin);
    if (plain == text.size())
        return { begin, plain };
    begin = space.room(text.size() * mostGrowth + longestMapping);
    char *to = begin;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text.substr(at));
        if constexpr (letters == Letters::Lower)
            to = appendLower(to, text, at, character);
        else
            to = appendMapped<letters>(to, character.code);
        at += character.bytes;
    }
    return { begin, static_cast<std::size_t>(to - begin) };
}

/// Whether the letter at the beginning of \a rest stands alone up to the end of its word.
bool isLoneLetter(std::string_view rest)
{
    const auto behind = rest.substr(characterAt(rest).bytes);
    return behind.empty() || !isInWord(characterAt(behind).code);
}

} // namespace

std::string_view upperCased(std::string_view text, TextSpace &space)
{
    return changed<Letters::Upper>(text, space);
}

std::string_view lowerCased(std::string_view text, TextSpace &space)
{
    return changed<Letters::Lower>(text, space);
}

std::string_view titleCased(std::string_view text, TextSpace &space)
{
    char *begin = space.room(text.size() * mostGrowth + longestMapping);
    char *to = begin;
    bool inWord = false;
    bool behindApostrophe = false; // … that follows a letter
    for (std::size_t at = 0; at < text.size();) {
        const Character character = characterAt(text.substr(at));
        const bool small = inWord || (behindApostrophe && isLoneLetter(text.substr(at)));
        to = small ? appendLower(to, text, at, character) : appendMapped<Letters::Title>(to, character.code);
        behindApostrophe = inWord && isApostrophe(character.code);
        inWord = isInWord(character.code);
        at += character.bytes;
    }
    return { begin, static_cast<std::size_t>(to - begin) };
}

} // namespace rowlift
