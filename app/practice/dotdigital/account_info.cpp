#include "app/practice/dotdigital/account_info.h"

#include "app/practice/json_text.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

QByteArray accountProperty(const char *name, const char *type, const QByteArray &value)
{
    JsonText text;
    return text.text("name", name).text("type", type).text("value", value).object();
}

} // namespace

AccountUser::AccountUser(const QString &folder)
{
    const QString path = folder + u"/dotdigital.json"_s;
    QFile file(path);
    const QJsonObject json
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_user = json.value("user"_L1).toString().toLatin1();
    m_password = json.value("password"_L1).toString().toLatin1();
    if (!m_user.isEmpty() && !m_password.isEmpty())
        return;
    const QByteArray chance = QUuid::createUuid().toByteArray(QUuid::Id128);
    m_user = "apiuser-" + chance.left(12) + "@apiconnector.com";
    m_password = chance.right(18);
    QSaveFile kept(path);
    if (!kept.open(QIODevice::WriteOnly))
        return;
    kept.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    kept.write(QJsonDocument(QJsonObject { { u"user"_s, QString::fromLatin1(m_user) },
                                           { u"password"_s, QString::fromLatin1(m_password) } })
                   .toJson());
    kept.commit();
}

bool AccountUser::isSignedIn(const Request &request) const
{
    const QByteArray header = request.header("authorization"_ba).trimmed();
    return header.left(6).toLower() == "basic "
        && QByteArray::fromBase64(header.mid(6).trimmed()) == m_user + ':' + m_password;
}

QByteArray accountInfo(const Surroundings &around, Limits &limits)
{
    JsonText text;
    text.number("id", 7731)
        .raw("properties"_ba,
             jsonArray(
                 { accountProperty("Name", "String", "Acme Practice"_ba),
                   accountProperty("MainEmail", "String", "owner@acme.example"_ba),
                   accountProperty("APILocale", "String", "en-GB"_ba),
                   accountProperty("ApiCallsInLastHour", "Int", QByteArray::number(limits.callsInLastHour())),
                   accountProperty("ApiCallsRemaining", "Int", QByteArray::number(limits.callsRemaining())),
                   accountProperty("ApiEndpoint", "String", around.origin + '/'),
                   accountProperty("ShowClock", "Boolean", "False"_ba),
                   accountProperty("TimeZoneIana", "String", "Europe/London"_ba) }));
    return text.object();
}

QByteArray serverTime(const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(clock.now(), Qt::UTC)
               .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)
               .toLatin1()
        + "000+00:00";
}

} // namespace rowlift::practice::dotdigital
