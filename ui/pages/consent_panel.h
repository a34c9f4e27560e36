#pragma once

#include "ui/pages/row_panel.h"

class QButtonGroup;
class QPushButton;
class QRadioButton;

namespace rowlift::ui {

/// "Contact…": what yes means in a column that says whether people may be contacted, and what of it is sent.
class ConsentPanel : public RowPanel {
    Q_OBJECT

public:
    ConsentPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

Q_SIGNALS:
    void valuesWanted(); ///< Some say neither yes nor no.

private:
    void refresh() override;
    void buildReading();
    void buildSending();
    [[nodiscard]] QRadioButton *addRadio(QButtonGroup *group, const QString &name);

    Words *m_asked;
    QRadioButton *m_straight = nullptr;
    QRadioButton *m_turned = nullptr;
    Words *m_meanings = nullptr;
    Words *m_question;
    QRadioButton *m_onlyStops = nullptr;
    QRadioButton *m_both = nullptr;
    Words *m_unclear;
    QPushButton *m_values;
};

} // namespace rowlift::ui
