#include "app/service/dotdigital/json_nested.h"

#include "app/service/json_text.h"

#include <algorithm>
#include <array>

namespace rowlift::dotdigital {

namespace {

/// Signs that do not stand for themselves in a JSON string.
constexpr auto spokenSigns = [] {
    std::array<bool, 256> spoken {};
    for (std::size_t code = 0; code < 0x20; ++code)
        spoken[code] = true;
    spoken['"'] = spoken['\\'] = true;
    return spoken;
}();

bool isSpoken(char sign)
{
    return spokenSigns[static_cast<unsigned char>(sign)];
}

/// Appends \a sign as a string within a string has it: what the inner one escapes has one backslash more.
char *appendSpoken(char sign, char *out)
{
    constexpr std::string_view hex = "0123456789abcdef";
    *out++ = '\\';
    *out++ = '\\';
    switch (sign) {
    case '"':
    case '\\':
        *out++ = '\\';
        *out++ = sign;
        return out;
    case '\n':
        *out++ = 'n';
        return out;
    case '\r':
        *out++ = 'r';
        return out;
    case '\t':
        *out++ = 't';
        return out;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(sign);
    out = std::copy_n("u00", 3, out);
    *out++ = hex[code >> 4];
    *out++ = hex[code & 15];
    return out;
}

void appendTextInText(std::string_view text, OutBuffer &buffer)
{
    constexpr std::size_t longestSign = 7; // "\\u001f"
    constexpr std::size_t quotes = 4;
    char *out = buffer.room(text.size() * longestSign + quotes);
    out = std::copy_n("\\\"", 2, out);
    while (!text.empty()) {
        const auto plain = static_cast<std::size_t>(std::ranges::find_if(text, isSpoken) - text.begin());
        out = std::copy_n(text.data(), plain, out);
        if (plain == text.size())
            break;
        out = appendSpoken(text[plain], out);
        text.remove_prefix(plain + 1);
    }
    out = std::copy_n("\\\"", 2, out);
    buffer.endAt(out);
}

} // namespace

void appendText(std::string_view text, JsonSpelling spelling, OutBuffer &out)
{
    if (spelling == JsonSpelling::Plain)
        appendJsonText(text, out);
    else
        appendTextInText(text, out);
}

std::string spelt(std::string_view json, JsonSpelling spelling)
{
    if (spelling == JsonSpelling::Plain)
        return std::string(json);
    std::string text;
    for (const char sign : json) {
        if (sign == '"' || sign == '\\')
            text += '\\';
        text += sign;
    }
    return text;
}

} // namespace rowlift::dotdigital
