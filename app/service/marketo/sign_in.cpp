#include "app/service/marketo/sign_in.h"

#include "app/net/redact.h"
#include "app/service/marketo/address.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::SignIn)
};

constexpr qint64 longestLife = 86'400; ///< Seconds; Marketo's own tokens live for an hour.
constexpr qsizetype longestDescription = 300; ///< Of the service's words in Error::detail.

HttpRequest tokenRequest(const QUrl &base, const Credentials &credentials)
{
    HttpRequest request;
    request.method = "POST"; // the secret stays out of addresses, and so out of the logs on the way
    request.url = base;
    request.url.setPath(u"/identity/oauth/token"_s);
    request.headers
        = { { "Content-Type", "application/x-www-form-urlencoded" }, { "Accept", "application/json" } };
    request.body = "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(credentials.clientId)
        + "&client_secret=" + QUrl::toPercentEncoding(credentials.clientSecret.reveal());
    return request;
}

Error signInError(Error::Kind kind, const QString &sentence, const HttpRequest &request, int status,
                  const QString &said)
{
    return { .kind = kind,
             .sentence = sentence,
             .detail = redactedText(
                 u"POST %1: %2 %3"_s.arg(redactedUrl(request.url)).arg(status).arg(said).trimmed()),
             .retryAfter = {} };
}

Error refused(const HttpRequest &request, const HttpReply &answer, const Secret &secret)
{
    const HttpReply reply = withoutSecrets(answer, { secret }); // it may repeat what it was sent
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QString code = body.value("error"_L1).toString();
    const QString said
        = redactedText(code + u' ' + body.value("error_description"_L1).toString()).left(longestDescription);
    if (reply.status >= 500)
        return signInError(Error::Kind::ServiceFault,
                           SignInWords::tr("Marketo has trouble at the moment. Try again in a few minutes."),
                           request, reply.status, said);
    if (code.isEmpty()) // a page, or something that is not Marketo at all
        return signInError(
            Error::Kind::BadReply,
            SignInWords::tr("%1 does not answer like Marketo. Check the address.").arg(request.url.host()),
            request, reply.status, said);
    return signInError(Error::Kind::SignIn,
                       SignInWords::tr("Marketo did not accept the client id or secret. Copy both again from "
                                       "Admin → LaunchPoint."),
                       request, reply.status, said);
}

} // namespace

std::vector<SignInForm> signInForms()
{
    return {
        { .kind = SignInKind::ClientCredentials,
          .label = SignInWords::tr("With an API service's id and secret"),
          .fields
          = { { .id = SignInField::Id::Url,
                .label = SignInWords::tr("REST address"),
                .help = SignInWords::tr("In Marketo: Admin → Web Services → REST API, “Endpoint”. Anything "
                                        "that holds your Munchkin id will do."),
                .placeholder = u"https://123-ABC-456.mktorest.com/rest"_s },
              { .id = SignInField::Id::User,
                .label = SignInWords::tr("Client id"),
                .help = SignInWords::tr("In Marketo: Admin → LaunchPoint → the service → View Details.") },
              { .id = SignInField::Id::Secret,
                .label = SignInWords::tr("Client secret"),
                .help = SignInWords::tr("Below the client id, in the same box.") } } }
    };
}

Result<Session> signIn(Http &http, const Credentials &credentials, std::stop_token stop)
{
    const Result<QUrl> base = restAddress(credentials.url.toString());
    if (!base)
        return tl::unexpected(base.error());
    const HttpRequest request = tokenRequest(*base, credentials);
    const Result<HttpReply> reply = http.send(request, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    const QJsonObject body = QJsonDocument::fromJson(reply->body).object();
    const Secret token(body.value("access_token"_L1).toString());
    if (reply->status != 200 || body.contains("error"_L1) || token.isEmpty())
        return tl::unexpected(refused(request, *reply, credentials.clientSecret));
    Session session { .base = *base, .token = token, .identity = body.value("scope"_L1).toString() };
    if (const QJsonValue left = body.value("expires_in"_L1); left.isDouble())
        session.lifetime = std::chrono::seconds(std::clamp<qint64>(left.toInteger(), 0, longestLife));
    return session;
}

} // namespace rowlift::marketo
