#pragma once

#include "app/csv/row_reader.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace rowlift {

/// A record of the stretch that detection looks at.
struct SampleRow {
    qint64 record = 0;
    qint64 offset = 0; ///< In bytes of the sample.
    std::vector<std::string> cells;
    RowRole role = RowRole::Data;
    bool blank = false; ///< No cell is filled.
    bool broken = false; ///< Its quotes are.

    int filled() const;
    /// The cells without empty ones at the end: rows may carry delimiters too many.
    int width() const;
    const std::string &cell(std::size_t column) const; ///< An empty one where there is none.
};

/// The records of \a sample (in the encoding of \a dialect) up to \a most of them and \a mostCells cells.
/// Without \a whole the last one is left out, as it may be cut off in the middle.
std::vector<SampleRow> sampleRows(const QByteArray &sample, const Dialect &dialect, bool whole, qint64 most,
                                  qint64 mostCells);

/// The width that most rows with more than one cell have; 1 when there are none.
int usualWidth(const std::vector<SampleRow> &rows);

} // namespace rowlift
