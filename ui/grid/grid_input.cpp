#include "ui/grid/cell_paint.h"
#include "ui/grid/grid.h"
#include "ui/grid/grid_accessible.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QClipboard>
#include <QCursor>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <cstdlib>

/// Grid: what keys, mouse and clipboard do.
namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wheelRows = 3; // for one notch
constexpr int wheelNotch = 120;
constexpr int autoScrollMs = 40;
constexpr qsizetype longestToolTip = 2000; // characters

/// As spreadsheets put it on the clipboard: quoted where a tab or a line break would tear the cell.
QString pasteable(const QString &cell)
{
    const bool tears
        = cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'\r') || cell.startsWith(u'"');
    if (!tears)
        return cell;
    return u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

bool isTyping(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text().front().isPrint();
}

} // namespace

void Grid::keyPressEvent(QKeyEvent *event)
{
    if (m_editor != nullptr) {
        if (event->key() == Qt::Key_Escape)
            closeEditor();
        return; // what the editor let pass, Enter above all, means nothing to the rows below it
    }
    if (m_scene.currentRow < 0 || !(commandByKey(*event) || moveByKey(*event) || editByKey(*event)))
        QAbstractScrollArea::keyPressEvent(event);
}

bool Grid::moveByKey(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const GridGeometry &g = m_scene.geometry;
    qint64 row = m_scene.currentRow;
    int column = m_scene.currentColumn;
    const int forward = g.rightToLeft ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Up:
        row = control ? 0 : row - 1;
        break;
    case Qt::Key_Down:
        row = control ? g.rows - 1 : row + 1;
        break;
    case Qt::Key_Left:
        column -= forward;
        break;
    case Qt::Key_Right:
        column += forward;
        break;
    case Qt::Key_PageUp:
        row -= g.pageRows();
        break;
    case Qt::Key_PageDown:
        row += g.pageRows();
        break;
    case Qt::Key_Home:
        row = control ? 0 : row;
        column = 0;
        break;
    case Qt::Key_End:
        row = control ? g.rows - 1 : row;
        column = g.columnCount() - 1;
        break;
    default:
        return false;
    }
    moveTo(row, column, event.modifiers() & Qt::ShiftModifier ? Select::Extend : Select::Move);
    return true;
}

bool Grid::commandByKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    const bool alt = event.modifiers() & Qt::AltModifier;
    if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event.matches(QKeySequence::Find)) {
        Q_EMIT findWanted();
    } else if (event.key() == Qt::Key_G && event.modifiers() == Qt::ControlModifier) {
        Q_EMIT goToRowWanted();
    } else if (event.key() == Qt::Key_F8) {
        Q_EMIT nextMarkWanted(shift ? -1 : 1);
    } else if (event.key() == Qt::Key_Down && alt) {
        Q_EMIT columnActivated(m_scene.currentColumn);
    } else if ((event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) && alt && shift) {
        const bool wider = (event.key() == Qt::Key_Right) != m_scene.geometry.rightToLeft;
        const int step = 2 * QFontMetrics(m_scene.cellFont()).averageCharWidth();
        setColumnWidth(m_scene.currentColumn, columnWidth(m_scene.currentColumn) + (wider ? step : -step));
    } else {
        return false;
    }
    return true;
}

bool Grid::editByKey(const QKeyEvent &event)
{
    const int key = event.key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        enterPressed(event.modifiers() & Qt::ShiftModifier);
        return true;
    }
    if (!m_editable)
        return false;
    if (key == Qt::Key_Delete)
        Q_EMIT leaveOutWanted(m_scene.selection.firstRow, m_scene.selection.lastRow);
    else if (key == Qt::Key_F2)
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, QString());
    else if (isTyping(event))
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, event.text());
    else
        return false;
    return true;
}

void Grid::enterPressed(bool shift)
{
    const GridRow *row = m_scene.currentRowData();
    const int action = shift ? 1 : 0;
    if (row != nullptr && !row->note.isEmpty() && !row->noteActions.isEmpty()) {
        if (action < row->noteActions.size())
            Q_EMIT noteActionTriggered(m_scene.currentRow, action);
        return;
    }
    Q_EMIT cellActivated(m_scene.currentRow, m_scene.currentColumn);
}

std::optional<QString> Grid::selectedText() const
{
    const GridRange &range = m_scene.selection;
    if (range.rows() > mostCellsToCopy / (range.lastColumn - range.firstColumn + 1))
        return std::nullopt;
    QStringList lines;
    for (qint64 visual = range.firstRow; visual <= range.lastRow; ++visual) {
        const GridRow *row = m_scene.row(visual);
        if (row == nullptr)
            return std::nullopt;
        QStringList cells;
        for (int column = range.firstColumn; column <= range.lastColumn; ++column)
            cells << pasteable(cellText(*row, column));
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void Grid::copy()
{
    if (m_scene.currentRow < 0)
        return;
    if (const auto text = selectedText())
        QApplication::clipboard()->setText(*text);
    else
        Q_EMIT copyWanted(m_scene.selection);
}

void Grid::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const qint64 row = rowAt(at);
    if (row < 0 || m_scene.geometry.columnCount() == 0)
        return;
    const int column = columnAt(at);
    const bool onNumbers = m_scene.geometry.mirroredX(at.x()) < m_scene.geometry.frozenWidth();
    if (event->button() == Qt::RightButton && m_scene.selection.contains(row, onNumbers ? 0 : column))
        return; // a menu for what is selected
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    m_dragging = event->button() == Qt::LeftButton;
    moveTo(row, onNumbers || column < 0 ? m_scene.currentColumn : column,
           extend ? Select::Extend : Select::Move);
    m_wholeRows = onNumbers;
    setAnchoredSelection();
}

void Grid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    setHoverRow(viewport()->rect().contains(at) ? rowAt(at) : -1);
    const int column = columnAt(at);
    const bool link
        = column >= 0 && m_scene.hoverRow >= 0 && m_scene.columns[static_cast<std::size_t>(column)].link;
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
    int column = m_wholeRows ? m_scene.currentColumn : g.nearestColumn(x);
    if (!m_wholeRows && x < g.frozenWidth() && g.x > 0)
        --column; // dragged over the frozen part: bring back what is scrolled away
    const qint64 row = g.nearestRow(viewportPoint.y());
    if (row != m_scene.currentRow || column != m_scene.currentColumn)
        moveTo(row, column, Select::Extend);
}

void Grid::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId())
        dragTo(viewport()->mapFromGlobal(QCursor::pos()));
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
    const bool same = rowAt(at) == m_anchorRow && column == m_anchorColumn;
    if (clicked && same && column >= 0 && m_scene.columns[static_cast<std::size_t>(column)].link)
        Q_EMIT cellActivated(m_scene.currentRow, column);
}

void Grid::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || rowAt(at) < 0 || columnAt(at) < 0)
        return;
    if (m_editable)
        Q_EMIT editWanted(m_scene.currentRow, m_scene.currentColumn, QString());
    else if (!m_scene.columns[static_cast<std::size_t>(m_scene.currentColumn)].link)
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
    if (mark != nullptr)
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
