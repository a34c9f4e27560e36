#include "ui/grid/cell_paint.h"
#include "ui/grid/grid.h"
#include "ui/grid/grid_accessible.h"
#include "ui/style/style.h"

#include <QCursor>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>

/// Grid: what the mouse does, tool tips, focus.
namespace rowlift::ui {

namespace {

constexpr int wheelRows = 3; // for one notch
constexpr int wheelNotch = 120;
constexpr int autoScrollMs = 40;
constexpr qsizetype longestToolTip = 2000; // characters

} // namespace

void Grid::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const qint64 row = rowAt(at);
    if (row < 0 || m_scene.geometry.columnCount() == 0)
        return;
    const int column = columnAt(at);
    const bool onNumbers = m_scene.geometry.mirroredX(at.x()) < m_scene.geometry.leadWidth();
    if (event->button() == Qt::RightButton && m_scene.selection.contains(row, onNumbers ? 0 : column))
        return; // a menu for what is selected
    const bool left = event->button() == Qt::LeftButton;
    const bool extend = left && event->modifiers() & Qt::ShiftModifier;
    const bool add = left && event->modifiers() & Qt::ControlModifier;
    m_dragging = left;
    setOnHeader(false);
    moveTo(row, onNumbers || column < 0 ? m_scene.currentColumn : column,
           extend ? Select::Extend : (add ? Select::Add : Select::Move));
    m_whole = onNumbers ? Whole::Rows : Whole::Cells;
    setAnchoredSelection();
}

void Grid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    setHoverRow(viewport()->rect().contains(at) ? rowAt(at) : -1);
    const int column = columnAt(at);
    const bool link = column >= 0 && m_scene.hoverRow >= 0 && m_scene.column(column).link;
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!m_dragging || !(event->buttons() & Qt::LeftButton))
        return;
    dragTo(at);
    if (viewport()->rect().contains(at))
        m_autoScroll.stop();
    else if (!m_autoScroll.isActive())
        m_autoScroll.start(autoScrollMs, this);
}

void Grid::dragTo(const QPoint &viewportPoint)
{
    const GridGeometry &g = m_scene.geometry;
    const int x = g.mirroredX(viewportPoint.x());
    int column = m_scene.currentColumn;
    if (m_whole != Whole::Rows) {
        const int exact = g.columnAt(x);
        const bool onFrozen = exact >= 0 && g.isFrozen(exact);
        column = onFrozen ? exact : g.nearestColumn(x);
        // Dragged over the lead: bring back what is scrolled away.
        if (x < g.leadWidth())
            column = g.columns.columnAt(std::max(0, g.columns.placeOf(column) - (g.x > 0 ? 1 : 0)));
    }
    const qint64 row = g.nearestRow(viewportPoint.y());
    if (row != m_scene.currentRow || column != m_scene.currentColumn)
        moveTo(row, column, Select::Extend);
}

void Grid::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId())
        dragTo(viewport()->mapFromGlobal(QCursor::pos()));
    else if (event->timerId() == m_measuring.timerId())
        measureSome();
    else
        QAbstractScrollArea::timerEvent(event);
}

void Grid::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_dragging && event->button() == Qt::LeftButton;
    m_dragging = false;
    m_autoScroll.stop();
    const QPoint at = event->position().toPoint();
    const int column = columnAt(at);
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    const bool same = plain && rowAt(at) == m_anchorRow && column == m_anchorColumn;
    if (clicked && same && column >= 0 && m_scene.column(column).link)
        Q_EMIT cellActivated(m_scene.currentRow, column);
}

void Grid::onHeaderClicked(int column, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ShiftModifier) {
        selectColumns(m_anchorColumn >= 0 ? m_anchorColumn : column, column);
    } else if (modifiers & Qt::ControlModifier) {
        moveTo(std::max<qint64>(0, m_scene.currentRow), column, Select::Add);
        m_whole = Whole::Columns;
        setAnchoredSelection();
    } else {
        selectColumns(column, column);
        Q_EMIT columnActivated(column);
    }
}

void Grid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || rowAt(at) < 0 || columnAt(at) < 0)
        return;
    if (m_editable)
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, QString());
    else if (!m_scene.column(m_scene.currentColumn).link)
        Q_EMIT cellActivated(m_scene.currentRow, m_scene.currentColumn);
}

void Grid::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        event->ignore();
        return;
    }
    GridGeometry &g = m_scene.geometry;
    const int notch = wheelRows * g.rowHeight;
    QPoint by = event->pixelDelta().isNull() ? event->angleDelta() * notch / wheelNotch : event->pixelDelta();
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = by.transposed();
    if (std::abs(by.x()) > std::abs(by.y()))
        by.setY(0);
    else
        by.setX(0);
    scrollTo(g.y - by.y(), g.x - (g.rightToLeft ? -by.x() : by.x()));
    setHoverRow(rowAt(event->position().toPoint()));
    event->accept();
}

void Grid::setHoverRow(qint64 row)
{
    if (row == m_scene.hoverRow)
        return;
    updateRow(m_scene.hoverRow);
    m_scene.hoverRow = row;
    updateRow(row);
}

bool Grid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        setHoverRow(-1);
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTipAt(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

/// What a mark has to add, else the text that is cut.
void Grid::showToolTipAt(const QPoint &viewportPoint, const QPoint &global)
{
    const qint64 visual = rowAt(viewportPoint);
    const int column = columnAt(viewportPoint);
    const GridRow *row = m_scene.row(visual);
    QToolTip::hideText();
    if (row == nullptr)
        return;
    // Words from a file must never be taken for rich text.
    const auto showPlain = [this, global](const QString &words) {
        QToolTip::showText(global, words.isEmpty() ? words : Qt::convertFromPlainText(words), viewport());
    };
    if (column < 0) {
        const QString word = wordFor(row->mark);
        showPlain(row->result.isEmpty() ? word : row->result);
        return;
    }
    const GridCellMark *mark = cellMark(*row, column);
    const QString text = cellText(*row, column);
    const int room = columnWidth(column) - 2 * px(Space::S2);
    if (isCut(*row, column))
        showPlain(tr("Only the beginning of this cell is shown here. F1 shows more."));
    else if (mark != nullptr)
        showPlain(mark->hint.isEmpty() ? wordFor(mark->mark) : mark->hint);
    else if (QFontMetrics(m_scene.cellFont()).horizontalAdvance(shownCellText(text)) > room)
        showPlain(text.left(longestToolTip));
}

void Grid::focusInEvent(QFocusEvent *event)
{
    m_scene.focused = true;
    updateRow(m_scene.currentRow);
    QAbstractScrollArea::focusInEvent(event);
    // Queued: Qt tells of the grid's own focus after this event, and the cell must have the last word.
    QMetaObject::invokeMethod(
        this, [this] { announceCurrentCell(*this); }, Qt::QueuedConnection);
}

void Grid::focusOutEvent(QFocusEvent *event)
{
    m_scene.focused = false;
    updateRow(m_scene.currentRow);
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace rowlift::ui
