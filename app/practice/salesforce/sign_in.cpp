#include "app/practice/salesforce/sign_in.h"

#include "app/practice/json_text.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRegularExpression>
#include <QUrl>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestForm = 64 * 1024;

Response oauthError(const QByteArray &error, const QByteArray &description)
{
    JsonText text;
    text.text("error", error).text("error_description", description);
    return Response::json(400, text.object()).with("Cache-Control"_ba, "no-store"_ba);
}

/// The addresses that are registered on the practice app: the ports of the command line tools. Compared as a
/// whole.
bool isRegistered(const QString &redirect)
{
    static const QRegularExpression pattern(
        u"^http://localhost:(1717|7171|71[7-9]\\d|72[0-6]\\d|7270)/OauthRedirect$"_s);
    return pattern.match(redirect).hasMatch();
}

Response redirectTo(const QString &address, const QByteArray &query)
{
    Response response;
    response.status = 302;
    return response.with("Location"_ba, address.toUtf8() + '?' + query);
}

} // namespace

QByteArray bearerToken(const Request &request)
{
    const QByteArray header = request.header("authorization"_ba).trimmed();
    const qsizetype blank = header.indexOf(' ');
    const QByteArray scheme = header.left(blank).toLower();
    return blank > 0 && (scheme == "bearer" || scheme == "oauth") ? header.mid(blank + 1).trimmed()
                                                                  : QByteArray();
}

Response SignIn::answer(const QString &resource, Request &request)
{
    if (resource == u"authorize")
        return authorize(request);
    if (resource == u"token")
        return token(request);
    if (resource == u"revoke")
        return revoke(request);
    if (resource == u"userinfo")
        return userInfo(request);
    return Response::text(404, "text/html;charset=UTF-8"_ba,
                          "<html><body>URL No Longer Exists</body></html>"_ba);
}

Response SignIn::authorize(const Request &request)
{
    const QString redirect = request.parameter(u"redirect_uri"_s);
    const auto refuse = [](const QByteArray &text) {
        return Response::text(400, "text/html;charset=UTF-8"_ba, "<html><body>" + text + "</body></html>");
    };
    if (request.parameter(u"client_id"_s).toLatin1() != m_org.clientId())
        return refuse("error=invalid_client_id&amp;error_description=client%20identifier%20invalid"_ba);
    if (!isRegistered(redirect))
        return refuse(
            "error=redirect_uri_mismatch&amp;error_description=redirect_uri%20must%20match%20configuration"_ba);
    const QByteArray state = QUrl::toPercentEncoding(request.parameter(u"state"_s));
    const QByteArray challenge = request.parameter(u"code_challenge"_s).toLatin1();
    if (challenge.isEmpty())
        return redirectTo(redirect,
                          "error=invalid_request&error_description=missing+required+code+challenge&state="
                              + state);
    const QString decision = request.parameter(u"decision"_s);
    if (decision == u"deny")
        return redirectTo(
            redirect, "error=access_denied&error_description=end-user+denied+authorization&state=" + state);
    if (decision == u"approve") {
        const QByteArray code = m_org.newCode({ challenge, redirect.toUtf8(), 0 });
        return redirectTo(redirect,
                          "code=" + QUrl::toPercentEncoding(QString::fromLatin1(code)) + "&state=" + state);
    }
    const QByteArray link = QString::fromLatin1(request.target).toHtmlEscaped().toLatin1();
    return Response::text(
        200, "text/html;charset=UTF-8"_ba,
        "<!doctype html><html><head><title>Practice org</title></head><body><h1>Allow access?</h1>"
        "<p>Mara Lind, Acme Practice</p><p><a href=\""
            + link + "&amp;decision=approve\">Allow</a> <a href=\"" + link
            + "&amp;decision=deny\">Deny</a></p></body></html>");
}

Response SignIn::token(Request &request)
{
    const auto body = request.body(longestForm);
    if (!body)
        return oauthError("invalid_request"_ba, "the body could not be read"_ba);
    Pairs form = request.mediaType() == "application/x-www-form-urlencoded" ? parsedForm(*body) : Pairs();
    const QByteArray header = request.header("authorization"_ba);
    if (header.toLower().startsWith("basic ")) {
        const QByteArray both = QByteArray::fromBase64(header.mid(6).trimmed());
        form.append({ u"client_id"_s, QString::fromUtf8(both.left(both.indexOf(':'))) });
        form.append({ u"client_secret"_s, QString::fromUtf8(both.mid(both.indexOf(':') + 1)) });
    }
    const QString grant = valueOf(form, u"grant_type"_s);
    if (grant != u"client_credentials" && grant != u"refresh_token" && grant != u"authorization_code")
        return oauthError("unsupported_grant_type"_ba, "grant type not supported"_ba);
    if (valueOf(form, u"client_id"_s).toLatin1() != m_org.clientId())
        return oauthError("invalid_client_id"_ba, "client identifier invalid"_ba);
    const QString secret = valueOf(form, u"client_secret"_s);
    const bool secretNeeded = grant == u"client_credentials";
    if ((secretNeeded || !secret.isEmpty()) && secret.toLatin1() != m_org.clientSecret())
        return oauthError("invalid_client"_ba, "invalid client credentials"_ba);
    if (grant == u"authorization_code")
        return byCode(form);
    return grant == u"refresh_token" ? byRefreshToken(form) : granted({}, false);
}

