#include "app/service/dotdigital/api.h"

#include "app/net/patient_http.h"
#include "app/net/redact.h"

#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// The service asks for at least 121 seconds. Source: contracts/dotdigital.md, 1.
constexpr std::chrono::seconds inactivityLimit { 150 };

void setPath(HttpRequest &request, const QString &path)
{
    request.url.setPath(path.section(u'?', 0, 0), QUrl::TolerantMode);
    if (path.contains(u'?'))
        request.url.setQuery(path.section(u'?', 1), QUrl::TolerantMode);
}

HttpRequest requestFor(const Session &session, const Call &call)
{
    HttpRequest request = dotdigital::requestFor(session, call.path);
    request.method = call.method;
    request.headers.back().second = call.accept;
    if (!call.contentType.isEmpty())
        request.headers.emplace_back("Content-Type", call.contentType);
    request.bodyFile = call.bodyFile;
    request.beforeFile = call.beforeFile;
    request.behindFile = call.behindFile;
    request.saveTo = call.saveTo;
    request.mostBytes = call.mostBytes;
    return request;
}

/// Names the end of a rate limit as others name a wait, so that PatientHttp keeps it.
class HeedingHttp : public Http {
public:
    HeedingHttp(std::unique_ptr<Http> http, Clock &clock)
        : m_http(std::move(http))
        , m_clock(clock)
    {
    }

    Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop) override
    {
        Result<HttpReply> reply = m_http->send(request, upload, std::move(stop));
        if (!reply)
            return reply;
        if (const auto wait = waitNamedIn(*reply, m_clock.now());
            wait && reply->header("Retry-After").isEmpty())
            reply->headers.emplace_back("Retry-After", QByteArray::number((wait->count() + 999) / 1000));
        return reply;
    }

private:
    std::unique_ptr<Http> m_http;
    Clock &m_clock;
};

} // namespace

QString pathPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, "@"));
}

HttpRequest requestFor(const Session &session, const QString &path)
{
    HttpRequest request;
    request.url = session.base;
    setPath(request, path);
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

Api::Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock, Repeats repeats)
    : m_http(std::move(http))
    , m_sessions(sessions)
    , m_clock(clock)
{
    if (repeats == Repeats::Never)
        return;
    const auto seed = quint32(clock.elapsed().count()); // so that lanes do not come back in step
    auto heeding = std::make_unique<HeedingHttp>(std::move(m_http), clock);
    m_http = std::make_unique<PatientHttp>(std::move(heeding), clock, RetryPolicy(), seed);
}

Result<HttpReply> Api::ask(const Call &call, const Progress &upload, std::stop_token stop)
{
    m_isOut = false;
    m_isCut = false;
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    qint64 left = 0;
    qint64 whole = 0; // of what has a body
    const Progress watched([&](qint64 done, qint64 total) {
        left = done;
        whole = total;
        upload.tell(done, total);
    });
    m_isOut = true;
    m_base = session->base;
    Result<HttpReply> reply = m_http->send(requestFor(*session, call), watched, std::move(stop));
    // An answer to half a request, even an odd one, is something that nobody expects: then nothing is
    // certain.
    m_isCut = !reply && left < whole && reply.error().kind != Error::Kind::BadReply;
    if (m_isCut && reply.error().kind == Error::Kind::Timeout)
        reply.error().kind = Error::Kind::Network;
    if (!reply || reply->status / 100 == 2)
        return reply;
    return withoutSecrets(std::move(*reply), secretsIn(session->token));
}

bool Api::leftNothing(const Error &error) const
{
    return !m_isOut || m_isCut || error.kind == Error::Kind::Network;
}

Result<HttpReply> Api::read(const QString &path, std::stop_token stop)
{
    const Call call { .path = path };
    Result<HttpReply> reply = ask(call, Progress(), std::move(stop));
    if (reply && reply->status / 100 != 2)
        return tl::unexpected(refusal(call, *reply));
    return reply;
}

Error Api::refusal(const Call &call, const HttpReply &reply) const
{
    return errorFrom(named(call), reply, m_clock.now());
}

HttpRequest Api::named(const Call &call) const
{
    HttpRequest request;
    request.method = call.method;
    request.url = m_base;
    setPath(request, call.path);
    return request;
}

} // namespace rowlift::dotdigital
