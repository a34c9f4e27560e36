#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"

#include <memory>
#include <span>
#include <string_view>

namespace rowlift {

/// One record as UTF-8 cells. The views live until the next call of RowReader::next().
struct RowView {
    qint64 record = -1;
    std::span<const std::string_view> cells;
    bool blank = false; ///< Every cell is empty: no row of data.
    bool unclosedQuote
        = false; ///< A quote opened here and was closed nowhere; it and those behind it are text.
    int unclosedColumn = -1; ///< The cell where it did, from 0.
    bool looseQuote
        = false; ///< Text stands between a closing quote and the delimiter; it is part of the cell.
    bool badBytes = false; ///< Bytes that the encoding does not know; they stand as U+FFFD.
    bool nulBytes = false; ///< NUL characters are in cells.
};

/// Where a record begins in the file.
struct RowPosition {
    qint64 record = 0;
    qint64 offset
        = 0; ///< In bytes of the file; 0 includes the byte order mark, which the reader passes over.

    bool operator==(const RowPosition &) const = default;
};

/// Reads records one after the other in blocks, at constant memory (but for the largest record): the one
/// reader of preview, check and run. Quotes by RFC 4180 (doubled inside); a quote within an unquoted cell is
/// text; line breaks within quotes stay as they are; LF, CRLF and CR end a record, mixed or not. A last line
/// without end is a record; an end without a further line is none. A quote that is closed nowhere is text,
/// and its record ends with its line.
class RowReader {
public:
    static constexpr qsizetype blockBytes = qsizetype(256) * 1024;

    /// \a source must outlive the reader. Tests choose tiny blocks.
    RowReader(ByteSource &source, const Dialect &dialect, RowPosition from = {},
              qsizetype block = blockBytes);
    ~RowReader();
    RowReader(RowReader &&) noexcept;
    RowReader &operator=(RowReader &&) noexcept;

    /// The next record, or false at the end of the file. Fails with BadInput when the file cannot be read,
    /// its encoding is not known here, or a record is longer than any table has (256 MiB, a million cells).
    Result<bool> next(RowView &row);
    /// Where the next record begins: a RowReader can be opened there again. Not to be asked after an error.
    RowPosition position() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rowlift
