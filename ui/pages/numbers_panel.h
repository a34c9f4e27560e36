#pragma once

#include "ui/pages/row_panel.h"

class QButtonGroup;

namespace rowlift::ui {

/// "Read numbers…": what stands before the decimals, and what in the file tells.
class NumbersPanel : public RowPanel {
    Q_OBJECT

public:
    NumbersPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    void refresh() override;
    [[nodiscard]] QStringList evidence(const NumberSurvey &numbers) const;

    QButtonGroup *m_signs;
    Words *m_evidence;
};

} // namespace rowlift::ui
