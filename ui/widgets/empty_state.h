#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// What stands where there is nothing yet: an icon, one sentence, one line, at most one button.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &sentence, const QString &line,
               QWidget *parent = nullptr);

    /// Shows a secondary button; an empty text takes it away.
    void setButton(const QString &text);
    void setTexts(const QString &sentence, const QString &line);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QWidget *m_iconRoom;
    Words *m_sentence;
    Words *m_line;
    QPushButton *m_button;
};

} // namespace rowlift::ui
