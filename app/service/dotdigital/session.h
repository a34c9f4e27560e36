#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/collections.h"
#include "app/service/dotdigital/contact_finder.h"
#include "app/service/service.h"

#include <mutex>
#include <optional>

namespace rowlift::dotdigital {

/// One signed-in Dotdigital account. Each call makes an Http of its own; the region found is shared.
class RegionSession : public ServiceSession {
public:
    /// \a http and \a clock must outlive it.
    RegionSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock);

    Result<AccountFacts> test(std::stop_token stop) override;
    /// Contacts and the collections of insight data. Source: contracts/dotdigital.md, 4.1 and 5.
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    /// The contact fields, or what is known of a collection; one that is not there is described as new.
    /// Source: contracts/dotdigital.md, 5 and 6.1.
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;
    /// Of "list".
    Result<std::vector<OptionChoice>> choices(const QString &option, const Target &target,
                                              std::stop_token stop) override;
    /// Of contacts, by any of their identifiers.
    Result<std::vector<RecordMatch>> find(const QString &object, const QString &field,
                                          const QStringList &values, std::stop_token stop) override;
    qint64 callsToFind(qint64 values) const override { return m_finder.callsFor(values); }
    int valuesAtOnce() const override { return ContactFinder::valuesAtOnce; }
    Result<std::vector<Need>> needs(const ImportSize &size, std::stop_token stop) override;
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &fields) override;

private:
    Api api(Repeats repeats = Repeats::Patiently);
    Result<HttpReply> accountInfo(std::stop_token stop);
    Result<QByteArray> describeCollection(const QString &name, std::stop_token stop);
    /// As they were at the last look, if there was one.
    Result<Collections> collections(std::stop_token stop);
    Result<Collections> readAnew(std::stop_token stop);

    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
    ContactFinder m_finder;
    std::mutex m_mutex; // guards what follows
    std::optional<Collections> m_collections;
};

} // namespace rowlift::dotdigital
