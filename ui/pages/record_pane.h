#pragma once

#include "ui/desk/map_desk.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace rowlift::ui {

class Words;

/// What the service gets for the record of the sample row, live: its properties as an indented list, or
/// exactly as it is sent, for whoever looks after the account.
class RecordPane : public QWidget {
    Q_OBJECT

public:
    RecordPane(const MapDesk &desk, QWidget *parent);

    /// The desk has changed, or another row is the sample.
    void show(int sampleRow);
    /// How wide it is best, and how high where it stands below.
    [[nodiscard]] static int usualWidth();
    [[nodiscard]] static int usualHeight();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString listed() const;
    void dress();

    const MapDesk &m_desk;
    Words *m_title;
    Words *m_which;
    QPlainTextEdit *m_text;
    QPushButton *m_asSent;
    int m_row = 0;
};

} // namespace rowlift::ui
