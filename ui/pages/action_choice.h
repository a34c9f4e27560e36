#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QButtonGroup;
class QRadioButton;
class QVBoxLayout;

namespace rowlift::ui {

class IdColumn;
class SearchableCombo;
class WhereOption;
class WhereQuestions;
class Words;

/// What should happen with the rows. Nothing is chosen beforehand; what cannot be had says why. Where a
/// service can do one thing only, that is said instead of asked.
class ActionChoice : public QWidget {
    Q_OBJECT

public:
    ActionChoice(PlaceDesk &desk, const FileDesk &file, QWidget *parent);

    void refresh();
    /// The decision that is still open; null when there is none.
    [[nodiscard]] QWidget *openDecision() const;

    /// What hangs on the chosen action; null: nothing does.
    [[nodiscard]] QWidget *detail() const;

Q_SIGNALS:
    void operationChosen(rowlift::Operation operation);
    void keyChosen(const QString &field);
    void idColumnChosen(const QString &column);

private:
    struct Row {
        QRadioButton *button = nullptr;
        Words *meaning = nullptr;
        Words *reason = nullptr;
        QWidget *room = nullptr; ///< Below it.
    };

    void showOnly();
    void showOptions();
    void showQuestions();
    void placeOptions(bool first);
    [[nodiscard]] QString meaningOfOnly() const;
    Row addRow(const QString &id, const QString &text, Operation operation);
    QWidget *makeKey();
    void show(const Row &row, const QString &meaning, const QString &reason);
    void showRows();
    void showKey();
    void sayOfKey();
    [[nodiscard]] QString notOffered(Operation operation) const;
    [[nodiscard]] QString mayNot(Operation operation) const;
    [[nodiscard]] QString records() const;

    PlaceDesk &m_desk;
    QButtonGroup *m_group;
    QVBoxLayout *m_lines;
    Words *m_only;
    Words *m_onlyMeans; ///< What happens, where nothing else can.
    Words *m_about; ///< Service::aboutActions()
    QWidget *m_optionPart;
    std::vector<WhereOption *> m_options;
    Words *m_settled; ///< What leaves no choice.
    WhereQuestions *m_questions;
    Row m_add;
    Row m_upsert;
    Row m_update;
    Row m_delete;
    QWidget *m_keyPart = nullptr;
    SearchableCombo *m_key = nullptr;
    Words *m_keyLabel = nullptr;
    Words *m_keyBecause = nullptr;
    Words *m_keyDoubt = nullptr;
    IdColumn *m_ids;
    std::vector<const Field *> m_keys; ///< What the list shows.
    Schema m_schema; ///< Whose.
};

} // namespace rowlift::ui
