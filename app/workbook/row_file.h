#pragma once

#include "app/base/result.h"
#include "app/workbook/sheet_rows.h"

#include <QByteArray>
#include <QFile>

#include <stop_token>

namespace rowlift {

/// Writes rows of a sheet as CSV (UTF-8, comma, RFC 4180, LF): row n of the sheet is record n, rows without a
/// value are blank lines, and all others have as many cells as the widest, since a sheet has no end to its
/// right.
class RowFile {
public:
    /// \a file is open for writing and reading; the caller's. It is written from its start.
    explicit RowFile(QFile &file)
        : m_file(file)
    {
    }

    /// Fails with Storage when there is no room.
    Done append(const SheetRow &row);
    /// To be called after the last row: copies what was written to \a into, every row as wide as the widest.
    Done finish(QIODevice &into, std::stop_token stop);

    qint64 rows() const { return m_nextRow; } ///< Those without a value between others included.
    int columns() const { return m_columns; }

private:
    Done flush();

    QFile &m_file;
    QByteArray m_block;
    qint64 m_nextRow = 0;
    qint64 m_written = 0; ///< Bytes.
    qint64 m_filledRows = 0;
    qint64 m_cells = 0;
    int m_columns = 0;
};

} // namespace rowlift
