#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace rowlift {

/// What copyClean() has written.
struct CleanCopy {
    qint64 rows = 0; ///< Rows of data.
    /// Of these and the header, those with bytes that the encoding does not know and that no clean file can
    /// have: U+FFFD stands there.
    qint64 damaged = 0;
};

/// Gives the header, then the rows of data as standard CSV to \a write, piece by piece: UTF-8, comma, LF,
/// quotes as RFC 4180 has them. Quotes that the file has and that do no harm may stay. Reads in several
/// threads where the source allows it; \a write is called by this one. \a progress is told bytes of the file.
/// Returns Cancelled at latest a block after \a stop.
Result<CleanCopy> copyClean(ByteSource &source, const Dialect &dialect,
                            const std::function<Done(std::string_view)> &write, const Progress &progress,
                            std::stop_token stop);

} // namespace rowlift
