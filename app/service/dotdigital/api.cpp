#include "app/service/dotdigital/api.h"

#include "app/net/patient_http.h"
#include "app/net/redact.h"
#include "app/service/dotdigital/api_error.h"

#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// The service asks for at least 121 seconds. Source: contracts/dotdigital.md, 1.
constexpr std::chrono::seconds inactivityLimit { 150 };

} // namespace

HttpRequest requestFor(const Session &session, const QString &path)
{
    HttpRequest request;
    request.url = session.base;
    request.url.setPath(path);
    // With the first request, not after a refusal: the service sends no challenge that could be answered.
    request.headers = { { "Authorization", "Basic " + session.token.reveal().toLatin1() },
                        { "Accept", "application/json" } };
    request.inactivity = inactivityLimit;
    return request;
}

std::vector<Secret> secretsIn(const Secret &token)
{
    const QString both = QString::fromUtf8(QByteArray::fromBase64(token.reveal().toLatin1()));
    return { token, Secret(both), Secret(both.section(u':', 1)) };
}

HttpRequest accountInfoRequest(const Session &session)
{
    return requestFor(session, u"/v2/account-info"_s);
}

Api::Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock)
    : m_sessions(sessions)
    , m_clock(clock)
{
    const auto seed = quint32(clock.elapsed().count()); // so that lanes do not come back in step
    m_http = std::make_unique<PatientHttp>(std::move(http), clock, RetryPolicy(), seed);
}

Result<HttpReply> Api::read(const QString &path, std::stop_token stop)
{
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    const HttpRequest request = requestFor(*session, path);
    Result<HttpReply> reply = m_http->send(request, Progress(), std::move(stop));
    if (reply && (reply->status < 200 || reply->status >= 300))
        return tl::unexpected(
            errorFrom(request, withoutSecrets(*reply, secretsIn(session->token)), m_clock.now()));
    return reply;
}

} // namespace rowlift::dotdigital
