#pragma once

#include "app/csv/delimiter.h"

#include <QByteArray>

#include <vector>

namespace rowlift {

struct DelimiterCandidate {
    Delimiter delimiter = ',';
    double prior = 1; ///< How likely it is before the file was cut with it, 0 to 1.
};

/// What may stand between the cells of \a sample (UTF-8): the usual delimiters, the more usual first, and
/// whatever else repeats evenly from line to line: a rare character ("§", "~", U+001F) or a run ("||").
std::vector<DelimiterCandidate> delimiterCandidates(const QByteArray &sample);

/// Those that are always offered.
std::vector<Delimiter> usualDelimiters();

} // namespace rowlift
