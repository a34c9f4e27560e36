#include "app/service/marketo/marketo.h"

#include "app/service/marketo/address.h"
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
