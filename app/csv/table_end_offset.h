#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"
#include "app/csv/table_end.h"

namespace rowlift {

/// Where \a record begins in \a source, in bytes; it must be near the beginning, as all above it are read.
Result<qint64> offsetOfRecord(ByteSource &source, const Dialect &dialect, qint64 record);

struct TailEnd {
    TableEnd::Kind kind = TableEnd::Kind::None;
    qint64 offset = -1; ///< In bytes of the file: the first row below the table; -1: none.
};

/// Notes and totals in the last 64 KiB of a file too large to be looked at as a whole. Finds none where it
/// is not sure that the reading from there on is right (a quote may have been opened above).
Result<TailEnd> findTailEnd(ByteSource &source, const Dialect &dialect, int columns);

} // namespace rowlift
