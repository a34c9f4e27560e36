#pragma once

#include "ui/desk/check_desk.h"

#include <QListWidget>

namespace rowlift::ui {

/// "All rows", then what was found, problems first. The chosen one filters the grid.
class CheckGroups : public QListWidget {
    Q_OBJECT

public:
    CheckGroups(const CheckDesk &desk, QWidget *parent);

    void refresh();
    /// Index into CheckResult::groups; -1: all rows.
    void choose(int group);
    /// Height at which nothing scrolls.
    [[nodiscard]] int heightForAll() const;

Q_SIGNALS:
    void groupChosen(int group);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString wordsFor(const ProblemGroup &group) const;
    void add(const QString &text, qint64 rows, const QString &spoken, int mark);

    const CheckDesk &m_desk;
    QStringList m_said; ///< What stands there now.
};

} // namespace rowlift::ui
