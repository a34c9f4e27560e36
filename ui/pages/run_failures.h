#pragma once

#include "ui/desk/run_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// Why most rows failed so far, in one line, and the way to look at them while it runs.
class RunFailures : public QWidget {
    Q_OBJECT

public:
    explicit RunFailures(QWidget *parent = nullptr);

    void tell(const RunDesk &desk);

Q_SIGNALS:
    void lookWanted();

private:
    Words *m_words;
    QPushButton *m_look;
};

} // namespace rowlift::ui
