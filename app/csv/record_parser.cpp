#include "app/csv/record_parser.h"

#include "app/csv/byte_scan.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rowlift {

RecordParser::RecordParser(const Dialect &dialect, std::size_t quotedLimit)
    : m_delimiter(dialect.delimiter)
    , m_quote(dialect.quote)
    , m_escape(dialect.escape == dialect.quote ? '\0' : dialect.escape)
    , m_trim(dialect.trim)
    , m_runs(dialect.trim && dialect.delimiter == Delimiter(' '))
    , m_commentSign(dialect.comment)
    , m_columns(static_cast<std::size_t>(std::max(dialect.columns, 0)))
    , m_quotedLimit(quotedLimit)
{
}

bool RecordParser::parse(const char *begin, const char *end, bool last)
{
    if (m_next) {
        m_noCloseAhead -= std::min(m_noCloseAhead, static_cast<std::size_t>(m_next - m_begin));
        m_next = nullptr;
        m_neverCloses = -1;
    }
    m_openCell = nullptr;
    m_begin = begin;
    m_end = end;
    m_last = last;
    m_unclosedColumn = -1;
    m_looseColumn = -1;
    m_comment = false;
    m_touchedEnd = false;
    Outcome outcome = Outcome::Complete;
    if (m_commentSign.isEmpty() || !passComment(begin)) {
        outcome = m_touchedEnd ? Outcome::NeedsMore : walk(begin, Way::Exact, 0);
        if (outcome == Outcome::Broken)
            outcome = repair(begin);
        else if (outcome == Outcome::Complete && m_columns > 0 && !fits())
            outcome = checkLines(begin);
    }
    if (outcome == Outcome::Complete && !m_touchedEnd)
        return true;
    m_next = nullptr;
    return false;
}

/// Rule 2.
bool RecordParser::passComment(const char *begin)
{
    const auto length = static_cast<std::size_t>(m_commentSign.size());
    const auto there = std::min(length, static_cast<std::size_t>(m_end - begin));
    if (std::memcmp(begin, m_commentSign.constData(), there) != 0)
        return false;
    m_touchedEnd = there < length && !m_last;
    if (there < length)
        return false;
    m_cells.clear();
    m_changes.clear();
    const char *at = findAnyOf(begin, m_end, '\n', '\r', '\r');
    add(begin, at, false, nullptr, false);
    m_comment = true;
    if (at == m_end)
        m_touchedEnd = !m_last;
    else if (*at++ == '\r' && !isEnd(at) && *at == '\n')
        ++at;
    m_next = at;
    return true;
}

/// Reads the record so that from the cell \a from on quoted cells are read in \a way, before it exactly. When
/// it is broken, the cell that is so is the one behind those that were read.
RecordParser::Outcome RecordParser::walk(const char *begin, Way way, std::size_t from)
{
    m_cells.clear();
    m_changes.clear();
    const char *at = begin;
    passRun(at);
    for (;;) {
        const bool behind = way == Way::LoneQuote ? m_cells.size() != from : m_cells.size() < from;
        const Way here = behind ? Way::Exact : way;
        if (const Outcome outcome = cell(at, here); outcome != Outcome::Complete)
            return outcome;
        if (!isEnd(at) && isDelimiterAt(at)) {
            at += m_delimiter.bytes().size();
            passRun(at);
            if (!m_runs || !endsLine(at))
                continue;
        }
        if (isEnd(at)) {
            m_next = at;
            return m_touchedEnd ? Outcome::NeedsMore : Outcome::Complete;
        }
        if (*at++ == '\r' && !isEnd(at) && *at == '\n')
            ++at;
        m_next = at;
        return m_touchedEnd ? Outcome::NeedsMore : Outcome::Complete;
    }
}

/// Behind a delimiter or at the beginning of a line: further delimiters, where they count for nothing.
void RecordParser::passRun(const char *&at)
{
    while (m_runs && !isEnd(at) && *at == ' ')
        ++at;
}

bool RecordParser::endsLine(const char *at)
{
    return isEnd(at) || *at == '\n' || *at == '\r';
}

/// Leaves \a at on the delimiter or line end behind the cell, or at the end.
RecordParser::Outcome RecordParser::cell(const char *&at, Way way)
{
    if (m_trim) {
        while (at != m_end && isBlankAt(at) && !isDelimiterAt(at))
            ++at;
    }
    Outcome outcome = Outcome::Complete;
    if (way == Way::Text || way == Way::LoneQuote || m_quote == '\0' || at == m_end || *at != m_quote)
        plainCell(at);
    else if (way == Way::StrayLine || way == Way::StrayLines)
        outcome = strayCell(at, way);
    else
        outcome = quotedCell(at, way);
    return m_touchedEnd ? Outcome::NeedsMore : outcome;
}

