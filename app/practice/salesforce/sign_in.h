#pragma once

#include "app/practice/salesforce/org.h"
#include "app/practice/service.h"

namespace rowlift::practice::salesforce {

/// The resources under `/services/oauth2`: authorize, token, revoke, userinfo, and the identity address.
/// Source: contracts/salesforce.md, sections 1.4 to 1.8.
class SignIn {
public:
    SignIn(const Surroundings &around, Org &org)
        : m_around(around)
        , m_org(org)
    {
    }

    /// \a resource is the path's segment behind "oauth2".
    Response answer(const QString &resource, Request &request);
    /// The answer of the address that a token reply calls `id`.
    Response identity(const Request &request);

private:
    Response authorize(const Request &request);
    Response token(Request &request);
    Response byCode(const Pairs &form);
    Response byRefreshToken(const Pairs &form);
    Response granted(const QByteArray &refreshToken, bool showRefreshToken);
    Response revoke(Request &request);
    Response userInfo(const Request &request);
    /// Addresses that hold the literal `{version}`.
    QByteArray serviceUrls() const;

    const Surroundings &m_around;
    Org &m_org;
};

/// The token of an Authorization header of the kinds that the service takes; empty when there is none.
QByteArray bearerToken(const Request &request);

} // namespace rowlift::practice::salesforce
