#pragma once

#include <QString>

namespace rowlift {

/// How much like words in some language \a text looks, by its letters outside ASCII and their neighbours:
/// about 1 for the right encoding, near or below 0 for a wrong one. Judges each such letter, so the length
/// does not matter.
double plausibility(const QString &text);

} // namespace rowlift
