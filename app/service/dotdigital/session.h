#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/service.h"

namespace rowlift::dotdigital {

/// One signed-in Dotdigital account. Each call makes an Http of its own; the region found is shared.
class RegionSession : public ServiceSession {
public:
    /// \a http and \a clock must outlive it.
    RegionSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock);

    Result<AccountFacts> test(std::stop_token stop) override;
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    /// The contact fields. Source: contracts/dotdigital.md, 6.1.
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;

private:
    Result<QJsonObject> accountInfo(std::stop_token stop);

    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
};

} // namespace rowlift::dotdigital
