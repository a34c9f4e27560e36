#pragma once

#include "app/csv/byte_source.h"
#include "app/csv/column_look.h"
#include "app/csv/detect.h"

namespace rowlift {

/// What the first screen of a file shows, from its first 256 KiB alone: the same moment for 10 MB and 10 GB.
struct FileLook {
    QString path; ///< Absolute.
    FileStamp stamp;
    DialectGuess guess;
    QStringList header; ///< As in the file; empty names where it has none.
    QStringList columns; ///< The same, made unique and non-empty.
    std::vector<TextRow> head; ///< The first records: titles, header and rows.
    std::vector<ColumnLook> looks; ///< One per column, from the first rows.
};

/// Opens \a path, detects what \a choice leaves open, and reads the first rows. Fails with a sentence for the
/// person when it cannot be read or is no spreadsheet.
Result<FileLook> lookAtFile(const QString &path, const DialectChoice &choice = {});

} // namespace rowlift
