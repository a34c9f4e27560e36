#include "ui/pages/map_table.h"

#include "ui/pages/field_choices.h"
#include "ui/pages/map_header.h"
#include "ui/pages/map_row.h"
#include "ui/pages/row_panel.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastRows = 6; ///< With less room the page scrolls.
constexpr int mostLayouts = 4; ///< Rows in view settle their heights in fewer.

} // namespace

MapTable::MapTable(const MapDesk &desk, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_looks(desk)
    , m_header(new MapHeader(this))
    , m_canvas(new QWidget(this))
    , m_ofRecord(new Words(Type::Strong, Color::Text2, m_canvas))
    , m_ofRow(new Words(Type::Strong, Color::Text2, m_canvas))
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
    m_ofRecord->setObjectName(u"map.group.record"_s);
    m_ofRow->setObjectName(u"map.group.row"_s);
    buildAdd();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // What was clicked is in view, and must stay below the pointer.
        if (now && QApplication::mouseButtons() == Qt::NoButton && m_panel && m_panel->isAncestorOf(now))
            reveal(now);
    });
}

QSize MapTable::sizeHint() const
{
    const int width = QScrollArea::sizeHint().width();
    return { width, leastRows * heightFor(Size::MapRow, QFontMetrics(ui::font(Type::Body))) };
}

QSize MapTable::minimumSizeHint() const
{
    return { QScrollArea::minimumSizeHint().width(), sizeHint().height() };
}

void MapTable::buildAdd()
{
    m_add = new QPushButton(icon(u"plus", Color::AccentText), tr("Add a fixed value"), m_canvas);
    m_add->setObjectName(u"map.addFixed"_s);
    m_add->setToolTip(tr("The same value in every row, such as where the contacts come from"));
    setKind(m_add, ButtonKind::Flat);
    connect(m_add, &QPushButton::clicked, this, &MapTable::startFixedValue);
}

MapRow *&MapTable::rowOf(const MapSpot &spot)
{
    return spot.isColumn() ? m_columns[static_cast<std::size_t>(spot.column)]
                           : m_extras[static_cast<std::size_t>(spot.extra)];
}

MapRow *MapTable::rowOf(const MapSpot &spot) const
{
    return spot.isColumn() ? m_columns[static_cast<std::size_t>(spot.column)]
                           : m_extras[static_cast<std::size_t>(spot.extra)];
}

std::vector<MapRow *> MapTable::madeRows() const
{
    std::vector<MapRow *> rows;
    for (const auto &all : { m_columns, m_extras }) {
        for (MapRow *row : all) {
            if (row)
                rows.push_back(row);
        }
    }
    return rows;
}

void MapTable::startAnew(int columns)
{
    openPanel({}, nullptr);
    for (MapRow *row : madeRows())
        delete row;
    m_columns.assign(static_cast<std::size_t>(columns), nullptr);
    m_extras.clear();
    m_adding = false;
    m_shown.clear();
    for (int column = 0; column < columns; ++column)
        m_shown.push_back({ .column = column });
    verticalScrollBar()->setValue(0);
    m_sampleRow = m_looks.fullestSample();
}

/// As many rows for extras as there are, with the one that waits for its field.
void MapTable::keepExtras()
{
    const auto wanted = static_cast<std::size_t>(m_looks.extras() + (m_adding ? 1 : 0));
    while (m_extras.size() > wanted) {
        if (MapRow *row = m_extras.back()) {
            row->hide();
            row->deleteLater(); // perhaps it is the one that was just used
        }
        m_extras.pop_back();
    }
    std::erase_if(m_shown, [wanted](const MapSpot &spot) {
        return !spot.isColumn() && static_cast<std::size_t>(spot.extra) >= wanted;
    });
    while (m_extras.size() < wanted) {
        m_shown.push_back({ .extra = static_cast<int>(m_extras.size()) });
        m_extras.push_back(nullptr);
    }
    std::erase_if(m_shown, [this](const MapSpot &spot) { return !spot.isColumn() && spot.extra < m_hidden; });
    sortShown();
}

