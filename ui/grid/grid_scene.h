#pragma once

#include "ui/grid/grid_geometry.h"
#include "ui/grid/grid_hits.h"
#include "ui/grid/grid_selection.h"
#include "ui/grid/grid_source.h"
#include "ui/grid/ready_text.h"

#include <QCache>
#include <QFont>
#include <QPointer>

namespace rowlift::ui {

/// All that is drawn: what Grid keeps, and what its painters and its accessible side read. No painter keeps
/// anything.
struct GridScene {
    GridGeometry geometry;
    QPointer<GridSource> source;
    qint64 currentRow = -1;
    int currentColumn = -1;
    bool onHeader = false; ///< The keyboard is on the header cell of the current column.
    GridSelection selection;
    GridHits hits;
    qint64 hoverRow = -1;
    int hoverHeader = -1; ///< Column whose header is under the pointer.
    int resizing = -1; ///< Column whose edge is being dragged: its line then runs through the body.
    bool focused = false;
    double textScale = 1.0; ///< The table font size chosen in Settings.

    [[nodiscard]] const GridRow *row(qint64 visual) const;
    [[nodiscard]] const GridRow *currentRowData() const { return row(currentRow); }
    /// What the source says of a column; good until the next call for another.
    [[nodiscard]] const GridColumn &column(int column) const;
    void forgetColumns() { m_columns.clear(); }
    /// The column's title, or its letter where it has none.
    [[nodiscard]] QString columnName(int column) const;

    [[nodiscard]] QFont cellFont() const;
    [[nodiscard]] QFont numberFont(bool current) const;
    [[nodiscard]] QFont titleFont() const; ///< Column names.
    [[nodiscard]] QFont smallFont() const; ///< Letters and type lines.
    [[nodiscard]] int markSize() const; ///< Side of the mark icons in cells.

    mutable ReadyTexts texts; ///< What was drawn last, ready to be drawn again.

private:
    static constexpr int keptColumns = 2'000; // more than any screen shows at once
    mutable QCache<int, GridColumn> m_columns { keptColumns };
};

/// The text of \a row in \a column; empty where the row is shorter.
[[nodiscard]] QString cellText(const GridRow &row, int column);
/// Whether the row has only the beginning of that cell.
[[nodiscard]] bool isCut(const GridRow &row, int column);
/// The mark of the cell with its hint; null when it has none.
[[nodiscard]] const GridCellMark *cellMark(const GridRow &row, int column);

} // namespace rowlift::ui
