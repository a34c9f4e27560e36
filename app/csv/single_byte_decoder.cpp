#include "app/csv/single_byte_decoder.h"

#include "app/csv/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace rowlift {

namespace {

static_assert(std::endian::native == std::endian::little, "the first byte in memory is the lowest of a word");

constexpr std::uint64_t outsideAscii = 0x8080808080808080ULL;

std::uint64_t loadWord(const char *from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

class SingleByteDecoder : public BlockDecoder {
public:
    explicit SingleByteDecoder(const QString &all)
    {
        for (std::size_t byte = 0; byte < m_characters.size(); ++byte) {
            const char16_t unit = all[static_cast<qsizetype>(byte)].unicode();
            std::string utf8;
            appendUtf8(utf8, unit);
            std::memcpy(m_characters[byte].utf8.data(), utf8.data(), utf8.size());
            m_characters[byte].bytes = utf8.size();
            m_asciiStands = m_asciiStands && (byte >= 0x80 || unit == byte);
        }
    }

    std::size_t decode(std::string_view raw, bool, std::string &out) override
    {
        // By way of a small buffer: a string would clear all of the room that may be needed at most.
        std::array<char, mostBytes * pieceBytes + slack> buffer;
        for (std::size_t at = 0; at < raw.size(); at += pieceBytes) {
            const std::string_view piece = raw.substr(at, pieceBytes);
            const char *const end = m_asciiStands ? decodeRuns(piece, buffer.data())
                                                  : decodeEach(piece.begin(), piece.end(), buffer.data());
            out.append(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
        }
        return raw.size();
    }

    std::size_t rawLength(std::string_view text) override { return utf8Length(text); }

private:
    static constexpr std::size_t pieceBytes = 4096;
    static constexpr std::size_t mostBytes
        = 3; ///< Of a character: none of these sets leaves the first plane.
    static constexpr std::size_t slack = sizeof(std::uint64_t);

    struct Character {
        std::array<char, 4> utf8 = {};
        std::size_t bytes = 0;
    };

    char *put(char c, char *to) const
    {
        const Character &character = m_characters[static_cast<unsigned char>(c)];
        std::memcpy(to, character.utf8.data(), character.utf8.size());
        return to + character.bytes;
    }

    char *decodeEach(const char *from, const char *end, char *to) const
    {
        for (; from != end; ++from)
            to = put(*from, to);
        return to;
    }

    /// ASCII is copied by words; what of a word stands behind its first other byte is written over.
    char *decodeRuns(std::string_view piece, char *to) const
    {
        const char *from = piece.data();
        const char *const end = from + piece.size();
        while (end - from >= static_cast<std::ptrdiff_t>(sizeof(std::uint64_t))) {
            const std::uint64_t word = loadWord(from);
            const std::uint64_t high = word & outsideAscii;
            std::memcpy(to, &word, sizeof word);
            const int ascii = high == 0 ? static_cast<int>(sizeof word) : std::countr_zero(high) / 8;
            from += ascii;
            to += ascii;
            while (high != 0 && from != end && *from < 0)
                to = put(*from++, to);
        }
        return decodeEach(from, end, to);
    }

    std::array<Character, 256> m_characters;
    bool m_asciiStands = true;
};

} // namespace

std::unique_ptr<BlockDecoder> makeSingleByteDecoder(const QString &all)
{
    return std::make_unique<SingleByteDecoder>(all);
}

} // namespace rowlift
