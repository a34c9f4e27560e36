#include "app/service/marketo/session.h"

#include "app/net/patient_http.h"
#include "app/service/marketo/account_choices.h"
#include "app/service/marketo/address.h"
#include "app/service/marketo/field_details.h"
#include "app/service/marketo/kinds.h"
#include "app/service/marketo/lead_options.h"
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
    , m_sessions(signInWith(std::move(credentials), http, clock), clock, WhileAlive::SameToken)
    , m_pacer(std::make_shared<CallPacer>(clock))
{
}

Api InstanceSession::api(Repeats repeats)
{
    return Api(m_http.make(), m_sessions, m_clock, m_pacer, repeats);
}

Result<AccountFacts> InstanceSession::test(std::stop_token stop)
{
    if (const auto read = fields(stop); !read)
        return tl::unexpected(read.error());
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
    const auto document = fields(stop);
    if (!document)
        return document;
    Api once = api(Repeats::Never); // nobody waits long for what can be done without
    return withDetails(*document, once, std::move(stop));
}

Result<QByteArray> InstanceSession::fields(std::stop_token stop)
{
    Api calls = api();
    Call call = describeCall(u"/rest/v1/leads/describe2.json"_s);
    Result<HttpReply> reply = calls.ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (const auto envelope = envelopeIn(reply->body); envelope && envelope->has(noSuchResource)) {
        call = describeCall(u"/rest/v1/leads/describe.json"_s);
        reply = calls.ask(call, Progress(), stop);
    }
    if (!reply)
        return tl::unexpected(reply.error());
    if (!isDescribe(reply->body))
        return tl::unexpected(calls.refusal(call, *reply));
    m_labels->keep(reply->body);
    return reply->body;
}

Result<std::vector<Gauge>> InstanceSession::gauges(std::stop_token)
{
    return std::vector<Gauge>(); // what is left of the day's calls is not told by any call: only how many
                                 // were made
}

Result<std::vector<OptionChoice>> InstanceSession::choices(const QString &option, const Target &,
                                                           std::stop_token stop)
{
    Api calls = api();
    if (option == QLatin1StringView(listOption))
        return listChoices(calls, std::move(stop));
    if (option == QLatin1StringView(partitionOption))
        return partitionChoices(calls, std::move(stop));
    return std::vector<OptionChoice>();
}

std::unique_ptr<PartLoader> InstanceSession::makeLoader(const JobKind &kind, const Target &target,
                                                        const QStringList &fields)
{
    auto calls = std::make_unique<Api>(m_http.make(), m_sessions, m_clock, m_pacer, Repeats::Never);
    return marketo::makeLoader(kind, std::move(calls), m_labels, target, fields);
}

} // namespace rowlift::marketo
