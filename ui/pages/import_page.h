#pragma once

#include "ui/desk/run_desk.h"
#include "ui/pages/page.h"

#include <map>

class QPushButton;

namespace rowlift::ui {

class ActivityList;
class NoticeArea;
class OutcomeCounters;
class PartsStrip;
class ProgressBar;
class Words;

/// Page 5: the import while it runs. Its numbers come from the ledger alone and always add up.
class ImportPage : public Page {
    Q_OBJECT

public:
    explicit ImportPage(RunDesk &desk, QWidget *parent = nullptr);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool mayGoBack() const override { return m_desk.snapshot().stage == RunDesk::Stage::Failed; }
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;

private:
    QWidget *makeNumbers();
    QWidget *makeButtons();
    QWidget *makeStopChoice();
    void refresh();
    void showTrouble();
    void showProgress(const RunSnapshot &run);
    void tellMilestones(const RunSnapshot &run);
    void togglePause();
    void askToStop(bool ask);

    RunDesk &m_desk;
    NoticeArea *m_notices;
    ProgressBar *m_progress;
    Words *m_rows;
    Words *m_left;
    OutcomeCounters *m_counters;
    PartsStrip *m_parts;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QWidget *m_stopChoice;
    Words *m_pauseHint;
    ActivityList *m_activity;
    QDateTime m_toldOf; ///< Of the run that m_told is about.
    int m_told = 0; ///< Percent that was announced last.
};

} // namespace rowlift::ui
