#include "app/practice/marketo/identity.h"

#include "app/practice/json_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestTokenForm = 64 * 1024;
constexpr int usualLifeSeconds = 3600;

Response identityError(int status, const QByteArray &error, const QByteArray &description)
{
    JsonText text;
    text.text("error", error).text("error_description", description);
    return Response::json(status, text.object()).with("Cache-Control"_ba, "no-store"_ba);
}

QByteArray freshUuid()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray kept(const QJsonObject &json, const QString &name, const QByteArray &otherwise)
{
    const QByteArray text = json.value(name).toString().toLatin1();
    return text.isEmpty() ? otherwise : text;
}

} // namespace

Identity::Identity(const Surroundings &around)
    : m_around(around)
    , m_file(around.dataFolder + u"/marketo.json"_s)
{
    QFile file(m_file);
    const QJsonObject json
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_clientId = kept(json, u"clientId"_s, freshUuid());
    m_clientSecret = kept(json, u"clientSecret"_s, QUuid::createUuid().toByteArray(QUuid::Id128));
    m_token = kept(json, u"token"_s, {});
    m_end = json.value("end"_L1).toInteger();
    save();
}

void Identity::save() const
{
    const QJsonObject json { { u"clientId"_s, QString::fromLatin1(m_clientId) },
                             { u"clientSecret"_s, QString::fromLatin1(m_clientSecret) },
                             { u"token"_s, QString::fromLatin1(m_token) },
                             { u"end"_s, m_end } };
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(json).toJson());
        file.commit();
    }
}

Response Identity::token(Request &request)
{
    Pairs given = request.query;
    const auto body = request.body(longestTokenForm);
    if (body && request.mediaType() == "application/x-www-form-urlencoded")
        given += parsedForm(*body);
    const QString grant = valueOf(given, u"grant_type"_s);
    if (grant.isEmpty())
        return identityError(400, "invalid_request"_ba, "Missing grant type"_ba);
    if (grant != u"client_credentials")
        return identityError(400, "unsupported_grant_type"_ba, "Unsupported grant type: " + grant.toUtf8());
    const QByteArray id = valueOf(given, u"client_id"_s).toUtf8();
    if (id != m_clientId)
        return identityError(401, "unauthorized"_ba, "No client with requested id: " + id);
    if (valueOf(given, u"client_secret"_s).toUtf8() != m_clientSecret)
        return identityError(401, "invalid_client"_ba, "Bad client credentials"_ba);
    return granted();
}

/// While a token is alive it is handed out again, with less left.
Response Identity::granted()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_around.clock.now();
    if (m_token.isEmpty() || now >= m_end) {
        m_token = freshUuid() + ":int";
        m_end = now + 1000LL * m_around.switches.number(u"token-life"_s, usualLifeSeconds);
        save();
    }
    JsonText text;
    text.text("access_token", m_token)
        .text("token_type", "bearer"_ba)
        .number("expires_in", std::max<qint64>((m_end - now) / 1000, 0))
        .text("scope", "rowlift-api@acme.example"_ba);
    return Response::json(200, text.object())
        .with("Cache-Control"_ba, "no-store"_ba)
        .with("Pragma"_ba, "no-cache"_ba);
}

Identity::Standing Identity::standingOf(const QByteArray &token) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_token.isEmpty() || token != m_token)
        return Standing::Unknown;
    return m_around.clock.now() < m_end ? Standing::Good : Standing::Expired;
}

void Identity::expire()
{
    const std::scoped_lock lock(m_mutex);
    m_end = 0;
    save();
}

} // namespace rowlift::practice::marketo
