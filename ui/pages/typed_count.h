#pragma once

#include <QWidget>

class QLineEdit;

namespace rowlift::ui {

class Words;

/// Deleting is meant only by whoever types how many records it is.
class TypedCount : public QWidget {
    Q_OBJECT

public:
    explicit TypedCount(QWidget *parent);

    /// \a question: "Type 4,310 to delete 4,310 Contacts". Another count has to be typed anew.
    void ask(qint64 count, const QString &question);
    /// It was typed, with any separators or none.
    [[nodiscard]] bool fits() const;
    [[nodiscard]] QWidget *field() const;

Q_SIGNALS:
    void changed();

private:
    Words *m_question;
    QLineEdit *m_typed;
    qint64 m_count = -1;
};

/// The number that \a text says, whatever stands between its figures; -1: none.
qint64 typedNumber(const QString &text);

} // namespace rowlift::ui
