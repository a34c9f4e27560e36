#pragma once

#include "app/csv/structural_scan.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstring>
#include <optional>
#include <string_view>

namespace rowlift {

/// The characters of an encoding that has one byte for each.
class SingleByteTable {
public:
    /// No character leaves the first plane.
    static constexpr std::size_t mostBytes = 3;
    /// So many bytes may be written behind the end of what is decoded.
    static constexpr std::size_t slack = 16;

    /// Nothing when \a encoding is no such, or is UTF-8 (or ASCII), which needs no table.
    static std::optional<SingleByteTable> of(const QByteArray &encoding);
    explicit SingleByteTable(const QString &all);

    bool asciiStands() const { return m_asciiStands; } ///< The first half is ASCII.
    const ByteSet &badBytes() const { return m_bad; } ///< In the second half, those that are no characters.

    /// Writes \a text as UTF-8 to \a to, where there must be room for mostBytes each and slack; returns the
    /// end.
    char *decode(std::string_view text, char *to) const;
    /// The same, and slack bytes behind \a text are readable. For encodings whose first half is ASCII.
    char *decodePadded(std::string_view text, char *to) const;

private:
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

    std::array<Character, 256> m_characters;
    ByteSet m_bad;
    bool m_asciiStands = true;
};

} // namespace rowlift
