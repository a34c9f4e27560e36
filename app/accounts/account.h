#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUuid>

#include <optional>
#include <vector>

namespace rowlift {

/// What an import would change.
enum class Environment { Production, Sandbox, Practice };

/// How one signs in: by an app's id and secret, by a token that the person pasted, by user and password, or
/// in the browser, which leaves a refresh token. Unknown: in a way that only a newer Rowlift has.
enum class SignInKind { ClientCredentials, Token, Basic, Browser, Unknown };

/// A destination that a person knows by name. Holds no secret.
struct Account {
    QUuid id;
    QString service; ///< Service::id()
    QString name;
    Environment environment = Environment::Production;
    QUrl url; ///< Where to sign in; empty for the practice accounts, whose server says it at its start.
    SignInKind signIn = SignInKind::ClientCredentials;
    QString user; ///< The app's client id, or the API user; empty with a token.

    bool operator==(const Account &) const = default;
};

/// The accounts that always exist: pretend services on this computer.
std::vector<Account> practiceAccounts();
Account practiceSalesforceAccount();

/// The word on the command line and in files: "client-credentials", "token", "basic", "browser".
QString signInId(SignInKind kind);
std::optional<SignInKind> signInFromId(const QString &id);

QJsonObject toJson(const Account &account);
Account accountFromJson(const QJsonObject &json);

} // namespace rowlift
