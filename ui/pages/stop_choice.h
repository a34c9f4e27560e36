#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// How an import is to be stopped, asked in the page: after the current part, now, or not at all.
class StopChoice : public QWidget {
    Q_OBJECT

public:
    explicit StopChoice(QWidget *parent = nullptr);

    void ask(); ///< What was offered last.
    /// How it can be stopped as it stands. \a service as people call it; \a underWay: it has parts, and
    /// whether it \a canDrop what it has not done. \a softly: stopping after the current part is still to be
    /// had.
    void offer(const QString &service, bool underWay, bool canDrop, bool softly);

Q_SIGNALS:
    void stopAfterParts();
    void stopNow();
    void kept(); ///< The person thinks better of it.

private:
    Words *m_stays; ///< What cannot be called back.
    QPushButton *m_soft;
    QPushButton *m_now;
    QPushButton *m_keep;
};

} // namespace rowlift::ui
