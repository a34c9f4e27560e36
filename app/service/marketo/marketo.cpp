#include "app/service/marketo/marketo.h"

#include "app/service/marketo/address.h"
#include "app/service/marketo/explain.h"
#include "app/service/marketo/kinds.h"
#include "app/service/marketo/lead_options.h"
#include "app/service/marketo/reasons.h"
#include "app/service/marketo/schema_reader.h"
#include "app/service/marketo/session.h"
#include "app/service/marketo/sign_in.h"
#include "app/service/service_clock.h"

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

class MarketoService : public Service {
public:
    explicit MarketoService(ServiceClock clock)
        : m_clock(std::move(clock))
    {
    }

    QString id() const override { return u"marketo"_s; }
    QString name() const override { return u"Marketo"_s; }
    std::vector<SignInForm> signIn() const override { return marketo::signInForms(); }
    Result<QUrl> address(const QString &pasted) const override { return marketo::restAddress(pasted); }
    bool recognisesDescribe(const QByteArray &document) const override
    {
        return marketo::isDescribe(document);
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        return marketo::readSchema(document);
    }
    std::vector<JobKind> jobKinds() const override { return marketo::jobKinds(); }
    bool takes(const JobKind &kind, const Target &target) const override
    {
        return marketo::takes(kind, target);
    }
    bool sets(const JobKind &kind, const QStringList &fields) const override
    {
        return marketo::sets(kind, fields);
    }
    JobKind kindFor(const JobKind &kind, const Target &target) const override
    {
        return marketo::kindFor(kind, target);
    }
    QString aboutActions() const override { return marketo::aboutActions(); }
    std::vector<LoadOption> options(const Target &target) const override
    {
        return marketo::loadOptions(target);
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        return marketo::makeEncoder(kind, target, fields, schema);
    }
    Explanation explain(const Reason &reason, const Schema &schema) const override
    {
        return marketo::explain(reason, schema);
    }
    bool mayPassLater(const Reason &reason) const override { return marketo::mayPassLater(reason); }
    std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials,
                                         HttpFactory &http) const override
    {
        return std::make_unique<marketo::InstanceSession>(account, std::move(credentials), http,
                                                          m_clock.get());
    }

private:
    ServiceClock m_clock;
};

} // namespace

std::unique_ptr<Service> makeMarketoService()
{
    return std::make_unique<MarketoService>(ServiceClock());
}

std::unique_ptr<Service> makeMarketoService(Clock &clock)
{
    return std::make_unique<MarketoService>(ServiceClock(clock));
}

} // namespace rowlift
