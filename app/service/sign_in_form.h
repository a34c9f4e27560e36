#pragma once

#include "app/accounts/account.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace rowlift {

/// An address that a service offers ready-made: "Production", "Europe".
struct SignInChoice {
    QString label;
    QUrl url; ///< As Account::url; empty: the service finds it by itself.

    bool operator==(const SignInChoice &) const = default;
};

/// One thing that a person has to know to sign in.
struct SignInField {
    /// Where it goes: Account::url, Account::user, the SecretStore.
    enum class Id { Url, User, Secret };

    Id id = Id::Url;
    QString label; ///< As the service itself calls it: "Client id".
    QString help; ///< One line: where to find it in that service.
    QString placeholder = {}; ///< What one looks like; may be empty.
    bool optional = false;
    /// Not empty: one of these is chosen, the first unless the person says otherwise; nothing is typed.
    std::vector<SignInChoice> choices = {};

    /// Never shown, kept in the keychain alone.
    bool isSecret() const { return id == Id::Secret; }
    bool operator==(const SignInField &) const = default;
};

/// One way to sign in to a service, to be rendered as a form.
struct SignInForm {
    SignInKind kind = SignInKind::ClientCredentials;
    QString label; ///< "With an app's key and secret"
    std::vector<SignInField> fields; ///< In the order in which people fill them in; each id at most once.

    /// Null when this way does not ask for it.
    const SignInField *field(SignInField::Id id) const;
    bool operator==(const SignInForm &) const = default;
};

/// The form of \a kind among \a forms; null when there is none.
const SignInForm *formOfKind(const std::vector<SignInForm> &forms, SignInKind kind);

} // namespace rowlift
