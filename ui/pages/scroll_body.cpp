#include "ui/pages/scroll_body.h"

#include "ui/style/style.h"

#include <QApplication>
#include <QVBoxLayout>

namespace rowlift::ui {

ScrollBody::ScrollBody(QWidget *parent)
    : QScrollArea(parent)
    , m_lines(new QVBoxLayout)
{
    auto *content = new QWidget(this);
    content->setLayout(m_lines);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
}

ScrollBody *ScrollBody::fill(QWidget *page)
{
    auto *body = new ScrollBody(page);
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(body);
    return body;
}

void ScrollBody::reveal(QWidget *widget)
{
    // Behind the layout requests that are on their way.
    QMetaObject::invokeMethod(
        widget,
        [widget] {
            for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
                if (auto *body = qobject_cast<ScrollBody *>(above)) {
                    body->ensureWidgetVisible(widget);
                    return;
                }
            }
        },
        Qt::QueuedConnection);
}

bool ScrollBody::focusNextPrevChild(bool next)
{
    const bool moved = QScrollArea::focusNextPrevChild(next);
    if (QWidget *now = QApplication::focusWidget(); moved && now && widget()->isAncestorOf(now))
        ensureWidgetVisible(now, px(Space::S4), px(Space::S4));
    return moved;
}

} // namespace rowlift::ui
