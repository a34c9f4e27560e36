#include "app/service/salesforce/sign_in.h"

#include "app/net/redact.h"
#include "app/net/time_limit.h"
#include "app/service/salesforce/address.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct SignInWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::SignIn)
};

constexpr qsizetype longestDescription = 300; ///< Of the service's words in Error::detail.
constexpr std::chrono::seconds longestSignIn { 60 }; ///< However slowly its answer drips in.
constexpr std::chrono::seconds graceOfRotation { 15 };

QByteArray formBody(const Credentials &credentials)
{
    if (credentials.kind == SignInKind::Browser)
        return "grant_type=refresh_token&client_id=" + QUrl::toPercentEncoding(credentials.clientId)
            + "&refresh_token=" + QUrl::toPercentEncoding(credentials.clientSecret.reveal());
    return "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(credentials.clientId)
        + "&client_secret=" + QUrl::toPercentEncoding(credentials.clientSecret.reveal());
}

QString refusalSentence(const QString &code, const QString &said, SignInKind kind)
{
    if (said.contains("app must be installed"_L1))
        return SignInWords::tr(
            "Your Salesforce does not know Rowlift yet. An administrator must allow it once; "
            "it takes two minutes.");
    if (code == "invalid_client_id"_L1 || code == "invalid_client"_L1)
        return SignInWords::tr(
            "Salesforce does not know this “Consumer Key” and “Consumer Secret”. Copy both again "
            "from the app in Salesforce's Setup; a new app may need ten minutes.");
    if (code == "invalid_grant"_L1 && kind == SignInKind::Browser)
        return SignInWords::tr("Please sign in to Salesforce again. Your work is kept.");
    if (code == "invalid_grant"_L1 && said.contains("not supported on this domain"_L1))
        return SignInWords::tr("This way of signing in needs the address of your own Salesforce, such as "
                               "acme.my.salesforce.com.");
    if (code == "invalid_grant"_L1)
        return SignInWords::tr("Salesforce lets nobody in by this app. In Setup, switch on the app's “Client "
                               "Credentials Flow” and choose the user it runs as.");
    if (code == "unsupported_grant_type"_L1)
        return SignInWords::tr(
            "This way of signing in is blocked in your Salesforce. Ask your administrator.");
    if (code == "inactive_user"_L1 || code == "inactive_org"_L1)
        return SignInWords::tr(
            "This user or this Salesforce is not active any more. Ask your administrator.");
    if (code == "rate_limit_exceeded"_L1)
        return SignInWords::tr("Too many sign-ins in a short time. Try again in a few minutes.");
    if (code == "server_error"_L1 || code == "temporarily_unavailable"_L1)
        return SignInWords::tr("Salesforce has trouble at the moment. Try again in a few minutes.");
    return SignInWords::tr(
        "Salesforce did not accept the sign-in. Check the address, the key and the secret.");
}

Error::Kind refusalKind(int status, const QString &code)
{
    if (code == "rate_limit_exceeded"_L1)
        return Error::Kind::RateLimit;
    if (status >= 500 || code == "server_error"_L1 || code == "temporarily_unavailable"_L1)
        return Error::Kind::ServiceFault;
    return Error::Kind::SignIn;
}

Error refused(const HttpRequest &request, const HttpReply &answer, const Credentials &credentials)
{
    const HttpReply reply
        = withoutSecrets(answer, { credentials.clientSecret }); // it may repeat what was sent
    // An object as a rule, at times form text or a page: then only the status is left to go by.
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QString code = body.value("error"_L1).toString();
    const Error::Kind kind = refusalKind(reply.status, code);
    const QString said = redactedText(body.value("error_description"_L1).toString()).left(longestDescription);
    const QString sentence = refusalSentence(kind == Error::Kind::ServiceFault ? u"server_error"_s : code,
                                             said, credentials.kind);
    return { .kind = kind,
             .sentence = sentence,
             .detail = redactedText(u"POST %1: %2 %3 (%4)"_s.arg(redactedUrl(request.url))
                                        .arg(reply.status)
                                        .arg(code.left(longestDescription), said)),
             .retryAfter = {} };
}

Error tooSlow(const HttpRequest &request)
{
    return { .kind = Error::Kind::Timeout,
             .sentence = SignInWords::tr("%1 did not answer in time.").arg(request.url.host()),
             .detail = u"POST %1: no whole answer within a minute"_s.arg(redactedUrl(request.url)),
             .retryAfter = {} };
}

