#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

/// How an import is to be stopped, asked in the page: after the current part, now, or not at all.
class StopChoice : public QWidget {
    Q_OBJECT

public:
    explicit StopChoice(QWidget *parent = nullptr);

    /// \a service as people call it; whether it can be asked to drop what it has not done. \a softly:
    /// stopping after the current part is still to be had.
    void ask(const QString &service, bool canDrop, bool softly);

Q_SIGNALS:
    void stopAfterParts();
    void stopNow();
    void kept(); ///< The person thinks better of it.

private:
    QPushButton *m_soft;
    QPushButton *m_now;
    QPushButton *m_keep;
};

} // namespace rowlift::ui
