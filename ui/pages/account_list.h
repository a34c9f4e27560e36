#pragma once

#include "ui/desk/account_desk.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace rowlift::ui {

class AccountFailure;
class Words;

/// The person's own accounts: each can be changed, and removed after a question.
class AccountList : public QWidget {
    Q_OBJECT

public:
    AccountList(AccountDesk &desk, const Services &services, QWidget *parent = nullptr);

    /// Shown afresh, without an open question.
    void begin();
    [[nodiscard]] QWidget *firstChoice() const;

Q_SIGNALS:
    void addWanted();
    void changeWanted(const rowlift::Account &account);
    void left();
    void announce(const QString &sentence);

private:
    void rebuild();
    QWidget *rowFor(const Account &account, QWidget *parent);
    QWidget *questionFor(const Account &account, QWidget *parent);
    void ask(const QUuid &account);
    void takeRemoval();

    AccountDesk &m_desk;
    const Services &m_services;
    std::vector<Account> m_shown;
    QUuid m_asked; ///< Which one is to be removed; null: none.
    QString m_removing; ///< The name of the one that is being removed.
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_lines;
    Words *m_none;
    AccountFailure *m_failure;
    QPushButton *m_add;
    QPushButton *m_close;
};

} // namespace rowlift::ui
