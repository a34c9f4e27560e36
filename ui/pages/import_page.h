#pragma once

#include "ui/desk/run_desk.h"
#include "ui/pages/page.h"
#include "ui/pages/run_pace.h"

#include <QTimer>

class QPushButton;

namespace rowlift::ui {

class AccountAgain;
class ActivityList;
class NoticeArea;
class OutcomeCounters;
class PartDetail;
class PartsStrip;
class ProgressBar;
class RunAnnouncer;
class RunFailures;
class StopChoice;
class Words;
struct RunTalk;

/// Page 5: the import while it runs, is asked about, watched in another window, or held for the person to do
/// something. Its numbers come from the ledger alone and always add up.
class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(RunDesk &desk, QWidget *parent = nullptr);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool mayGoBack() const override { return !m_desk.running(); }
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;

    RunAnnouncer &announcer() const { return *m_announcer; }

private:
    QWidget *makeNumbers();
    QWidget *makeButtons();
    void connectParts();
    void refresh();
    void beginRun();
    void showNotices();
    void showButtons();
    void showProgress();
    void showPace(const RunSnapshot &run, qint64 done);
    void showParts(const RunSnapshot &run);
    void showPart();
    void showSignIn();
    void showWait();
    void tellChanges();
    void keepFocus(QWidget *before);
    void answer(const QString &notice, const QString &button);
    void togglePause();
    void askToStop(bool ask);
    bool showsNumbers() const;
    RunTalk talk() const;
    QString accountWords() const;
    QString headingOfSending() const;

    RunDesk &m_desk;
    NoticeArea *m_notices;
    Words *m_wait;
    AccountAgain *m_signIn;
    QWidget *m_numbers;
    ProgressBar *m_progress;
    Words *m_rows;
    Words *m_rate;
    Words *m_left;
    OutcomeCounters *m_counters;
    PartsStrip *m_parts;
    Words *m_queue; ///< What of the run is in the service's queue.
    PartDetail *m_part;
    RunFailures *m_failures;
    QWidget *m_buttons;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_skip;
    StopChoice *m_stopChoice;
    Words *m_hint;
    ActivityList *m_activity;
    RunAnnouncer *m_announcer;
    QTimer m_second; ///< While something counts down.
    RunPace m_pace;
    QDateTime m_shown; ///< When the run began that is shown.
    QDateTime m_sleptSeen; ///< The person has closed the sentence about it.
    QString m_said; ///< The state that was told last.
    bool m_standsStill = false;
    bool m_details = false; ///< Of the trouble.
    bool m_fixes = false; ///< It is stopped to go back to Check.
};

} // namespace rowlift::ui
