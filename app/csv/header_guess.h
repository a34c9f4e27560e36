#pragma once

#include "app/csv/sample_rows.h"

namespace rowlift {

/// Which of the first rows names the columns. Where all is text and nothing tells, the first full row is
/// taken.
struct HeaderGuess {
    qint64 record = 0; ///< -1: none does.
    int rows = 1; ///< How many do so together.
    qint64 titleRecords = 0; ///< Without header: records above the first row of data.
    bool titlesAbove = false; ///< Rows with text stand above.
    bool unsure = false; ///< Nothing tells whether the first full row is names or data.
};

/// \a rows: the beginning of the file. \a columns: the width that most of them have.
HeaderGuess guessHeader(const std::vector<SampleRow> &rows, int columns);

} // namespace rowlift
