#pragma once

#include "app/csv/cut_reading.h"
#include "app/csv/detect.h"

#include <QByteArray>

#include <vector>

namespace rowlift {

struct DelimiterGuess {
    CutReading best;
    std::vector<DialectGuess::DelimiterChoice>
        choices; ///< Of all the delimiters, with the quote that suits them.
    std::vector<DialectGuess::QuoteChoice> quotes; ///< What each quote would make, with the best delimiter.
    bool doubtful = false;
};

/// Cuts \a sample (UTF-8) in all ways that \a choice leaves open, lines that begin with \a comment left out,
/// and compares what comes out.
DelimiterGuess guessDelimiter(const QByteArray &sample, bool wholeFile, const DialectChoice &choice,
                              const QByteArray &comment);

} // namespace rowlift
