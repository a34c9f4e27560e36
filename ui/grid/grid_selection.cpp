#include "ui/grid/grid_selection.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

std::vector<GridSpan> mergedSpans(std::vector<GridSpan> spans)
{
    std::sort(spans.begin(), spans.end(),
              [](const GridSpan &a, const GridSpan &b) { return a.first < b.first; });
    std::vector<GridSpan> merged;
    for (const GridSpan &span : spans) {
        if (!merged.empty() && span.first <= merged.back().last + 1)
            merged.back().last = std::max(merged.back().last, span.last);
        else
            merged.push_back(span);
    }
    return merged;
}

bool isEmptyRange(const GridRange &range)
{
    return range.lastRow < range.firstRow || range.lastColumn < range.firstColumn;
}

} // namespace

bool GridSelection::contains(qint64 row, int column) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [row, column](const GridRange &range) { return range.contains(row, column); });
}

bool GridSelection::isSeveral() const
{
    const GridRange range = active();
    return m_ranges.size() > 1 || range.firstRow < range.lastRow || range.firstColumn < range.lastColumn;
}

bool GridSelection::select(const GridRange &range)
{
    const std::vector<GridRange> ranges
        = isEmptyRange(range) ? std::vector<GridRange> {} : std::vector { range };
    if (ranges == m_ranges)
        return false;
    m_ranges = ranges;
    return true;
}

void GridSelection::add(const GridRange &range)
{
    if (m_ranges.size() >= mostRanges)
        m_ranges.erase(m_ranges.begin());
    m_ranges.push_back(range);
}

bool GridSelection::replaceActive(const GridRange &range)
{
    if (m_ranges.size() <= 1)
        return select(range);
    if (m_ranges.back() == range)
        return false;
    m_ranges.back() = range;
    return true;
}

void GridSelection::follow(qint64 rowsBefore, qint64 rowsNow)
{
    for (GridRange &range : m_ranges) {
        if (range.firstRow == 0 && range.lastRow == rowsBefore - 1)
            range.lastRow = rowsNow - 1;
    }
}

std::vector<GridSpan> GridSelection::rowSpans() const
{
    std::vector<GridSpan> spans;
    for (const GridRange &range : m_ranges)
        spans.push_back({ range.firstRow, range.lastRow });
    return mergedSpans(std::move(spans));
}

std::vector<GridSpan> GridSelection::columnSpans() const
{
    std::vector<GridSpan> spans;
    for (const GridRange &range : m_ranges)
        spans.push_back({ range.firstColumn, range.lastColumn });
    return mergedSpans(std::move(spans));
}

} // namespace rowlift::ui
