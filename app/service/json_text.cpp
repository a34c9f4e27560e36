#include "app/service/json_text.h"

#include <algorithm>

namespace rowlift {

namespace {

using Bytes = std::string_view;

bool isDigit(char sign)
{
    return sign >= '0' && sign <= '9';
}

/// Takes the digits at the front of \a text away; whether there were any.
bool takeDigits(Bytes &text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count > 0;
}

/// Appends \a sign as it stands within a JSON text.
char *appendSign(char sign, char *out)
{
    constexpr Bytes hex = "0123456789abcdef";
    switch (sign) {
    case '"':
    case '\\':
        *out++ = '\\';
        *out++ = sign;
        return out;
    case '\n':
        *out++ = '\\';
        *out++ = 'n';
        return out;
    case '\t':
        *out++ = '\\';
        *out++ = 't';
        return out;
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(sign);
    if (code >= 0x20) {
        *out++ = sign;
        return out;
    }
    out = std::copy_n("\\u00", 4, out);
    *out++ = hex[code >> 4];
    *out++ = hex[code & 15];
    return out;
}

} // namespace

bool isJsonNumber(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    const bool leadingZero = text.size() > 1 && text[0] == '0' && isDigit(text[1]);
    if (leadingZero || !takeDigits(text))
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeDigits(text))
            return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-'))
            text.remove_prefix(1);
        if (!takeDigits(text))
            return false;
    }
    return text.empty();
}

void appendJsonText(std::string_view text, OutBuffer &buffer, JsonBreaks breaks)
{
    constexpr std::size_t longestSign = 6;
    char *out = buffer.room(text.size() * longestSign + 2);
    *out++ = '"';
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r' || breaks == JsonBreaks::Kept)
            out = appendSign(text[at], out);
        else if (at + 1 == text.size() || text[at + 1] != '\n') // of CR LF the LF is enough
            out = appendSign('\n', out);
    }
    *out++ = '"';
    buffer.endAt(out);
}

std::string jsonText(const QString &text)
{
    OutBuffer buffer;
    appendJsonText(text.toStdString(), buffer, JsonBreaks::LineFeeds);
    return std::string(buffer.text());
}

} // namespace rowlift
