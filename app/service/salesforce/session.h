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
    Result<std::vector<OptionChoice>> choices(const QString &option, const Target &target,
                                              std::stop_token stop) override;
    Result<std::vector<Need>> needs(const ImportSize &size, std::stop_token stop) override;
    Result<std::vector<RecordMatch>> find(const QString &object, const QString &field,
                                          const QStringList &values, std::stop_token stop) override;
    int valuesAtOnce() const override;
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &fields) override;
    QUrl recordPage(const QString &object, const QString &recordId) const override;

private:
    using Parents = std::vector<std::shared_ptr<const ObjectFacts>>;

    Api api();
    /// What \a document's fields can be set to records of, as far as this user may see it. An object is asked
    /// for once in a session.
    Result<Parents> parentsOf(const QByteArray &document, std::stop_token stop);

    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
    std::shared_ptr<KnownObjects> m_known = std::make_shared<KnownObjects>();
};

} // namespace rowlift::salesforce
