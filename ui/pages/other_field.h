#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace rowlift::ui {

class Words;

/// A small field that asks for what stands on no list. Enter takes it, Escape closes it; what is wrong with
/// it is said below.
class OtherField : public QWidget {
    Q_OBJECT

public:
    explicit OtherField(QWidget *parent = nullptr);

    /// Takes what was typed, or says what is wrong with it.
    using Taker = std::function<QString(const QString &typed)>;

    /// Opens it with \a present in it. \a from gets the focus back.
    void ask(const QString &label, const QString &present, QWidget *from, Taker taker);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take();
    void close();

    Taker m_taker;
    QWidget *m_from = nullptr;
    Words *m_label;
    QLineEdit *m_field;
    Words *m_wrong;
};

} // namespace rowlift::ui
