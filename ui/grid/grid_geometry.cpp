#include "ui/grid/grid_geometry.h"

#include <algorithm>

namespace rowlift::ui {

int GridGeometry::columnWidth(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return edges[at + 1] - edges[at];
}

void GridGeometry::setColumnWidths(const std::vector<int> &widths)
{
    edges.assign(1, 0);
    edges.reserve(widths.size() + 1);
    for (const int width : widths)
        edges.push_back(edges.back() + width);
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
    return std::max(0, edges.back() - (viewport.width() - frozenWidth()));
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
    const int at = logicalX - frozenWidth() + x;
    if (logicalX < frozenWidth() || at >= edges.back())
        return -1;
    return nearestColumn(logicalX);
}

int GridGeometry::nearestColumn(int logicalX) const
{
    const int at = std::max(logicalX - frozenWidth(), 0) + x;
    const auto next = std::upper_bound(edges.begin(), edges.end(), at);
    return std::min(static_cast<int>(next - edges.begin()) - 1, columnCount() - 1);
}

int GridGeometry::columnLeft(int column) const
{
    return frozenWidth() + edges[static_cast<std::size_t>(column)] - x;
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
    return { frozenWidth(), static_cast<int>(visible), std::max(0, viewport.width() - frozenWidth()),
             noteHeight };
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
    if (column >= 0 && column < columnCount()) {
        const int room = viewport.width() - frozenWidth();
        const int start = edges[static_cast<std::size_t>(column)];
        x = std::max(x, start + columnWidth(column) - room);
        x = std::min(x, start);
    }
    clamp();
}

} // namespace rowlift::ui
