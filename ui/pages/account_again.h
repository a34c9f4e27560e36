#pragma once

#include "ui/desk/place_desk.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class AccountFailure;
class SecretField;
class Words;

/// The secret of the chosen account is not known, not right any more, or locked away: says so, and has the
/// field to enter it again. Everything that was chosen stays.
class AccountAgain : public QWidget {
    Q_OBJECT

public:
    explicit AccountAgain(PlaceDesk &desk, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QWidget *firstField() const;

Q_SIGNALS:
    void changeWanted(const rowlift::Account &account);
    void kept(const QString &account, const rowlift::SecretStore::Keeping &keeping);
    void announce(const QString &sentence);

protected:
    /// What was typed does not wait unseen.
    void hideEvent(QHideEvent *event) override;

private:
    void signIn();
    void takeRenewal();

    PlaceDesk &m_desk;
    AccountDesk &m_accounts;
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
