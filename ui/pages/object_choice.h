#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QButtonGroup;

namespace rowlift::ui {

class ChoiceTile;
class FlowLayout;
class SearchableCombo;
class Words;

/// Which kind of record: tiles for the usual ones, a list to search for all. Where there is one only, it is
/// named.
class ObjectChoice : public QWidget {
    Q_OBJECT

public:
    explicit ObjectChoice(QWidget *parent = nullptr);

    void setPlace(const PlaceDesk::Snapshot &place, const QString &service);
    /// What takes the focus while nothing is chosen.
    [[nodiscard]] QWidget *firstChoice() const;

Q_SIGNALS:
    void chosen(const QString &object);

private:
    void rebuild(const PlaceDesk::Snapshot &place, const QString &service);
    void addTile(const ObjectInfo &object);
    void check(const QString &object);

    std::vector<ObjectInfo> m_objects;
    QList<ChoiceTile *> m_tiles;
    QButtonGroup *m_group;
    FlowLayout *m_flow;
    SearchableCombo *m_all;
    QWidget *m_tilePart;
    Words *m_only;
    Words *m_state;
};

} // namespace rowlift::ui
