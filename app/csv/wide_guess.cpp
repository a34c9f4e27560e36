#include "app/csv/wide_guess.h"

#include <QChar>

#include <algorithm>
#include <utility>

namespace rowlift {

namespace {

constexpr std::size_t mostWideEvidence = 64 * 1024;

char32_t wideUnit(std::string_view head, std::size_t at, std::size_t bytes, bool littleEndian)
{
    char32_t unit = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        const std::size_t index = littleEndian ? at + bytes - 1 - i : at + i;
        unit = (unit << 8) | static_cast<unsigned char>(head[index]);
    }
    return unit;
}

bool isPlainUnit(char32_t unit)
{
    return (unit >= 0x20 && unit < 0x7F) || unit == '\t' || unit == '\n' || unit == '\r';
}

struct WideTally {
    std::size_t units = 0;
    std::size_t plain = 0; ///< ASCII: delimiters, digits, line ends.
    std::size_t bad = 0; ///< What no text has.
};

bool isBadUnit(char32_t unit)
{
    return (unit < 0x20 && !isPlainUnit(unit)) || (unit >= 0x7F && unit < 0xA0)
        || (unit >= 0xE000 && unit <= 0xF8FF) || unit > QChar::LastValidCodePoint
        || QChar::category(unit) == QChar::Other_NotAssigned;
}

WideTally tallyWide(std::string_view head, std::size_t bytes, bool littleEndian)
{
    WideTally tally;
    for (std::size_t at = 0; head.size() - at >= bytes; at += bytes) {
        const char32_t unit = wideUnit(head, at, bytes, littleEndian);
        const bool surrogate = bytes == 2 && unit >= 0xD800 && unit < 0xE000;
        ++tally.units;
        tally.plain += isPlainUnit(unit) ? 1 : 0;
        tally.bad += !surrogate && isBadUnit(unit) ? 1 : 0;
    }
    return tally;
}

/// Text has hardly anything but characters, and at least a line end or delimiter now and then.
bool isWideText(const WideTally &tally)
{
    return tally.plain > 0 && tally.plain * 500 >= tally.units && tally.bad * 50 <= tally.units;
}

} // namespace

std::optional<QByteArray> guessWideEncoding(std::string_view head)
{
    const std::string_view seen = head.substr(0, mostWideEvidence);
    if (seen.find('\0') == std::string_view::npos)
        return {};
    // A text of one byte per letter with some NULs in it is nearly all plain; of two or four, at most half.
    const auto plainBytes = std::count_if(seen.begin(), seen.end(),
                                          [](char c) { return isPlainUnit(static_cast<unsigned char>(c)); });
    if (static_cast<std::size_t>(plainBytes) * 5 > seen.size() * 4)
        return {};
    for (const bool littleEndian : { true, false }) {
        if (isWideText(tallyWide(seen, 4, littleEndian)))
            return QByteArray(littleEndian ? "UTF-32LE" : "UTF-32BE");
    }
    // Swapped, some letters look plain (U+4E00 becomes N), but line ends and delimiters become no characters.
    const WideTally little = tallyWide(seen, 2, true);
    const WideTally big = tallyWide(seen, 2, false);
    const bool isLittle = isWideText(little);
    const bool isBig = isWideText(big);
    if (isLittle && isBig)
        return QByteArray(std::pair(little.bad, big.plain) <= std::pair(big.bad, little.plain) ? "UTF-16LE"
                                                                                               : "UTF-16BE");
    if (isLittle || isBig)
        return QByteArray(isLittle ? "UTF-16LE" : "UTF-16BE");
    return {};
}

} // namespace rowlift
