#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rowlift::ui {

class Words;

/// "Go to row…": a button that becomes a small field. Enter goes, Escape closes it.
class RowJump : public QWidget {
    Q_OBJECT

public:
    explicit RowJump(QWidget *parent = nullptr);

    void ask();

Q_SIGNALS:
    void rowWanted(qint64 number); ///< As a spreadsheet counts: the first is 1.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();
    void close();

    QPushButton *m_open;
    Words *m_label;
    QLineEdit *m_field;
};

} // namespace rowlift::ui
