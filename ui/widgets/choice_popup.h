#pragma once

#include "ui/widgets/choice_list.h"

#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;

namespace rowlift::ui {

class Words;

/// What is offered of what was typed: a row of its own, or why there is none, or where it is.
struct TypedChoice {
    ChoiceRow row = {}; ///< Without an id: none.
    QString wrong = {}; ///< For people, a sentence.
    QString there = {}; ///< It is on the list, with this id.
};

/// The pop-up of a SearchableCombo: a filter field above two-line rows. The field keeps the focus; arrows
/// walk the rows, Enter accepts, Esc closes.
class ChoicePopup : public QFrame {
    Q_OBJECT

public:
    explicit ChoicePopup(QWidget *owner);

    [[nodiscard]] ChoiceList &list() { return *m_list; }
    /// Opens below (or above) \a field with the row \a id current and \a typed in the filter.
    void openAt(const QWidget *field, const QString &id, const QString &typed);
    void setLabel(const QString &label);
    /// What may be typed that is on no list; asked at each letter.
    void takeTyped(const std::function<TypedChoice(const QString &typed)> &maker) { m_maker = maker; }

Q_SIGNALS:
    void accepted(const QString &id);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool walk(int key);
    [[nodiscard]] int proposed(const TypedChoice &own) const;
    void makeCurrent(int row);
    void accept(int row);
    void filter(const QString &typed);
    [[nodiscard]] int widestReason() const;
    void place(const QWidget *field);

    std::function<TypedChoice(const QString &typed)> m_maker;
    ChoiceList *m_list;
    QLineEdit *m_filter;
    QListView *m_view;
    Words *m_nothing;
};

} // namespace rowlift::ui
