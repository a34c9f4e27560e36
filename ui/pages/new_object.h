#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace rowlift::ui {

class Words;

/// Asks for the name of a kind of record that is not there yet. What is wrong with it is said while it is
/// typed, and is why the button is off. Enter takes it, Escape closes it.
class NewObject : public QWidget {
    Q_OBJECT

public:
    /// Why a name cannot be had, in a sentence; empty: it can.
    using Judge = std::function<QString(const QString &name)>;

    explicit NewObject(Judge judge, QWidget *parent = nullptr);

    /// Opens it. \a label: what it names.
    void ask(const QString &label);
    [[nodiscard]] QWidget *field() const;

Q_SIGNALS:
    void named(const QString &name);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void judge();
    void take();
    void close();

    Judge m_judge;
    Words *m_label;
    QLineEdit *m_name;
    QPushButton *m_take;
    Words *m_wrong;
};

} // namespace rowlift::ui
