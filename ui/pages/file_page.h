#pragma once

#include "ui/desk/file_desk.h"
#include "ui/desk/start_desk.h"
#include "ui/pages/page.h"

class QPushButton;

namespace rowlift::ui {

class ElidedWords;
class FileFacts;
class FileGrid;
struct Finding;
class Grid;
class NoticeArea;
class ReadAsBar;
class RowJump;
class Words;

/// Step 1: whether the columns look right.
class FilePage : public Page {
    Q_OBJECT

public:
    FilePage(FileDesk &desk, const StartDesk &start, QWidget *parent = nullptr);

    QString heading() const override;
    QString why() const override;
    QString primaryText() const override;
    bool primaryEnabled() const override;
    QString primaryReason() const override;
    QWidget *firstDecision() const override;
    void entered() override;
    void primary() override;

Q_SIGNALS:
    void changeFileWanted();
    /// \a mapNew: the person wants to map the columns that it does not know; else they stay out.
    void profileChosen(const rowlift::Profile &profile, bool mapNew);

private:
    QWidget *makeAbout();
    QWidget *makeFoot();
    void refresh();
    void refreshNotices();
    void refreshFacts();
    void takeReading();
    void connectFacts();
    void offerProfile();
    const Profile *fittingProfile() const;
    void noticePressed(const QString &notice, const QString &button);
    void tell();
    void showFinding(const Finding &finding);

    FileDesk &m_desk;
    const StartDesk &m_start;
    NoticeArea *m_notices;
    QWidget *m_about;
    ElidedWords *m_name;
    Words *m_numbers;
    ReadAsBar *m_readAs;
    FileGrid *m_rows;
    Grid *m_grid; ///< Of m_rows.
    QWidget *m_foot;
    FileFacts *m_facts;
    RowJump *m_jump;
    /// What the facts on the screen are made from.
    struct Facts {
        bool counted = false;
        std::shared_ptr<const FileSurvey> survey;
        FileNotes notes;

        bool operator==(const Facts &) const = default;
    };

    Facts m_factsShown;
    QStringList m_dismissed; ///< Notices that the person has closed,
    QString m_dismissedOf; ///< for this file.
    QString m_startedFresh; ///< The file for which no profile is wanted.
    QString m_told; ///< What was announced last of this file.
};

} // namespace rowlift::ui
