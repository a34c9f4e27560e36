#pragma once

#include "ui/pages/map_look.h"

#include <QObject>

class QMenu;

namespace rowlift::ui {

class MapTable;
class RowPanel;

/// What a row of the map table offers beside its field: the menu behind "⋯", the panels that it opens, and
/// what the chips do.
class MapPanels : public QObject {
    Q_OBJECT

public:
    MapPanels(MapDesk &desk, MapTable &table);

    enum class Kind { Cleaners, Values, Dates, Numbers, Consent, Blank, Split, Join, Copy };

    void open(Kind kind, const MapSpot &spot);
    void showMenu(const MapSpot &spot, const QPoint &where);
    void openFix(const MapSpot &spot, FieldVerdict::Fix fix);
    void openChip(const MapSpot &spot, const ChipLook &chip);
    void removeChip(const MapSpot &spot, const ChipLook &chip);
    /// The desk has changed: a panel goes when what it is about has gone.
    void refresh();

Q_SIGNALS:
    void announce(const QString &sentence);

private:
    RowPanel *make(Kind kind, const MapSpot &spot);
    void addTreatments(QMenu &menu, const MapSpot &spot);
    void addSources(QMenu &menu, const MapSpot &spot);
    void addMove(QMenu &menu, const MapSpot &spot);
    void addEntry(QMenu &menu, const QString &text, Kind kind, const MapSpot &spot,
                  const QString &whyNot = {});
    [[nodiscard]] const Field *fieldAt(const MapSpot &spot) const;

    MapDesk &m_desk;
    MapTable &m_table;
};

} // namespace rowlift::ui
