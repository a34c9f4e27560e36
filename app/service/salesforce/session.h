#pragma once

#include "app/service/salesforce/api.h"
#include "app/service/service.h"

namespace rowlift::salesforce {

/// One signed-in Salesforce. Each call makes an Http of its own; the token is shared.
class OrgSession : public ServiceSession {
public:
    /// \a http and \a clock must outlive it.
    OrgSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock);

    Result<AccountFacts> test(std::stop_token stop) override;
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &fields) override;
    QUrl recordPage(const QString &object, const QString &recordId) const override;

private:
    Api api();

    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
};

} // namespace rowlift::salesforce
