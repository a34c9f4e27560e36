#include "ui/grid/grid.h"
#include "ui/grid/grid_accessible.h"
#include "ui/grid/grid_copy.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QClipboard>
#include <QLocale>

#include <algorithm>

/// Grid: the current cell, what is selected around it and copied, and hits.
namespace rowlift::ui {

namespace {

constexpr qint64 rowsAboveGoal = 3; // context that goToRow() leaves

} // namespace

void Grid::setCurrent(qint64 row, int column)
{
    setOnHeader(false);
    moveTo(row, column, Select::Move);
}

void Grid::goToRow(qint64 row)
{
    GridGeometry &g = m_scene.geometry;
    if (g.rows == 0)
        return;
    setOnHeader(false);
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
    const int toColumn = g.columns.nearestShown(std::clamp(column, 0, g.columnCount() - 1));
    const bool moved = toRow != m_scene.currentRow || toColumn != m_scene.currentColumn;
    if (moved)
        closeEditor();
    const qint64 onScreen = g.rowTop(toRow) - g.y;
    m_scene.currentRow = toRow;
    m_scene.currentColumn = toColumn;
    if (select != Select::Extend) {
        m_anchorRow = toRow;
        m_anchorColumn = toColumn;
        m_whole = Whole::Cells;
    }
    bool otherSelection = select == Select::Add;
    if (select == Select::Move)
        otherSelection = m_scene.selection.select({ toRow, toRow, toColumn, toColumn });
    else if (select == Select::Add)
        m_scene.selection.add({ toRow, toRow, toColumn, toColumn });
    syncNote();
    // A note above that closes must not pull the new row away from under the pointer.
    g.y = g.rowTop(toRow) - onScreen;
    g.reveal(toRow, toColumn);
    layOutBody();
    if (otherSelection)
        selectionTold();
    setAnchoredSelection();
    if (!moved)
        return;
    announceCurrentCell(*this);
    Q_EMIT currentChanged(toRow, toColumn);
}

/// The active range reaches from the anchor to the current cell.
void Grid::setAnchoredSelection()
{
    if (m_scene.currentRow < 0) {
        if (m_scene.selection.select({}))
            selectionTold();
        return;
    }
    const GridGeometry &g = m_scene.geometry;
    const auto [top, bottom] = std::minmax(m_anchorRow, m_scene.currentRow);
    const auto [first, last] = std::minmax(m_anchorColumn, m_scene.currentColumn);
    GridRange range { top, bottom, first, last };
    if (m_whole == Whole::Rows)
        range = { top, bottom, 0, g.columnCount() - 1 };
    else if (m_whole == Whole::Columns)
        range = { 0, g.rows - 1, first, last };
    if (m_scene.selection.replaceActive(range))
        selectionTold();
}

void Grid::selectionTold()
{
    repaintAll();
    Q_EMIT selectionChanged(selection());
}

void Grid::selectAll()
{
    const GridGeometry &g = m_scene.geometry;
    if (m_scene.currentRow >= 0 && m_scene.selection.select({ 0, g.rows - 1, 0, g.columnCount() - 1 }))
        selectionTold();
}

void Grid::selectColumns(int from, int to)
{
    GridGeometry &g = m_scene.geometry;
    if (g.rows == 0 || from < 0 || to < 0)
        return;
    // The rows in view stay: columns are chosen at the header, wherever the current row is.
    const qint64 topRow = g.nearestRow(g.rowHeight - 1);
    const QRect current = g.rowRect(m_scene.currentRow);
    const bool inView
        = m_scene.currentRow >= 0 && current.top() >= 0 && current.bottom() < g.viewport.height();
    moveTo(inView ? m_scene.currentRow : topRow, from, Select::Move);
    m_whole = Whole::Columns;
    m_anchorColumn = from;
    moveTo(m_scene.currentRow, to, Select::Extend);
}

void Grid::setOnHeader(bool on)
{
    if (on == m_scene.onHeader)
        return;
    m_scene.onHeader = on;
    repaintAll();
    announceCurrentCell(*this);
}

void Grid::copy(Copied what)
{
    m_copy->start(what == Copied::WithHeader);
    if (m_copy->state() == GridCopy::State::Running)
        m_toast->tell(tr("Copying %n cell(s)… Esc stops it.", nullptr, static_cast<int>(m_copy->cells())),
                      false);
}

/// Small copies are quiet, as everywhere; who waited is told.
void Grid::onCopyEnded()
{
    const auto cells = static_cast<int>(std::min<qint64>(m_copy->cells(), GridCopy::mostCells));
    switch (m_copy->state()) {
    case GridCopy::State::Copied:
        QApplication::clipboard()->setText(m_copy->text());
        if (m_toast->isVisible())
            m_toast->tell(tr("%n cell(s) copied", nullptr, cells), false);
        break;
    case GridCopy::State::TooMany:
        m_toast->tell(
            tr("Too much to copy: at most %1 cells at once").arg(QLocale().toString(GridCopy::mostCells)),
            false);
        break;
    case GridCopy::State::Stopped:
        m_toast->tell(tr("Nothing was copied"), false);
        break;
    case GridCopy::State::Idle:
    case GridCopy::State::Running:
        break;
    }
}

void Grid::appendHits(const std::vector<GridHit> &more)
{
    m_scene.hits.append(more);
    viewport()->update();
    Q_EMIT hitsChanged();
}

void Grid::clearHits()
{
    if (m_scene.hits.isEmpty())
        return;
    m_scene.hits.clear();
    viewport()->update();
    Q_EMIT hitsChanged();
}

qint64 Grid::currentHit() const
{
    return m_scene.hits.indexOf(m_scene.currentRow, m_scene.currentColumn);
}

void Grid::goToHit(int direction)
{
    const auto hit = m_scene.hits.from(m_scene.currentRow, m_scene.currentColumn, direction);
    if (!hit)
        return;
    showColumn(hit->column);
    const QRect row = m_scene.geometry.rowRect(hit->row);
    if (row.top() < 0 || row.bottom() >= viewport()->height())
        goToRow(hit->row);
    setCurrent(hit->row, hit->column);
}

} // namespace rowlift::ui
