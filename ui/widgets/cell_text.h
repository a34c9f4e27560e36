#pragma once

#include "ui/widgets/invisible_signs.h"

#include <QBasicTimer>
#include <QPlainTextEdit>

namespace rowlift::ui {

/// A long text to read: wrapped, selectable, with the names of signs that cannot be seen in their places.
/// Takes a MiB in slices between events. What is copied is the text itself, without the names.
class CellText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CellText(QWidget *parent = nullptr);

    void setWhole(const QString &text);

    static constexpr int mostNames = 20'000; ///< Signs that get a name; the text ends there.

protected:
    QMimeData *createMimeDataFromSelection() const override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addSome();

    QString m_whole;
    TextPieces m_rest { QString() };
    int m_names = 0;
    qsizetype m_inBlock = 0;
    QBasicTimer m_timer;
};

} // namespace rowlift::ui
