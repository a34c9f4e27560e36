#include "app/service/salesforce/salesforce.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/explain.h"
#include "app/service/salesforce/kinds.h"
#include "app/service/salesforce/parent_keys.h"
#include "app/service/salesforce/reasons.h"
#include "app/service/salesforce/schema_reader.h"
#include "app/service/salesforce/session.h"
#include "app/service/salesforce/sign_in.h"
#include "app/service/service_clock.h"

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

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
    QByteArray withFields(const QByteArray &document, const QStringList &fields) const override
    {
        return salesforce::withNamedKeys(document, fields);
    }
    std::vector<JobKind> jobKinds() const override { return salesforce::jobKinds(); }
    bool takes(const JobKind &kind, const Target &target) const override
    {
        return salesforce::takes(kind, target);
    }
    std::vector<LoadOption> options(const Target &target) const override
    {
        return salesforce::loadOptions(target);
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        return salesforce::makeEncoder(kind, target, fields, schema);
    }
    bool mayPassLater(const Reason &reason) const override { return salesforce::mayPassLater(reason); }
    int triesLater(const Reason &reason) const override { return salesforce::triesLater(reason); }
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
