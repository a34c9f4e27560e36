#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace rowlift::ui {

/// Tells a screen reader of a run: each change of its state and some milestones, but never more often than
/// every ten seconds. Of what comes in between, the last is told when its time has come.
class RunAnnouncer : public QObject {
    Q_OBJECT

public:
    explicit RunAnnouncer(QObject *parent = nullptr);

    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    void begin(); ///< Another run: what was not told of the one before is dropped.
    void tell(const QString &sentence);
    void tellNow(const QString &sentence); ///< That cannot wait.
    /// Tells the milestone that \a percent has passed, if it was not told yet.
    void progressIs(int percent);

Q_SIGNALS:
    void announce(const QString &sentence);

private:
    std::chrono::milliseconds m_pause;
    QTimer m_quiet; ///< Runs while nothing may be said.
    QString m_next;
    int m_told = 0; ///< Percent.
};

} // namespace rowlift::ui
