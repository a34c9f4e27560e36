#include "ui/pages/map_page.h"

#include "ui/pages/field_choices.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/map_needs.h"
#include "ui/pages/map_notices.h"
#include "ui/pages/map_panels.h"
#include "ui/pages/map_table.h"
#include "ui/pages/record_pane.h"
#include "ui/pages/save_mapping.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/split_panel.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchCharacters = 26;
constexpr int namesListed = 3; ///< Before the rest becomes a number.

QToolButton *stepButton(const QString &name, const QString &iconName, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName, Color::Text2));
    button->setAccessibleName(tip);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(px(Size::Target), px(Size::Target));
    return button;
}

} // namespace

MapPage::MapPage(MapDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_notices(new NoticeArea(this))
{
    m_notices->setObjectName(u"page.notices"_s);
    // Where the table has no room for some rows, the whole page scrolls.
    QVBoxLayout *lines = ScrollBody::fill(this)->lines();
    lines->setSpacing(px(Space::S2));
    auto *top = new QVBoxLayout;
    top->setContentsMargins(px(Space::S5), px(Space::S1), px(Space::S5), 0);
    top->setSpacing(px(Space::S3));
    top->addWidget(m_notices);
    top->addWidget(buildTools());
    lines->addLayout(top);
    // Made from top to bottom: so goes the Tab key.
    m_saving = new SaveMapping(this);
    m_nothing = new Words(tr("No column fits what you typed and chose."), Type::Body, Color::Text2, this);
    m_nothing->setContentsMargins(px(Space::S5), px(Space::S4), px(Space::S5), 0);
    m_nothing->setAlignment(Qt::AlignTop);
    m_table = new MapTable(desk, this);
    m_panels = new MapPanels(desk, *m_table);
    m_notes = new MapNotices(desk, *m_table, *m_notices);
    m_needs = new MapNeeds(desk, this);
    m_record = new RecordPane(desk, this);
    m_types = new Words(Type::Small, Color::Text2, this);
    m_types->setObjectName(u"map.types"_s);
    m_types->setWordWrap(true);
    m_types->setTextFormat(Qt::PlainText);
    m_types->setContentsMargins(px(Space::S5), 0, px(Space::S5), 0);
    lines->addWidget(m_saving);
    lines->addWidget(m_types);
    auto *table = new QVBoxLayout;
    table->setSpacing(0);
    table->addWidget(m_nothing, 1);
    table->addWidget(m_table, 1);
    table->addWidget(m_needs);
    m_beside = new QBoxLayout(QBoxLayout::LeftToRight);
    m_beside->setSpacing(0);
    m_beside->addLayout(table, 1);
    m_beside->addWidget(m_record);
    lines->addLayout(m_beside, 1);
    m_nothing->hide();
    m_table->setFocusAfter(m_next);
    buildKeys();

    connect(&m_desk, &MapDesk::changed, this, &MapPage::refresh);
    connect(m_notices, &NoticeArea::buttonPressed, this, &MapPage::noticePressed);
    connect(m_search, &QLineEdit::textChanged, this, &MapPage::filterAsChosen);
    connect(m_search, &QLineEdit::returnPressed, m_table, &MapTable::focusFirst);
    connect(m_show, &QComboBox::activated, this, &MapPage::filterAsChosen);
    connect(m_save, &QPushButton::clicked, this, [this] { m_saving->open(m_desk.snapshot().profile); });
    connect(m_saving, &SaveMapping::saveWanted, this, &MapPage::saveProfile);
    connect(m_saving, &SaveMapping::closed, this, [this] { m_save->setFocus(Qt::OtherFocusReason); });
    connect(m_table, &MapTable::fieldChosen, this, &MapPage::setField);
    connect(m_table, &MapTable::dateOrderChosen, this, [this](const MapSpot &spot, DateOrder order) {
        const QString field = m_table->looks().fieldAt(spot);
        if (const Treatment *treatment = m_desk.snapshot().mapping.treatmentOf(field)) {
            DateReading dates = treatment->dates;
            dates.order = order;
            m_desk.setDates(field, dates);
        }
    });
    connect(m_table, &MapTable::typeChosen, this,
            [this](const MapSpot &spot, const PropertyTypes::Choice &type) {
                m_desk.setPropertyType(m_table->looks().fieldAt(spot), type.type, type.separator);
            });
    connect(m_table, &MapTable::perRowWanted, this, &MapPage::setPerRow);
    connect(m_table, &MapTable::valueTyped, this, &MapPage::setFixedValue);
    connect(m_table, &MapTable::extraRemoved, this, &MapPage::removeExtra);
    connect(m_panels, &MapPanels::announce, this, &Page::announce);
    connect(m_needs, &MapNeeds::columnChosen, this,
            [this](int column, const QString &field) { setField({ .column = column }, field); });
    connect(m_needs, &MapNeeds::fixedValueWanted, this, &MapPage::addFixedValue);
    refresh();
}

QWidget *MapPage::buildTools()
{
    auto *tools = new QWidget(this);
    m_search = new QLineEdit(tools);
    m_search->setObjectName(u"map.search"_s);
    m_search->setPlaceholderText(tr("Search columns or fields…"));
    m_search->setAccessibleName(tr("Search columns or fields"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search", Color::Text3), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(searchCharacters * m_search->fontMetrics().averageCharWidth()
                              + 2 * px(Space::S6));

    m_show = new QComboBox(tools);
    m_show->setObjectName(u"map.show"_s);
    m_show->addItem(tr("All columns"), All);
    m_show->addItem(tr("Not mapped only"), NotMapped);
    m_show->addItem(tr("Need a look"), NeedALook);
    auto *show = new Words(tr("Sh&ow"), Type::Label, Color::Text2, tools);
    show->setBuddy(m_show);
    auto *showing = new QWidget(tools);
    auto *pair = new QHBoxLayout(showing);
    pair->setContentsMargins({});
    pair->setSpacing(px(Space::S2));
    pair->addWidget(show);
    pair->addWidget(m_show);

    m_save = new QPushButton(tr("Save mapping…"), tools);
    m_save->setObjectName(u"map.saveProfile"_s);
    setKind(m_save, ButtonKind::Flat);
    m_more = new QPushButton(icon(u"more", Color::AccentText), {}, tools);
    m_more->setObjectName(u"map.more"_s);
    m_more->setAccessibleName(tr("More to do with the mapping"));
    m_more->setToolTip(tr("More"));
    setKind(m_more, ButtonKind::Flat);
    auto *menu = new QMenu(m_more);
    m_undo = menu->addAction({}, this, &MapPage::undo);
    m_undo->setObjectName(u"map.undo"_s);
    menu->addSeparator();
    m_blank
        = menu->addAction(tr("&Blank cells…"), this, [this] { m_panels->open(MapPanels::Kind::Blank, {}); });
    menu->addAction(tr("&Map again"), &m_desk, &MapDesk::mapAgain);
    menu->addAction(tr("&Clear all"), &m_desk, &MapDesk::clearAll);
    m_more->setMenu(menu);

    auto *line = new FlowLayout(px(Space::S3), px(Space::S2), tools);
    line->setContentsMargins({});
    for (QWidget *tool :
         std::initializer_list<QWidget *> { m_search, showing, m_save, m_more, buildSample() })
        line->addWidget(tool);
    return tools;
}

QWidget *MapPage::buildSample()
{
    auto *box = new QWidget(this);
    m_sample = new Words(Type::Small, Color::Text2, box);
    m_sample->setObjectName(u"map.sample"_s);
    m_before = stepButton(u"map.sampleBefore"_s, u"chevron-left"_s, tr("Sample row before"), box);
    m_next = stepButton(u"map.sampleNext"_s, u"chevron-right"_s, tr("Next sample row"), box);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins({});
    line->setSpacing(px(Space::S1));
    for (QWidget *part : std::initializer_list<QWidget *> { m_sample, m_before, m_next })
        line->addWidget(part);
    connect(m_before, &QToolButton::clicked, this, [this] { stepSample(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { stepSample(1); });
    return box;
}

void MapPage::buildKeys()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_F8, [this] { m_table->focusNextLook(1); });
    add(Qt::SHIFT | Qt::Key_F8, [this] { m_table->focusNextLook(-1); });
    add(QKeySequence::Undo, [this] { undo(); });
    add(QKeySequence::Find, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

QString MapPage::heading() const
{
    const QString object = m_desk.snapshot().schema.object.label;
    //: %1 is a kind of record, as the service calls it: "Lead"
    if (m_desk.snapshot().schema.open)
        return tr("Map your columns to properties of %1").arg(object);
    return object.isEmpty() ? tr("Map your columns") : tr("Map your columns to %1 fields").arg(object);
}

QString MapPage::subline() const
{
    const auto &snapshot = m_desk.snapshot();
    if (!snapshot.ready)
        return {};
    const QLocale locale;
    const int mapped = snapshot.mapping.mapped();
    const auto all = static_cast<int>(snapshot.columns.size());
    QStringList parts { tr("%1 of %2 mapped").arg(locale.toString(mapped), locale.toString(all)) };
    if (mapped < all)
        parts << tr("%Ln not imported", "columns", all - mapped);
    QStringList labels;
    for (const Field *field : snapshot.missing)
        labels << field->label;
    if (!labels.isEmpty() && labels.size() <= namesListed)
        //: %1 names of fields
        parts << tr("%1 still missing").arg(labels.join(tr(", ")));
    else if (!labels.isEmpty())
        parts << tr("%Ln fields still missing", nullptr, static_cast<int>(labels.size()));
    return parts.join(u" · "_s);
}

QString MapPage::why() const
{
    return tr("Each column of your file goes to one field. Rowlift proposes a field where names or values "
              "agree, and says "
              "why. Look at those with a mark, change what is wrong, and leave columns out that should not "
              "be imported. "
              "Nothing is sent yet.");
}

QString MapPage::primaryText() const
{
    return tr("Next: Check");
}

bool MapPage::primaryEnabled() const
{
    return m_desk.complete();
}

QString MapPage::primaryReason() const
{
    const auto &snapshot = m_desk.snapshot();
    if (primaryEnabled())
        return {};
    if (!snapshot.ready)
        return tr("Choose where the rows go to continue");
    if (snapshot.missing.size() == 1)
        return tr("Map %1 to continue").arg(snapshot.missing.front()->label);
    if (!snapshot.missing.empty())
        return tr("Map %1 and %Ln more to continue", nullptr, static_cast<int>(snapshot.missing.size()) - 1)
            .arg(snapshot.missing.front()->label);
    if (snapshot.mapping.fields().isEmpty())
        return tr("Map at least one column to continue");
    if (!m_desk.changesSomething())
        return tr("Map a column that changes something to continue");
    return tr("Choose what should happen to continue");
}

void MapPage::entered()
{
    refresh();
}

QWidget *MapPage::firstDecision() const
{
    const auto &snapshot = m_desk.snapshot();
    if (!snapshot.missing.empty() && snapshot.missing.front()->question.isEmpty())
        return findChild<QWidget *>(u"map.needed.%1"_s.arg(snapshot.missing.front()->name));
    return m_desk.complete() ? nullptr : m_search;
}

void MapPage::primary()
{
    if (primaryEnabled())
        Q_EMIT stepWanted(Step::Check);
}

void MapPage::refresh()
{
    const int columns = m_table->looks().columns();
    m_panels->refresh();
    m_table->refresh();
    offerNewColumns();
    if (columns != m_table->looks().columns())
        filter();
    m_needs->refresh();
    saySample();
    sayTypes();
    placeRecord();
    m_notes->refresh();
    const bool ready = m_desk.snapshot().ready;
    m_save->setEnabled(ready && !m_desk.snapshot().mapping.fields().isEmpty());
    const QString &change = m_desk.snapshot().lastChange;
    //: %1 what was done last: "Map Name to Last Name"
    m_undo->setText(change.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(change));
    m_undo->setEnabled(!change.isEmpty());
    m_more->setEnabled(ready);
    m_blank->setVisible(!m_desk.snapshot().schema.open); // there they are left out
    Q_EMIT changed();
}

void MapPage::offerNewColumns()
{
    const auto &fit = m_desk.snapshot().fit;
    const bool some = fit && !fit->added.isEmpty();
    const int at = m_show->findData(NewColumns);
    if (some && at < 0) {
        m_show->addItem(tr("New columns"), NewColumns);
    } else if (!some && at >= 0) {
        m_show->removeItem(at);
        filter();
    }
}

void MapPage::filter()
{
    const auto &snapshot = m_desk.snapshot();
    const QString typed = m_search->text().trimmed();
    const int shown = m_show->currentData().toInt();
    m_table->setFilter([&](const MapSpot &spot) {
        if (!m_table->looks().searchText(spot).contains(typed, Qt::CaseInsensitive))
            return false;
        switch (shown) {
        case NotMapped:
            return spot.isColumn() && m_table->looks().fieldAt(spot).isEmpty();
        case NeedALook:
            return m_table->looks().needsALook(spot);
        case NewColumns:
            return spot.isColumn() && snapshot.fit
                && snapshot.fit->added.contains(snapshot.columns.value(spot.column));
        default:
            return true;
        }
    });
    const bool nothing = m_table->shownRows() == 0 && snapshot.ready;
    m_nothing->setVisible(nothing);
    m_table->setVisible(!nothing);
}

void MapPage::filterAsChosen()
{
    filter();
    Q_EMIT announce(tr("%Ln column(s) shown", nullptr, m_table->shownRows()));
}

void MapPage::saySample()
{
    const int rows = m_desk.samples().count();
    const int at = m_table->sampleRow();
    m_sample->setText(tr("Sample: row %1").arg(QLocale().toString(m_desk.samples().record(at) + 1)));
    m_sample->setVisible(m_desk.snapshot().ready && rows > 0);
    m_before->setVisible(m_sample->isVisibleTo(this));
    m_next->setVisible(m_sample->isVisibleTo(this));
    m_before->setEnabled(at > 0);
    m_next->setEnabled(at + 1 < rows);
}

void MapPage::stepSample(int by)
{
    m_table->setSampleRow(m_table->sampleRow() + by);
    m_record->show(m_table->sampleRow());
    saySample();
    Q_EMIT announce(m_sample->text());
}

} // namespace rowlift::ui
