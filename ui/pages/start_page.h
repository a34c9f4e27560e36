#pragma once

#include "ui/desk/start_desk.h"
#include "ui/pages/page.h"
#include "ui/widgets/notice.h"

class QBoxLayout;
class QPushButton;

namespace rowlift::ui {

class DropZone;
class ProfileList;
class RecentTable;

/// Page 0: a file, a profile, or an import of the past.
class StartPage : public Page {
    Q_OBJECT

public:
    explicit StartPage(StartDesk &desk, QWidget *parent = nullptr);

    QString heading() const override;
    QString why() const override;
    bool mayGoBack() const override { return false; }
    void entered() override;
    QWidget *firstDecision() const override;

    /// Asks for a file; fileChosen() follows unless the person thinks better of it.
    void chooseFile();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void filesDropped(const QStringList &paths); ///< More than one.
    void pasteWanted();
    void sampleWanted();
    void profileChosen(const rowlift::Profile &profile); ///< A file is to be chosen for it.
    void runWanted(const QString &folder);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeProfiles();
    QWidget *makeFirstLines();
    QWidget *makeRecent();
    void refresh();
    void showInterrupted();
    QString interruptedWords(const RunSummary &run) const;
    QString keptWords(const RunSummary &run) const;
    QString stoppedWords(const RunSummary &run, const QString &what) const;
    Notice card(const QString &id, const RunSummary &run) const;
    static QString nameOf(const RunSummary &run);
    void resumePressed(const QString &notice, const QString &button);
    void askToGiveUp(const QString &folder, const QString &notice, const QString &focused);
    QPushButton *resumeButton(const QString &notice, const QString &button) const;

    StartDesk &m_desk;
    NoticeArea *m_resume;
    DropZone *m_zone;
    QBoxLayout *m_beside;
    ProfileList *m_profiles;
    QWidget *m_profilesPart;
    QWidget *m_firstLines;
    RecentTable *m_recent;
    QWidget *m_recentPart;
    QString m_givingUp; ///< Folder of the run that the person is asked about.
    QStringList m_interrupted; ///< Folders, in the order of their notices.
};

} // namespace rowlift::ui
