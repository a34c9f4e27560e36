#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace rowlift {

enum class LineEnding { Lf, CrLf, Cr, Mixed };

/// How the bytes of a file become rows and cells. A record is one row of the spreadsheet, counted from 0 over
/// the whole file: title lines and blank lines are records too, so that record + 1 is the row number a
/// spreadsheet shows.
struct Dialect {
    char delimiter = ',';
    char quote = '"'; ///< '\0': cells are never quoted.
    QByteArray encoding = "UTF-8"; ///< IANA name: UTF-8, UTF-16LE, UTF-16BE, windows-1252, Shift_JIS …
    bool bom = false; ///< The file begins with a byte order mark; it is no part of the first cell.
    qint64 headerRecord
        = 0; ///< The record that names the columns; what stands above is not imported. -1: none.
    LineEnding lineEnding = LineEnding::Lf; ///< As found; reading accepts all of them.

    /// The first record that can be data.
    qint64 firstDataRecord() const { return headerRecord + 1; }
    bool operator==(const Dialect &) const = default;
};

/// What the person has fixed; the rest is detected around it.
struct DialectChoice {
    std::optional<char> delimiter = {};
    std::optional<char> quote = {};
    std::optional<QByteArray> encoding = {};
    std::optional<qint64> headerRecord = {};

    bool operator==(const DialectChoice &) const = default;
};

} // namespace rowlift
