#include "app/service/dotdigital/session.h"

#include "app/net/patient_http.h"
#include "app/service/dotdigital/account_lists.h"
#include "app/service/dotdigital/allowance.h"
#include "app/service/dotdigital/contact_target.h"
#include "app/service/dotdigital/insight_target.h"
#include "app/service/dotdigital/kinds.h"
#include "app/service/dotdigital/schema_reader.h"
#include "app/service/dotdigital/sign_in.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

SessionSource::SignIn signInWith(CredentialsSource credentials, HttpFactory &http, Clock &clock,
                                 const QString &user)
{
    return
        [credentials = std::move(credentials), &http, &clock, user](std::stop_token stop) -> Result<Session> {
            const Result<Credentials> found = credentials(stop);
            if (!found)
                return tl::unexpected(found.error());
            PatientHttp patient(http.make(), clock, {}, quint32(clock.elapsed().count()));
            Result<Session> session = signIn(patient, clock, *found, stop);
            if (session)
                session->identity = user.isEmpty() ? found->clientId : user;
            return session;
        };
}

} // namespace

RegionSession::RegionSession(const Account &account, CredentialsSource credentials, HttpFactory &http,
                             Clock &clock)
    : m_account(account)
    , m_http(http)
    , m_clock(clock)
    , m_sessions(signInWith(std::move(credentials), http, clock, account.user), clock)
    , m_finder(clock)
{
}

Api RegionSession::api(Repeats repeats)
{
    return Api(m_http.make(), m_sessions, m_clock, repeats);
}

Result<HttpReply> RegionSession::accountInfo(std::stop_token stop)
{
    return api().read(u"/v2/account-info"_s, std::move(stop));
}

Result<AccountFacts> RegionSession::test(std::stop_token stop)
{
    const Result<HttpReply> info = accountInfo(stop);
    if (!info)
        return tl::unexpected(info.error());
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    return AccountFacts { .organization
                          = accountProperty(QJsonDocument::fromJson(info->body).object(), u"Name"),
                          .user = session->identity,
                          .environment = m_account.environment };
}

Result<Collections> RegionSession::collections(std::stop_token stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_collections)
            return *m_collections;
    }
    return readAnew(std::move(stop));
}

Result<Collections> RegionSession::readAnew(std::stop_token stop)
{
    Api calls = api();
    Result<Collections> found = readCollections(calls, std::move(stop));
    if (!found)
        return found;
    const std::scoped_lock lock(m_mutex);
    m_collections = *found;
    return found;
}

Result<std::vector<ObjectInfo>> RegionSession::objects(std::stop_token stop)
{
    const Result<Collections> there = readAnew(std::move(stop));
    if (!there)
        return tl::unexpected(there.error());
    std::vector<ObjectInfo> objects { contactObject() };
    for (const Collection &collection : there->all)
        objects.push_back(collectionObject(collection.name));
    std::ranges::stable_sort(objects, [](const ObjectInfo &one, const ObjectInfo &other) {
        return one.labelPlural.compare(other.labelPlural, Qt::CaseInsensitive) < 0;
    });
    return objects;
}

Result<QByteArray> RegionSession::describe(const QString &object, std::stop_token stop)
{
    if (isInsightObject(object))
        return describeCollection(insightTarget({ .object = object }).collection, std::move(stop));
    const Result<HttpReply> reply = api().read(u"/v2/data-fields"_s, std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    return reply->body;
}

Result<QByteArray> RegionSession::describeCollection(const QString &name, std::stop_token stop)
{
    const Result<Collections> there = collections(stop);
    if (!there)
        return tl::unexpected(there.error());
    Api calls = api();
    const Collection *known = there->named(name);
    if (const auto made = newCollection(name, {}); !known && !made)
        return tl::unexpected(made.error()); // an import could not make it
    Result<std::optional<QJsonArray>> members = std::optional<QJsonArray>();
    if (known && there->hasV3)
        members = readMembers(calls, known->name, stop);
    if (!members)
        return tl::unexpected(members.error());
    // What it takes to look contacts up is told before anybody asks for it.
    if (!known || known->scope != "account"_L1) {
        Api once = api(Repeats::Never); // nobody waits long for what can be done without
        m_finder.measure(once, std::move(stop));
    }
    return insightDocument(name, *there, *members);
}

Result<std::vector<Gauge>> RegionSession::gauges(std::stop_token stop)
{
    const Result<HttpReply> info = accountInfo(std::move(stop));
    if (!info)
        return tl::unexpected(info.error());
    return gaugesIn(*info);
}

Result<std::vector<OptionChoice>> RegionSession::choices(const QString &option, const Target &,
                                                         std::stop_token stop)
{
    if (option != QLatin1StringView(listOption))
        return std::vector<OptionChoice>();
    Api calls = api();
    return listChoices(calls, std::move(stop));
}

Result<std::vector<RecordMatch>> RegionSession::find(const QString &object, const QString &field,
                                                     const QStringList &values, std::stop_token stop)
{
    if (object != QLatin1StringView(contactsName))
        return ServiceSession::find(object, field, values, std::move(stop));
    Api calls = api();
    return m_finder.find(calls, values, std::move(stop));
}

Result<std::vector<Need>> RegionSession::needs(const ImportSize &size, std::stop_token stop)
{
    const Result<std::vector<Gauge>> limits = gauges(std::move(stop));
    if (!limits)
        return tl::unexpected(limits.error());
    const qint64 lookUps = size.lookUpValues > 0 ? callsToFind(size.lookUpValues) : 0;
    return needsOf(*limits, callsFor(size, lookUps));
}

std::unique_ptr<PartLoader> RegionSession::makeLoader(const JobKind &kind, const Target &target,
                                                      const QStringList &fields)
{
    auto calls = std::make_unique<Api>(m_http.make(), m_sessions, m_clock, Repeats::Never);
    return dotdigital::makeLoader(kind, std::move(calls), target, fields);
}

} // namespace rowlift::dotdigital
