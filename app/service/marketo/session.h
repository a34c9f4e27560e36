#pragma once

#include "app/service/marketo/api.h"
#include "app/service/marketo/field_labels.h"
#include "app/service/service.h"

namespace rowlift::marketo {

/// One signed-in Marketo instance. Each call makes an Http of its own; the token is shared, and so is the
/// pace of all calls.
class InstanceSession : public ServiceSession {
public:
    /// \a http and \a clock must outlive it.
    InstanceSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock);

    /// Reads the fields as well: an API user without the right to do so can import nothing.
    Result<AccountFacts> test(std::stop_token stop) override;
    Result<std::vector<ObjectInfo>> objects(std::stop_token stop) override;
    /// describe2, or describe where an instance does not have it, with what else the API user may know of the
    /// fields. Source: contracts/marketo.md, 7.1 to 7.3.
    Result<QByteArray> describe(const QString &object, std::stop_token stop) override;
    Result<std::vector<Gauge>> gauges(std::stop_token stop) override;
    /// Of "list" and "partition".
    Result<std::vector<OptionChoice>> choices(const QString &option, const Target &target,
                                              std::stop_token stop) override;
    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, const Target &target,
                                           const QStringList &fields) override;

private:
    Api api(Repeats repeats = Repeats::Patiently);
    Result<QByteArray> fields(std::stop_token stop);

    Account m_account;
    HttpFactory &m_http;
    Clock &m_clock;
    SessionSource m_sessions;
    std::shared_ptr<CallPacer> m_pacer; ///< Of all calls, those of loaders in their lanes included.
    std::shared_ptr<FieldLabels> m_labels = std::make_shared<FieldLabels>(); ///< The same.
};

} // namespace rowlift::marketo
