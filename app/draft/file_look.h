#pragma once

#include "app/csv/byte_source.h"
#include "app/csv/column_look.h"
#include "app/csv/detect.h"
#include "app/draft/chosen_file.h"

namespace rowlift {

/// What the first screen of a file shows, from its first 256 KiB alone: the same moment for 10 MB and 10 GB.
struct FileLook {
    QString path; ///< Absolute; as the person chose it.
    FileStamp stamp; ///< Of path.
    QString source; ///< What is read for it, a file of ours; empty: path itself.
    std::vector<WorkbookSheet> sheets; ///< Of a workbook: those to choose from; empty: it is none.
    QString sheet; ///< Of a workbook: the one that is read.
    qint64 uncalculated = 0; ///< Of a workbook: formulas without a value, whose cells are blank.
    bool certain = false; ///< The bytes read are ours (a sheet, pasted cells): how they are written is known.
    DialectGuess guess;
    QStringList header; ///< As in the file; empty names where it has none.
    QStringList columns; ///< The same, made unique and non-empty.
    std::vector<TextRow> head; ///< The first records: titles, header and rows.
    std::vector<ColumnLook> looks; ///< One per column, from the first rows.

    const QString &readFrom() const { return source.isEmpty() ? path : source; }
};

/// Detects what \a choice leaves open of \a chosen, and reads the first rows. Fails with a sentence for the
/// person when it cannot be read or is no spreadsheet.
Result<FileLook> lookAtFile(const ChosenFile &chosen, const DialectChoice &choice = {});

/// The same for a text file, or pasted cells.
Result<FileLook> lookAtFile(const QString &path, const DialectChoice &choice = {});

} // namespace rowlift
