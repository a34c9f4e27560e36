#pragma once

#include "ui/desk/check_desk.h"
#include "ui/pages/page.h"

class QRadioButton;

namespace rowlift::ui {

class Card;
class CheckGroups;
class CheckPromise;
class CheckRows;
class Grid;
class NoticeArea;
class ProgressBar;
class RowJump;
class Words;

/// Step 4: what will happen, and what was found in the rows. Its primary is the only way to an import.
class CheckPage : public Page {
    Q_OBJECT

public:
    CheckPage(CheckDesk &desk, QWidget *parent);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool primaryEnabled() const override;
    QString primaryReason() const override;
    bool primarySends() const override { return true; }
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;

Q_SIGNALS:
    void importWanted(); ///< The person pressed "Import 2,340 rows".

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCards();
    QWidget *buildTools();
    void buildGrid();
    void refresh();
    void fitCards();
    void sayNotices();
    void sayProgress();
    void sayLimits();
    void showGroup(int group);
    void showLeftOut();
    void goTo(qint64 place);
    void jump(int direction);
    void goToNumber(qint64 number);
    QString progressWords() const;
    QString allAlike() const;

    CheckDesk &m_desk;
    CheckDesk::State m_state = CheckDesk::State::NotYet;
    CheckRows *m_rows;
    NoticeArea *m_notices;
    QWidget *m_cards = nullptr;
    CheckPromise *m_promise = nullptr;
    Card *m_found = nullptr;
    Words *m_progressWords = nullptr;
    ProgressBar *m_progress = nullptr;
    CheckGroups *m_groups = nullptr;
    Words *m_limits = nullptr;
    RowJump *m_jump = nullptr;
    QRadioButton *m_asInFile = nullptr;
    QRadioButton *m_asSent = nullptr;
    Grid *m_grid = nullptr;
    QString m_saidNotice; ///< What the notice says, so that one that was closed does not come back.
};

} // namespace rowlift::ui
