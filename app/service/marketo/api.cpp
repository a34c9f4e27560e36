#include "app/service/marketo/api.h"

#include "app/net/patient_http.h"
#include "app/net/redact.h"
#include "app/service/marketo/api_error.h"

#include <utility>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

/// Marketo's own limits go up to 90 seconds. Source: contracts/marketo.md, 5.
constexpr std::chrono::minutes inactivityLimit { 2 };

HttpRequest requestFor(const QUrl &base, const Call &call)
{
    HttpRequest request;
    request.method = call.method;
    request.url = base;
    request.url.setPath(call.path);
    if (!call.query.isEmpty())
        request.url.setQuery(call.query);
    request.headers = { { "Accept", "application/json" } };
    request.inactivity = inactivityLimit;
    return request;
}

Result<HttpReply> askWith(Http &http, const Session &session, const Call &call, std::stop_token stop)
{
    HttpRequest request = requestFor(session.base, call);
    request.headers.emplace_back("Authorization", "Bearer " + session.token.reveal().toUtf8());
    Result<HttpReply> reply = http.send(request, Progress(), std::move(stop));
    if (!reply)
        return reply;
    const auto envelope = envelopeIn(reply->body);
    if (reply->status == 200 && envelope && envelope->success)
        return reply;
    return withoutSecrets(std::move(*reply), { session.token });
}

} // namespace

Api::Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock)
    : m_sessions(sessions)
{
    RetryPolicy policy;
    policy.notNow = saysNotNow;
    const auto seed = quint32(clock.elapsed().count()); // so that lanes do not come back in step
    m_http = std::make_unique<PatientHttp>(std::move(http), clock, policy, seed);
}

Result<HttpReply> Api::ask(const Call &call, std::stop_token stop)
{
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    Result<HttpReply> reply = askWith(*m_http, *session, call, stop);
    if (!reply || !saysExpired(*reply))
        return reply;
    // Source: contracts/marketo.md, 6.1: "a 6xx means nothing was executed", so it may go out once more.
    const Result<Session> renewed = m_sessions.renewed(*session, stop);
    if (!renewed)
        return tl::unexpected(renewed.error());
    return askWith(*m_http, *renewed, call, stop);
}

Result<HttpReply> Api::send(const Call &call, std::stop_token stop)
{
    Result<HttpReply> reply = ask(call, std::move(stop));
    if (!reply)
        return reply;
    const auto envelope = envelopeIn(reply->body);
    if (reply->status != 200 || !envelope || !envelope->success)
        return tl::unexpected(errorFrom(requestFor({}, call), *reply, call.right));
    return reply;
}

} // namespace rowlift::marketo
