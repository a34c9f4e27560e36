#include "ui/pages/map_row.h"
#include "ui/pages/map_table.h"
#include "ui/pages/row_panel.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int rowsOfAPage = 8;

/// What Tab stops at in a panel, as one reads it.
QList<QWidget *> stopsIn(const QWidget *panel)
{
    QList<QWidget *> stops = panel->findChildren<QWidget *>();
    stops.removeIf([panel](const QWidget *widget) {
        // The field inside a spin box passes its focus on to it: putting it behind its own spin box tears the
        // chain of all stops apart.
        return widget->focusProxy() || !(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(panel)
            || widget->isWindow() || widget->window() != panel->window();
    });
    const auto place = [panel](const QWidget *widget) {
        const QPoint middle = widget->mapTo(panel, widget->rect().center());
        return std::pair(middle.y() / px(Size::Target), middle.x());
    };
    std::ranges::stable_sort(stops, {}, place);
    return stops;
}

} // namespace

/// In the table, and in the page that may scroll as a whole.
void MapTable::reveal(QWidget *widget)
{
    // Behind the layout requests that are on their way.
    QMetaObject::invokeMethod(
        widget,
        [this, widget] {
            ensureWidgetVisible(widget, 0, px(Space::S4));
            ScrollBody::reveal(widget);
        },
        Qt::QueuedConnection);
}

void MapTable::chainFocus()
{
    QWidget *last = m_before;
    const auto chain = [&last](QWidget *next) {
        if (last)
            QWidget::setTabOrder(last, next);
        last = next;
    };
    const auto chainPanel = [&](const MapSpot &spot) {
        if (!m_panel || spot != m_panelSpot)
            return;
        for (QWidget *next : stopsIn(m_panel))
            chain(next);
    };
    chainPanel({});
    for (const MapSpot &spot : m_shown) {
        const MapRow *row = rowOf(spot);
        if (!row)
            continue;
        for (QWidget *next : row->focusOrder())
            chain(next);
        chainPanel(spot);
    }
    chain(m_add);
}

int MapTable::placeWithFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto has = [this, focus](const MapSpot &spot) {
        const MapRow *row = rowOf(spot);
        return row && focus && row->isAncestorOf(focus);
    };
    const auto found = std::ranges::find_if(m_shown, has);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void MapTable::focusSpot(const MapSpot &spot)
{
    const int place = placeOf(spot);
    if (place < 0)
        return;
    MapRow *row = rowAt(place);
    const int top = m_tops[static_cast<std::size_t>(place)];
    ensureInView(top, top + row->heightAt(m_canvas->width()));
    layOut();
    row->combo()->setFocus(Qt::TabFocusReason);
    ScrollBody::reveal(row->combo());
}

void MapTable::focusFirst()
{
    if (!m_shown.empty())
        focusSpot(m_shown.front());
}

bool MapTable::focusNextLook(int direction)
{
    const int count = shownRows();
    const int start = placeWithFocus();
    const int from = start >= 0 ? start : (direction > 0 ? -1 : count);
    for (int step = 1; step <= count; ++step) {
        const int place = ((from + direction * step) % count + count) % count;
        const MapSpot spot = m_shown[static_cast<std::size_t>(place)];
        if (m_looks.needsALook(spot)) {
            focusSpot(spot);
            return true;
        }
    }
    return false;
}

bool MapTable::walk(int key, int from)
{
    const int last = shownRows() - 1;
    const auto to = [&](int place) {
        focusSpot(m_shown[static_cast<std::size_t>(std::clamp(place, 0, last))]);
        return true;
    };
    switch (key) {
    case Qt::Key_Up:
        return to(from - 1);
    case Qt::Key_Down:
        return to(from + 1);
    case Qt::Key_PageUp:
        return to(from - rowsOfAPage);
    case Qt::Key_PageDown:
        return to(from + rowsOfAPage);
    case Qt::Key_Home:
        return to(0);
    case Qt::Key_End:
        return to(last);
    default:
        return false;
    }
}

bool MapTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto *combo = qobject_cast<SearchableCombo *>(watched);
    const auto *row = combo ? qobject_cast<MapRow *>(combo->parentWidget()) : nullptr;
    const bool moves = key->modifiers() == (Qt::AltModifier | Qt::ShiftModifier)
        && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up);
    if (row && moves && m_looks.isGrouped()) {
        Q_EMIT perRowWanted(row->spot(), key->key() == Qt::Key_Down);
        return true;
    }
    if (!row || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QScrollArea::eventFilter(watched, event);
    const MapSpot spot = row->spot();
    if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
        if (!spot.isColumn())
            Q_EMIT extraRemoved(spot);
        else if (!row->look().field.isEmpty())
            Q_EMIT fieldChosen(spot, {});
        return true;
    }
    return walk(key->key(), placeOf(spot)) || QScrollArea::eventFilter(watched, event);
}

} // namespace rowlift::ui
