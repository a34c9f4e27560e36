#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/column_stats.h"
#include "app/csv/file_facts.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace rowlift {

/// A word that probably means an empty cell.
struct BlankWordCount {
    QString word; ///< As it stands in the file: to go into Dialect::blankWords.
    qint64 cells = 0;

    bool operator==(const BlankWordCount &) const = default;
};

/// What all values of a file tell.
struct FileSurvey {
    qint64 rows = 0; ///< Rows of data so far.
    std::vector<ColumnStats> columns; ///< One for each of the header (at most surveyedColumns).
    std::vector<FileFact> facts; ///< The weightiest first. Only of the whole file: empty in a snapshot.
    std::vector<BlankWordCount> blankWords; ///< Up to eight, the most frequent first.

    bool operator==(const FileSurvey &) const = default;
};

/// Columns to the right of these are read but not looked at.
constexpr int surveyedColumns = 4096;

/// Reads the whole file once, at about 32 MiB of memory whatever its size. Without a header the columns are
/// those of the first row. \a progress is told bytes. \a grown, when set, hears of a snapshot behind the
/// first block and then at most twice a second. Returns Cancelled at latest a block after \a stop.
Result<FileSurvey> surveyFile(ByteSource &source, const Dialect &dialect, const Progress &progress,
                              const std::function<void(const FileSurvey &)> &grown, std::stop_token stop);

} // namespace rowlift
