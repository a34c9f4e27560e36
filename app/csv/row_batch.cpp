#include "app/csv/row_batch.h"

#include "app/csv/byte_scan.h"
#include "app/csv/single_byte_table.h"

#include <algorithm>
#include <cstring>

namespace rowlift {

namespace {

/// Sixteen bytes behind it must be readable.
inline bool hasHighBytes(std::string_view text)
{
    const char *at = text.data();
    unsigned high = 0;
    std::size_t left = text.size();
    for (; left > 16; left -= 16, at += 16)
        high |= highBytesOf16(at);
    return (high | (highBytesOf16(at) & ((1u << left) - 1))) != 0;
}

/// Draws doubled quotes together; \a to may be the text itself.
char *undoubled(std::string_view text, char quote, char *to)
{
    const char *from = text.data();
    const char *const end = from + text.size();
    while (from != end) {
        const auto left = static_cast<std::size_t>(end - from);
        const auto *stop = static_cast<const char *>(std::memchr(from, quote, left));
        const std::size_t plain = stop ? static_cast<std::size_t>(stop - from) + 1 : left;
        std::memmove(to, from, plain);
        to += plain;
        from += plain + (stop ? 1 : 0);
    }
    return to;
}

/// Without the blanks in front and behind that are no \a delimiter.
std::string_view trimmed(std::string_view text, char delimiter)
{
    const auto isBlank = [delimiter](char c) { return (c == ' ' || c == '\t') && c != delimiter; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace

void RowBatch::want(const CellWish &wish)
{
    if (m_isWishKnown && m_columns == wish.columns)
        return;
    m_isWishKnown = true;
    m_columns = wish.columns;
    const std::size_t width = m_columns.empty() ? 0 : static_cast<std::size_t>(m_columns.back()) + 1;
    m_cells.assign(width, {});
}

void RowBatch::takeSingle(const RowView &row, qint64 offset)
{
    m_rows = 1;
    m_run = { .firstRecord = row.record, .offset = offset };
    m_single = row;
}

void RowBatch::takeRun(const Run &run)
{
    m_rows = m_cut.rows();
    m_run = run;
    m_offsets.clear();
    m_shrinks = run.trim || (run.blankWords && !run.blankWords->empty());
    if (m_shrinks)
        markBlankRows();
}

/// Those of which cells are left empty that are not so in the text.
void RowBatch::markBlankRows()
{
    for (std::size_t row = 0; row < m_rows; ++row) {
        if ((m_cut.marks(row) & CutRows::Blank) == 0 && isBlankWhenFinished(row))
            m_cut.mark(row, CutRows::Blank);
    }
}

bool RowBatch::isBlankWhenFinished(std::size_t row)
{
    const std::size_t last = m_cut.cells(row) - 1;
    for (std::size_t cell = 0; cell <= last; ++cell) {
        char *to = roomToFinish(row);
        const std::string_view text = cut(m_cut.ends(row), cell, cell == last);
        if (!finished(text, m_run.trim && isPlain(row, cell), m_cut.marks(row), to).empty())
            return false;
    }
    return true;
}

RowRole RowBatch::roleOfOdd(std::size_t row) const
{
    if (isSingle())
        return m_single.role;
    if (m_run.lastRecord >= 0 && record(row) > m_run.lastRecord)
        return RowRole::Below;
    const bool blank = (m_cut.marks(row) & CutRows::Blank) != 0;
    return blank && m_run.skipEmpty ? RowRole::Blank : RowRole::Data;
}

std::size_t RowBatch::cellCount(std::size_t row) const
{
    return isSingle() ? m_single.cells.size() : m_cut.cells(row);
}

std::span<const std::string_view> RowBatch::cells(std::size_t row)
{
    if (!isSingle())
        return cutCells(row);
    const std::size_t count = m_single.cells.size();
    return m_single.cells.first(
        m_columns.empty() ? count : std::min(count, static_cast<std::size_t>(m_columns.back()) + 1));
}

/// As it stands in the text, but for the quotes around it.
inline std::string_view RowBatch::cut(const std::uint32_t *ends, std::size_t cell, bool last) const
{
    const char *begin = m_run.text + (ends[static_cast<std::ptrdiff_t>(cell) - 1] + 1);
    const char *end = m_run.text + ends[cell];
    if (last && end != begin && *end == '\n' && end[-1] == '\r')
        --end;
    const int quotes = *begin == m_run.quote ? 1 : 0; // an empty cell begins with what ends it
    return { begin + quotes, static_cast<std::size_t>(end - begin - 2 * quotes) };
}

std::span<const std::string_view> RowBatch::cutCells(std::size_t row)
{
    const std::uint32_t *const ends = m_cut.ends(row);
    const std::size_t last = m_cut.cells(row) - 1;
    std::size_t count = last + 1;
    if (m_columns.empty()) {
        m_cells.resize(std::max(m_cells.size(), count));
        for (std::size_t cell = 0; cell < count; ++cell)
            m_cells[cell] = cut(ends, cell, cell == last);
    } else if (const std::uint8_t odd = m_cut.marks(row) & CutRows::Quoted;
               odd == 0 && m_cells.size() < count) {
        // Nearly all rows: every cell is there, none stands in quotes or at a line end.
        count = m_cells.size();
        std::string_view *const cells = m_cells.data();
        const char *const text = m_run.text;
        for (const int column : m_columns) {
            const std::uint32_t begin = ends[column - 1] + 1;
            cells[column] = { text + begin, ends[column] - begin };
        }
    } else {
        count = std::min(count, m_cells.size());
        for (const int column : m_columns) {
            const auto cell = static_cast<std::size_t>(column);
            if (cell >= count)
                break;
            m_cells[cell] = cut(ends, cell, cell == last);
        }
    }
    if (m_shrinks || (m_cut.hasHighBytes() && m_run.table) || (m_cut.marks(row) & CutRows::Doubled) != 0)
        finishCells(row, count);
    return { m_cells.data(), count };
}

char *RowBatch::roomToFinish(std::size_t row)
{
    const std::size_t bytes = m_cut.behind(row) - m_cut.begin(row);
    m_finished.resize(
        std::max(m_finished.size(), bytes * SingleByteTable::mostBytes + SingleByteTable::slack));
    return m_finished.data();
}

/// Of those that are not in the text as they are.
void RowBatch::finishCells(std::size_t row, std::size_t count)
{
    char *to = roomToFinish(row);
    const std::uint8_t marks = m_cut.marks(row);
    const bool onlyDecodes = !m_shrinks && (marks & CutRows::Doubled) == 0;
    std::string_view *const cells = m_cells.data();
    const auto finish = [&](std::size_t cell) {
        if (!onlyDecodes)
            cells[cell] = finished(cells[cell], m_run.trim && isPlain(row, cell), marks, to);
        else if (hasHighBytes(cells[cell]))
            cells[cell] = decoded(cells[cell], to);
    };
    if (m_columns.empty()) {
        for (std::size_t cell = 0; cell < count; ++cell)
            finish(cell);
        return;
    }
    for (const int column : m_columns) {
        if (static_cast<std::size_t>(column) < count)
            finish(static_cast<std::size_t>(column));
    }
}

std::string_view RowBatch::decoded(std::string_view cell, char *&to) const
{
    char *const begin = to;
    to = m_run.table->decodePadded(cell, begin);
    return { begin, static_cast<std::size_t>(to - begin) };
}

/// What \a cell stands for: itself, or something that is written to \a to.
std::string_view RowBatch::finished(std::string_view cell, bool trims, std::uint8_t marks, char *&to) const
{
    if (trims)
        cell = trimmed(cell, m_run.delimiter);
    char *const begin = to;
    if (m_cut.hasHighBytes() && m_run.table && hasHighBytes(cell))
        cell = decoded(cell, to);
    if ((marks & CutRows::Doubled) != 0 && cell.find(m_run.quote) != std::string_view::npos) {
        to = undoubled(cell, m_run.quote, begin);
        cell = { begin, static_cast<std::size_t>(to - begin) };
    }
    const bool isBlankWord = m_shrinks && m_run.blankWords
        && std::find(m_run.blankWords->begin(), m_run.blankWords->end(), cell) != m_run.blankWords->end();
    return isBlankWord ? std::string_view() : cell;
}

RowView RowBatch::view(std::size_t row)
{
    RowView view = m_single;
    if (!isSingle())
        view = { .record = record(row),
                 .cells = {},
                 .role = role(row),
                 .blank = (m_cut.marks(row) & CutRows::Blank) != 0 };
    view.cells = cells(row);
    return view;
}

bool RowBatch::isPlain(std::size_t row, std::size_t column) const
{
    if (isSingle() || column >= m_cut.cells(row))
        return false;
    return m_run.text[m_cut.ends(row)[static_cast<std::ptrdiff_t>(column) - 1] + 1] != m_run.quote;
}

} // namespace rowlift