void RecordParser::plainCell(const char *&at)
{
    const char *begin = at;
    const char *keep = at;
    const bool changed = passPlain(at, keep);
    add(begin, m_trim ? keep : at, changed, nullptr, false);
}

/// Moves \a at to the end of plain text and \a keep behind what trimming leaves of it. True: it has escapes.
bool RecordParser::passPlain(const char *&at, const char *&keep)
{
    const char first = m_delimiter.first();
    const char *const begin = at;
    const char *kept = at; // behind the last escape: what it stands for is no blank
    bool changed = false;
    for (;;) {
        at = m_escape == '\0' ? findAnyOf(at, m_end, first, '\n', '\r')
                              : findAnyOf(at, m_end, first, '\n', '\r', m_escape);
        if (isEnd(at) || *at == '\n' || *at == '\r' || isDelimiterAt(at))
            break;
        const std::size_t escaped = *at == m_escape ? escapedAt(at) : 0;
        changed |= escaped > 0;
        at += std::max<std::size_t>(escaped, 1);
        kept = escaped > 0 ? at : kept;
    }
    if (m_trim) {
        keep = at;
        while (keep != begin && keep != kept && isBlankAt(keep - 1))
            --keep;
    }
    return changed;
}

/// Rules 4 and 5d.
RecordParser::Outcome RecordParser::quotedCell(const char *&at, Way way)
{
    const char *const content = at + 1;
    const bool limited = static_cast<std::size_t>(m_end - content) > m_quotedLimit;
    const char *const searchEnd = limited ? content + m_quotedLimit : m_end;
    const char second = m_escape == '\0' ? m_quote : m_escape;
    bool changed = false;
    const char *close = content;
    for (;;) {
        close = close < searchEnd ? findAnyOf(close, searchEnd, m_quote, second, second) : searchEnd;
        if (close >= searchEnd) {
            const bool open = !limited && !m_last && content - m_begin != m_neverCloses;
            m_openCell = open ? content : m_openCell;
            m_touchedEnd |= open;
            return Outcome::Broken;
        }
        if (*close == m_quote && (isEnd(close + 1) || close[1] != m_quote))
            break;
        const std::size_t pair = *close == m_quote ? 2 : escapedAt(close);
        changed |= pair > 0;
        close += std::max<std::size_t>(pair, 1);
    }
    at = close + 1;
    if (const char *end = endOfCell(at)) {
        add(content, close, changed, nullptr, true);
        at = end;
        return Outcome::Complete;
    }
    if (way == Way::Exact)
        return Outcome::Broken;
    const char *keep = at;
    passPlain(at, keep);
    add(content, m_trim ? keep : at, true, close, true);
    return Outcome::Complete;
}

/// Rules 5a and 5c.
RecordParser::Outcome RecordParser::strayCell(const char *&at, Way way)
{
    const char *const content = at + 1;
    const bool lines = way == Way::StrayLines;
    const bool limited = lines && static_cast<std::size_t>(m_end - content) > longestStrayCell;
    const char *const searchEnd = limited ? content + longestStrayCell : m_end;
    if (lines && !closesWithin(content, longestStrayCell))
        return Outcome::Broken;
    const char escape = m_escape == '\0' ? m_quote : m_escape;
    bool changed = false;
    const char *close = content;
    for (;;) {
        close = close < searchEnd
            ? findAnyOf(close, searchEnd, m_quote, lines ? m_quote : '\n', lines ? m_quote : '\r', escape)
            : searchEnd;
        if (close >= searchEnd) {
            m_touchedEnd |= !limited && !m_last;
            return Outcome::Broken;
        }
        if (*close != m_quote) {
            const std::size_t escaped = *close == m_escape ? escapedAt(close) : 0;
            if (escaped == 0 && (*close == '\n' || *close == '\r'))
                return Outcome::Broken;
            changed |= escaped > 0;
            close += std::max<std::size_t>(escaped, 1);
            continue;
        }
        const char *end = endOfCell(close + 1);
        const bool doubled = !end && !isEnd(close + 1) && close[1] == m_quote;
        if (doubled) {
            end = endOfCell(close + 2);
            changed |= !end;
            ++close;
        }
        if (end) {
            add(content, close, changed, nullptr, true);
            at = end;
            return Outcome::Complete;
        }
        ++close;
    }
}

