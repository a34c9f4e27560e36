#include "app/service/salesforce/salesforce.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/csv_encoder.h"
#include "app/service/salesforce/explain.h"
#include "app/service/salesforce/json_encoder.h"
#include "app/service/salesforce/reasons.h"
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

/// Uploads share one line; a few of them fill it and hide the pauses between two.
constexpr int uploadsAtOnce = 3;
/// The service queues jobs by itself and publishes no limit of ours (3.11). More than it works on at a time
/// gains nothing, and what is not there yet can still be called off here.
constexpr int jobsAtOnce = 20;

/// Source: contracts/salesforce.md, 5.3.
constexpr qint64 mostRecordsInCall = 200;
/// Above these, a bulk job pays. Source: contracts/salesforce.md, 3.11.
constexpr qint64 mostRowsForCalls = 2'000;
/// A call may have 50 MB (1.11). Long before that it lasts too long; one record has 400,000 characters at
/// most.
constexpr qint64 maxCallBytes = 10'000'000;
constexpr qint64 goodCallBytes = 2'000'000;
/// Of calls that last longer than 20 seconds, an org takes 25 at a time, and a small one 5 (1.11).
constexpr int callsAtOnce = 3;

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
    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        if (kind.answersAtOnce)
            return std::make_unique<salesforce::JsonEncoder>(target, fields, schema);
        return std::make_unique<salesforce::CsvEncoder>(fields);
    }
    bool mayPassLater(const Reason &reason) const override { return salesforce::mayPassLater(reason); }
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
    const std::vector<Operation> all { Operation::Insert, Operation::Upsert, Operation::Update,
                                       Operation::Delete };
    // The n-th row with a key must find what the one before has written. A record is deleted but once.
    const std::map<Operation, RepeatedKeys> repeated { { Operation::Upsert, RepeatedKeys::Waves },
                                                       { Operation::Update, RepeatedKeys::Waves },
                                                       { Operation::Delete, RepeatedKeys::Once } };
    return { { .id = u"bulk-ingest"_s,
               .operations = all,
               .maxBodyBytes = maxUploadBytes,
               .partBytes = goodPartBytes,
               .lanes = uploadsAtOnce,
               .inFlight = jobsAtOnce,
               .canAbort = true,
               .repeatedKeys = repeated },
             { .id = u"collections"_s,
               .operations = all,
               .maxBodyBytes = maxCallBytes,
               .partBytes = goodCallBytes,
               .maxRecords = mostRecordsInCall,
               .bestUpTo = mostRowsForCalls,
               .lanes = callsAtOnce,
               .answersAtOnce = true,
               .naming = ResultNaming::Place,
               .repeatedKeys = repeated,
               .suffix = u"json"_s } };
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