void MapTable::sortShown()
{
    std::ranges::sort(m_shown, [this](const MapSpot &a, const MapSpot &b) { return m_looks.isBefore(a, b); });
}

void MapTable::refresh()
{
    m_looks.refresh();
    const QStringList names = m_desk.snapshot().ready ? m_desk.snapshot().columns : QStringList();
    const int hidden = m_looks.hiddenExtras();
    if (names != m_names || static_cast<int>(m_columns.size()) != m_looks.columns() || hidden != m_hidden) {
        m_names = names;
        m_hidden = hidden;
        startAnew(m_looks.columns());
    }
    keepExtras();
    for (MapRow *row : madeRows())
        saySomething(row);
    if (m_panel)
        m_panel->show(m_sampleRow);
    m_add->setVisible(m_desk.snapshot().ready);
    m_header->setTypes(m_desk.snapshot().ready && m_desk.snapshot().schema.open);
    sayHeadings();
    layOut();
}

void MapTable::setFilter(const std::function<bool(const MapSpot &spot)> &lets)
{
    m_shown.clear();
    for (int column = 0; column < m_looks.columns(); ++column) {
        if (lets({ .column = column }))
            m_shown.push_back({ .column = column });
    }
    for (int extra = m_hidden; extra < static_cast<int>(m_extras.size()); ++extra) {
        if (lets({ .extra = extra }))
            m_shown.push_back({ .extra = extra });
    }
    sortShown();
    if (m_panel && m_panelSpot != MapSpot() && placeOf(m_panelSpot) < 0)
        openPanel({}, nullptr);
    layOut();
}

void MapTable::setSampleRow(int row)
{
    m_sampleRow = std::clamp(row, 0, std::max(0, m_desk.samples().count() - 1));
    for (MapRow *made : madeRows())
        saySomething(made);
    if (m_panel)
        m_panel->show(m_sampleRow);
}

void MapTable::saySomething(MapRow *row)
{
    row->say(m_looks.look(row->spot(), m_sampleRow), m_desk.snapshot().target, m_desk.snapshot().schema);
}

void MapTable::makeRow(const MapSpot &spot)
{
    auto *row = new MapRow(spot, m_canvas);
    rowOf(spot) = row;
    row->combo()->installEventFilter(this);
    connect(row, &MapRow::fieldChosen, this, &MapTable::fieldChosen);
    connect(row, &MapRow::dateOrderChosen, this, &MapTable::dateOrderChosen);
    connect(row, &MapRow::choicesWanted, this, &MapTable::fillChoices);
    connect(row, &MapRow::menuWanted, this, &MapTable::menuWanted);
    connect(row, &MapRow::chipOpened, this, &MapTable::chipOpened);
    connect(row, &MapRow::chipRemoved, this, &MapTable::chipRemoved);
    connect(row, &MapRow::fixWanted, this, &MapTable::fixWanted);
    connect(row, &MapRow::consentWanted, this, &MapTable::consentWanted);
    connect(row, &MapRow::valueTyped, this, &MapTable::valueTyped);
    connect(row, &MapRow::typeChosen, this, &MapTable::typeChosen);
    saySomething(row);
}

MapRow *MapTable::rowAt(int place)
{
    const MapSpot spot = m_shown[static_cast<std::size_t>(place)];
    if (!rowOf(spot))
        makeRow(spot);
    return rowOf(spot);
}

void MapTable::fillChoices(const MapSpot &spot)
{
    SearchableCombo *combo = rowOf(spot)->combo();
    combo->setRows(spot.isColumn() ? FieldChoices::forColumn(m_desk, spot.column)
                                   : FieldChoices::forExtra(m_desk, spot.extra));
    if (m_desk.snapshot().schema.open)
        combo->takeTyped([this, spot](const QString &name) {
            return FieldChoices::typed(m_desk, m_looks.fieldAt(spot), m_looks.isPerRow(spot), name);
        });
    else
        combo->takeTyped({});
}

