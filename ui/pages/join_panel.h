#pragma once

#include "ui/pages/row_panel.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace rowlift::ui {

class SearchableCombo;

/// "Join with another column…": several columns to one field, with what stands between them and what the
/// sample becomes. The same panel changes a join that is there.
class JoinPanel : public RowPanel {
    Q_OBJECT

public:
    JoinPanel(MapDesk &desk, int column, QWidget *parent);
    /// Changes \a extra of the mapping.
    static JoinPanel *change(MapDesk &desk, int extra, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    void refresh() override;
    void buildBetween();
    void buildTarget();
    void addColumn(int column);
    [[nodiscard]] QString between() const;
    void setBetween(const QString &text);
    [[nodiscard]] std::vector<int> columns() const; ///< Those that were chosen.
    [[nodiscard]] ExtraField joined() const;
    void join();

    int m_extra = -1; ///< The one that is changed; -1: a new one.
    QLayout *m_columnLine;
    std::vector<SearchableCombo *> m_columns;
    QPushButton *m_more;
    QComboBox *m_between;
    QLineEdit *m_other;
    SearchableCombo *m_target;
    Words *m_sample;
    QPushButton *m_join;
};

} // namespace rowlift::ui
