#include "app/csv/record_parser.h"

#include "app/csv/byte_scan.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace rowlift {

RecordParser::RecordParser(char delimiter, char quote, std::size_t quotedLimit)
    : m_delimiter(delimiter)
    , m_quote(quote)
    , m_quotedLimit(quotedLimit)
{
}

bool RecordParser::parse(const char *begin, const char *end, bool last)
{
    m_unclosedColumn = -1;
    End outcome = walk(begin, end, last, m_quote == '\0' ? 0 : std::numeric_limits<int>::max());
    if (outcome == End::Unclosed) {
        // From that cell to the end of its line quotes are plain text: the rows below must not be swallowed.
        m_unclosedColumn = static_cast<int>(m_cells.size());
        outcome = walk(begin, end, last, m_unclosedColumn);
    }
    return outcome == End::Complete;
}

/// Quotes count in the cells before \a plainFrom only.
RecordParser::End RecordParser::walk(const char *begin, const char *end, bool last, int plainFrom)
{
    m_cells.clear();
    m_recordBegin = begin;
    m_sideUsed = 0;
    m_looseQuote = false;
    const char *at = begin;
    for (;;) {
        if (at != end && *at == m_quote && static_cast<int>(m_cells.size()) < plainFrom) {
            if (const End outcome = quotedCell(at, end, last); outcome != End::Complete)
                return outcome;
        } else {
            const char *cellEnd = findAnyOf(at, end, m_delimiter, '\n', '\r');
            m_cells.emplace_back(at, static_cast<std::size_t>(cellEnd - at));
            at = cellEnd;
        }
        if (at == end) {
            m_next = end;
            return last ? End::Complete : End::NeedsMore;
        }
        const char separator = *at++;
        if (separator == m_delimiter)
            continue;
        if (separator == '\r') {
            if (at == end && !last)
                return End::NeedsMore; // an LF may belong to it
            if (at != end && *at == '\n')
                ++at;
        }
        m_next = at;
        return End::Complete;
    }
}

/// The quote that closes the cell, or \a end. Doubled ones are passed over.
const char *RecordParser::closingQuote(const char *content, const char *end, bool &doubled) const
{
    const char *from = content;
    while (from < end) {
        const auto *quote
            = static_cast<const char *>(std::memchr(from, m_quote, static_cast<std::size_t>(end - from)));
        if (!quote)
            return end;
        if (quote + 1 == end || quote[1] != m_quote)
            return quote;
        doubled = true;
        from = quote + 2;
    }
    return end;
}

RecordParser::End RecordParser::quotedCell(const char *&at, const char *end, bool last)
{
    const char *content = at + 1;
    const bool limited = static_cast<std::size_t>(end - content) > m_quotedLimit;
    const char *searchEnd = limited ? content + m_quotedLimit : end;
    bool doubled = false;
    const char *close = closingQuote(content, searchEnd, doubled);
    if (close == searchEnd)
        return last || limited ? End::Unclosed : End::NeedsMore;
    const char *after = close + 1;
    if (after == end && !last)
        return End::NeedsMore; // it may be the first of two
    if (limited && after == searchEnd && *after == m_quote)
        return End::Unclosed; // the second of two stands just behind the limit

    const std::string_view quoted(content, static_cast<std::size_t>(close - content));
    const char *cellEnd = after;
    if (after != end && !endsCell(*after)) {
        m_looseQuote = true;
        cellEnd = findAnyOf(after, end, m_delimiter, '\n', '\r');
    }
    const std::string_view tail(after, static_cast<std::size_t>(cellEnd - after));
    m_cells.push_back(doubled || !tail.empty()
                          ? unescaped(quoted, tail, static_cast<std::size_t>(end - m_recordBegin))
                          : quoted);
    at = cellEnd;
    return End::Complete;
}

/// \a quoted with single quotes for doubled ones, and \a tail as it stands. \a room: the most that the cells
/// of this record can need together; taken at once, as growing later would leave earlier cells dangling.
std::string_view RecordParser::unescaped(std::string_view quoted, std::string_view tail, std::size_t room)
{
    if (m_sideUsed == 0 && m_side.size() < room)
        m_side.resize(room);
    char *const begin = m_side.data() + m_sideUsed;
    char *to = begin;
    while (!quoted.empty()) {
        const std::size_t quote = quoted.find(m_quote);
        const std::size_t length
            = std::min(quote == std::string_view::npos ? quote : quote + 1, quoted.size());
        to = std::copy_n(quoted.data(), length, to);
        quoted.remove_prefix(std::min(length + (quote == std::string_view::npos ? 0 : 1), quoted.size()));
    }
    to = std::copy(tail.begin(), tail.end(), to);
    m_sideUsed += static_cast<std::size_t>(to - begin);
    return { begin, static_cast<std::size_t>(to - begin) };
}

} // namespace rowlift
