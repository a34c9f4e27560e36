#include "app/service/dotdigital/session.h"

#include "app/net/patient_http.h"
#include "app/service/dotdigital/schema_reader.h"
#include "app/service/dotdigital/sign_in.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct SessionWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Session)
};

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
{
}

Result<QJsonObject> RegionSession::accountInfo(std::stop_token stop)
{
    const Result<HttpReply> reply
        = Api(m_http.make(), m_sessions, m_clock).read(u"/v2/account-info"_s, std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    return QJsonDocument::fromJson(reply->body).object();
}

Result<AccountFacts> RegionSession::test(std::stop_token stop)
{
    const Result<QJsonObject> info = accountInfo(stop);
    if (!info)
        return tl::unexpected(info.error());
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    return AccountFacts { .organization = accountProperty(*info, u"Name"),
                          .user = session->identity,
                          .environment = m_account.environment };
}

Result<std::vector<ObjectInfo>> RegionSession::objects(std::stop_token)
{
    return std::vector<ObjectInfo> { contactObject() };
}

Result<QByteArray> RegionSession::describe(const QString &, std::stop_token stop)
{
    const Result<HttpReply> reply
        = Api(m_http.make(), m_sessions, m_clock).read(u"/v2/data-fields"_s, std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    return reply->body;
}

Result<std::vector<Gauge>> RegionSession::gauges(std::stop_token stop)
{
    const Result<QJsonObject> info = accountInfo(std::move(stop));
    if (!info)
        return tl::unexpected(info.error());
    std::vector<Gauge> gauges;
    bool isNumber = false;
    const qint64 left = accountProperty(*info, u"ApiCallsRemaining").toLongLong(&isNumber);
    const qint64 used = accountProperty(*info, u"ApiCallsInLastHour").toLongLong();
    if (isNumber)
        gauges.push_back({ .id = u"ApiCallsRemaining"_s,
                           .label = SessionWords::tr("Calls left this hour"),
                           .left = left,
                           .most = left + used });
    return gauges;
}

} // namespace rowlift::dotdigital
