#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace rowlift {

/// A sheet of a workbook that has cells.
struct WorkbookSheet {
    QString name;
    qint64 rows = 0; ///< Up to its last used row, as the sheet says of itself; 0: it does not say.
    bool hidden = false;

    bool operator==(const WorkbookSheet &) const = default;
};

/// What a conversion has made.
struct ConvertedSheet {
    qint64 rows = 0; ///< Records of the file: up to the last row with a value.
    int columns = 0;
    qint64 uncalculated = 0; ///< Formulas without a value: the program that wrote them does not calculate.
};

/// Whether \a path is an Excel workbook (.xlsx, .xlsm, .xltx, .xltm) by its content. Fails with a sentence
/// for the person when it is one that cannot be read: protected by a password, .xls, .xlsb, damaged. A file
/// that is none, or not there, is not judged.
Result<bool> isWorkbook(const QString &path);

/// The sheets of \a path that can be imported, in the order of their tabs, hidden ones last: those with
/// cells, and no charts. Reads only the beginning of each. Fails with BadInput when the workbook cannot be
/// read or all of it is empty.
Result<std::vector<WorkbookSheet>> sheetsOf(const QString &path);

/// Writes sheet \a sheet of the workbook \a path to \a outPath: UTF-8, comma, RFC 4180 quotes, LF. Row n of
/// the sheet is record n, blank rows included; numbers stand as NumberFormat shows them, yes and no as TRUE
/// and FALSE, formulas as what they came to, dates as ISO 8601.
///
/// \a outPath appears when it is whole and only the owner may read it. Memory grows only with the texts that
/// cells share. \a progress is told bytes of XML. Fails with BadInput when the workbook is damaged or has no
/// such sheet, Storage when there is no room, Cancelled when \a stop was requested.
Result<ConvertedSheet> convertSheet(const QString &path, const QString &sheet, const QString &outPath,
                                    const Progress &progress, std::stop_token stop);

} // namespace rowlift
