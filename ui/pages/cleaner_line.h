#pragma once

#include "app/mapping/treatment.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace rowlift::ui {

class Words;

/// One cleaner in the list of a field: what it does, its texts and numbers, what it makes of the sample, and
/// buttons to move and remove it.
class CleanerLine : public QWidget {
    Q_OBJECT

public:
    CleanerLine(int index, const Cleaner &cleaner, QWidget *parent);

    [[nodiscard]] const Cleaner &cleaner() const { return m_cleaner; }
    void say(const Cleaner &cleaner, bool first, bool last, const QString &step);
    /// What gets the focus when it is new.
    [[nodiscard]] QWidget *firstStop() const;

Q_SIGNALS:
    void edited(const rowlift::Cleaner &cleaner);
    void moveWanted(int by);
    void removeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *addText(const QString &part, const QString &label, QString Cleaner::*text);
    void addNumber(const QString &label);
    void addRegion();
    void addParts();
    void addButtons();
    QToolButton *addButton(const QString &part, const QString &iconName, const QString &tip);

    int m_index;
    Cleaner m_cleaner;
    QLayout *m_parts;
    QLayout *m_buttons;
    QLineEdit *m_find = nullptr;
    QLineEdit *m_text = nullptr;
    QSpinBox *m_number = nullptr;
    QComboBox *m_region = nullptr;
    Words *m_step;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_remove = nullptr;
};

} // namespace rowlift::ui
