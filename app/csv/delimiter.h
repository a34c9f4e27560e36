#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace rowlift {

/// What stands between two cells: one character (also outside ASCII, as UTF-8) or a short run of them, such
/// as ", " or "||". A value of at most eight bytes, without a line break.
class Delimiter {
public:
    static constexpr std::size_t longest = 8; ///< In bytes; more is cut.

    constexpr Delimiter(char c) // NOLINT(google-explicit-constructor): a character is a delimiter
        : m_bytes { c }
        , m_size(1)
    {
    }
    constexpr explicit Delimiter(std::string_view bytes)
        : m_size(static_cast<std::uint8_t>(std::min(bytes.size(), longest)))
    {
        std::copy_n(bytes.begin(), m_size, m_bytes.begin());
    }

    constexpr std::string_view bytes() const { return { m_bytes.data(), m_size }; }
    constexpr bool isOneByte() const { return m_size == 1; }
    constexpr char first() const { return m_bytes[0]; }

    friend constexpr bool operator==(const Delimiter &, const Delimiter &) = default;
    friend constexpr auto operator<=>(const Delimiter &, const Delimiter &) = default;

private:
    std::array<char, longest> m_bytes {};
    std::uint8_t m_size = 0;
};

} // namespace rowlift
