#pragma once

#include "ui/pages/row_panel.h"

class QPushButton;

namespace rowlift::ui {

class ValueMapTable;
struct ChoiceRow;

/// "Replace values…": the values of a field in the file, most frequent first (those that are not on its list
/// before all), and what is sent for each.
class ValueMapPanel : public RowPanel {
    Q_OBJECT

public:
    ValueMapPanel(MapDesk &desk, const QString &field, QWidget *parent);

    [[nodiscard]] QWidget *firstStop() const override;

private:
    /// What becomes of one value by the rules of now.
    struct Fate {
        bool open = false;
        const ValueRule *rule = nullptr;
    };

    void refresh() override;
    void buildButtons();
    [[nodiscard]] const ListSurvey *list() const;
    void order(const ListSurvey &values);
    [[nodiscard]] Fate fateOf(const ListedValue &value, const std::vector<ValueRule> &rules) const;
    [[nodiscard]] QString wordsFor(const ListedValue &value, const Fate &fate) const;
    [[nodiscard]] QString labelOf(const QString &value) const;
    [[nodiscard]] QList<ChoiceRow> choicesFor(const ListedValue &value) const;
    void choose(const QString &choice);
    /// Decides all that is open: \a to says as what, empty optional: not this one.
    void decideOpen(const std::function<std::optional<QString>(const ListedValue &)> &to);
    [[nodiscard]] const ListedValue *current() const;
    /// Values that say neither yes nor no are to be decided: a yes/no field, or a text that only stops go to.
    [[nodiscard]] bool asksYesOrNo() const;
    [[nodiscard]] bool isOpen(const ListedValue &value) const;
    [[nodiscard]] QString becomes(const ListedValue &value) const;
    [[nodiscard]] QStringList yesAndNo() const; ///< What is sent for them; of a text as in the file.

    Words *m_summary;
    ValueMapTable *m_table;
    QPushButton *m_guesses;
    QPushButton *m_blank;
    QPushButton *m_asItIs;
    std::vector<ListedValue> m_values; ///< As they were when the file was read: none jumps while one works.
};

} // namespace rowlift::ui
