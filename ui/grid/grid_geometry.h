#pragma once

#include "ui/grid/column_layout.h"

#include <QRect>
#include <QSize>

namespace rowlift::ui {

/// Where everything in the grid's body lies: a plain value that turns rows and columns into places and back.
///
/// Content is measured in qint64 pixels, so that row 10,000,000,000 has an exact place; only what is visible
/// becomes int. Places are logical, as if read from left to right; mirrored() turns them for right-to-left
/// layouts. One row may have a note below it.
///
/// At the start stands the lead (row numbers, results), then come the frozen columns, then what scrolls.
/// Columns are those of the source: hidden ones have a place between their neighbours, but no width.
struct GridGeometry {
    int rowHeight = 30;
    int numberWidth = 0; ///< The frozen column of row numbers.
    int resultWidth = 0; ///< The frozen Result column; 0: none.
    ColumnLayout columns;
    qint64 rows = 0;
    qint64 noteRow = -1; ///< The row with a note below it, or -1.
    int noteHeight = 0;
    QSize viewport;
    qint64 y = 0; ///< Content pixels scrolled away at the top.
    int x = 0; ///< Pixels of the columns scrolled away behind the frozen ones.
    bool rightToLeft = false;

    [[nodiscard]] int columnCount() const { return columns.count(); }
    [[nodiscard]] int leadWidth() const { return numberWidth + resultWidth; }
    /// Frozen columns that are held now: what scrolls keeps a third of the room.
    [[nodiscard]] int frozenPlaces() const;
    /// Lead and frozen columns together.
    [[nodiscard]] int frozenWidth() const { return leadWidth() + columns.startOf(frozenPlaces()); }
    /// As it is drawn: 0 while hidden.
    [[nodiscard]] int columnWidth(int column) const;
    /// All columns anew, all shown.
    void setColumnWidths(const std::vector<int> &widths) { columns.reset(widths); }

    [[nodiscard]] qint64 contentHeight() const;
    [[nodiscard]] qint64 maxY() const;
    [[nodiscard]] int maxX() const;
    /// Brings y and x back into what can be scrolled to.
    void clamp();

    /// The top of \a row in content pixels; row = rows gives the end.
    [[nodiscard]] qint64 rowTop(qint64 row) const;
    /// The row at \a viewportY: the note belongs to its row. -1 below the last.
    [[nodiscard]] qint64 rowAt(int viewportY) const;
    /// Like rowAt(), but the nearest row there is; -1 only without rows.
    [[nodiscard]] qint64 nearestRow(int viewportY) const;
    /// Whole rows that fit, for Page keys.
    [[nodiscard]] qint64 pageRows() const;

    /// The column at a logical \a x of the viewport; -1 in the lead and behind the last.
    [[nodiscard]] int columnAt(int logicalX) const;
    /// The same for what scrolls, held to what there is; -1 only without columns.
    [[nodiscard]] int nearestColumn(int logicalX) const;
    [[nodiscard]] int columnLeft(int column) const; ///< In the viewport, logical.
    /// Shown columns that are in view now, frozen ones first.
    [[nodiscard]] std::vector<int> visibleColumns() const;
    [[nodiscard]] bool isFrozen(int column) const { return columns.placeOf(column) < frozenPlaces(); }

    /// Logical rectangles in the viewport. Far away rows are answered with a place just outside.
    [[nodiscard]] QRect rowRect(qint64 row) const;
    [[nodiscard]] QRect cellRect(qint64 row, int column) const;
    [[nodiscard]] QRect numberRect(qint64 row) const;
    [[nodiscard]] QRect resultRect(qint64 row) const;
    /// From the first data column to the viewport's end; null without a note.
    [[nodiscard]] QRect noteRect() const;
    /// Where \a column may be drawn: what scrolls goes behind what is frozen.
    [[nodiscard]] QRect clipOf(bool frozenColumns) const;

    [[nodiscard]] QRect mirrored(const QRect &logical) const;
    [[nodiscard]] int mirroredX(int at) const { return rightToLeft ? viewport.width() - 1 - at : at; }

    /// Scrolls as little as shows the whole row with its note, and as much of the column as there is room
    /// for.
    void reveal(qint64 row, int column);
};

} // namespace rowlift::ui