/// Whether some quote of the next \a bytes could close a cell in way 5c. What was found not to is remembered
/// for the records below, which may be broken in the same way.
bool RecordParser::closesWithin(const char *from, std::size_t bytes)
{
    const auto length = static_cast<std::size_t>(m_end - from);
    const char *const end = from + std::min(bytes, length);
    const char *at = std::max(from, std::min(m_begin + m_noCloseAhead, end));
    for (; (at = findAnyOf(at, end, m_quote, m_quote, m_quote)) != end; ++at) {
        if (endOfCell(at + 1))
            return true;
        if (m_touchedEnd)
            return false;
    }
    m_touchedEnd |= length < bytes && !m_last;
    m_noCloseAhead = std::max(m_noCloseAhead, static_cast<std::size_t>(end - m_begin));
    return false;
}

/// Rule 5: the record is broken in the cell behind those that were read.
RecordParser::Outcome RecordParser::repair(const char *begin)
{
    const std::size_t broken = m_cells.size();
    const Outcome line = walk(begin, Way::StrayLine, broken);
    if (line == Outcome::NeedsMore)
        return line;
    if (line == Outcome::Complete && (m_columns == 0 || fits()))
        return take(begin, Way::StrayLine, broken);
    return repairOverLines(begin, broken, line == Outcome::Complete);
}

RecordParser::Outcome RecordParser::repairOverLines(const char *begin, std::size_t broken,
                                                    bool lineIsPossible)
{
    if (walk(begin, Way::Text, broken) == Outcome::NeedsMore)
        return Outcome::NeedsMore;
    const bool textFits = fits();
    const char *const lineEnd = m_next;
    const bool guarded = lineAloneFits(lineEnd);
    if (m_touchedEnd)
        return Outcome::NeedsMore;

    if (m_columns > 0 && loneQuoteFits(begin, broken, lineEnd))
        return take(begin, Way::LoneQuote, broken);

    Way first = lineIsPossible ? Way::StrayLine : Way::Text;
    for (const Way way : { Way::StrayLines, Way::LooseEnds }) {
        // Behind the line it must not go: then what is there does not matter either.
        const char *const end = std::exchange(m_end, guarded ? lineEnd : m_end);
        const bool last = std::exchange(m_last, guarded || m_last);
        const Outcome outcome = walk(begin, way, broken);
        m_end = end;
        m_last = last;
        if (outcome == Outcome::NeedsMore)
            return outcome;
        if (outcome == Outcome::Complete && (fits() || (m_columns == 0 && first == Way::Text)))
            return take(begin, way, broken);
        if (outcome == Outcome::Complete && first == Way::Text && !textFits)
            first = way;
    }
    return take(begin, textFits ? Way::Text : first, broken);
}

/// Rule 5b; \a lineEnd: where the line of 5e ends.
bool RecordParser::loneQuoteFits(const char *begin, std::size_t broken, const char *lineEnd)
{
    const char *const end = std::exchange(m_end, lineEnd);
    const bool last = std::exchange(m_last, true);
    const Outcome outcome = walk(begin, Way::LoneQuote, broken);
    m_end = end;
    m_last = last;
    return outcome == Outcome::Complete && fits();
}

/// Reads it for good in the way that was chosen.
RecordParser::Outcome RecordParser::take(const char *begin, Way way, std::size_t from)
{
    (way == Way::Text ? m_unclosedColumn : m_looseColumn) = static_cast<int>(from);
    return walk(begin, way, from);
}

bool RecordParser::lineAloneFits(const char *line)
{
    if (m_columns < 2 || isEnd(line))
        return false;
    const char *const lineEnd = findAnyOf(line, m_end, '\n', '\r', '\r');
    if (isEnd(lineEnd) && !m_last)
        return false;
    const char *const end = std::exchange(m_end, lineEnd);
    const bool last = std::exchange(m_last, true);
    if (walk(line, Way::Exact, 0) == Outcome::Broken)
        walk(line, Way::Text, m_cells.size());
    m_end = end;
    m_last = last;
    return fits();
}

/// Rule 6: the record was read exactly, but has other cells than the table has columns.
RecordParser::Outcome RecordParser::checkLines(const char *begin)
{
    const char *const next = m_next;
    std::size_t cell = 0;
    while (cell < m_cells.size() && !hasLineBreak(cell))
        ++cell;
    if (cell == m_cells.size())
        return Outcome::Complete;
    const Outcome outcome = walk(begin, Way::Text, cell);
    if (outcome == Outcome::NeedsMore)
        return outcome;
    if (fits()) {
        m_unclosedColumn = static_cast<int>(cell);
        return outcome;
    }
    m_next = next;
    return walk(begin, Way::Exact, 0);
}

bool RecordParser::hasLineBreak(std::size_t cell) const
{
    const char *const end = m_cells[cell].data() + m_cells[cell].size();
    return findAnyOf(m_cells[cell].data(), end, '\n', '\r', '\r') != end;
}

