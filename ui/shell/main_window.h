#pragma once

#include "ui/pages/page.h"
#include "ui/shell/desks.h"
#include "ui/shell/run_attendant.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <map>
#include <vector>

class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace rowlift::ui {

class CommandBar;
class DestinationStrip;
class NoticeArea;
class PageHeading;
class StartPage;
class StepRail;
class Toast;

/// The window: step rail, destination strip, the page with its heading, command bar. Knows pages and step
/// states only.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const Bench &bench, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openFile(const QString &path);
    /// The system hears of this window's imports. \a desktop outlives the window.
    void attend(Desktop &desktop);
    /// What the records of a list are to be imported as.
    struct Errand {
        QString account;
        QString object;
    };
    /// Opens \a path in a window of its own, with account and kind of record chosen. It goes with this one.
    MainWindow *importBeside(const QString &path, const Errand &errand);
    /// The sample file with the practice account chosen.
    void openSample();

    Desks &desks() { return *m_desks; }
    Step step() const { return m_step; }
    Page *page() const;

Q_SIGNALS:
    void stepChanged(rowlift::ui::Step step);

public Q_SLOTS:
    void goTo(rowlift::ui::Step step);
    void goBack();
    void pressPrimary();
    void chooseFile();
    /// One is opened, after a question where another is open; of several one is asked for.
    void takeFiles(const QStringList &paths);
    /// Cells (or files) from the clipboard.
    void pasteCells();
    void openSettings();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFrame();
    void buildPages();
    void buildMenus();
    void buildShortcuts();
    void connectDesks();
    void addPage(Step step, Page *page);
    Page *pageFor(Step step) const;
    void showPage();
    void updateFrame();
    void updatePageFrame();
    void updateStrip();
    void warnOfSendingTwice();
    void warnOfEarlierImport();
    void followCheck();
    void focusOpenDecision();
    bool keyPressed(QObject *watched, const QKeyEvent &event);
    static bool enterPresses(QObject *watched, const QKeyEvent &event);
    void moveFocusRegion(int direction);
    void explainStep();
    void beginFile();
    void takeInstead(const QString &name, const std::function<void()> &open);
    void answerIncoming(bool replace);
    void dropIncoming(); ///< Once a run has begun there is nothing to replace.
    /// \a newMayStayOut: columns that it does not know are no reason to stop at Map.
    void useProfile(const Profile &profile, bool newMayStayOut = false);
    void listProfiles(QMenu *menu);
    void goOnWithProfile();
    void sayWhatProfileWaitsFor();
    void saveProfile();
    void startImport();
    void newImport();
    void openRun(const QString &folder);
    void showRun(const QString &folder);
    void followRun();
    void runEnded();
    void askBeforeClosing();
    void noticeAnswered(const QString &notice, const QString &button);

    const Bench &m_bench;
    std::unique_ptr<Desks> m_desks;
    Desktop *m_desktop = nullptr; ///< attend()
    std::vector<QPointer<MainWindow>> m_beside; ///< importBeside()
    std::unique_ptr<RunAttendant> m_attendant; ///< Null: the system hears nothing.
    Step m_step = Step::Start;
    Step m_furthest = Step::Start; ///< Of this file: what lies beyond was not looked at yet.
    bool m_profileOnItsWay = false;
    bool m_newMayStayOut = false;
    std::optional<Profile> m_profileForNextFile;
    /// The page is new and the person has not touched anything yet: the focus goes on to the first open
    /// decision as it becomes known (the account answers, the check ends).
    bool m_focusFollows = false;
    QString m_earlierTold; ///< Folder of the earlier import that was warned of.
    bool m_closeWhenLeft = false;
    std::function<void()> m_incoming; ///< Opens what waits for an answer.

    DestinationStrip *m_strip = nullptr;
    StepRail *m_rail = nullptr;
    PageHeading *m_heading = nullptr;
    NoticeArea *m_notices = nullptr;
    QStackedWidget *m_stack = nullptr;
    CommandBar *m_bar = nullptr;
    Toast *m_toast = nullptr;
    StartPage *m_start = nullptr;
    Page *m_results = nullptr;
    std::map<Step, Page *> m_pages;
};

} // namespace rowlift::ui
