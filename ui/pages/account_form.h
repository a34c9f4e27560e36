#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/service/service.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace rowlift::ui {

class SecretField;

/// What it takes to sign in to one service, as fields: from the service's own forms, whichever they are.
class AccountForm : public QWidget {
    Q_OBJECT

public:
    explicit AccountForm(QWidget *parent = nullptr);

    /// Shows the fields of \a service with what \a account has. Its secret is never shown, and may stay empty
    /// where \a secretIsKept, as long as it goes to the same address for the same user.
    void setAccount(const Service &service, const Account &account, bool secretIsKept);
    /// The account with what the fields say. Fails with the sentence for an address that is none of the
    /// service.
    [[nodiscard]] Result<Account> account() const;
    [[nodiscard]] Secret secret() const;
    /// The label of the first field that must not be empty and is; empty: none.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] QWidget *firstField() const;
    /// The field that \a error is about: the secret of a refused sign-in, the address that is none; null: no
    /// field is wrong.
    [[nodiscard]] QWidget *fieldOf(const Error &error) const;
    void clearSecrets();

Q_SIGNALS:
    void edited();
    void accepted(); ///< Enter in a field.

private:
    struct Row {
        SignInField field;
        QComboBox *choice = nullptr; ///< With fixed choices.
        QLineEdit *edit = nullptr;
        SecretField *secret = nullptr;
    };

    void rebuild();
    void refreshSecret();
    [[nodiscard]] static QWidget *editorOf(const Row &row);
    void keepTyped();
    void addKinds(QWidget *body);
    void addRow(const SignInField &field, QWidget *body);
    QWidget *makeEditor(Row &row, QWidget *body);
    QComboBox *makeChoice(const SignInField &field, QWidget *body);
    [[nodiscard]] const SignInForm &form() const { return m_forms[m_form]; }
    [[nodiscard]] bool isSameDoor() const;
    [[nodiscard]] bool mayStayEmpty(const SignInField &field) const;
    void readUrl(const Row &row, Result<Account> &account) const;

    const Service *m_service = nullptr;
    std::vector<SignInForm> m_forms;
    std::size_t m_form = 0;
    Account m_account;
    std::optional<Account> m_kept; ///< Whose secret is known.
    std::vector<Row> m_rows;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_lines;
};

} // namespace rowlift::ui
