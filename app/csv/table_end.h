#pragma once

#include "app/csv/sample_rows.h"

#include <span>

namespace rowlift {

/// Where a table ends before its file does.
struct TableEnd {
    enum class Kind {
        None, ///< It ends with the file.
        Notes, ///< "Source: …", "* preliminary", "Exported on …"
        Totals, ///< "Total", "Summe"
        SecondTable ///< Rows with names and a width of their own.
    };

    Kind kind = Kind::None;
    std::size_t row = 0; ///< Of the rows that were looked at, the first below the table.
};

/// Looks at rows of data only, from the first of them on, to the end of the file if \a whole. \a header: the
/// names above them. A row of data must never be taken for a note: only strong signs count.
TableEnd findTableEnd(std::span<const SampleRow> rows, const std::vector<std::string> &header, int columns,
                      bool whole);

/// Only notes and totals, from the end upwards.
TableEnd findRowsBelow(std::span<const SampleRow> rows, int columns);

} // namespace rowlift
