#include "app/service/salesforce/session.h"

#include "app/net/patient_http.h"
#include "app/service/salesforce/address.h"
#include "app/service/salesforce/bulk_loader.h"
#include "app/service/salesforce/collection_loader.h"
#include "app/service/salesforce/org.h"
#include "app/service/salesforce/sign_in.h"

#include <utility>

namespace rowlift::salesforce {

namespace {

SessionSource::SignIn signInWith(CredentialsSource credentials, HttpFactory &http, Clock &clock)
{
    return [credentials = std::move(credentials), &http, &clock](std::stop_token stop) -> Result<Session> {
        const Result<Credentials> found = credentials(stop);
        if (!found)
            return tl::unexpected(found.error());
        PatientHttp patient(http.make(), clock, {}, quint32(clock.elapsed().count()));
        Result<Session> session = signIn(patient, *found, stop);
        if (session || session.error().kind != Error::Kind::SignIn || !found->secretAgain)
            return session;
        // Another window may have renewed, so that this token is used up and the next one kept.
        const auto kept = found->secretAgain(stop);
        if (!kept || !*kept || **kept == found->clientSecret)
            return session;
        Credentials newer = *found;
        newer.clientSecret = **kept;
        return signIn(patient, newer, stop);
    };
}

} // namespace

OrgSession::OrgSession(const Account &account, CredentialsSource credentials, HttpFactory &http, Clock &clock)
    : m_account(account)
    , m_http(http)
    , m_clock(clock)
    , m_sessions(signInWith(std::move(credentials), http, clock), clock)
{
}

Api OrgSession::api()
{
    return Api(m_http.make(), m_sessions, m_clock);
}

Result<AccountFacts> OrgSession::test(std::stop_token stop)
{
    Api calls = api();
    return readFacts(calls, m_account.environment, stop);
}

Result<std::vector<ObjectInfo>> OrgSession::objects(std::stop_token stop)
{
    Api calls = api();
    return readObjects(calls, stop);
}

Result<QByteArray> OrgSession::describe(const QString &object, std::stop_token stop)
{
    Api calls = api();
    return readDescribe(calls, object, stop);
}

Result<std::vector<Gauge>> OrgSession::gauges(std::stop_token stop)
{
    Api calls = api();
    return readGauges(calls, stop);
}

std::unique_ptr<PartLoader> OrgSession::makeLoader(const JobKind &kind, const Target &target,
                                                   const QStringList &fields)
{
    auto calls = std::make_unique<Api>(m_http.make(), m_sessions, m_clock, Repeats::Never);
    if (kind.answersAtOnce)
        return std::make_unique<CollectionLoader>(std::move(calls), target);
    return std::make_unique<BulkLoader>(std::move(calls), target, fields);
}

QUrl OrgSession::recordPage(const QString &object, const QString &recordId) const
{
    const Result<QUrl> address = serverAddress(m_account.url);
    return address ? salesforce::recordPage(*address, object, recordId) : QUrl();
}

} // namespace rowlift::salesforce
