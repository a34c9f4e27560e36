#include "app/service/salesforce/salesforce.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/csv_encoder.h"
#include "app/service/salesforce/explain.h"
#include "app/service/salesforce/schema_reader.h"
#include "app/service/salesforce/session.h"
#include "app/service/salesforce/sign_in.h"
#include "app/service/service_clock.h"

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// Largest body of one upload; the service adds up to half of it by base64 and ends at 150 MB.
/// Source: contracts/salesforce.md, 3.3 and 3.11.
constexpr qint64 maxUploadBytes = 100'000'000;
/// Small enough that a part's progress, results and failure stay near; large enough for few calls.
constexpr qint64 goodPartBytes = 20'000'000;

class SalesforceService : public Service {
public:
    explicit SalesforceService(ServiceClock clock)
        : m_clock(std::move(clock))
    {
    }

    QString id() const override { return u"salesforce"_s; }
    QString name() const override { return u"Salesforce"_s; }
    bool recognisesDescribe(const QByteArray &document) const override
    {
        return salesforce::isDescribe(document);
    }
    std::vector<SignInForm> signIn() const override { return salesforce::signInForms(); }
    bool tellsEnvironment() const override { return true; }
    Result<QUrl> address(const QString &pasted) const override
    {
        return salesforce::serverAddress(QUrl(pasted, QUrl::TolerantMode));
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        return salesforce::readSchema(document);
    }
    std::vector<JobKind> jobKinds() const override;
    std::unique_ptr<Encoder> makeEncoder(const JobKind &, const Target &,
                                         const QStringList &fields) const override
    {
        return std::make_unique<salesforce::CsvEncoder>(fields);
    }
    Explanation explain(const Reason &reason, const Schema &schema) const override
    {
        return salesforce::explain(reason, schema);
    }
    std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials,
                                         HttpFactory &http) const override
    {
        return std::make_unique<salesforce::OrgSession>(account, std::move(credentials), http, m_clock.get());
    }

private:
    ServiceClock m_clock;
};

std::vector<JobKind> SalesforceService::jobKinds() const
{
    return { { .id = u"bulk-ingest"_s,
               .operations = { Operation::Insert, Operation::Upsert, Operation::Update, Operation::Delete },
               .maxBodyBytes = maxUploadBytes,
               .partBytes = goodPartBytes,
               .lanes = 4,
               .canAbort = true } };
}

} // namespace

std::unique_ptr<Service> makeSalesforceService()
{
    return std::make_unique<SalesforceService>(ServiceClock());
}

std::unique_ptr<Service> makeSalesforceService(Clock &clock)
{
    return std::make_unique<SalesforceService>(ServiceClock(clock));
}

} // namespace rowlift
