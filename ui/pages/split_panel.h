#pragma once

#include "ui/pages/row_panel.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace rowlift::ui {

class SearchableCombo;
class ValueList;

/// "Split…": one column to two fields, with what the sample becomes. What was chosen holds when Split is
/// pressed.
class SplitPanel : public RowPanel {
    Q_OBJECT

public:
    SplitPanel(MapDesk &desk, int column, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    enum How { FirstWord, LastFirst, AtSign, EmailDomain };
    /// One of the two that come out.
    struct Part {
        SearchableCombo *field = nullptr;
        Words *sample = nullptr;
        QWidget *row = nullptr;
    };

    void refresh() override;
    Part addPart(int number);
    void propose();
    [[nodiscard]] How how() const;
    [[nodiscard]] Piece piece(int number) const;
    [[nodiscard]] QString proposedField(int number) const;
    void sayDoubtful();
    void split();

    int m_column;
    QComboBox *m_how;
    QLineEdit *m_sign;
    Part m_parts[2];
    Words *m_doubt;
    ValueList *m_doubtful;
    QPushButton *m_split;
};

} // namespace rowlift::ui
