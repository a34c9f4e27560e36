#pragma once

#include "ui/desk/file_desk.h"

#include <QFrame>

namespace rowlift::ui {

class Words;

/// "Showing 212 rows · Show all rows": stands above the grid while it does not show all of the file.
class PickedBar : public QFrame {
    Q_OBJECT

public:
    explicit PickedBar(QWidget *parent = nullptr);

    void setPicked(const FileDesk::Picked &picked);

Q_SIGNALS:
    void allWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Words *m_text;
};

} // namespace rowlift::ui
