#pragma once

#include "app/csv/dialect.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

/// Cuts one record off the beginning of a stretch of UTF-8 (or anything that has ASCII where ASCII belongs),
/// as RowReader says under "How a record is read". What it finds depends on the bytes alone, never on where
/// blocks end: reading from any record on gives the same.
class RecordParser {
public:
    /// A quote that is not closed within this many bytes counts as never closed, so that a slip at the top of
    /// a huge file does not pull all of it into memory. Far above the longest text any service takes.
    static constexpr std::size_t longestQuotedCell = std::size_t(160) * 1024 * 1024;
    /// The same where quotes are broken anyway and line breaks are taken for text.
    static constexpr std::size_t longestStrayCell = std::size_t(64) * 1024;

    explicit RecordParser(const Dialect &dialect, std::size_t quotedLimit = longestQuotedCell);

    /// False when the record may go on behind \a end; then nothing is known but how many cells there are by
    /// now. \a last: nothing follows \a end. To be called for record after record, each where the one before
    /// ended; or else to be told by jumped().
    bool parse(const char *begin, const char *end, bool last);
    void jumped() { m_noCloseAhead = 0; }
    /// Behind the opening quote of the cell that parse() has found no end of, or null: to look ahead whether
    /// it has one, so that not all up to there need be in memory.
    const char *openCell() const { return m_openCell; }
    /// It has none; for the next parse() of the same record, wherever its bytes are then.
    void openCellNeverCloses() { m_neverCloses = m_openCell - m_begin; }

    // Of the last record that was complete.
    const char *next() const { return m_next; } ///< Where the record behind it begins.
    std::string_view record() const { return { m_begin, static_cast<std::size_t>(m_next - m_begin) }; }
    bool isComment() const { return m_comment; }
    /// The cell from which on quotes are text, or -1.
    int unclosedColumn() const { return m_unclosedColumn; }
    /// The first cell that was read in the ways 5a to 5d, or -1.
    int looseColumn() const { return m_looseColumn; }
    std::size_t cellCount() const { return m_cells.size(); }
    /// Some cell does not stand in the bytes as it is: takeCells() will change them.
    bool changesBytes() const { return !m_changes.empty(); }
    /// The cells, views into the bytes that parse() was given. \a record: these bytes again, to be written
    /// to: quotes that stand for one are drawn together in place. Once for each record.
    std::span<std::string_view> takeCells(char *record);

private:
    enum class Way { Exact, StrayLine, LoneQuote, StrayLines, LooseEnds, Text };
    enum class Outcome { Complete, NeedsMore, Broken };

    /// A cell whose value is not its bytes.
    struct Change {
        std::size_t cell = 0;
        const char *close = nullptr; ///< The closing quote within the cell (5c); null: none.
        bool quoted = true;
    };

    Outcome walk(const char *begin, Way way, std::size_t from);
    Outcome cell(const char *&at, Way way);
    void plainCell(const char *&at);
    Outcome quotedCell(const char *&at, Way way);
    Outcome strayCell(const char *&at, Way way);
    bool passPlain(const char *&at, const char *&keep);
    bool passComment(const char *begin);
    void add(const char *begin, const char *end, bool changed, const char *close, bool quoted);

    Outcome repair(const char *begin);
    Outcome repairOverLines(const char *begin, std::size_t broken, bool lineIsPossible);
    bool loneQuoteFits(const char *begin, std::size_t broken, const char *lineEnd);
    Outcome take(const char *begin, Way way, std::size_t from);
    Outcome checkLines(const char *begin);
    bool lineAloneFits(const char *line);
    bool closesWithin(const char *from, std::size_t bytes);
    bool fits() const { return m_columns > 0 && m_cells.size() == m_columns; }
    bool hasLineBreak(std::size_t cell) const;

    void passRun(const char *&at);
    bool endsLine(const char *at);
    bool isDelimiterAt(const char *at) const;
    bool isBlankAt(const char *at) const;
    std::size_t escapedAt(const char *at);
    const char *endOfCell(const char *at);
    bool isEnd(const char *at);
    char *unescape(char *to, std::string_view raw, bool quoted) const;
    std::size_t pairAt(const char *at, const char *end, bool quoted) const;

    Delimiter m_delimiter;
    char m_quote;
    char m_escape;
    bool m_trim;
    bool m_runs; ///< Several delimiters divide once.
    QByteArray m_commentSign;
    std::size_t m_columns;
    std::size_t m_quotedLimit;

    // The stretch that is being read.
    const char *m_begin = nullptr;
    const char *m_end = nullptr;
    bool m_last = false;
    bool m_touchedEnd = false; ///< What is behind the stretch matters.
    std::size_t m_noCloseAhead = 0; ///< So far no quote stands in front of a delimiter or line end.

    const char *m_openCell = nullptr;
    std::ptrdiff_t m_neverCloses
        = -1; ///< The content of the cell that has no end, from the record on; or -1.

    std::vector<std::string_view> m_cells;
    std::vector<Change> m_changes;
    const char *m_next = nullptr;
    bool m_comment = false;
    int m_unclosedColumn = -1;
    int m_looseColumn = -1;
};

} // namespace rowlift
