#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QButtonGroup;
class QRadioButton;

namespace rowlift::ui {

class SearchableCombo;
class Words;

/// What should happen with the rows. Nothing is chosen beforehand; what cannot be had says why.
class ActionChoice : public QWidget {
    Q_OBJECT

public:
    explicit ActionChoice(QWidget *parent = nullptr);

    /// \a rows of the file, or -1 while they are being counted.
    void setPlace(const PlaceDesk::Snapshot &place, const Service *service, qint64 rows);
    /// The decision that is still open; null when there is none.
    [[nodiscard]] QWidget *openDecision() const;

Q_SIGNALS:
    void operationChosen(rowlift::Operation operation);
    void keyChosen(const QString &field);

private:
    struct Row {
        QRadioButton *button = nullptr;
        Words *meaning = nullptr;
        Words *reason = nullptr;
    };

    Row addRow(const QString &id, const QString &text, Operation operation);
    QWidget *makeKey();
    void show(const Row &row, const QString &meaning, const QString &reason);
    void showKey(const PlaceDesk::Snapshot &place, const Service *service);

    QButtonGroup *m_group;
    Row m_add;
    Row m_upsert;
    QWidget *m_keyPart = nullptr;
    SearchableCombo *m_key = nullptr;
    Words *m_keyDoubt = nullptr;
    Schema m_schema; ///< Whose keys the list shows.
};

} // namespace rowlift::ui
