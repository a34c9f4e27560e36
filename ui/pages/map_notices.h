#pragma once

#include "ui/desk/map_desk.h"
#include "ui/pages/map_look.h"

#include <QObject>

namespace rowlift::ui {

class MapTable;
class NoticeArea;

/// What the page Map says under its heading: how a profile fits, whether everything or nothing does, that
/// whole names could be split, what differs within a record, and which rows do not say whether a person may
/// be contacted. Each is said once: one that was closed does not come back.
class MapNotices : public QObject {
    Q_OBJECT

public:
    MapNotices(MapDesk &desk, MapTable &table, NoticeArea &area);

    void refresh();
    /// The first row of the table with values that say neither yes nor no; none of both: there is no such
    /// row.
    [[nodiscard]] MapSpot undecidedConsent() const;
    /// Columns that go once to a record, although the rows that form one differ there.
    [[nodiscard]] std::vector<int> onceButDiffering() const;

private:
    void sayProfile();
    void sayFit();
    void sayNames();
    void sayConsent();
    void sayOnceOnly();

    MapDesk &m_desk;
    MapTable &m_table;
    NoticeArea &m_area;
    QString m_saidOfProfile;
    QString m_saidOfFit;
    QString m_saidOfNames;
    QString m_saidOfConsent;
    QString m_saidOfOnce;
};

} // namespace rowlift::ui
