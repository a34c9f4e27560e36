#pragma once

#include <string_view>

namespace rowlift {

enum class BlankKind {
    None,
    Wide, ///< Keeps words apart.
    Hidden, ///< Takes no room: a zero-width space, a BOM inside.
    Direction ///< Takes no room, but tells which way the text beside it runs.
};

/// One character that shows nothing.
struct Blank {
    BlankKind kind = BlankKind::None;
    std::size_t bytes = 0;
};

/// What \a text begins with. Joiners are no blanks: they hold letters and emoji together.
Blank blankAt(std::string_view text);

/// \a text without those that are not a plain space, at both ends, too.
std::string_view withoutRareBlanks(std::string_view text);

/// \a text without blanks at both ends.
inline std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    // Signs and letters of ASCII end it nearly always; bytes beyond are negative.
    const bool done = text.empty() || (text.front() > ' ' && text.back() > ' ');
    return done ? text : withoutRareBlanks(text);
}

/// Whether nothing of \a text shows.
inline bool isBlank(std::string_view text)
{
    return text.empty() || (text.front() <= ' ' && withoutBlanks(text).empty());
}

} // namespace rowlift
