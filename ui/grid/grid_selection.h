#pragma once

#include "ui/grid/grid_source.h"

#include <vector>

namespace rowlift::ui {

/// Whole numbers from first to last, both included.
struct GridSpan {
    qint64 first = 0;
    qint64 last = -1;

    [[nodiscard]] qint64 count() const { return last - first + 1; }
    bool operator==(const GridSpan &) const = default;
};

/// The selected cells as a few ranges, whatever their size: the active one, which the keyboard extends, comes
/// last. Ranges may overlap. Nothing is kept per cell.
class GridSelection {
public:
    [[nodiscard]] const std::vector<GridRange> &ranges() const { return m_ranges; }
    [[nodiscard]] GridRange active() const { return m_ranges.empty() ? GridRange {} : m_ranges.back(); }
    [[nodiscard]] bool contains(qint64 row, int column) const;
    /// Whether more than one cell is selected.
    [[nodiscard]] bool isSeveral() const;

    /// True when that changed something.
    bool select(const GridRange &range);
    /// Starts another range beside those there are; the oldest go when there are too many.
    void add(const GridRange &range);
    bool replaceActive(const GridRange &range);
    /// Columns that were selected whole stay so when there are more rows.
    void follow(qint64 rowsBefore, qint64 rowsNow);

    /// Rows with a selected cell, ascending, without overlaps; the same for columns.
    [[nodiscard]] std::vector<GridSpan> rowSpans() const;
    [[nodiscard]] std::vector<GridSpan> columnSpans() const;

    static constexpr std::size_t mostRanges = 1'000;

    bool operator==(const GridSelection &) const = default;

private:
    std::vector<GridRange> m_ranges;
};

} // namespace rowlift::ui