bool RecordParser::isEnd(const char *at)
{
    if (at < m_end)
        return false;
    m_touchedEnd |= !m_last;
    return true;
}

bool RecordParser::isDelimiterAt(const char *at) const
{
    const std::string_view bytes = m_delimiter.bytes();
    if (at >= m_end || bytes.empty() || *at != bytes.front())
        return false;
    return bytes.size() == 1 || std::string_view(at, static_cast<std::size_t>(m_end - at)).starts_with(bytes);
}

bool RecordParser::isBlankAt(const char *at) const
{
    return (*at == ' ' || *at == '\t') && !(m_delimiter.isOneByte() && *at == m_delimiter.first());
}

/// How many bytes an escape sign at \a at and what it takes the meaning from are; 0: it is text.
std::size_t RecordParser::escapedAt(const char *at)
{
    const char *const second = at + 1;
    if (m_escape == '\0' || *at != m_escape || isEnd(second))
        return 0;
    const std::size_t delimiter = m_delimiter.bytes().size();
    if (isDelimiterAt(second))
        return 1 + delimiter;
    m_touchedEnd |= !m_last && m_end - second < static_cast<std::ptrdiff_t>(delimiter);
    if (*second == '\r')
        return !isEnd(second + 1) && second[1] == '\n' ? 3 : 2;
    const bool isQuote = m_quote != '\0' && *second == m_quote;
    return isQuote || *second == '\n' || *second == m_escape ? 2 : 0;
}

/// The delimiter or line end (or the end of all) at \a at, with Dialect::trim behind blanks; null: something
/// else stands there.
const char *RecordParser::endOfCell(const char *at)
{
    while (m_trim && at < m_end && isBlankAt(at) && !isDelimiterAt(at))
        ++at;
    if (isEnd(at) || *at == '\n' || *at == '\r' || isDelimiterAt(at))
        return at;
    m_touchedEnd |= !m_last && m_end - at < static_cast<std::ptrdiff_t>(m_delimiter.bytes().size());
    return nullptr;
}

void RecordParser::add(const char *begin, const char *end, bool changed, const char *close, bool quoted)
{
    if (changed)
        m_changes.push_back({ .cell = m_cells.size(), .close = close, .quoted = quoted });
    m_cells.emplace_back(begin, static_cast<std::size_t>(end - begin));
}

std::span<std::string_view> RecordParser::takeCells(char *record)
{
    for (const Change &change : m_changes) {
        std::string_view &cell = m_cells[change.cell];
        char *const begin = record + (cell.data() - m_begin);
        const std::size_t quoted
            = change.close ? static_cast<std::size_t>(change.close - cell.data()) : cell.size();
        char *to = unescape(begin, cell.substr(0, quoted), change.quoted);
        if (change.close)
            to = unescape(to, cell.substr(quoted + 1), false);
        cell = { begin, static_cast<std::size_t>(to - begin) };
    }
    return m_cells;
}

/// Writes what \a raw stands for to \a to, at or before it. Returns the end.
char *RecordParser::unescape(char *to, std::string_view raw, bool quoted) const
{
    const char *at = raw.data();
    const char *const end = at + raw.size();
    const char quote = quoted ? m_quote : m_escape;
    const char escape = m_escape == '\0' ? quote : m_escape;
    while (at != end) {
        const char *const stop = quote == '\0' ? end : findAnyOf(at, end, quote, escape, escape);
        const auto plain = static_cast<std::size_t>(stop - at);
        std::memmove(to, at, plain);
        to += plain;
        at = stop;
        if (at == end)
            break;
        const std::size_t pair = pairAt(at, end, quoted);
        at += pair == 0 ? 0 : 1;
        const std::size_t length = std::max<std::size_t>(pair, 2) - 1;
        std::memmove(to, at, length);
        to += length;
        at += length;
    }
    return to;
}

/// How many bytes the pair at \a at has of which the first falls away; 0: there is none.
std::size_t RecordParser::pairAt(const char *at, const char *end, bool quoted) const
{
    if (end - at < 2)
        return 0;
    if (quoted && *at == m_quote)
        return at[1] == m_quote ? 2 : 0;
    if (m_escape == '\0' || *at != m_escape)
        return 0;
    if (std::string_view(at + 1, static_cast<std::size_t>(end - at - 1)).starts_with(m_delimiter.bytes()))
        return 1 + m_delimiter.bytes().size();
    const char second = at[1];
    const bool isQuote = m_quote != '\0' && second == m_quote;
    return isQuote || second == '\r' || second == '\n' || second == m_escape ? 2 : 0;
}

} // namespace rowlift
