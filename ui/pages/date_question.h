#pragma once

#include "app/mapping/mapping.h"

#include <QWidget>

class QRadioButton;

namespace rowlift::ui {

class Words;

/// "Dates are (•) day.month.year ( ) month.day.year", and what in the file tells.
class DateQuestion : public QWidget {
    Q_OBJECT

public:
    /// \a place: of the row, in the names of objects.
    DateQuestion(const QString &place, QWidget *parent);

    void say(DateOrder order, const QString &hint, const QString &columnName);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(rowlift::DateOrder order);

private:
    QRadioButton *m_dayFirst;
    QRadioButton *m_monthFirst;
    Words *m_hint;
};

} // namespace rowlift::ui
