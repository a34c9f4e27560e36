#include "ui/pages/map_panels.h"

#include "app/mapping/consent.h"
#include "ui/pages/blank_panel.h"
#include "ui/pages/cleaner_panel.h"
#include "ui/pages/consent_panel.h"
#include "ui/pages/copy_panel.h"
#include "ui/pages/dates_panel.h"
#include "ui/pages/join_panel.h"
#include "ui/pages/map_table.h"
#include "ui/pages/numbers_panel.h"
#include "ui/pages/split_panel.h"
#include "ui/pages/value_map_panel.h"

#include <QMenu>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

bool hasList(const Field &field)
{
    return field.type == FieldType::Boolean || field.type == FieldType::Picklist
        || field.type == FieldType::MultiPicklist || consentSense(field);
}

} // namespace

MapPanels::MapPanels(MapDesk &desk, MapTable &table)
    : QObject(&table)
    , m_desk(desk)
    , m_table(table)
{
    connect(&table, &MapTable::menuWanted, this, &MapPanels::showMenu);
    connect(&table, &MapTable::chipOpened, this, &MapPanels::openChip);
    connect(&table, &MapTable::chipRemoved, this, &MapPanels::removeChip);
    connect(&table, &MapTable::fixWanted, this, &MapPanels::openFix);
    connect(&table, &MapTable::consentWanted, this,
            [this](const MapSpot &spot) { open(Kind::Consent, spot); });
}

const Field *MapPanels::fieldAt(const MapSpot &spot) const
{
    return m_desk.snapshot().schema.field(m_table.looks().fieldAt(spot));
}

RowPanel *MapPanels::make(Kind kind, const MapSpot &spot)
{
    const QString field = m_table.looks().fieldAt(spot);
    switch (kind) {
    case Kind::Cleaners:
        return new CleanerPanel(m_desk, field, &m_table);
    case Kind::Blank:
        return new BlankPanel(m_desk, field, &m_table);
    case Kind::Split:
        return new SplitPanel(m_desk, spot.column, &m_table);
    case Kind::Join:
        return spot.isColumn() ? new JoinPanel(m_desk, spot.column, &m_table)
                               : JoinPanel::change(m_desk, spot.extra, &m_table);
    case Kind::Copy:
        return new CopyPanel(m_desk, spot.column, &m_table);
    case Kind::Consent: {
        auto *panel = new ConsentPanel(m_desk, field, &m_table);
        connect(panel, &ConsentPanel::valuesWanted, this, [this, spot] { open(Kind::Values, spot); });
        return panel;
    }
    case Kind::Values:
        return new ValueMapPanel(m_desk, field, &m_table);
    case Kind::Dates:
        return new DatesPanel(m_desk, field, &m_table);
    case Kind::Numbers:
        return new NumbersPanel(m_desk, field, &m_table);
    }
    return nullptr;
}

void MapPanels::open(Kind kind, const MapSpot &spot)
{
    RowPanel *panel = make(kind, spot);
    if (!panel)
        return;
    connect(panel, &RowPanel::announce, this, &MapPanels::announce);
    m_table.openPanel(spot, panel);
}

void MapPanels::refresh()
{
    const RowPanel *panel = m_table.panel();
    if (panel && !panel->field().isEmpty() && !m_desk.snapshot().mapping.gives(panel->field()))
        m_table.openPanel({}, nullptr);
}

void MapPanels::addEntry(QMenu &menu, const QString &text, Kind kind, const MapSpot &spot,
                         const QString &whyNot)
{
    QAction *action = menu.addAction(text, this, [this, kind, spot] { open(kind, spot); });
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot);
}

void MapPanels::addTreatments(QMenu &menu, const MapSpot &spot)
{
    const QString whyNot = fieldAt(spot) ? QString() : tr("Choose a field first");
    const Field *field = fieldAt(spot);
    addEntry(menu, tr("&Clean up…"), Kind::Cleaners, spot, whyNot);
    if (field && (field->type == FieldType::Date || field->type == FieldType::DateTime))
        addEntry(menu, tr("&Read dates…"), Kind::Dates, spot);
    if (field && (field->type == FieldType::Number || field->type == FieldType::Integer))
        addEntry(menu, tr("&Read numbers…"), Kind::Numbers, spot);
    if (field && hasList(*field))
        addEntry(menu, tr("Replace &values…"), Kind::Values, spot);
    if (field && consentSense(*field))
        addEntry(menu, tr("C&ontact…"), Kind::Consent, spot);
    if (!m_desk.snapshot().schema.open) // there they are left out
        addEntry(menu, tr("&Blank cells…"), Kind::Blank, spot, whyNot);
}

