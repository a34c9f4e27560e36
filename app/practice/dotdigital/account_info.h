#pragma once

#include "app/practice/dotdigital/limits.h"
#include "app/practice/service.h"

#include <QByteArray>

namespace rowlift::practice::dotdigital {

/// The user of the account. It stays the same over restarts.
class AccountUser {
public:
    explicit AccountUser(const QString &folder);

    const QByteArray &user() const { return m_user; }
    const QByteArray &password() const { return m_password; }
    /// True when a request signs in as this user.
    bool isSignedIn(const Request &request) const;

private:
    QByteArray m_user;
    QByteArray m_password;
};

/// The body of account-info. Every value is text, numbers as well. Source: contracts/dotdigital.md, 1.
QByteArray accountInfo(const Surroundings &around, Limits &limits);
/// The body of server-time.
QByteArray serverTime(const Clock &clock);

} // namespace rowlift::practice::dotdigital
