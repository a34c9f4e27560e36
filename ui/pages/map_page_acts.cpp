#include "ui/pages/map_notices.h"
#include "ui/pages/map_page.h"
#include "ui/pages/map_panels.h"
#include "ui/pages/map_table.h"
#include "ui/pages/record_pane.h"
#include "ui/pages/split_panel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

// What a person does on the page Map.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

void MapPage::setField(const MapSpot &spot, const QString &field)
{
    const auto &snapshot = m_desk.snapshot();
    const auto &extras = snapshot.mapping.extras;
    if (!spot.isColumn()) {
        const auto at = static_cast<std::size_t>(spot.extra);
        if (at >= extras.size()) {
            addFixedValue(field);
            return;
        }
        ExtraField changed = extras[at];
        changed.field = field;
        if (changed.isFixed())
            changed.text.clear();
        m_desk.changeExtra(spot.extra, changed);
        return;
    }
    const int column = spot.column;
    const int before = snapshot.mapping.columnOf(field);
    m_desk.setField(column, field);
    if (before >= 0 && before != column) {
        const Field *moved = snapshot.schema.field(field);
        Q_EMIT announce(
            tr("%1 comes from column %2 now, and no longer from %3.")
                .arg(moved ? moved->label : field, MapLooks::letter(column), MapLooks::letter(before)));
    }
}

void MapPage::addFixedValue(const QString &field)
{
    m_table->takeFixedValue();
    m_desk.addFixedValue(field, {});
    m_table->focusValue(m_table->looks().extras() - 1);
}

void MapPage::setFixedValue(const MapSpot &spot, const QString &value)
{
    ExtraField changed = m_desk.snapshot().mapping.extras[static_cast<std::size_t>(spot.extra)];
    changed.text = value;
    m_desk.changeExtra(spot.extra, changed, true);
}

void MapPage::removeExtra(const MapSpot &spot)
{
    if (spot.extra >= m_table->looks().extras()) {
        m_table->endFixedValue();
        return;
    }
    m_desk.removeExtra(spot.extra);
    Q_EMIT announce(tr("Removed"));
}

/// Once, and only where some type is still open.
void MapPage::sayTypes()
{
    const auto &snapshot = m_desk.snapshot();
    const bool open = std::ranges::any_of(
        snapshot.schema.fields, [](const Field &field) { return field.isProperty && !field.typeIsFixed; });
    m_types->setVisible(snapshot.ready && snapshot.schema.open && open);
    const Service *service = m_desk.place().service();
    //: %1 "Dotdigital"
    m_types->setText(
        tr("The first import fixes a property's type for good: %1 takes it from the first record "
           "that has one, and refuses others later. In doubt choose text.")
            .arg(service ? service->name() : QString()));
}

/// Beside the table where both have room, else below it.
void MapPage::placeRecord()
{
    m_record->show(m_table->sampleRow());
    const int wide = 2 * RecordPane::usualWidth() + 5 * RecordPane::usualWidth() / 6;
    const bool beside = width() >= wide;
    m_beside->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_record->setMinimumSize(beside ? QSize(RecordPane::usualWidth(), 0)
                                    : QSize(0, RecordPane::usualHeight()));
    m_record->setMaximumWidth(beside ? RecordPane::usualWidth() : QWIDGETSIZE_MAX);
    m_record->setMaximumHeight(beside ? QWIDGETSIZE_MAX : RecordPane::usualHeight());
}

void MapPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeRecord();
}

void MapPage::setPerRow(const MapSpot &spot, bool perRow)
{
    const QString field = m_table->looks().fieldAt(spot);
    if (!m_desk.setPerRow(field, perRow))
        return;
    m_table->focusSpot(spot);
    const QString &list = m_desk.snapshot().target.list;
    //: %1 a property, %2 the name of a list
    Q_EMIT announce(perRow ? tr("%1 is in the list %2 now, once per row.").arg(outOfList(field), list)
                           : tr("%1 is once per record now.").arg(outOfList(field)));
}

void MapPage::undo()
{
    const QString change = m_desk.snapshot().lastChange;
    if (change.isEmpty())
        return;
    m_desk.undo();
    //: %1 what was taken back: "Map Name to Last Name"
    Q_EMIT announce(tr("Undone: %1").arg(change));
}

void MapPage::saveProfile(const QString &name)
{
    m_notices->take(u"save"_s);
    if (const auto saved = m_desk.saveProfile(name); !saved)
        m_notices->put({ .id = u"save"_s, .kind = Notice::Kind::Problem, .text = saved.error().sentence });
}

void MapPage::splitNames()
{
    const NameProposal &names = m_desk.names();
    if (!names.split())
        return;
    const NameProposal::Split split = *names.split();
    if (qobject_cast<SplitPanel *>(m_table->panel()))
        m_table->openPanel({}, nullptr); // what it offers is done
    m_desk.addSplit(split.column, split.firstName, names.pieceFor(split.firstName), split.lastName,
                    names.pieceFor(split.lastName));
    m_table->focusSpot({ .column = split.column });
}

void MapPage::noticePressed(const QString &notice, const QString &button)
{
    if (notice == u"profile"_s && button == u"new"_s) {
        m_show->setCurrentIndex(m_show->findData(NewColumns));
        m_search->clear();
        filter();
        m_table->focusFirst();
    } else if (notice == u"consent"_s) {
        const MapSpot spot = m_notes->undecidedConsent();
        m_panels->open(MapPanels::Kind::Values, spot);
    } else if (notice == u"names"_s && button == u"split"_s) {
        splitNames();
    } else if (notice == u"names"_s) {
        if (m_desk.names().split())
            m_panels->open(MapPanels::Kind::Split, { .column = m_desk.names().split()->column });
    } else if (notice == u"once"_s) {
        for (const int column : m_notes->onceButDiffering())
            setPerRow({ .column = column }, true);
    } else if (notice == u"fit"_s) {
        Q_EMIT stepWanted(Step::Where);
    }
}

} // namespace rowlift::ui
