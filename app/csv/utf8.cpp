#include "app/csv/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace rowlift {

namespace {

constexpr std::uint64_t highBits = 0x8080808080808080ULL;
constexpr std::uint64_t lowBits = 0x0101010101010101ULL;

unsigned byteAt(const char *at)
{
    return static_cast<unsigned char>(*at);
}

std::uint64_t wordAt(const char *at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// What a lead byte promises: length, and the range of the second byte, which is narrower after E0, ED, F0
/// and F4.
struct Lead {
    std::size_t length = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
};

Lead leadOf(unsigned byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return { .length = 2 };
    if (byte >= 0xE0 && byte <= 0xEF)
        return { .length = 3, .low = byte == 0xE0 ? 0xA0u : 0x80u, .high = byte == 0xED ? 0x9Fu : 0xBFu };
    if (byte >= 0xF0 && byte <= 0xF4)
        return { .length = 4, .low = byte == 0xF0 ? 0x90u : 0x80u, .high = byte == 0xF4 ? 0x8Fu : 0xBFu };
    return {};
}

} // namespace

Utf8Step utf8Step(const char *from, const char *end)
{
    if (byteAt(from) < 0x80)
        return { 1, true };
    const Lead lead = leadOf(byteAt(from));
    if (lead.length == 0)
        return { 1, false };
    std::size_t bytes = 1;
    while (bytes < lead.length && from + bytes != end) {
        const unsigned low = bytes == 1 ? lead.low : 0x80u;
        const unsigned high = bytes == 1 ? lead.high : 0xBFu;
        const unsigned next = byteAt(from + bytes);
        if (next < low || next > high)
            break;
        ++bytes;
    }
    return { bytes, bytes == lead.length };
}

std::size_t validUtf8Length(std::string_view text)
{
    const char *at = text.data();
    const char *end = at + text.size();
    while (at != end) {
        if (end - at >= 8 && (wordAt(at) & highBits) == 0) {
            at += 8;
            continue;
        }
        const Utf8Step step = utf8Step(at, end);
        if (!step.valid)
            break;
        at += step.bytes;
    }
    return static_cast<std::size_t>(at - text.data());
}

bool isValidUtf8(std::string_view text)
{
    return validUtf8Length(text) == text.size();
}

bool isPlainAscii(std::string_view text)
{
    const char *at = text.data();
    const char *end = at + text.size();
    for (; end - at >= 8; at += 8) {
        // Where no byte has its high bit set, word - 0x01… sets one exactly if some byte is NUL.
        const std::uint64_t word = wordAt(at);
        if (((word | (word - lowBits)) & highBits) != 0)
            return false;
    }
    return std::all_of(at, end, [](char c) { return c > 0; });
}

std::size_t utf8Length(std::string_view text)
{
    // All but the bytes 10xxxxxx begin a character. Each byte of a sum counts its own, as often as it can.
    constexpr std::ptrdiff_t mostInByte = 255;
    const char *at = text.data();
    const char *end = at + text.size();
    std::size_t continued = 0;
    while (end - at >= 8) {
        const char *const stop = at + 8 * std::min((end - at) / 8, mostInByte);
        std::uint64_t sum = 0;
        for (; at != stop; at += 8) {
            const std::uint64_t word = wordAt(at);
            sum += (word >> 7) & ~(word >> 6) & lowBits;
        }
        constexpr std::uint64_t everyOther = 0x00FF00FF00FF00FFULL;
        constexpr std::uint64_t pairs = 0x0001000100010001ULL;
        continued
            += static_cast<std::size_t>((((sum & everyOther) + ((sum >> 8) & everyOther)) * pairs) >> 48);
    }
    continued += static_cast<std::size_t>(
        std::count_if(at, end, [](char c) { return static_cast<signed char>(c) <= -65; }));
    return text.size() - continued;
}

char *writeRepairedUtf8(char *to, std::string_view text)
{
    const char *at = text.data();
    const char *end = at + text.size();
    while (at != end) {
        const Utf8Step step = utf8Step(at, end);
        const std::string_view piece = step.valid ? std::string_view(at, step.bytes) : replacementUtf8;
        to = std::copy(piece.begin(), piece.end(), to);
        at += step.bytes;
    }
    return to;
}

void appendUtf8(std::string &out, char32_t character)
{
    const auto put
        = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

} // namespace rowlift
