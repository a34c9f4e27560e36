#pragma once

#include "app/csv/detect.h"

#include <QByteArray>

#include <vector>

namespace rowlift {

/// What one way of cutting makes of the sample.
struct CutReading {
    Delimiter delimiter = ',';
    char quote = '"';
    int columns = 1; ///< The width that most rows have.
    qint64 agreeing = 0; ///< Rows of that width.
    qint64 rows = 0; ///< Rows looked at, without blank ones and titles above.
    double score = 0; ///< 0 to 1.
};

struct DelimiterGuess {
    CutReading best;
    std::vector<DialectGuess::DelimiterChoice>
        choices; ///< Of all the delimiters, with the quote that suits them.
    bool doubtful = false;
};

/// Cuts \a sample (UTF-8) in all ways that \a choice leaves open and compares what comes out.
/// The measure follows van den Burg, Nazábal and Sutton, "Wrangling Messy CSV Files by Detecting Row and Type
/// Patterns" (2019): rows that agree in width, times cells that look like values.
DelimiterGuess guessDelimiter(const QByteArray &sample, bool wholeFile, const DialectChoice &choice);

} // namespace rowlift
