#pragma once

#include "ui/desk/account_desk.h"
#include "ui/widgets/card.h"

namespace rowlift::ui {

class AccountEdit;
class AccountList;

/// The panel inside the page where accounts are added, changed and removed. Esc closes it.
class AccountPanel : public Card {
    Q_OBJECT

public:
    AccountPanel(AccountDesk &desk, const Services &services, QWidget *parent = nullptr);

    void add(const QString &service);
    void change(const Account &account);
    void manage();
    void close();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// An account is being added or changed; else the list of them is shown.
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    /// \a isNew: it was just added.
    void saved(const rowlift::ui::AccountDesk::Saved &saved, bool isNew);
    void openChanged();
    void announce(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open(QWidget *part);
    void leaveEdit();

    AccountList *m_list;
    AccountEdit *m_edit;
    bool m_open = false;
    bool m_adding = false;
    bool m_fromList = false; ///< Where leaving the form leads back to.
};

} // namespace rowlift::ui
