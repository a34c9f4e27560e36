#pragma once

#include <QFrame>

class QVBoxLayout;

namespace rowlift::ui {

class Words;

/// A titled surface (promise, reasons). Put widgets into body(). Never a card in a card.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words *m_title;
    QVBoxLayout *m_body;
};

} // namespace rowlift::ui
