#pragma once

#include "app/service/marketo/api.h"
#include "app/service/service.h"

namespace rowlift::marketo {

/// One signed-in Marketo instance. Each call makes an Http of its own; the token is shared.
class InstanceSession : public ServiceSession {
public:
    /// \a http and \a clock must outlive it.
    InstanceSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock);

    /// Reads the fields as well: an API user without the right to do so can import nothing.
    Result<AccountFacts> test(std::stop_token stop) override;
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    /// describe2, or describe where an instance does not have it. Source: contracts/marketo.md, 7.1.
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;

private:
    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
};

} // namespace rowlift::marketo
