#pragma once

#include <string_view>

namespace rowlift {

/// The character that \a text (valid UTF-8, not empty) begins with, and how many bytes it has. Never more
/// than there are.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
};

inline Character characterAt(std::string_view text)
{
    const auto byte = [text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) & 0x3FU : 0U;
    };
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0xC0)
        return { first, 1 };
    const auto cut = [text](std::size_t bytes) { return bytes < text.size() ? bytes : text.size(); };
    if (first < 0xE0)
        return { ((first & 0x1FU) << 6) | byte(1), cut(2) };
    if (first < 0xF0)
        return { ((first & 0x0FU) << 12) | (byte(1) << 6) | byte(2), cut(3) };
    return { ((first & 0x07U) << 18) | (byte(1) << 12) | (byte(2) << 6) | byte(3), cut(4) };
}

/// Whether a character begins at \a byte, or it is one by itself.
inline bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// The last character of \a text (valid UTF-8, not empty).
inline Character characterBefore(std::string_view text)
{
    std::size_t at = text.size() - 1;
    while (at > 0 && !beginsCharacter(text[at]))
        --at;
    return characterAt(text.substr(at));
}

/// Writes \a code to \a to, which has room for four bytes, and returns the end.
inline char *writeCharacter(char *to, char32_t code)
{
    const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6));
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F));
        put(0x80 | (code & 0x3F));
    }
    return to;
}

} // namespace rowlift
