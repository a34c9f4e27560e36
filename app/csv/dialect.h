#pragma once

#include "app/csv/delimiter.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <optional>

namespace rowlift {

enum class LineEnding { Lf, CrLf, Cr, Mixed };

/// How the bytes of a file become rows and cells. A record is one row of the spreadsheet, counted from 0 over
/// the whole file: title lines and blank lines are records too, so that record + 1 is the row number a
/// spreadsheet shows.
struct Dialect {
    Delimiter delimiter = ',';
    char quote = '"'; ///< '\0': cells are never quoted.
    /// '\0': a quote within a quoted cell is doubled. Else (usually '\\') this character before a quote, a
    /// delimiter, a line break or itself takes away their meaning; before anything else it is text.
    char escape = '\0';
    QByteArray encoding = "UTF-8"; ///< IANA name: UTF-8, UTF-16LE, UTF-16BE, windows-1252, Shift_JIS …
    bool bom = false; ///< The file begins with a byte order mark; it is no part of the first cell.
    qint64 headerRecord
        = 0; ///< The first record that names the columns; what stands above is not imported. -1: none.
    int headerRows = 1; ///< Records that name the columns together, joined with a blank; unused without any.
    qint64 titleRecords = 0; ///< Without header: records above the first row of data.
    QByteArray comment = {}; ///< A line that begins with this is no row ("#", "//"); empty: none is.
    bool skipEmpty = true; ///< Records without any filled cell are no rows of data.
    /// Blanks around a value, also around its quotes, are no part of it. With blanks as delimiters: several
    /// divide once.
    bool trim = false;
    QByteArrayList blankWords = {}; ///< UTF-8 values that stand for an empty cell ("NULL", "N/A").
    /// The offset in bytes of the file at which the table ends: what begins there or below (totals, notes, a
    /// second table) is not imported. -1: it ends with the file.
    qint64 dataEnd = -1;
    /// The last record that is imported, as the person chose; -1: all up to dataEnd.
    qint64 lastRecord = -1;
    /// The width of the table, if known: decides between two readings of a row whose quotes are broken.
    int columns = 0;
    LineEnding lineEnding = LineEnding::Lf; ///< As found; reading accepts all of them.

    /// The first record that can be data.
    qint64 firstDataRecord() const { return headerRecord < 0 ? titleRecords : headerRecord + headerRows; }
    bool isHeader(qint64 record) const
    {
        return headerRecord >= 0 && record >= headerRecord && record < headerRecord + headerRows;
    }
    bool operator==(const Dialect &) const = default;
};

/// What the person has fixed; the rest is detected around it.
struct DialectChoice {
    std::optional<Delimiter> delimiter = {};
    std::optional<char> quote = {};
    std::optional<char> escape = {};
    std::optional<QByteArray> encoding = {};
    std::optional<qint64> headerRecord = {};
    std::optional<int> headerRows = {};
    std::optional<QByteArray> comment = {};
    std::optional<bool> skipEmpty = {};
    std::optional<bool> trim = {};
    std::optional<QByteArrayList> blankWords = {};
    /// The last record to import; -1: to the end of the file, whatever detection takes for its end.
    std::optional<qint64> lastRecord = {};
    bool certain = false; ///< The bytes are ours: how they are written is known, and no choice of a person.

    bool operator==(const DialectChoice &) const = default;
};

} // namespace rowlift