/// login. and test.salesforce.com know no apps of this kind: said before the secret goes there for nothing.
bool isSharedLoginHost(const QUrl &address)
{
    return address.host() == "login.salesforce.com"_L1 || address.host() == "test.salesforce.com"_L1;
}

SignInField addressField()
{
    return { .id = SignInField::Id::Url,
             .label = SignInWords::tr("Address"),
             .help = SignInWords::tr("The one in your browser while you work in Salesforce. Paste it whole."),
             .placeholder = u"acme.my.salesforce.com"_s };
}

Result<Session> sessionFrom(const QJsonObject &body, const QUrl &address, const HttpRequest &request)
{
    const Secret token(body.value("access_token"_L1).toString());
    // A token is only ever carried to a safe address, whatever the answer names.
    const Result<QUrl> base = serverAddress(QUrl(body.value("instance_url"_L1).toString()));
    if (!token.isEmpty() && base)
        return Session { .base = *base, .token = token, .identity = body.value("id"_L1).toString() };
    return tl::unexpected(Error {
        .kind = Error::Kind::BadReply,
        .sentence
        = SignInWords::tr("%1 does not answer like Salesforce. Check the address.").arg(address.host()),
        .detail = u"POST %1: 200 without access_token or instance_url"_s.arg(redactedUrl(request.url)),
        .retryAfter = {} });
}

} // namespace

std::vector<SignInForm> signInForms()
{
    return {
        { .kind = SignInKind::ClientCredentials,
          .label = SignInWords::tr("With an app's key and secret"),
          .fields
          = { addressField(),
              { .id = SignInField::Id::User,
                .label = SignInWords::tr("Consumer Key"),
                .help = SignInWords::tr("In Salesforce: Setup → External Client App Manager → the app → "
                                        "Settings → OAuth Settings.") },
              { .id = SignInField::Id::Secret,
                .label = SignInWords::tr("Consumer Secret"),
                .help = SignInWords::tr("Beside the Consumer Key, on the same page.") } } },
        { .kind = SignInKind::Token,
          .label = SignInWords::tr("With an access token"),
          .fields = { addressField(),
                      { .id = SignInField::Id::Secret,
                        .label = SignInWords::tr("Access token"),
                        .help = SignInWords::tr(
                            "Your administrator's tools show it, such as “sf org display”. It ends "
                            "after a few hours."),
                        .placeholder = u"00D…!AQ…"_s } } },
    };
}

Result<Session> signIn(Http &http, const Credentials &credentials, std::stop_token stop)
{
    const Result<QUrl> address = serverAddress(credentials.url);
    if (!address)
        return tl::unexpected(address.error());
    if (isSharedLoginHost(*address) && credentials.kind != SignInKind::Browser)
        return tl::unexpected(
            Error { .kind = Error::Kind::BadInput,
                    .sentence = SignInWords::tr("Use the address of your own Salesforce, such as "
                                                "acme.my.salesforce.com, instead of %1.")
                                    .arg(address->host()),
                    .detail = {},
                    .retryAfter = {} });
    if (credentials.kind == SignInKind::Token) // good until the service refuses it
        return Session { .base = *address, .token = credentials.clientSecret, .identity = {} };
    HttpRequest request;
    request.method = "POST";
    request.url = *address;
    request.url.setPath(u"/services/oauth2/token"_s);
    request.headers
        = { { "Content-Type", "application/x-www-form-urlencoded" }, { "Accept", "application/json" } };
    request.body = formBody(credentials);

    // With a refresh token the answer brings the next one, without which the account is lost: a stop lets
    // that come in first.
    const bool mayRotate = credentials.kind == SignInKind::Browser;
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    const TimeLimit limit(longestSignIn, stop, mayRotate ? graceOfRotation : std::chrono::seconds(0));
    const Result<HttpReply> reply = http.send(request, Progress(), limit.token());
    if (!reply && reply.error().cancelled() && !stop.stop_requested())
        return tl::unexpected(tooSlow(request));
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status != 200)
        return tl::unexpected(refused(request, *reply, credentials));
    const QJsonObject body = QJsonDocument::fromJson(reply->body).object();
    // First of all: what comes in place of the refresh token, which may be good no more.
    const Secret next(body.value("refresh_token"_L1).toString());
    if (!next.isEmpty() && next != credentials.clientSecret && credentials.replaceSecret) {
        if (const Done kept = credentials.replaceSecret(next, {}); !kept)
            return tl::unexpected(kept.error());
    }
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    return sessionFrom(body, *address, request);
}

} // namespace rowlift::salesforce
