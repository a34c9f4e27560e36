#pragma once

#include "ui/pages/row_panel.h"

namespace rowlift::ui {

class SearchableCombo;

/// "Copy to a second field…": choosing the field copies.
class CopyPanel : public RowPanel {
    Q_OBJECT

public:
    CopyPanel(MapDesk &desk, int column, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    void refresh() override;

    int m_column;
    SearchableCombo *m_target;
};

} // namespace rowlift::ui
