#pragma once

#include "app/csv/record_index.h"

namespace rowlift {

/// Which of the first rows names the columns; -1 when none does. Where all is text the first full row is
/// taken.
struct HeaderGuess {
    qint64 record = 0;
    bool titlesAbove = false; ///< Rows with text stand above it.
};

/// \a rows: the beginning of the file. \a columns: the width that most of them have.
HeaderGuess guessHeader(const std::vector<TextRow> &rows, int columns);

} // namespace rowlift