int MapTable::heightOf(const MapSpot &spot, int width) const
{
    const MapRow *row = rowOf(spot);
    return row ? row->heightAt(width)
               : MapRow::usualHeight(width, m_looks.hasChips(spot), m_looks.asksForDates(spot),
                                     m_looks.hasConsent(spot));
}

void MapTable::placePanel(int top, int height)
{
    m_panel->setGeometry(0, top, m_canvas->width(), height);
    m_panel->QWidget::show();
}

void MapTable::layOut()
{
    if (m_layingOut)
        return;
    m_layingOut = true;
    const int width = viewport()->width();
    for (int time = 0; time < mostLayouts; ++time) {
        const int above = m_panel && m_panelSpot == MapSpot() ? m_panel->heightAt(width) : 0;
        m_tops.assign(1, above);
        for (int place = 0; place < shownRows(); ++place) {
            const MapSpot spot = m_shown[static_cast<std::size_t>(place)];
            const int panel = m_panel && spot == m_panelSpot ? m_panel->heightAt(width) : 0;
            m_tops.push_back(m_tops.back() + headingHeight(place) + heightOf(spot, width) + panel);
        }
        m_tops.back() += headingHeight(shownRows());
        const int gap = px(Space::S2);
        const int add = m_add->isHidden() ? 0 : m_add->sizeHint().height() + 2 * gap;
        m_canvas->resize(width, m_tops.back() + add);
        const QRect room(px(Space::S5) - px(Space::S4), m_tops.back() + gap, m_add->sizeHint().width(),
                         m_add->sizeHint().height());
        m_add->setGeometry(QStyle::visualRect(layoutDirection(), m_canvas->rect(), room));
        for (MapRow *row : madeRows()) {
            if (placeOf(row->spot()) < 0)
                row->hide();
        }
        if (above > 0)
            placePanel(0, above);
        placeHeadings();
        if (makeRowsInView())
            break;
    }
    m_layingOut = false;
    chainFocus();
}

bool MapTable::makeRowsInView()
{
    // One view above and below, so that Tab finds the next row there.
    const int page = std::max(viewport()->height(), 1);
    const int from = verticalScrollBar()->value() - page;
    const int to = verticalScrollBar()->value() + 2 * page;
    const int width = m_canvas->width();
    bool asThought = true;
    for (int place = 0; place < shownRows(); ++place) {
        const auto at = static_cast<std::size_t>(place);
        const bool near = m_tops[at + 1] > from && m_tops[at] < to;
        const bool there = rowOf(m_shown[at]) != nullptr;
        if (!near && !there)
            continue;
        MapRow *row = rowAt(place);
        const bool opened = m_panel && m_shown[at] == m_panelSpot;
        const int height = row->heightAt(width);
        const int top = m_tops[at] + headingHeight(place);
        row->setGeometry(0, top, width, height);
        row->show();
        const int behind = place + 1 == shownRows() ? headingHeight(shownRows()) : 0;
        const int panel = m_tops[at + 1] - behind - top - height;
        if (opened)
            placePanel(top + height, panel);
        asThought = asThought && (opened || panel == 0);
    }
    return asThought;
}

void MapTable::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    if (!m_layingOut && !makeRowsInView())
        layOut();
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

Words *MapTable::headingAt(int place) const
{
    if (!m_looks.isGrouped())
        return nullptr;
    const auto isRow = [this](int at) {
        return at < shownRows() && m_looks.isPerRow(m_shown[static_cast<std::size_t>(at)]);
    };
    const bool anyRow
        = std::ranges::any_of(m_shown, [this](const MapSpot &spot) { return m_looks.isPerRow(spot); });
    if (place == shownRows())
        return anyRow ? nullptr : m_ofRow;
    if (isRow(place))
        return place == 0 || !isRow(place - 1) ? m_ofRow : nullptr;
    return place == 0 ? m_ofRecord : nullptr;
}

