#include "ui/pages/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace rowlift::ui {

FlowLayout::FlowLayout(int across, int down, QWidget *parent)
    : QLayout(parent)
    , m_across(across)
    , m_down(down)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const
{
    QSize all;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        all = { all.width() + (all.width() > 0 ? m_across : 0) + size.width(),
                std::max(all.height(), size.height()) };
    }
    return all;
}

QSize FlowLayout::minimumSize() const
{
    QSize most;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            most = most.expandedTo({ item->minimumSize().width(), item->sizeHint().height() });
    }
    return most;
}

int FlowLayout::arrange(const QRect &rect, bool move) const
{
    QList<QLayoutItem *> line;
    int top = rect.top();
    int used = 0;
    int height = 0;
    const auto endLine = [&] {
        if (move)
            placeLine(line, rect, top, height);
        top += height;
        line.clear();
        used = 0;
        height = 0;
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!line.isEmpty() && used + m_across + size.width() > rect.width()) {
            endLine();
            top += m_down;
        }
        used += (line.isEmpty() ? 0 : m_across) + size.width();
        height = std::max(height, size.height());
        line.append(item);
    }
    endLine();
    return top - rect.top();
}

void FlowLayout::placeLine(const QList<QLayoutItem *> &line, const QRect &room, int top, int height) const
{
    const Qt::LayoutDirection direction
        = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = room.left();
    for (QLayoutItem *item : line) {
        const QSize size(std::min(item->sizeHint().width(), room.width()), item->sizeHint().height());
        const QRect place(QPoint(left, top + (height - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, room, place));
        left += size.width() + m_across;
    }
}

} // namespace rowlift::ui
