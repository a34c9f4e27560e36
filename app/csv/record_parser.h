#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

/// Cuts one record off the beginning of a stretch of UTF-8 (or anything that has ASCII where ASCII belongs).
/// What it finds depends on the bytes alone, never on where blocks end: reading from any record on gives the
/// same.
class RecordParser {
public:
    /// A quote that is not closed within this many bytes counts as never closed, so that a slip at the top of
    /// a huge file does not pull all of it into memory. Far above the longest text any service takes.
    static constexpr std::size_t longestQuotedCell = std::size_t(32) * 1024 * 1024;

    RecordParser(char delimiter, char quote, std::size_t quotedLimit = longestQuotedCell);

    /// False when the record may go on behind \a end; then nothing is known but how many cells there are by
    /// now. \a last: nothing follows \a end.
    bool parse(const char *begin, const char *end, bool last);

    // Of the last record that was complete. Cells live as long as the bytes and until the next parse().
    std::span<std::string_view> cells() { return m_cells; }
    const char *next() const { return m_next; } ///< Where the record behind it begins.
    int unclosedColumn() const
    {
        return m_unclosedColumn;
    } ///< The cell whose quote is closed nowhere, or -1.
    bool looseQuote() const
    {
        return m_looseQuote;
    } ///< Text stands between a closing quote and the delimiter.

private:
    enum class End { Complete, NeedsMore, Unclosed };

    End walk(const char *begin, const char *end, bool last, int plainFrom);
    End quotedCell(const char *&at, const char *end, bool last);
    const char *closingQuote(const char *content, const char *end, bool &doubled) const;
    std::string_view unescaped(std::string_view quoted, std::string_view tail, std::size_t room);
    bool endsCell(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }

    char m_delimiter;
    char m_quote;
    std::size_t m_quotedLimit;
    std::vector<std::string_view> m_cells;
    std::vector<char>
        m_side; ///< Cells that do not stand in the file as they are; as large as the longest record.
    std::size_t m_sideUsed = 0;
    const char *m_recordBegin = nullptr;
    const char *m_next = nullptr;
    int m_unclosedColumn = -1;
    bool m_looseQuote = false;
};

} // namespace rowlift
