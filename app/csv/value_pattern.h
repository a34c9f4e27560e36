#pragma once

#include "app/csv/utf8.h"

#include <array>
#include <string_view>

namespace rowlift {

/// What is kept of a value to be shown or judged again: this many bytes, and the rest of the last character.
constexpr std::size_t keptBytes = 80;
std::string_view keptText(std::string_view value);

/// How a value is built: letters become "A" and "a" (three in a row stand for three or more), digits "9", all
/// else stands as it is. Worked on without memory of its own: millions of values pass through one of these.
class ValuePattern {
public:
    /// Of as much of keptText(\a value) as makes a pattern of about forty bytes.
    void take(std::string_view value);

    std::string_view text() const { return { m_bytes.data(), m_size }; }
    bool isCut() const { return m_cut; } ///< The value goes on.
    /// Whether \a value, the one that was taken, has no byte above 0x7F.
    bool isAsciiOf(std::string_view value) const { return m_ascii && (!m_cut || isPlainAscii(value)); }

private:
    const char *takeLetterOrSign(const char *from, const char *end);
    void put(char mark);

    static constexpr std::size_t longest = 40;

    std::array<char, longest + 4> m_bytes = {};
    std::size_t m_size = 0;
    char m_last = '\0';
    int m_run = 0;
    bool m_cut = false;
    bool m_ascii = true;
};

} // namespace rowlift
