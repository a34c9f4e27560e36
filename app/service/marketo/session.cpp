#include "app/service/marketo/session.h"

#include "app/net/patient_http.h"
#include "app/service/marketo/address.h"
#include "app/service/marketo/api_error.h"
#include "app/service/marketo/schema_reader.h"
#include "app/service/marketo/sign_in.h"

#include <utility>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr int noSuchResource = 610;

SessionSource::SignIn signInWith(CredentialsSource credentials, HttpFactory &http, Clock &clock)
{
    return [credentials = std::move(credentials), &http, &clock](std::stop_token stop) -> Result<Session> {
        const Result<Credentials> found = credentials(stop);
        if (!found)
            return tl::unexpected(found.error());
        PatientHttp patient(http.make(), clock, {}, quint32(clock.elapsed().count()));
        return signIn(patient, *found, stop);
    };
}

Call describeCall(const QString &path)
{
    return { .path = path, .right = u"Read-Only Lead"_s };
}

} // namespace

InstanceSession::InstanceSession(const Account &account, CredentialsSource credentials, HttpFactory &http,
                                 Clock &clock)
    : m_account(account)
    , m_http(http)
    , m_clock(clock)
    , m_sessions(signInWith(std::move(credentials), http, clock), clock)
{
}

Result<AccountFacts> InstanceSession::test(std::stop_token stop)
{
    if (const auto fields = describe(leadObject().name, stop); !fields)
        return tl::unexpected(fields.error());
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    return AccountFacts { .organization = instanceName(session->base),
                          .user = session->identity,
                          .environment = m_account.environment };
}

Result<std::vector<ObjectInfo>> InstanceSession::objects(std::stop_token)
{
    return std::vector<ObjectInfo> { leadObject() };
}

Result<QByteArray> InstanceSession::describe(const QString &, std::stop_token stop)
{
    Api api(m_http.make(), m_sessions, m_clock);
    const Call newer = describeCall(u"/rest/v1/leads/describe2.json"_s);
    const Result<HttpReply> asked = api.ask(newer, stop);
    if (!asked)
        return tl::unexpected(asked.error());
    const auto envelope = envelopeIn(asked->body);
    const bool onlyOlder = envelope && envelope->has(noSuchResource);
    const Result<HttpReply> reply
        = onlyOlder ? api.send(describeCall(u"/rest/v1/leads/describe.json"_s), stop) : asked;
    if (!reply)
        return tl::unexpected(reply.error());
    if (!isDescribe(reply->body))
        return tl::unexpected(errorFrom({}, *reply, newer.right));
    return reply->body;
}

Result<std::vector<Gauge>> InstanceSession::gauges(std::stop_token)
{
    return std::vector<Gauge>(); // what is left of the day's calls is not told by any call an importer may
                                 // make
}

} // namespace rowlift::marketo
