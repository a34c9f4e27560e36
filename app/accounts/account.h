#pragma once

#include <QString>
#include <QUrl>
#include <QUuid>

namespace rowlift {

/// What an import would change.
enum class Environment { Production, Sandbox, Practice };

/// A destination that a person knows by name. Holds no secret.
struct Account {
    QUuid id;
    QString service; ///< Service::id()
    QString name;
    Environment environment = Environment::Production;
    QUrl url; ///< Where to sign in; empty for the practice accounts, whose server says it at its start.

    bool operator==(const Account &) const = default;
};

/// The accounts that always exist: pretend services on this computer.
Account practiceSalesforceAccount();

} // namespace rowlift
