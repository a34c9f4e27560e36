#include "app/service/marketo/api.h"

#include "app/net/patient_http.h"
#include "app/net/redact.h"

#include <QFile>

#include <utility>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

/// Marketo's own limits are 30 seconds, and 90 for what sends people. Source: contracts/marketo.md, 5.
constexpr std::chrono::minutes readingLimit { 1 };
constexpr std::chrono::minutes sendingLimit { 2 };

/// A refusal is a page of text at most.
constexpr qint64 longestRefusal = qint64(1024) * 1024;

HttpRequest requestFor(const QUrl &base, const Call &call)
{
    HttpRequest request;
    request.method = call.method;
    request.url = base;
    request.url.setPath(call.path);
    if (!call.query.isEmpty())
        request.url.setQuery(call.query);
    request.headers = { { "Accept", call.saveTo.isEmpty() ? "application/json" : "*/*" } };
    if (!call.contentType.isEmpty())
        request.headers.emplace_back("Content-Type", call.contentType);
    request.bodyFile = call.bodyFile;
    request.beforeFile = call.beforeFile;
    request.behindFile = call.behindFile;
    request.saveTo = call.saveTo;
    request.mostBytes = call.mostBytes;
    request.inactivity = call.bodyFile.isEmpty() ? readingLimit : sendingLimit;
    return request;
}

/// A refusal comes with 200, too: what was saved as a list of rows may be an envelope. It is given back as
/// the body then, and true. Source: contracts/marketo.md, 9.5.
bool takeOutRefusal(HttpReply &reply, const QString &path)
{
    QFile file(path);
    if (reply.status / 100 != 2 || file.size() > longestRefusal || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.readAll().trimmed();
    if (!text.startsWith('{') || !envelopeIn(text))
        return false;
    reply.body = text;
    file.remove();
    return true;
}

} // namespace

HttpRequest publicRequest(const Call &call)
{
    HttpRequest request = requestFor({}, call);
    request.headers.clear();
    return request;
}

Api::Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock, std::shared_ptr<CallPacer> pacer,
         Repeats repeats)
    : m_sessions(sessions)
    , m_clock(clock)
{
    auto paced = std::make_unique<PacedHttp>(std::move(http), std::move(pacer));
    m_paced = paced.get();
    m_http = std::move(paced);
    if (repeats == Repeats::Never)
        return;
    RetryPolicy policy;
    policy.notNow = saysNotNow;
    const auto seed = quint32(clock.elapsed().count()); // so that lanes do not come back in step
    m_http = std::make_unique<PatientHttp>(std::move(m_http), clock, policy, seed);
}

Result<HttpReply> Api::askWith(const Session &session, const Call &call, const Progress &upload,
                               std::stop_token stop)
{
    HttpRequest request = requestFor(session.base, call);
    request.headers.emplace(request.headers.begin(), "Authorization",
                            "Bearer " + session.token.reveal().toUtf8());
    qint64 left = 0;
    qint64 whole = 0; // of what has a body
    const Progress watched([&](qint64 done, qint64 total) {
        left = done;
        whole = total;
        upload.tell(done, total);
    });
    Result<HttpReply> reply = m_http->send(request, watched, std::move(stop));
    m_isOut = m_paced->hadTurn();
    // An answer to half a request, even an odd one, is something that nobody expects: then nothing is
    // certain.
    m_isCut = !reply && left < whole && reply.error().kind != Error::Kind::BadReply;
    if (m_isCut && reply.error().kind == Error::Kind::Timeout)
        reply.error().kind = Error::Kind::Network;
    if (!reply)
        return reply;
    if (!call.saveTo.isEmpty() && takeOutRefusal(*reply, call.saveTo))
        m_paced->heed(*reply);
    const auto envelope = envelopeIn(reply->body);
    if (reply->status == 200 && (reply->body.isEmpty() || (envelope && envelope->success)))
        return reply;
    return withoutSecrets(std::move(*reply), { session.token });
}

Result<HttpReply> Api::ask(const Call &call, const Progress &upload, std::stop_token stop)
{
    m_isOut = false;
    m_isCut = false;
    const Result<Session> session = m_sessions.current(stop);
    if (!session)
        return tl::unexpected(session.error());
    Result<HttpReply> reply = askWith(*session, call, upload, stop);
    if (!reply || !saysExpired(*reply))
        return reply;
    // Source: contracts/marketo.md, 6.1: "a 6xx means nothing was executed", so it may go out once more.
    m_isOut = false;
    const Result<Session> renewed = m_sessions.renewed(*session, stop);
    if (!renewed)
        return tl::unexpected(renewed.error());
    return askWith(*renewed, call, upload, stop);
}

bool Api::leftNothing(const Error &error) const
{
    return !m_isOut || m_isCut || error.kind == Error::Kind::Network;
}

Result<Envelope> Api::send(const Call &call, std::stop_token stop)
{
    const Result<HttpReply> reply = ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    auto envelope = envelopeIn(reply->body);
    if (reply->status != 200 || !envelope || !envelope->success)
        return tl::unexpected(refusal(call, *reply));
    return std::move(*envelope);
}

Error Api::refusal(const Call &call, const HttpReply &reply) const
{
    return errorFrom(publicRequest(call), reply, call.right, m_clock.now());
}

} // namespace rowlift::marketo
