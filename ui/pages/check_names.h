#pragma once

#include "ui/desk/check_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// Records that rows belong to ("Contacts") can be looked up before anything is sent: the offer with what it
/// costs, and what was found. Hidden where there is nothing to look up.
class CheckNames : public QWidget {
    Q_OBJECT

public:
    CheckNames(CheckDesk &desk, QWidget *parent);

    void refresh();
    /// What people call the records that are named: "Contacts".
    static QString kindOf(const CheckDesk &desk);

private:
    [[nodiscard]] QString offer() const;
    [[nodiscard]] QString found() const;
    [[nodiscard]] QString cost() const;

    CheckDesk &m_desk;
    Words *m_words;
    QPushButton *m_lookUp;
};

} // namespace rowlift::ui
