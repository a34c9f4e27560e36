#include "app/csv/wide_decoder.h"

#include "app/csv/utf8.h"

#include <algorithm>
#include <array>

namespace rowlift {

namespace {

constexpr char32_t replacementCharacter = 0xFFFD;

char32_t unitAt(std::string_view raw, std::size_t at, std::size_t bytes, bool littleEndian)
{
    char32_t unit = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        const std::size_t index = littleEndian ? at + bytes - 1 - i : at + i;
        unit = (unit << 8) | static_cast<unsigned char>(raw[index]);
    }
    return unit;
}

/// Two bytes and more.
char *writeUtf8(char *to, char32_t character)
{
    const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(static_cast<unsigned char>(byte)); };
    if (character < 0x800) {
        put(0xC0 | (character >> 6));
    } else {
        if (character < 0x10000) {
            put(0xE0 | (character >> 12));
        } else {
            put(0xF0 | (character >> 18));
            put(0x80 | ((character >> 12) & 0x3F));
        }
        put(0x80 | ((character >> 6) & 0x3F));
    }
    put(0x80 | (character & 0x3F));
    return to;
}

std::size_t countFourByteCharacters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; }));
}

class Utf16Decoder : public BlockDecoder {
public:
    explicit Utf16Decoder(bool littleEndian)
        : m_littleEndian(littleEndian)
    {
    }

    std::size_t decode(std::string_view raw, bool last, std::string &out) override
    {
        constexpr std::size_t pieceBytes = 4096;
        std::array<char, 2 * pieceBytes> buffer; // a unit of two bytes is at most three in UTF-8
        std::size_t at = 0;
        while (raw.size() - at >= 2) {
            const std::size_t until = std::min(at + pieceBytes, raw.size());
            char *to = buffer.data();
            while (until > at && until - at >= 2) {
                const std::size_t took = decodeUnit(raw, at, last, to);
                if (took == 0) {
                    out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
                    return at;
                }
                at += took;
            }
            out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
        }
        if (last && at != raw.size()) {
            appendUtf8(out, replacementCharacter);
            at = raw.size();
        }
        return at;
    }

    std::size_t rawLength(std::string_view text) override
    {
        return 2 * (utf8Length(text) + countFourByteCharacters(text));
    }

private:
    char32_t unit(std::string_view raw, std::size_t at) const
    {
        const auto first = static_cast<unsigned char>(raw[at]);
        const auto second = static_cast<unsigned char>(raw[at + 1]);
        return static_cast<char32_t>(m_littleEndian ? first | second << 8 : first << 8 | second);
    }

    /// Writes the character at \a at and returns its bytes; 0 when its other half may still come.
    std::size_t decodeUnit(std::string_view raw, std::size_t at, bool last, char *&to) const
    {
        const char32_t one = unit(raw, at);
        if (one < 0x80) {
            *to++ = static_cast<char>(one);
            return 2;
        }
        const bool high = one >= 0xD800 && one < 0xDC00;
        const bool whole = raw.size() - at >= 4;
        if (high && !whole && !last)
            return 0;
        const char32_t low = high && whole ? unit(raw, at + 2) : 0;
        if (high && low >= 0xDC00 && low < 0xE000) {
            to = writeUtf8(to, 0x10000 + ((one - 0xD800) << 10) + (low - 0xDC00));
            return 4;
        }
        to = writeUtf8(to, one >= 0xD800 && one < 0xE000 ? replacementCharacter : one);
        return 2;
    }

    bool m_littleEndian;
};

class Utf32Decoder : public BlockDecoder {
public:
    explicit Utf32Decoder(bool littleEndian)
        : m_littleEndian(littleEndian)
    {
    }

    std::size_t decode(std::string_view raw, bool last, std::string &out) override
    {
        std::size_t at = 0;
        for (; raw.size() - at >= 4; at += 4) {
            const char32_t unit = unitAt(raw, at, 4, m_littleEndian);
            const bool surrogate = unit >= 0xD800 && unit < 0xE000;
            appendUtf8(out, surrogate || unit > 0x10FFFF ? replacementCharacter : unit);
        }
        if (last && at != raw.size()) {
            appendUtf8(out, replacementCharacter);
            at = raw.size();
        }
        return at;
    }

    std::size_t rawLength(std::string_view text) override { return 4 * utf8Length(text); }

private:
    bool m_littleEndian;
};

} // namespace

std::unique_ptr<BlockDecoder> makeUtf16Decoder(bool littleEndian)
{
    return std::make_unique<Utf16Decoder>(littleEndian);
}

std::unique_ptr<BlockDecoder> makeUtf32Decoder(bool littleEndian)
{
    return std::make_unique<Utf32Decoder>(littleEndian);
}

} // namespace rowlift
