#include "ui/grid/grid_geometry.h"

#include <algorithm>

namespace rowlift::ui {

int GridGeometry::frozenPlaces() const
{
    return columns.frozenPlaces((viewport.width() - leadWidth()) * 2 / 3);
}

int GridGeometry::columnWidth(int column) const
{
    return columns.isHidden(column) ? 0 : columns.width(column);
}

qint64 GridGeometry::contentHeight() const
{
    return rowTop(rows);
}

qint64 GridGeometry::maxY() const
{
    return std::max<qint64>(0, contentHeight() - viewport.height());
}

int GridGeometry::maxX() const
{
    return std::max(0, columns.total() - (viewport.width() - leadWidth()));
}

void GridGeometry::clamp()
{
    y = std::clamp<qint64>(y, 0, maxY());
    x = std::clamp(x, 0, maxX());
}

qint64 GridGeometry::rowTop(qint64 row) const
{
    const bool belowNote = noteRow >= 0 && row > noteRow;
    return row * rowHeight + (belowNote ? noteHeight : 0);
}

qint64 GridGeometry::nearestRow(int viewportY) const
{
    const qint64 at = std::max<qint64>(0, y + viewportY);
    qint64 row = at / rowHeight;
    if (noteRow >= 0 && row > noteRow)
        row = std::max(noteRow, (at - noteHeight) / rowHeight);
    return std::min(row, rows - 1);
}

qint64 GridGeometry::rowAt(int viewportY) const
{
    return y + viewportY < contentHeight() ? nearestRow(viewportY) : -1;
}

qint64 GridGeometry::pageRows() const
{
    return std::max(1, viewport.height() / rowHeight - 1);
}

int GridGeometry::columnAt(int logicalX) const
{
    const int scrolled = logicalX < frozenWidth() ? 0 : x;
    const int at = logicalX - leadWidth() + scrolled;
    if (logicalX < leadWidth() || at >= columns.total())
        return -1;
    return columns.columnAt(columns.placeAt(at));
}

int GridGeometry::nearestColumn(int logicalX) const
{
    const int place = columns.placeAt(std::max(logicalX, frozenWidth()) - leadWidth() + x);
    return place < 0 ? -1 : columns.columnAt(place);
}

int GridGeometry::columnLeft(int column) const
{
    const int place = columns.placeOf(column);
    return leadWidth() + columns.startOf(place) - (place < frozenPlaces() ? 0 : x);
}

std::vector<int> GridGeometry::visibleColumns() const
{
    std::vector<int> visible;
    const int frozen = frozenPlaces();
    for (int place = 0; place < frozen; ++place)
        visible.push_back(columns.columnAt(place));
    const int last = columns.placeAt(viewport.width() - 1 - leadWidth() + x);
    for (int place = std::max(frozen, columns.placeAt(frozenWidth() - leadWidth() + x)); place <= last;
         ++place)
        visible.push_back(columns.columnAt(place));
    return visible;
}

QRect GridGeometry::rowRect(qint64 row) const
{
    const qint64 top = std::clamp<qint64>(rowTop(row) - y, -rowHeight, viewport.height());
    return { 0, static_cast<int>(top), viewport.width(), rowHeight };
}

QRect GridGeometry::cellRect(qint64 row, int column) const
{
    const QRect line = rowRect(row);
    return { columnLeft(column), line.top(), columnWidth(column), rowHeight };
}

QRect GridGeometry::numberRect(qint64 row) const
{
    return { 0, rowRect(row).top(), numberWidth, rowHeight };
}

QRect GridGeometry::resultRect(qint64 row) const
{
    return { numberWidth, rowRect(row).top(), resultWidth, rowHeight };
}

QRect GridGeometry::noteRect() const
{
    if (noteRow < 0 || noteHeight == 0)
        return {};
    const qint64 top = rowTop(noteRow) + rowHeight - y;
    const qint64 visible = std::clamp<qint64>(top, -noteHeight, viewport.height());
    return { leadWidth(), static_cast<int>(visible), std::max(0, viewport.width() - leadWidth()),
             noteHeight };
}

QRect GridGeometry::clipOf(bool frozenColumns) const
{
    const int left = frozenColumns ? leadWidth() : frozenWidth();
    const int right = frozenColumns ? frozenWidth() : viewport.width();
    return { left, 0, std::max(0, right - left), viewport.height() };
}

QRect GridGeometry::mirrored(const QRect &logical) const
{
    if (!rightToLeft)
        return logical;
    return { viewport.width() - logical.right() - 1, logical.top(), logical.width(), logical.height() };
}

void GridGeometry::reveal(qint64 row, int column)
{
    if (row < 0 || row >= rows)
        return;
    const qint64 top = rowTop(row);
    const qint64 bottom = top + rowHeight + (row == noteRow ? noteHeight : 0);
    y = std::max(y, bottom - viewport.height());
    y = std::min(y, top);
    if (column >= 0 && column < columnCount() && !isFrozen(column)) {
        const int room = viewport.width() - frozenWidth();
        const int start = columns.startOf(columns.placeOf(column)) - (frozenWidth() - leadWidth());
        x = std::max(x, start + columnWidth(column) - room);
        x = std::min(x, start);
    }
    clamp();
}

} // namespace rowlift::ui
