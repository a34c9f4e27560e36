#include "ui/grid/grid.h"
#include "ui/grid/grid_accessible.h"

#include <algorithm>

/// Grid: the current cell and the selection around it.
namespace rowlift::ui {

namespace {

constexpr qint64 rowsAboveGoal = 3; // context that goToRow() leaves

} // namespace

void Grid::setCurrent(qint64 row, int column)
{
    moveTo(row, column, Select::Move);
}

void Grid::goToRow(qint64 row)
{
    GridGeometry &g = m_scene.geometry;
    if (g.rows == 0)
        return;
    const qint64 goal = std::clamp<qint64>(row, 0, g.rows - 1);
    g.y = g.rowTop(std::max<qint64>(0, goal - rowsAboveGoal));
    g.clamp();
    moveTo(goal, m_scene.currentColumn, Select::Move);
}

void Grid::moveTo(qint64 row, int column, Select select)
{
    GridGeometry &g = m_scene.geometry;
    if (g.rows == 0 || g.columnCount() == 0)
        return;
    const qint64 toRow = std::clamp<qint64>(row, 0, g.rows - 1);
    const int toColumn = std::clamp(column, 0, g.columnCount() - 1);
    const bool moved = toRow != m_scene.currentRow || toColumn != m_scene.currentColumn;
    if (moved)
        closeEditor();
    const qint64 onScreen = g.rowTop(toRow) - g.y;
    m_scene.currentRow = toRow;
    m_scene.currentColumn = toColumn;
    if (select == Select::Move) {
        m_anchorRow = toRow;
        m_anchorColumn = toColumn;
        m_wholeRows = false;
    }
    syncNote();
    // A note above that closes must not pull the new row away from under the pointer.
    g.y = g.rowTop(toRow) - onScreen;
    g.reveal(toRow, toColumn);
    layOutBody();
    setAnchoredSelection();
    if (!moved)
        return;
    announceCurrentCell(*this);
    Q_EMIT currentChanged(toRow, toColumn);
}

void Grid::setAnchoredSelection()
{
    if (m_scene.currentRow < 0) {
        setSelection({});
        return;
    }
    const auto [top, bottom] = std::minmax(m_anchorRow, m_scene.currentRow);
    const auto [first, last] = std::minmax(m_anchorColumn, m_scene.currentColumn);
    if (m_wholeRows)
        setSelection({ top, bottom, 0, m_scene.geometry.columnCount() - 1 });
    else
        setSelection({ top, bottom, first, last });
}

void Grid::setSelection(const GridRange &range)
{
    if (range == m_scene.selection)
        return;
    m_scene.selection = range;
    viewport()->update();
    Q_EMIT selectionChanged(range);
}

void Grid::selectAll()
{
    if (m_scene.currentRow >= 0)
        setSelection({ 0, m_scene.geometry.rows - 1, 0, m_scene.geometry.columnCount() - 1 });
}

} // namespace rowlift::ui
