#include "ui/grid/grid_header.h"

#include "ui/grid/grid_paint.h"
#include "ui/style/style.h"

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
    const int x = m_scene.geometry.mirroredX(at.x());
    if (m_scene.geometry.columnCount() == 0 || x < m_scene.geometry.frozenWidth() - edgeReach)
        return -1;
    const int near = m_scene.geometry.nearestColumn(x);
    for (const int column : { near, near - 1 }) {
        if (column < 0)
            continue;
        const int edge = m_scene.geometry.columnLeft(column) + m_scene.geometry.columnWidth(column);
        if (edge >= m_scene.geometry.frozenWidth() && std::abs(edge - x) <= edgeReach)
            return column;
    }
    return -1;
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
    const GridColumn &about = m_scene.columns[static_cast<std::size_t>(column)];
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
    else if (pressed >= 0 && columnAt(event->pos()) == pressed)
        Q_EMIT columnClicked(pressed);
}

void GridHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int edge = edgeAt(event->pos());
    if (edge >= 0)
        Q_EMIT fitWanted(edge);
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
