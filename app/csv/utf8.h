#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rowlift {

/// U+FFFD, what stands for bytes that mean nothing.
constexpr std::string_view replacementUtf8 = "\xEF\xBF\xBD";

/// One step through text that may not be UTF-8: how many bytes belong together, and whether they are a
/// character. Bytes that are none are taken by "maximal subparts". Source: The Unicode Standard, section 3.9,
/// "U+FFFD Substitution of Maximal Subparts", and table 3-7.
struct Utf8Step {
    std::size_t bytes = 0;
    bool valid = false;
};
Utf8Step utf8Step(const char *from, const char *end);

/// How many bytes of \a text are UTF-8 before the first that are not.
std::size_t validUtf8Length(std::string_view text);
bool isValidUtf8(std::string_view text);
/// No byte above 0x7F and no NUL.
bool isPlainAscii(std::string_view text);
/// How many characters \a text, which must be valid, has.
std::size_t utf8Length(std::string_view text);

/// Writes \a text to \a to with U+FFFD for what is not UTF-8; returns the end. There must be room for three
/// times its size.
char *writeRepairedUtf8(char *to, std::string_view text);
void appendUtf8(std::string &out, char32_t character);

} // namespace rowlift
