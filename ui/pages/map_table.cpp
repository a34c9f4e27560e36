#include "ui/pages/map_table.h"

#include "ui/pages/field_choices.h"
#include "ui/pages/map_header.h"
#include "ui/pages/map_row.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsOfAPage = 8;

} // namespace

MapTable::MapTable(const MapDesk &desk, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_looks(desk)
    , m_header(new MapHeader(this))
    , m_canvas(new QWidget(this))
{
    setObjectName(u"map.table"_s);
    setAccessibleName(tr("Columns and where they go"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(m_canvas);
    // The table is paper, whatever the page lies on.
    viewport()->setBackgroundRole(QPalette::Base);
    m_canvas->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(heightFor(Size::MapRow, fontMetrics()));
}

void MapTable::startAnew(int columns)
{
    for (MapRow *row : m_rows)
        delete row;
    m_rows.assign(static_cast<size_t>(columns), nullptr);
    m_shown.resize(static_cast<size_t>(columns));
    std::iota(m_shown.begin(), m_shown.end(), 0);
    verticalScrollBar()->setValue(0);
    m_sampleRow = m_looks.fullestSample();
}

void MapTable::refresh()
{
    m_looks.refresh();
    const QStringList names = m_desk.snapshot().ready ? m_desk.snapshot().columns : QStringList();
    if (names != m_names || static_cast<int>(m_rows.size()) != m_looks.columns()) {
        m_names = names;
        startAnew(m_looks.columns());
    }
    for (MapRow *row : m_rows) {
        if (row)
            saySomething(row);
    }
    layOut();
}

void MapTable::setFilter(const std::function<bool(int column)> &lets)
{
    m_shown.clear();
    for (int column = 0; column < m_looks.columns(); ++column) {
        if (lets(column))
            m_shown.push_back(column);
    }
    layOut();
}

void MapTable::setSampleRow(int row)
{
    m_sampleRow = std::clamp(row, 0, std::max(0, m_desk.sampleRows() - 1));
    for (MapRow *made : m_rows) {
        if (made)
            saySomething(made);
    }
}

void MapTable::saySomething(MapRow *row)
{
    const auto column = static_cast<int>(std::ranges::find(m_rows, row) - m_rows.begin());
    row->say(m_looks.look(column, m_sampleRow), m_desk.snapshot().target, m_desk.snapshot().schema);
}

MapRow *MapTable::rowAt(int place)
{
    const int column = m_shown[static_cast<size_t>(place)];
    MapRow *&row = m_rows[static_cast<size_t>(column)];
    if (row)
        return row;
    row = new MapRow(column, m_canvas);
    row->combo()->installEventFilter(this);
    connect(row, &MapRow::fieldChosen, this, &MapTable::fieldChosen);
    connect(row, &MapRow::dateOrderChosen, this, &MapTable::dateOrderChosen);
    connect(row, &MapRow::choicesWanted, this, &MapTable::fillChoices);
    saySomething(row);
    return row;
}

void MapTable::fillChoices(int column)
{
    m_rows[static_cast<size_t>(column)]->combo()->setRows(FieldChoices::forColumn(m_desk, column));
}

void MapTable::layOut()
{
    const int width = viewport()->width();
    const int plain = MapColumns::in(width).height;
    m_tops.assign(1, 0);
    for (const int column : m_shown) {
        const bool tall = m_looks.asksForDates(column);
        const int height = tall ? rowAt(static_cast<int>(m_tops.size()) - 1)->heightAt(width) : plain;
        m_tops.push_back(m_tops.back() + height);
    }
    m_canvas->resize(width, m_tops.back());
    for (MapRow *row : m_rows) {
        if (row && !std::ranges::binary_search(m_shown, row->look().column))
            row->hide();
    }
    makeRowsInView();
}

void MapTable::makeRowsInView()
{
    // One view above and below, so that Tab finds the next row there.
    const int page = std::max(viewport()->height(), 1);
    const int from = verticalScrollBar()->value() - page;
    const int to = verticalScrollBar()->value() + 2 * page;
    bool made = false;
    for (int place = 0; place < shownRows(); ++place) {
        const auto at = static_cast<size_t>(place);
        const bool near = m_tops[at + 1] > from && m_tops[at] < to;
        const bool there = m_rows[static_cast<size_t>(m_shown[at])] != nullptr;
        if (!near && !there)
            continue;
        MapRow *row = rowAt(place);
        row->setGeometry(0, m_tops[at], m_canvas->width(), m_tops[at + 1] - m_tops[at]);
        row->show();
        made = made || !there;
    }
    if (made)
        chainFocus();
}

void MapTable::chainFocus()
{
    QWidget *last = m_before;
    for (const int column : m_shown) {
        const MapRow *row = m_rows[static_cast<size_t>(column)];
        if (!row)
            continue;
        for (QWidget *next : row->focusOrder()) {
            if (last)
                QWidget::setTabOrder(last, next);
            last = next;
        }
    }
}

void MapTable::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    makeRowsInView();
}

void MapTable::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int header = m_header->heightAt(viewport()->width());
    if (viewportMargins().top() != header)
        setViewportMargins(0, header, 0, 0);
    const QRect body = viewport()->geometry();
    m_header->setGeometry(body.left(), body.top() - header, body.width(), header);
    layOut();
}

void MapTable::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

int MapTable::placeOf(int column) const
{
    const auto found = std::ranges::find(m_shown, column);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int MapTable::placeWithFocus() const
{
    const QWidget *focus = QApplication::focusWidget();
    const auto has = [this, focus](int column) {
        const MapRow *row = m_rows[static_cast<size_t>(column)];
        return row && focus && row->isAncestorOf(focus);
    };
    const auto found = std::ranges::find_if(m_shown, has);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void MapTable::focusColumn(int column)
{
    const int place = placeOf(column);
    if (place < 0)
        return;
    const int margin = MapColumns::in(viewport()->width()).height / 2;
    const int top = m_tops[static_cast<size_t>(place)];
    const int bottom = m_tops[static_cast<size_t>(place) + 1];
    QScrollBar *bar = verticalScrollBar();
    if (top - margin < bar->value())
        bar->setValue(top - margin);
    else if (bottom + margin > bar->value() + viewport()->height())
        bar->setValue(bottom + margin - viewport()->height());
    MapRow *row = rowAt(place);
    makeRowsInView();
    row->combo()->setFocus(Qt::TabFocusReason);
}

void MapTable::focusFirst()
{
    if (!m_shown.empty())
        focusColumn(m_shown.front());
}

bool MapTable::focusNextLook(int direction)
{
    const int count = shownRows();
    const int start = placeWithFocus();
    const int from = start >= 0 ? start : (direction > 0 ? -1 : count);
    for (int step = 1; step <= count; ++step) {
        const int place = ((from + direction * step) % count + count) % count;
        const int column = m_shown[static_cast<size_t>(place)];
        if (m_looks.needsALook(column)) {
            focusColumn(column);
            return true;
        }
    }
    return false;
}

bool MapTable::walk(int key, int from)
{
    const int last = shownRows() - 1;
    const auto to = [&](int place) {
        focusColumn(m_shown[static_cast<size_t>(std::clamp(place, 0, last))]);
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
    if (!row || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QScrollArea::eventFilter(watched, event);
    if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
        if (!row->look().field.isEmpty())
            Q_EMIT fieldChosen(row->look().column, {});
        return true;
    }
    return walk(key->key(), placeOf(row->look().column)) || QScrollArea::eventFilter(watched, event);
}

} // namespace rowlift::ui