int MapTable::headingHeight(int place) const
{
    const Words *heading = headingAt(place);
    return heading ? heading->sizeHint().height() + 2 * px(Space::S2) : 0;
}

void MapTable::sayHeadings()
{
    const QString &list = m_desk.snapshot().target.list;
    m_ofRecord->setText(tr("Once per record"));
    const bool any
        = std::ranges::any_of(m_shown, [this](const MapSpot &spot) { return m_looks.isPerRow(spot); });
    //: %1 the name of a list: "products"
    m_ofRow->setText(any ? tr("Once per row, in the list “%1”").arg(list)
                         : tr("Once per row, in the list “%1”: nothing yet").arg(list));
}

void MapTable::placeHeadings()
{
    m_ofRecord->hide();
    m_ofRow->hide();
    for (int place = 0; place <= shownRows(); ++place) {
        Words *heading = headingAt(place);
        if (!heading)
            continue;
        const int height = headingHeight(place);
        const int top
            = place == shownRows() ? m_tops.back() - height : m_tops[static_cast<std::size_t>(place)];
        heading->setGeometry(px(Space::S5), top, std::max(1, m_canvas->width() - 2 * px(Space::S5)), height);
        heading->show();
    }
}

int MapTable::placeOf(const MapSpot &spot) const
{
    const auto found = std::ranges::find(m_shown, spot);
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

void MapTable::ensureInView(int top, int bottom)
{
    const int margin = MapColumns::in(viewport()->width()).height / 2;
    QScrollBar *bar = verticalScrollBar();
    if (bottom + margin > bar->value() + viewport()->height())
        bar->setValue(bottom + margin - viewport()->height());
    if (top - margin < bar->value())
        bar->setValue(top - margin);
}

void MapTable::startFixedValue()
{
    m_adding = true;
    keepExtras();
    layOut();
    focusSpot({ .extra = m_looks.extras() });
    rowOf({ .extra = m_looks.extras() })->combo()->open();
}

void MapTable::endFixedValue()
{
    m_adding = false;
    keepExtras();
    layOut();
}

void MapTable::focusValue(int extra)
{
    focusSpot({ .extra = extra });
    if (extra >= static_cast<int>(m_extras.size()) || !rowOf({ .extra = extra }))
        return;
    if (QWidget *editor = rowOf({ .extra = extra })->valueEditor())
        editor->setFocus(Qt::OtherFocusReason);
}

void MapTable::openPanel(const MapSpot &spot, RowPanel *panel)
{
    if (m_panel) {
        const bool hadFocus = m_panel->isAncestorOf(QApplication::focusWidget());
        const MapSpot before = m_panelSpot;
        RowPanel *old = std::exchange(m_panel, nullptr); // what moves with the focus must not show it again
        old->hide();
        old->deleteLater(); // perhaps one of its buttons closed it
        layOut();
        if (hadFocus && !panel && placeOf(before) >= 0)
            rowAt(placeOf(before))->moreButton()->setFocus(Qt::OtherFocusReason);
    }
    if (!panel)
        return;
    m_panel = panel;
    m_panelSpot = spot;
    panel->setParent(m_canvas);
    connect(panel, &RowPanel::closeWanted, this, [this] { openPanel({}, nullptr); });
    connect(panel, &RowPanel::heightChanged, this, &MapTable::layOut);
    panel->show(m_sampleRow);
    layOut();
    const int place = placeOf(spot);
    ensureInView(place < 0 ? 0 : m_tops[static_cast<std::size_t>(place)],
                 m_tops[static_cast<std::size_t>(place + 1)]);
    if (QWidget *first = panel->firstStop())
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace rowlift::ui
