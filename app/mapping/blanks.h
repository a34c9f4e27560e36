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

/// \a text without blanks at both ends.
std::string_view withoutBlanks(std::string_view text);

/// Whether nothing of \a text shows.
bool isBlank(std::string_view text);

} // namespace rowlift
