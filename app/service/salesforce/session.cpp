#include "app/service/salesforce/session.h"

#include "app/net/patient_http.h"
#include "app/service/salesforce/address.h"
#include "app/service/salesforce/allowance.h"
#include "app/service/salesforce/assignment_rules.h"
#include "app/service/salesforce/call_options.h"
#include "app/service/salesforce/kinds.h"
#include "app/service/salesforce/org.h"
#include "app/service/salesforce/parent_keys.h"
#include "app/service/salesforce/record_lookup.h"
#include "app/service/salesforce/sign_in.h"

#include <QJsonDocument>

#include <thread>
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

/// Whether an error says something of the object that was asked for, and not of the connection or the
/// account.
bool isAboutOne(const Error &error)
{
    return error.kind == Error::Kind::Rejected || error.kind == Error::Kind::ServiceFault
        || error.kind == Error::Kind::BadReply;
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
    Api calls(m_http.make(), m_sessions, m_clock);
    calls.share(m_known);
    return calls;
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
    const Result<QByteArray> document = readDescribe(calls, object, stop);
    if (!document)
        return document;
    m_known->keep(*document);
    const auto parents = parentsOf(*document, stop);
    if (!parents)
        return tl::unexpected(parents.error());
    return withParents(*document, *parents);
}

Result<OrgSession::Parents> OrgSession::parentsOf(const QByteArray &document, std::stop_token stop)
{
    const QStringList names = parentsIn(QJsonDocument::fromJson(document).object());
    std::vector<Result<Parents::value_type>> answers(static_cast<std::size_t>(names.size()));
    {
        std::vector<std::jthread>
            threads; // all at a time: the person waits for one call more, not for a dozen
        for (std::size_t i = 0; i < answers.size(); ++i) {
            threads.emplace_back([this, &answer = answers[i], name = names[qsizetype(i)], stop] {
                Api calls = api();
                answer = m_known->facts(calls, name, stop);
            });
        }
    }
    Parents parents;
    for (const auto &answer : answers) {
        if (answer)
            parents.push_back(*answer);
        else if (!isAboutOne(answer.error()))
            return tl::unexpected(answer.error());
    }
    return parents;
}

Result<std::vector<Gauge>> OrgSession::gauges(std::stop_token stop)
{
    Api calls = api();
    return readGauges(calls, stop);
}

Result<std::vector<OptionChoice>> OrgSession::choices(const QString &option, const Target &target,
                                                      std::stop_token stop)
{
    if (option != assignmentRuleOption)
        return std::vector<OptionChoice>();
    Api calls = api();
    return ruleChoices(calls, target.object, stop);
}

Result<std::vector<Need>> OrgSession::needs(const ImportSize &size, std::stop_token stop)
{
    Api calls = api();
    return readNeeds(calls, size, callsToFind(size.lookUpValues), stop);
}

Result<std::vector<RecordMatch>> OrgSession::find(const QString &object, const QString &field,
                                                  const QStringList &values, std::stop_token stop)
{
    Api calls = api();
    return lookUpRecords(calls, object, field, values, stop);
}

int OrgSession::valuesAtOnce() const
{
    return lookupValuesAtOnce;
}

std::unique_ptr<PartLoader> OrgSession::makeLoader(const JobKind &kind, const Target &target,
                                                   const QStringList &fields)
{
    auto calls = std::make_unique<Api>(m_http.make(), m_sessions, m_clock, Repeats::Never);
    calls->share(m_known);
    return salesforce::makeLoader(kind, std::move(calls), target, fields);
}

QUrl OrgSession::recordPage(const QString &object, const QString &recordId) const
{
    const Result<QUrl> address = serverAddress(m_account.url);
    return address ? salesforce::recordPage(*address, object, recordId) : QUrl();
}

} // namespace rowlift::salesforce
