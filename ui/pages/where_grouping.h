#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;
class QRadioButton;

namespace rowlift::ui {

class Words;

/// Where keys repeat: whether the rows of one are one record with a list, or each is a record of its own, in
/// numbers. What the rows plainly say is proposed; where they do not, nothing is chosen.
class WhereGrouping : public QWidget {
    Q_OBJECT

public:
    WhereGrouping(PlaceDesk &desk, QWidget *parent);

    void refresh();
    /// The decision that is still open; null when there is none.
    [[nodiscard]] QWidget *openDecision() const;

private:
    QWidget *makeTogether();
    void sayNumbers();
    void sayList();
    [[nodiscard]] QString because() const;
    void tell();

    PlaceDesk &m_desk;
    Words *m_numbers;
    QWidget *m_choices;
    QButtonGroup *m_group;
    QRadioButton *m_together = nullptr;
    QRadioButton *m_apart = nullptr;
    Words *m_apartMeans = nullptr;
    QWidget *m_listPart = nullptr;
    QLineEdit *m_list = nullptr;
    Words *m_wrong = nullptr;
    Words *m_because = nullptr;
    PlaceDesk::Grouping::State m_told = PlaceDesk::Grouping::State::NotAsked;
};

} // namespace rowlift::ui
