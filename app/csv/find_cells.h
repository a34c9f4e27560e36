#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/row_reader.h"

#include <QString>

#include <compare>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace rowlift {

struct CellHit {
    qint64 record = 0;
    int column = 0; ///< From 0.

    auto operator<=>(const CellHit &) const = default;
};

struct FindOptions {
    bool matchCase = false;
    bool wholeCell = false; ///< The cell is the text, nothing else (but for blanks at its ends).
    std::vector<qint64> onlyRecords = {}; ///< Ascending; empty: all.
};

struct FoundCells {
    qint64 cells = 0; ///< Exact.
    qint64 records = 0; ///< With at least one such cell.
    bool cut = false; ///< More than were handed out.
};

/// Cells handed out by one search; those behind are only counted.
constexpr qint64 mostCellHits = 1'000'000;

/// Finds all cells of the file that contain \a text: of titles and header too, as the grid shows them.
/// Letters are alike when they fold to the same (Unicode simple case folding), but that ASCII letters are
/// only like ASCII letters. \a marks are those of a finished RecordIndex; with fewer, less can be skipped.
/// \a hits gets them in file order, in batches, at first at once and then about ten times a second, or
/// whenever there are 20,000.
/// \a progress is told bytes. Returns Cancelled at latest a block after \a stop.
Result<FoundCells> findCells(ByteSource &source, const Dialect &dialect,
                             const std::vector<RowPosition> &marks, const QString &text,
                             const FindOptions &options, const Progress &progress,
                             const std::function<void(std::span<const CellHit>)> &hits, std::stop_token stop);

} // namespace rowlift
