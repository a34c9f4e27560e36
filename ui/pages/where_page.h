#pragma once

#include "ui/desk/map_desk.h"
#include "ui/pages/page.h"

namespace rowlift::ui {

class AccountAgain;
class AccountChooser;
class AccountPanel;
class ActionChoice;
class NoticeArea;
class ObjectChoice;
class WhereLoad;
class WhereMore;

/// Step 2: three questions, one after another: account, kind of record, what to do. Behind "More" stands what
/// nobody has to decide; what blank cells mean there is the mapping's.
class WherePage : public Page {
    Q_OBJECT

public:
    WherePage(PlaceDesk &desk, const FileDesk &file, MapDesk &map, QWidget *parent = nullptr);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool primaryEnabled() const override;
    QString primaryReason() const override;
    QWidget *firstDecision() const override;
    void entered() override;
    void primary() override;

private:
    QWidget *makeAccount();
    QWidget *addQuestion(int number, const QString &title, QWidget *answer);
    void refresh();
    void refreshNotices();
    void answerNotice(const QString &notice, const QString &button);
    void takeSaved(const AccountDesk::Saved &saved, bool isNew);
    void tellKeeping(const QString &account, const SecretStore::Keeping &keeping);
    void panelMoved();
    void followFocus(bool lost);
    void tell();

    PlaceDesk &m_desk;
    const FileDesk &m_file;
    NoticeArea *m_notices;
    AccountChooser *m_chooser = nullptr;
    AccountAgain *m_again = nullptr;
    AccountPanel *m_panel = nullptr;
    ObjectChoice *m_object;
    ActionChoice *m_action;
    WhereLoad *m_load;
    WhereMore *m_more;
    QWidget *m_objectPart;
    QWidget *m_actionPart;
    QUuid m_shown; ///< The account that the notices speak of.
    bool m_focusFollows = false; ///< The focus waits at the account for the next question.
    PlaceDesk::Stage m_told = PlaceDesk::Stage::NoAccount;
};

} // namespace rowlift::ui