Response SignIn::byCode(const Pairs &form)
{
    const auto code = m_org.takeCode(valueOf(form, u"code"_s).toLatin1());
    if (!code)
        return oauthError("invalid_grant"_ba, "expired authorization code"_ba);
    if (code->redirect != valueOf(form, u"redirect_uri"_s).toUtf8())
        return oauthError("redirect_uri_mismatch"_ba, "redirect_uri must match configuration"_ba);
    const QByteArray verifier = valueOf(form, u"code_verifier"_s).toLatin1();
    const QByteArray hash = QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
    if (hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) != code->challenge)
        return oauthError("invalid_grant"_ba, "invalid code verifier"_ba);
    return granted(m_org.newRefreshToken(), true);
}

Response SignIn::byRefreshToken(const Pairs &form)
{
    const QByteArray token = valueOf(form, u"refresh_token"_s).toLatin1();
    if (!m_org.knowsRefreshToken(token))
        return oauthError("invalid_grant"_ba, "expired access/refresh token"_ba);
    if (!m_around.switches.on(u"rotate-refresh-tokens"_s))
        return granted(token, false);
    m_org.revoke(token);
    return granted(m_org.newRefreshToken(), true);
}

Response SignIn::granted(const QByteArray &refreshToken, bool showRefreshToken)
{
    const QByteArray id = m_around.origin + "/id/" + m_org.id() + '/' + m_org.user().id;
    const QByteArray issued = QByteArray::number(m_around.clock.now());
    JsonText text;
    text.text("access_token", m_org.newSession(refreshToken));
    if (showRefreshToken)
        text.text("refresh_token", refreshToken);
    text.text("signature",
              QMessageAuthenticationCode::hash(id + issued, m_org.clientSecret(), QCryptographicHash::Sha256)
                  .toBase64());
    text.text("scope", refreshToken.isEmpty() ? "api"_ba : "refresh_token api openid"_ba);
    text.text("instance_url", m_around.origin)
        .text("id", id)
        .text("token_type", "Bearer"_ba)
        .text("issued_at", issued);
    return Response::json(200, text.object()).with("Cache-Control"_ba, "no-store"_ba);
}

Response SignIn::revoke(Request &request)
{
    const auto body = request.body(longestForm);
    const Pairs form = body ? parsedForm(*body) : Pairs();
    const QString token
        = valueOf(form, u"token"_s).isEmpty() ? request.parameter(u"token"_s) : valueOf(form, u"token"_s);
    return m_org.revoke(token.toLatin1())
        ? Response()
        : oauthError("invalid_token"_ba, "invalid token: unknown or expired"_ba);
}

QByteArray SignIn::serviceUrls() const
{
    const QByteArray data = m_around.origin + "/services/data/v{version}/";
    JsonText urls;
    urls.text("rest", data)
        .text("sobjects", data + "sobjects/")
        .text("query", data + "query/")
        .text("custom_domain", m_around.origin);
    return urls.object();
}

Response SignIn::userInfo(const Request &request)
{
    const QByteArray token = bearerToken(request);
    if (!m_org.accepts(token))
        return Response::text(403, "text/html;charset=UTF-8"_ba,
                              token.isEmpty() ? "Missing_OAuth_Token"_ba : "Bad_OAuth_Token"_ba);
    const User &user = m_org.user();
    JsonText text;
    text.text("sub", m_around.origin + "/id/" + m_org.id() + '/' + user.id)
        .text("user_id", user.id)
        .text("organization_id", m_org.id());
    text.text("preferred_username", user.username)
        .text("nickname", "mara"_ba)
        .text("name", "Mara Lind"_ba)
        .text("email", user.email);
    text.boolean("email_verified", true).text("given_name", "Mara"_ba).text("family_name", "Lind"_ba);
    text.text("zoneinfo", "Europe/Berlin"_ba)
        .text("locale", "en_US"_ba)
        .text("language", "en_US"_ba)
        .number("utcOffset", 3600000);
    text.text("user_type", "STANDARD"_ba)
        .boolean("active", true)
        .boolean("is_app_installed", true)
        .raw("urls"_ba, serviceUrls());
    return Response::json(200, text.object());
}

Response SignIn::identity(const Request &request)
{
    if (!m_org.accepts(bearerToken(request)))
        return Response::text(403, "text/html;charset=UTF-8"_ba, "Bad_OAuth_Token"_ba);
    const User &user = m_org.user();
    JsonText text;
    text.text("id", m_around.origin + "/id/" + m_org.id() + '/' + user.id)
        .text("user_id", user.id)
        .text("organization_id", m_org.id());
    text.text("username", user.username)
        .text("display_name", "Mara Lind"_ba)
        .text("email", user.email)
        .boolean("active", true)
        .raw("urls"_ba, serviceUrls());
    return Response::json(200, text.object());
}

} // namespace rowlift::practice::salesforce
