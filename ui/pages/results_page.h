#pragma once

#include "ui/desk/run_desk.h"
#include "ui/pages/page.h"
#include "ui/work/work.h"

class QAction;
class QBoxLayout;
class QButtonGroup;
class QPushButton;
class QToolButton;

namespace rowlift::ui {

class Card;
class Grid;
class NoticeArea;
class OutcomeBar;
class OutcomeCounters;
class PartDetail;
class PartsStrip;
class ReasonList;
class ResultRows;
class RowStoryPanel;
enum class RowAct;
class Words;

/// Page 6: what became of every row, in the layout of the spreadsheet. Says only what the ledger holds.
class ResultsPage : public Page {
    Q_OBJECT

public:
    explicit ResultsPage(RunDesk &desk, QWidget *parent = nullptr);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool primaryEnabled() const override;
    QString primaryReason() const override;
    bool primarySends() const override;
    QString secondaryText() const override;
    bool mayGoBack() const override { return !isLive(); }
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;
    void secondary() override { Q_EMIT newImportWanted(); }

Q_SIGNALS:
    void newImportWanted();
    void saveProfileWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What the grid shows: a reason's rows, or all rows with one of these outcomes.
    struct Filter {
        QString id;
        QString text;
        std::vector<Outcome> outcomes; ///< Empty: all rows.
        bool warned = false; ///< Rows that are in with a warning, whatever \a outcomes says.
    };

    /// Rows that were sent again from here.
    struct Sent {
        QString folder = {};
        qint64 record = -1; ///< The one; -1: several.
        qint64 rows = 0; ///< 0: none.
        qint64 inBefore = 0; ///< Tally::in()
    };

    /// What the primary does.
    enum class Act { Return, Continue, Fetch, SendUnsent, Another };

    Act act() const;
    bool isLive() const { return m_desk.snapshot().looking; }
    QWidget *makeSum();
    QWidget *makeSaveButton();
    QWidget *makeReasons();
    QWidget *makeParts();
    QWidget *makeFilters();
    void connectDesk();
    void connectRowActs();
    void perform(RowAct act, qint64 visualRow);
    void openRecord(qint64 visualRow);
    void showStory(qint64 visualRow, bool send);
    void tellOthers();
    void sendTheRow();
    std::vector<ReasonGroup> groupsToSend() const;
    void showReasonActs();
    void sendTheGroups();
    void tellSent();
    void showSentRow();
    void show();
    void takeEnd();
    void takeLook();
    void followRun();
    void showRows();
    void showSum();
    void showReasons();
    void showFilters();
    void showNotices();
    void showHowItWent();
    QString sentHow() const;
    void showParts();
    void showPart();
    void readPart(qint64 part);
    void chooseReason(int row);
    void chooseFilter(const QString &id);
    void chooseAgain();
    void read(const std::vector<Outcome> &outcomes, const QString &code, const QString &field);
    void readWarned();
    QString reasonLine(size_t index) const;
    void nextMark(int direction);
    void offerReports();
    void askForReport(const ReportRows &rows);
    void focusNotice(const QString &button);
    void noticePressed(const QString &notice, const QString &button);
    std::vector<Filter> filters() const;
    const RunDesk::Results &results() const { return m_desk.snapshot().results; }

    RunDesk &m_desk;
    ResultRows *m_rows;
    NoticeArea *m_notices;
    QBoxLayout *m_summary; ///< Sum and reasons: side by side where there is room.
    OutcomeBar *m_bar;
    OutcomeCounters *m_counters;
    Words *m_sum;
    Card *m_reasonsCard;
    ReasonList *m_reasons;
    QWidget *m_reasonActs;
    QPushButton *m_again;
    QPushButton *m_saveList;
    QPushButton *m_save;
    QAction *m_failedReport = nullptr;
    QAction *m_leftOutReport = nullptr;
    QAction *m_warningsReport = nullptr;
    Words *m_how;
    QToolButton *m_unfold; ///< The parts.
    QWidget *m_partsFold;
    PartsStrip *m_parts;
    PartDetail *m_part;
    QWidget *m_filterRow;
    QButtonGroup *m_filterButtons = nullptr;
    RowStoryPanel *m_story;
    Grid *m_grid;
    QString m_shownFolder;
    QString m_chosenFilter;
    int m_chosenReason = -1;
    bool m_wasLive = false; ///< What is shown was read while it ran.
    qint64 m_failedShown = 0; ///< Live: how many failed when it was read.
    QString m_savedFolder;
    qint64 m_storyOf = -1; ///< The record that m_story is about.
    qint64 m_othersOfStory = 0; ///< So many more rows form one record with it.
    Sent m_sent;
    qint64 m_goTo = -1; ///< This record is shown as soon as it can be.
    Work<std::vector<qint64>> m_reading;
    Work<std::vector<qint64>> m_findingOthers; ///< Rows of the same record as the one of m_story.
};

} // namespace rowlift::ui
