#include "app/mapping/blanks.h"

namespace rowlift {

namespace {

constexpr Blank noBlank {};

bool isPlain(char c)
{
    return c > ' ' && c < '\x7F';
}

bool isPlainBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Source: The Unicode Standard: White_Space and Bidi_Control of PropList.txt; format characters that have no
/// width.
BlankKind generalPunctuation(unsigned char second, unsigned char third)
{
    using enum BlankKind;
    if (second == 0x80) {
        if (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF)
            return Wide;
        if (third == 0x8B)
            return Hidden;
        return third == 0x8E || third == 0x8F || (third >= 0xAA && third <= 0xAE) ? Direction : None;
    }
    if (second != 0x81)
        return None;
    if (third == 0x9F)
        return Wide;
    if (third == 0xA0)
        return Hidden;
    return third >= 0xA6 && third <= 0xA9 ? Direction : None;
}

Blank wideBlankAt(std::string_view text)
{
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (text.size() >= 2 && byte(0) == 0xC2)
        return byte(1) == 0xA0 || byte(1) == 0x85 ? Blank { BlankKind::Wide, 2 } : noBlank;
    if (text.size() < 3)
        return noBlank;
    if (byte(0) == 0xE2) {
        const BlankKind kind = generalPunctuation(byte(1), byte(2));
        return kind == BlankKind::None ? noBlank : Blank { kind, 3 };
    }
    if (text.starts_with("\xE3\x80\x80") || text.starts_with("\xE1\x9A\x80"))
        return { BlankKind::Wide, 3 };
    return text.starts_with("\xEF\xBB\xBF") ? Blank { BlankKind::Hidden, 3 } : noBlank;
}

Blank blankBefore(std::string_view text)
{
    if (isPlainBlank(text.back()))
        return { BlankKind::Wide, 1 };
    for (const std::size_t bytes : { std::size_t(2), std::size_t(3) }) {
        if (text.size() < bytes)
            return noBlank;
        const Blank blank = wideBlankAt(text.substr(text.size() - bytes));
        if (blank.bytes == bytes)
            return blank;
    }
    return noBlank;
}

} // namespace

Blank blankAt(std::string_view text)
{
    if (text.empty() || isPlain(text.front()))
        return noBlank;
    return isPlainBlank(text.front()) ? Blank { BlankKind::Wide, 1 } : wideBlankAt(text);
}

std::string_view withoutRareBlanks(std::string_view text)
{
    while (!text.empty() && !isPlain(text.front())) {
        const Blank blank = blankAt(text);
        if (blank.bytes == 0)
            break;
        text.remove_prefix(blank.bytes);
    }
    while (!text.empty() && !isPlain(text.back())) {
        const Blank blank = blankBefore(text);
        if (blank.bytes == 0)
            break;
        text.remove_suffix(blank.bytes);
    }
    return text;
}

} // namespace rowlift
