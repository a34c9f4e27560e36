#pragma once

#include <array>
#include <string_view>

namespace rowlift {

/// A word without accents, in small letters: what month names are compared by.
struct FoldedWord {
    std::array<char, 16> letters {};
    std::size_t size = 0;
    std::size_t bytes = 0; ///< Of the text that it was.

    std::string_view text() const { return { letters.data(), size }; }
};

/// The letters that \a text begins with, Latin ones, accents composed or not. Size 0: there are none, or too
/// many.
FoldedWord foldedWord(std::string_view text);

/// 1 … 12 for the name of a month or its abbreviation, in English, German, French, Spanish, Italian, Dutch,
/// Portuguese, Polish, Swedish; 0 for other words.
int monthOf(std::string_view folded);
/// Whether it is the name of a day of the week or its abbreviation, in these languages.
bool isWeekday(std::string_view folded);

} // namespace rowlift