void MapPanels::addSources(QMenu &menu, const MapSpot &spot)
{
    menu.addSeparator();
    if (spot.isColumn()) {
        addEntry(menu, tr("&Split…"), Kind::Split, spot);
        addEntry(menu, tr("&Join with another column…"), Kind::Join, spot);
        addEntry(menu, tr("Copy to a second &field…"), Kind::Copy, spot);
        return;
    }
    const auto &extras = m_desk.snapshot().mapping.extras;
    const auto at = static_cast<std::size_t>(spot.extra);
    if (at < extras.size() && extras[at].columns.size() > 1)
        addEntry(menu, tr("&Joined columns…"), Kind::Join, spot);
    menu.addAction(tr("&Remove"), this, [this, spot] { Q_EMIT m_table.extraRemoved(spot); });
}

/// Where rows are parts of records.
void MapPanels::addMove(QMenu &menu, const MapSpot &spot)
{
    if (!m_table.looks().isGrouped())
        return;
    const bool isPerRow = m_table.looks().isPerRow(spot);
    const Field *field = fieldAt(spot);
    //: %1 the name of a list
    const QString text = isPerRow ? tr("&Once per record")
                                  : tr("&Once per row, in the list “%1”").arg(m_desk.snapshot().target.list);
    QAction *move = menu.addAction(text, this,
                                   [this, spot, isPerRow] { Q_EMIT m_table.perRowWanted(spot, !isPerRow); });
    move->setShortcut(Qt::ALT | Qt::SHIFT | (isPerRow ? Qt::Key_Up : Qt::Key_Down));
    move->setShortcutContext(Qt::WidgetShortcut); // the table takes these keys
    move->setEnabled(field && field->isProperty);
    move->setToolTip(move->isEnabled() ? QString() : tr("Choose a field first"));
    menu.addSeparator();
}

void MapPanels::showMenu(const MapSpot &spot, const QPoint &where)
{
    auto *menu = new QMenu(&m_table);
    menu->setObjectName(u"map.rowActions"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addMove(*menu, spot);
    addTreatments(*menu, spot);
    addSources(*menu, spot);
    menu->popup(where);
}

void MapPanels::openFix(const MapSpot &spot, FieldVerdict::Fix fix)
{
    switch (fix) {
    case FieldVerdict::Fix::Values:
        open(Kind::Values, spot);
        break;
    case FieldVerdict::Fix::Dates:
        open(Kind::Dates, spot);
        break;
    case FieldVerdict::Fix::Numbers:
        open(Kind::Numbers, spot);
        break;
    case FieldVerdict::Fix::None:
        break;
    }
}

void MapPanels::openChip(const MapSpot &spot, const ChipLook &chip)
{
    switch (chip.what) {
    case ChipLook::What::Piece:
        open(Kind::Split, spot);
        break;
    case ChipLook::What::Cleaner:
        open(Kind::Cleaners, spot);
        if (auto *panel = qobject_cast<CleanerPanel *>(m_table.panel()))
            panel->focusCleaner(chip.index);
        break;
    case ChipLook::What::Values:
        open(Kind::Values, spot);
        break;
    case ChipLook::What::Blank:
        open(Kind::Blank, spot);
        break;
    }
}

void MapPanels::removeChip(const MapSpot &spot, const ChipLook &chip)
{
    const QString field = m_table.looks().fieldAt(spot);
    const Treatment *treatment = m_desk.snapshot().mapping.treatmentOf(field);
    if (!treatment)
        return;
    switch (chip.what) {
    case ChipLook::What::Piece:
        m_desk.setPiece(spot.column, {});
        break;
    case ChipLook::What::Cleaner: {
        auto cleaners = treatment->cleaners;
        if (chip.index < static_cast<int>(cleaners.size()))
            cleaners.erase(cleaners.begin() + chip.index);
        m_desk.setCleaners(field, cleaners);
        break;
    }
    case ChipLook::What::Values:
        m_desk.setValueRules(field, {});
        break;
    case ChipLook::What::Blank:
        m_desk.setBlank(field, {});
        break;
    }
    Q_EMIT announce(tr("%1 removed").arg(chip.text));
}

} // namespace rowlift::ui
