#include "app/service/dotdigital/dotdigital.h"

#include "app/service/dotdigital/address.h"
#include "app/service/dotdigital/collections.h"
#include "app/service/dotdigital/explain.h"
#include "app/service/dotdigital/insight_schema.h"
#include "app/service/dotdigital/kinds.h"
#include "app/service/dotdigital/load_options.h"
#include "app/service/dotdigital/schema_reader.h"
#include "app/service/dotdigital/session.h"
#include "app/service/dotdigital/sign_in.h"
#include "app/service/service_clock.h"

#include <QCoreApplication>

#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct DotdigitalWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Dotdigital)
};

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
    QString newObjectLabel() const override { return DotdigitalWords::tr("New collection"); }
    Result<ObjectInfo> newObject(const QString &name, const std::vector<ObjectInfo> &there) const override
    {
        return dotdigital::newCollection(name, there);
    }
    bool recognisesDescribe(const QByteArray &document) const override
    {
        return dotdigital::isDescribe(document) || dotdigital::isInsightDocument(document);
    }
    Result<Schema> schemaFrom(const QByteArray &document) const override
    {
        return dotdigital::isInsightDocument(document) ? dotdigital::readInsightSchema(document)
                                                       : dotdigital::readSchema(document);
    }
    Schema fitted(Schema schema, const Target &target) const override
    {
        return schema.open ? dotdigital::fittedInsightSchema(std::move(schema), target) : schema;
    }
    std::vector<JobKind> jobKinds() const override { return dotdigital::jobKinds(); }
    bool takes(const JobKind &kind, const Target &target) const override
    {
        return dotdigital::takes(kind, target);
    }
    QString aboutActions() const override { return dotdigital::aboutActions(); }
    std::vector<LoadOption> options(const Target &target) const override
    {
        return dotdigital::loadOptions(target);
    }
    std::unique_ptr<Encoder> makeEncoder(const JobKind &kind, const Target &target, const QStringList &fields,
                                         const Schema &schema) const override
    {
        return dotdigital::makeEncoder(kind, target, fields, schema);
    }
    Explanation explain(const Reason &reason, const Schema &schema) const override
    {
        return dotdigital::explain(reason, schema);
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
