#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"

#include <memory>
#include <span>
#include <string_view>

namespace rowlift {

/// What a record is to the table. Only rows of data are imported; the others keep their row number.
enum class RowRole {
    Title, ///< Above the header (or above the data, where there is no header).
    Header,
    Data,
    Blank, ///< No cell is filled (and the dialect skips such).
    Comment, ///< Begins with the dialect's comment sign.
    Below ///< Behind the end of the table: totals, notes, a second table.
};

/// One record as UTF-8 cells. The views live until the next call of RowReader::next().
struct RowView {
    qint64 record = -1;
    std::span<const std::string_view> cells;
    RowRole role = RowRole::Data;
    bool blank = false; ///< Every cell is empty.
    bool unclosedQuote
        = false; ///< A quote opened here and was closed nowhere; it and those behind it are text.
    int unclosedColumn = -1; ///< The cell where it did, from 0.
    bool looseQuote = false; ///< A quote stands within a quoted cell as it must not; it is part of the text.
    int looseColumn = -1; ///< The cell where it does, from 0.
    bool badBytes = false; ///< Bytes that the encoding does not know; they stand as U+FFFD.
    qint64 badOffset = -1; ///< Where the first of them is in the file, if that is known.
    bool nulBytes = false; ///< NUL characters are in cells.

    bool isData() const { return role == RowRole::Data; }
};

/// Where a record begins in the file.
struct RowPosition {
    qint64 record = 0;
    qint64 offset
        = 0; ///< In bytes of the file; 0 includes the byte order mark, which the reader passes over.

    bool operator==(const RowPosition &) const = default;
};

/// Reads records one after the other in blocks, at constant memory (but for the largest record): the one
/// reader of preview, check and run.
///
/// How a record is read (what comes out depends on the bytes alone, never on where blocks end):
/// 1. LF, CRLF and CR end a record, mixed or not, but for those within quotes. A last line without end is a
///    record; an end without a further line is none.
/// 2. A record that begins with Dialect::comment is one cell: its line, as it stands. Its role is Comment,
///    wherever it stands.
/// 3. A cell begins with the record or behind a delimiter. When its first byte is the quote, it is quoted,
///    else plain: then it goes up to the next delimiter or line end, and quotes in it are text. With
///    Dialect::trim, spaces and tabs (but a delimiter) in front of it and behind it are dropped, also around
///    its quotes; where the delimiter is a space, several of them divide once, and those at both ends of a
///    line do not.
/// 4. A quoted cell ends with its closing quote, which must be followed by a delimiter, a line end or the end
///    of the file. Doubled quotes within stand for one. With Dialect::escape set, a pair of escape sign and
///    quote, delimiter, line break (CRLF is one) or escape sign stands for the second of the two, in quoted
///    and in plain cells; doubled quotes still stand for one. An escape sign that is the quote is none.
/// 5. Where that fails (text behind a closing quote; no closing quote before the end of the file, or within
///    RecordParser::longestQuotedCell), the record's quotes are broken. It is read anew in these ways, and
///    the first that gives Dialect::columns cells is taken; when none does, the first that is possible:
///    a. stray quotes, one line: from the broken cell on, a quote within a quoted cell closes it only in
///       front of a delimiter or line end; in front of a second quote the two stand for one, unless a
///       delimiter or line end follows these two: then the first is text and the second closes. All others
///       are text. Not possible when the line ends within quotes.
///    b. a lone quote: the broken cell is plain, those behind it are read by rule 4. Only with
///       Dialect::columns, and when it gives as many cells without going on behind the line of e.
///    c. as a, with line breaks allowed within quotes (up to RecordParser::longestStrayCell).
///    d. loose ends: what stands between a closing quote and the next delimiter or line end belongs to the
///       cell as it is. Not possible when a quote is never closed.
///    e. text: from the broken cell to the end of its line quotes have no meaning (unclosedQuote). Always
///       possible.
///    c and d must not swallow good rows: they are not possible when they go on behind the line of e, and the
///    next line, taken alone (rule 4, or e where that fails), has Dialect::columns cells, two or more.
/// 6. A record that rule 4 reads over several lines, into other than Dialect::columns cells (when set), is
///    taken as 5e reads its first line if that has Dialect::columns cells: somebody forgot a quote, and the
///    rows below must not be swallowed. The cell from which on quotes are text is the first that has a line
///    break in it.
/// 7. Values in Dialect::blankWords become empty, but for comments; bytes that the encoding does not know
///    become U+FFFD.
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
