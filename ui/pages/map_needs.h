#pragma once

#include "ui/desk/map_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class FlowLayout;
class Words;

/// Below the map table: the fields that must get something, each with its tick or a choice of columns, and
/// the fields that nothing goes to.
class MapNeeds : public QWidget {
    Q_OBJECT

public:
    MapNeeds(const MapDesk &desk, QWidget *parent);

    void refresh();

Q_SIGNALS:
    void columnChosen(int column, const QString &field);
    void fixedValueWanted(const QString &field);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the line of needs shows; built anew only when that is another.
    struct Need {
        QString field;
        QString label;
        bool met = false;
        bool operator==(const Need &) const = default;
    };

    [[nodiscard]] QList<Need> needs() const;
    void buildNeeds();
    void addNeed(const Need &need);
    void sayUnused();

    const MapDesk &m_desk;
    QList<Need> m_needs;
    QWidget *m_needed;
    FlowLayout *m_line;
    QPushButton *m_fold;
    QWidget *m_unfolded;
    Words *m_unused;
};

} // namespace rowlift::ui
