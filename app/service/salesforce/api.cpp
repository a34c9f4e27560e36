#include "app/service/salesforce/api.h"

#include "app/net/patient_http.h"
#include "app/net/redact.h"

#include <QJsonDocument>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Salesforce may take longer over a request than others: its own limit is ten minutes.
constexpr std::chrono::minutes inactivityLimit { 2 };

constexpr qint64 mostUserBytes = qint64(1024) * 1024;

/// Of one request: a session may end anew before the request with the new one arrives.
constexpr int mostRenewals = 3;

HttpRequest requestFor(const Session &session, const Call &call)
{
    HttpRequest request;
    request.method = call.method;
    request.url = session.base;
    request.url.setPath(call.path, QUrl::TolerantMode);
    if (!call.query.isEmpty())
        request.url.setQuery(call.query);
    request.headers
        = { { "Authorization", "Bearer " + session.token.reveal().toUtf8() }, { "Accept", call.accept } };
    if (!call.contentType.isEmpty())
        request.headers.emplace_back("Content-Type", call.contentType);
    request.headers.insert(request.headers.end(), call.headers.begin(), call.headers.end());
    request.body = call.body;
    request.bodyFile = call.bodyFile;
    request.saveTo = call.saveTo;
    request.mostBytes = call.mostBytes;
    request.inactivity = inactivityLimit;
    return request;
}

bool saysExpired(const HttpReply &reply)
{
    return reply.status == 401 && reply.body.contains("INVALID_SESSION_ID");
}

} // namespace

HttpRequest publicRequest(const Call &call)
{
    HttpRequest request;
    request.method = call.method;
    request.url.setPath(call.path, QUrl::TolerantMode);
    request.url.setQuery(call.query);
    return request;
}

Result<QJsonObject> objectIn(const Call &call, const HttpReply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return tl::unexpected(unreadable(publicRequest(call), reply, u"JSON object"_s));
    return document.object();
}

Api::Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock, Repeats repeats)
    : m_sessions(sessions)
    , m_clock(clock)
{
    if (repeats == Repeats::Never) {
        m_http = std::move(http);
        return;
    }
    RetryPolicy policy;
    policy.notNow = isTooManyAtOnce;
    const auto seed = quint32(clock.elapsed().count()); // so that lanes do not come back in step
    m_http = std::make_unique<PatientHttp>(std::move(http), clock, policy, seed);
}

Result<HttpReply> Api::ask(const Call &call, const Progress &upload, std::stop_token stop)
{
    Result<Session> session = m_sessions.current(stop);
    for (int renewals = 0;; ++renewals) {
        if (!session)
            return tl::unexpected(session.error());
        Result<HttpReply> reply = askWith(*session, call, upload, stop);
        // An expired session was looked at before anything else: the request did nothing and may go out once
        // more.
        if (!reply || !saysExpired(*reply) || renewals == mostRenewals)
            return reply;
        session = m_sessions.renewed(*session, stop);
    }
}

Result<HttpReply> Api::send(const Call &call, const Progress &upload, std::stop_token stop)
{
    Result<HttpReply> reply = ask(call, upload, stop);
    if (reply && (reply->status < 200 || reply->status >= 300))
        return tl::unexpected(errorFrom(publicRequest(call), *reply, m_clock.now()));
    return reply;
}

Result<QJsonObject> Api::sendForObject(const Call &call, std::stop_token stop)
{
    const Result<HttpReply> reply = send(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    return objectIn(call, *reply);
}

Result<QString> Api::userId(std::stop_token stop)
{
    if (!m_userId.isEmpty())
        return m_userId;
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    const QString named = session->identity.section(u'/', -1); // https://login.salesforce.com/id/00D…/005…
    constexpr qsizetype shortIdSize = 15;
    if (named.startsWith("005"_L1) && named.size() >= shortIdSize)
        return m_userId = named;
    const Call call { .path = u"/services/oauth2/userinfo"_s, .mostBytes = mostUserBytes };
    const Result<HttpReply> reply = ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status == 429 || reply->status >= 500) // not now; else this app may not know it
        return tl::unexpected(errorFrom(publicRequest(call), *reply, m_clock.now()));
    const QString told = QJsonDocument::fromJson(reply->body).object().value("user_id"_L1).toString();
    const bool isId = std::ranges::all_of(
        told, [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); }); // it goes into queries
    return m_userId = isId ? told : QString();
}

Result<HttpReply> Api::askWith(const Session &session, const Call &call, const Progress &upload,
                               std::stop_token stop)
{
    Result<HttpReply> reply = m_http->send(requestFor(session, call), upload, stop);
    if (reply) {
        if (const auto usage = usageFrom(reply->header("Sforce-Limit-Info")))
            m_usage = usage;
        if (reply->status >= 300)
            return withoutSecrets(std::move(*reply), { session.token });
    }
    return reply;
}

} // namespace rowlift::salesforce
