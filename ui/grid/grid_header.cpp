#include "ui/grid/grid_header.h"

#include "ui/grid/grid_paint.h"
#include "ui/style/style.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

#include <cstdlib>

namespace rowlift::ui {

namespace {

constexpr int edgeReach = 6; // pixels on both sides of a column's edge that take hold of it

} // namespace

GridHeader::GridHeader(GridScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
}

int GridHeader::neededHeight() const
{
    return QFontMetrics(m_scene.titleFont()).height() + QFontMetrics(m_scene.smallFont()).height()
        + 2 * px(Space::S2) + 1;
}

int GridHeader::columnAt(const QPoint &at) const
{
    return m_scene.geometry.columnAt(m_scene.geometry.mirroredX(at.x()));
}

int GridHeader::edgeAt(const QPoint &at) const
{
    const GridGeometry &g = m_scene.geometry;
    const int x = g.mirroredX(at.x());
    int found = -1;
    for (const int column : g.visibleColumns()) {
        const int edge = g.columnLeft(column) + g.columnWidth(column);
        const bool inView = g.isFrozen(column) || edge >= g.frozenWidth();
        if (inView && std::abs(edge - x) <= edgeReach)
            found = column;
    }
    return found;
}

void GridHeader::setHover(int column)
{
    if (column == m_scene.hoverHeader)
        return;
    m_scene.hoverHeader = column;
    update();
}

bool GridHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = columnAt(help->pos());
    if (column < 0) {
        QToolTip::hideText();
        return true;
    }
    const GridColumn &about = m_scene.column(column);
    const QString words = about.note.isEmpty() ? about.title : about.note;
    // Words from a file must never be taken for rich text.
    QToolTip::showText(help->globalPos(), words.isEmpty() ? words : Qt::convertFromPlainText(words), this);
    return true;
}

void GridHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGridHeader(painter, m_scene, height());
}

void GridHeader::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int edge = edgeAt(event->pos());
    m_pressed = edge < 0 ? columnAt(event->pos()) : -1;
    m_dragged = false;
    if (edge < 0)
        return;
    m_scene.resizing = edge;
    m_grabOffset = m_scene.geometry.columnLeft(edge) + m_scene.geometry.columnWidth(edge)
        - m_scene.geometry.mirroredX(event->pos().x());
    Q_EMIT resizingChanged();
}

void GridHeader::mouseMoveEvent(QMouseEvent *event)
{
    if (m_scene.resizing >= 0) {
        const int edge = m_scene.geometry.mirroredX(event->pos().x()) + m_grabOffset;
        Q_EMIT columnResized(m_scene.resizing, edge - m_scene.geometry.columnLeft(m_scene.resizing));
        return;
    }
    if (m_pressed >= 0 && event->buttons() & Qt::LeftButton) {
        const int over = columnAt(event->pos());
        if (over >= 0 && (m_dragged || over != m_pressed)) {
            m_dragged = true;
            Q_EMIT columnsDragged(m_pressed, over);
        }
        return;
    }
    const bool onEdge = edgeAt(event->pos()) >= 0;
    setCursor(onEdge ? Qt::SplitHCursor : Qt::ArrowCursor);
    setHover(onEdge ? -1 : columnAt(event->pos()));
}

void GridHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int pressed = m_pressed;
    m_pressed = -1;
    if (m_scene.resizing >= 0)
        endResize();
    else if (!m_dragged && pressed >= 0 && columnAt(event->pos()) == pressed)
        Q_EMIT columnClicked(pressed, event->modifiers());
}

void GridHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int edge = edgeAt(event->pos());
    if (edge >= 0)
        Q_EMIT fitWanted(edge);
}

void GridHeader::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(columnAt(event->pos()), event->globalPos());
}

void GridHeader::leaveEvent(QEvent *)
{
    setHover(-1);
}

void GridHeader::endResize()
{
    m_scene.resizing = -1;
    Q_EMIT resizingChanged();
}

} // namespace rowlift::ui
