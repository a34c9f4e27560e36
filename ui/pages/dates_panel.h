#pragma once

#include "ui/pages/row_panel.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;

namespace rowlift::ui {

class SearchableCombo;
class ValueList;

/// "Read dates…": every way in which the dates of a field are written, with counts and examples; what decides
/// their order, or the question for it; years of two digits; days of a spreadsheet; the time zone.
class DatesPanel : public RowPanel {
    Q_OBJECT

public:
    DatesPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    void refresh() override;
    void buildOrder();
    void buildYears();
    void buildZone();
    void change(const std::function<void(DateReading &)> &apply);
    void sayShapes(const DateSurvey &dates);
    void sayOrder(const DateSurvey *dates);
    void sayRest(const DateSurvey &dates);
    [[nodiscard]] QString whyOrder(const DateSurvey &dates) const;

    Words *m_reading;
    ValueList *m_shapes;
    QWidget *m_order;
    QButtonGroup *m_orders;
    Words *m_why;
    QWidget *m_years;
    Words *m_yearsLabel;
    QComboBox *m_hundred;
    QCheckBox *m_serials;
    QWidget *m_zone;
    SearchableCombo *m_zones;
    Words *m_notes;
};

} // namespace rowlift::ui
