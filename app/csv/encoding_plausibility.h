#pragma once

#include <QString>

namespace rowlift {

/// How much like words in some language a text looks.
struct Plausibility {
    double sum = 0; ///< About 1 for each sound letter, below 0 for each that stands wrong.
    double letters = 0; ///< How many were judged.

    double mean() const { return letters == 0 ? 0 : sum / letters; }
};

/// What an encoding can write.
enum class Script {
    Alphabet, ///< One byte, one letter.
    Japanese, ///< These three: letters of two bytes.
    Chinese,
    Korean
};

/// Judges the letters and signs of \a text outside ASCII, each with its neighbours. Letters of two bytes
/// weigh as two. \a regions: where the encoding is at home, of Region.
Plausibility plausibility(const QString &text, Script script, unsigned regions);

} // namespace rowlift
