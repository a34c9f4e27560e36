#pragma once

#include "ui/desk/account_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class AccountFailure;
class SecretField;
class Words;

/// The secret of an account is not known, not right any more, or locked away: says so, and has the field to
/// enter it again. Everything that was chosen stays.
class AccountAgain : public QWidget {
    Q_OBJECT

public:
    /// Its parts are called \a id and what they are.
    AccountAgain(const QString &id, AccountDesk &accounts, const Services &services,
                 QWidget *parent = nullptr);

    /// Asks for the secret of \a account. What was typed for the same account stays.
    void ask(const Account &account, const QString &title, const QString &why);
    /// Whether changing the account is offered.
    void offerChange(bool offered);
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    /// The secret is right now; or another try is wanted with the one that is kept.
    void tryWanted(const rowlift::Account &account);
    void changeWanted(const rowlift::Account &account);
    void kept(const QString &account, const rowlift::SecretStore::Keeping &keeping);
    void announce(const QString &sentence);

protected:
    /// What was typed does not wait unseen.
    void hideEvent(QHideEvent *event) override;

private:
    void refresh();
    void signIn();
    void takeRenewal();

    AccountDesk &m_accounts;
    const Services &m_services;
    Account m_account; ///< Whose secret is asked for.
    bool m_renewing = false;
    Words *m_title;
    Words *m_why;
    Words *m_label;
    SecretField *m_secret;
    Words *m_help;
    AccountFailure *m_failure;
    QPushButton *m_signIn;
    QPushButton *m_again;
    QPushButton *m_change;
};

} // namespace rowlift::ui
