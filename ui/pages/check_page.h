#pragma once

#include "ui/desk/check_desk.h"
#include "ui/pages/page.h"
#include "ui/widgets/notice.h"

class QPushButton;
class QRadioButton;

namespace rowlift::ui {

class Card;
class CheckGroups;
class CheckNames;
class CheckPromise;
class CheckRows;
class Grid;
class ProgressBar;
class RowJump;
class TypedCount;
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
    bool primaryIsDanger() const override;
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;
    /// Records that rows belong to were added elsewhere, as from the list: those that were missing are looked
    /// up again.
    void missingAdded();

Q_SIGNALS:
    void importWanted(); ///< The person pressed "Import 2,340 rows".
    /// The list of records that are not there, in the file \a path, is to be imported as \a object.
    void listImportWanted(const QString &path, const QString &object);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildCards();
    QWidget *buildTools();
    void buildGrid();
    void refresh();
    void fitCards();
    void sayNotices();
    void answerNotice(const QString &notice, const QString &button);
    void saveList(bool thenImport = false);
    void takeList(const SavedReport &list);
    void tellFirst(const Notice &notice);
    void giveFocusBack();
    void sayProgress();
    void askCount();
    void sayLimits();
    void showGroup(int group);
    void showLeftOut();
    void goTo(qint64 place);
    void jump(int direction);
    void goToNumber(qint64 number);
    QString progressWords() const;
    QString lookUpWords() const;
    QString readyWords() const;
    bool groups() const;
    QString whyNotYet() const;
    bool deletes() const;

    CheckDesk &m_desk;
    CheckDesk::State m_state = CheckDesk::State::NotYet;
    CheckRows *m_rows;
    NoticeArea *m_notices;
    QWidget *m_cards = nullptr;
    CheckNames *m_names = nullptr;
    CheckPromise *m_promise = nullptr;
    Card *m_found = nullptr;
    Words *m_progressWords = nullptr;
    ProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr; ///< Ends the look-up.
    CheckGroups *m_groups = nullptr;
    Words *m_limits = nullptr;
    RowJump *m_jump = nullptr;
    QRadioButton *m_asInFile = nullptr;
    QRadioButton *m_asSent = nullptr;
    Grid *m_grid = nullptr;
    TypedCount *m_count = nullptr;
    bool m_importsList = false; ///< The list that is being saved is imported next.
    QString m_focusNext; ///< The button that takes the place of the one pressed, when all is checked again.
    QList<Notice> m_said; ///< What the notices say, so that one that was closed does not come back.
};

} // namespace rowlift::ui
