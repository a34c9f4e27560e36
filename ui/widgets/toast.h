#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QPushButton;

namespace rowlift::ui {

class Words;

/// A short word at the bottom start of \a over after an act that can be taken back: "12 cells changed"
/// [Undo]. Goes by itself, but not while it is pointed at or has the focus. Only for local acts that can be
/// undone.
class Toast : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds usualStay { 6000 };

    explicit Toast(QWidget *over);

    /// Shows \a text in place of the one before, and announces it.
    void tell(const QString &text, bool undoable);
    void setStay(std::chrono::milliseconds stay);
    /// Distance from the foot of \a over: the height of the command bar.
    void setFoot(int distance);

Q_SIGNALS:
    void undoPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void goIfLeft();

    QTimer m_timer;
    Words *m_text;
    QPushButton *m_undo;
    int m_foot = 0;
};

} // namespace rowlift::ui
