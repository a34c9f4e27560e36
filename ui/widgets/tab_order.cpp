#include "ui/widgets/tab_order.h"

#include <QComboBox>
#include <QLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace rowlift::ui {

namespace {

void collectTabStops(QWidget *widget, QList<QWidget *> &stops);

void collectTabStops(const QLayout *layout, QList<QWidget *> &stops)
{
    for (int at = 0; at < layout->count(); ++at) {
        QLayoutItem *item = layout->itemAt(at);
        if (QWidget *widget = item->widget())
            collectTabStops(widget, stops);
        else if (const QLayout *inner = item->layout())
            collectTabStops(inner, stops);
    }
}

/// Lists, grids and combo boxes are one stop, followed by the buttons that stand among their rows.
bool isOneStop(const QWidget *widget)
{
    return qobject_cast<const QComboBox *>(widget) != nullptr
        || (qobject_cast<const QAbstractScrollArea *>(widget) != nullptr
            && qobject_cast<const QScrollArea *>(widget) == nullptr);
}

void collectTabStops(QWidget *widget, QList<QWidget *> &stops)
{
    if (!widget->isVisible())
        return;
    // Those that only a click focuses too: of radio buttons, which one Tab reaches changes with the choice.
    if (widget->focusPolicy() != Qt::NoFocus)
        stops << widget;
    if (isOneStop(widget)) {
        for (auto *button : widget->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->focusPolicy() != Qt::NoFocus)
                stops << button;
        }
        return;
    }
    if (const auto *area = qobject_cast<QScrollArea *>(widget)) {
        if (area->widget())
            collectTabStops(area->widget(), stops);
    } else if (const auto *stack = qobject_cast<QStackedWidget *>(widget)) {
        if (stack->currentWidget())
            collectTabStops(stack->currentWidget(), stops);
    } else if (widget->layout()) {
        collectTabStops(widget->layout(), stops);
    }
}

} // namespace

void orderTabs(QWidget *root)
{
    QList<QWidget *> stops;
    collectTabStops(root, stops);
    for (qsizetype at = 1; at < stops.size(); ++at)
        QWidget::setTabOrder(stops[at - 1], stops[at]);
}

} // namespace rowlift::ui
