#pragma once

#include "ui/widgets/choice_popup.h"

#include <QPushButton>

namespace rowlift::ui {

/// Looks like a combo box and opens a list with a filter field: for fields, kinds of records, lists of
/// hundreds. Alt+Down, Down, Enter or Space opens, typing opens and filters. Its accessible name is the label
/// and the present choice.
///
///   auto *combo = new SearchableCombo(tr("Field for Company"), this);
///   combo->setRows(rows);
///   combo->setChosen(u"Company"_s);
///   connect(combo, &SearchableCombo::chosen, this, …);
class SearchableCombo : public QPushButton {
    Q_OBJECT

public:
    explicit SearchableCombo(const QString &label, QWidget *parent = nullptr);

    void setRows(const QList<ChoiceRow> &rows);
    /// Shows the row \a id; an unknown or empty id shows the placeholder. Sends no signal.
    void setChosen(const QString &id);
    void setPlaceholder(const QString &text);
    void setLabel(const QString &label);
    /// Something may be chosen that is on no list: \a maker says at each letter what is offered of it.
    void takeTyped(const std::function<TypedChoice(const QString &typed)> &maker);
    /// Reads as a part of a sentence or table: no edge until pointed at or focused.
    void setQuiet(bool quiet);

    [[nodiscard]] const QString &chosenId() const { return m_chosen; }
    /// The name of the chosen row, or the placeholder.
    [[nodiscard]] QString shownText() const;
    void open(const QString &typed = {});
    [[nodiscard]] bool isOpen() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person chose a row, perhaps the same as before.
    void chosen(const QString &id);
    /// The list is about to open: whoever has many combos fills the rows only now.
    void opening();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    [[nodiscard]] const ChoiceRow *chosenRow() const;

    ChoicePopup *m_popup;
    QString m_label;
    QString m_placeholder;
    QString m_chosen;
};

} // namespace rowlift::ui
