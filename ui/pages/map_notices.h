#pragma once

#include "ui/desk/map_desk.h"

#include <QObject>

namespace rowlift::ui {

class MapTable;
class NoticeArea;

/// What the page Map says under its heading: how a profile fits, whether everything or nothing does, and that
/// whole names could be split. Each is said once: one that was closed does not come back.
class MapNotices : public QObject {
    Q_OBJECT

public:
    MapNotices(MapDesk &desk, MapTable &table, NoticeArea &area);

    void refresh();

private:
    void sayProfile();
    void sayFit();
    void sayNames();

    MapDesk &m_desk;
    MapTable &m_table;
    NoticeArea &m_area;
    QString m_saidOfProfile;
    QString m_saidOfFit;
    QString m_saidOfNames;
};

} // namespace rowlift::ui
