#pragma once

#include "ui/pages/row_panel.h"

class QButtonGroup;

namespace rowlift::ui {

/// "Blank cells…": what a blank cell does to a record that is there, of one field or of all.
class BlankPanel : public RowPanel {
    Q_OBJECT

public:
    BlankPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    enum Choice { AsAll, Leave, Clear };

    void refresh() override;
    void addChoice(Choice choice, const QString &text);
    void choose(Choice choice);
    [[nodiscard]] Choice current() const;
    [[nodiscard]] QString serviceName() const;
    [[nodiscard]] bool canClear() const;

    QButtonGroup *m_choices;
    Words *m_help;
};

} // namespace rowlift::ui
