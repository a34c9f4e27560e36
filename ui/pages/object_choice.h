#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;

namespace rowlift::ui {

class ChoiceTile;
class FlowLayout;
class NewObject;
class SearchableCombo;
class Words;

/// Which kind of record: tiles for the usual ones, a list to search for all. Where there is one only, it is
/// named. Where an import may make a new one, its name is asked for.
class ObjectChoice : public QWidget {
    Q_OBJECT

public:
    ObjectChoice(PlaceDesk &desk, QWidget *parent);

    void refresh();
    /// What takes the focus while nothing is chosen.
    [[nodiscard]] QWidget *firstChoice() const;

Q_SIGNALS:
    void chosen(const QString &object);

private:
    void rebuild();
    void askForNew();
    void addTile(const ObjectInfo &object);
    void check(const QString &object);

    PlaceDesk &m_desk;
    std::vector<ObjectInfo> m_objects;
    QList<ChoiceTile *> m_tiles;
    QButtonGroup *m_group;
    FlowLayout *m_flow;
    SearchableCombo *m_all;
    QPushButton *m_new;
    NewObject *m_naming;
    QWidget *m_tilePart;
    Words *m_only;
    Words *m_state;
};

} // namespace rowlift::ui
