#include "app/service/dotdigital/dotdigital.h"

#include "app/service/dotdigital/address.h"
#include "app/service/dotdigital/schema_reader.h"
#include "app/service/dotdigital/session.h"
#include "app/service/dotdigital/sign_in.h"
#include "app/service/service_clock.h"

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

class DotdigitalService : public Service {
public:
    explicit DotdigitalService(ServiceClock clock)
        : m_clock(std::move(clock))
    {
    }

    QString id() const override { return u"dotdigital"_s; }
    QString name() const override { return u"Dotdigital"_s; }
    std::vector<SignInForm> signIn() const override { return dotdigital::signInForms(); }
    Result<QUrl> address(const QString &pasted) const override { return dotdigital::apiAddress(pasted); }
    bool recognisesDescribe(const QByteArray &document) const override
    {
        return dotdigital::isDescribe(document);
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        return dotdigital::readSchema(document);
    }
    std::unique_ptr<ServiceSession> open(const Account &account, CredentialsSource credentials,
                                         HttpFactory &http) const override
    {
        return std::make_unique<dotdigital::RegionSession>(account, std::move(credentials), http,
                                                           m_clock.get());
    }

private:
    ServiceClock m_clock;
};

} // namespace

std::unique_ptr<Service> makeDotdigitalService()
{
    return std::make_unique<DotdigitalService>(ServiceClock());
}

std::unique_ptr<Service> makeDotdigitalService(Clock &clock)
{
    return std::make_unique<DotdigitalService>(ServiceClock(clock));
}

} // namespace rowlift
