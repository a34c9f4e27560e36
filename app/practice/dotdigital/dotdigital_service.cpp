#include "app/practice/dotdigital/dotdigital_service.h"

#include "app/practice/json_text.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <atomic>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int callsPerHour = 2000; ///< Source: contracts/dotdigital.md, 3.

Response saying(int status, const QByteArray &message)
{
    JsonText text;
    text.text("message", message);
    return Response::json(status, text.object());
}

QByteArray property(const char *name, const QByteArray &type, const QByteArray &value)
{
    JsonText text;
    return text.text("name", name).text("type", type).text("value", value).object();
}

class DotdigitalService final : public Service {
public:
    explicit DotdigitalService(const Surroundings &around)
        : m_around(around)
    {
        QFile file(u":/practice/dotdigital/data-fields.json"_s);
        if (file.open(QIODevice::ReadOnly))
            m_dataFields = QJsonDocument::fromJson(file.readAll()).toJson(QJsonDocument::Compact);
        restoreUser();
    }

    QString name() const override { return u"dotdigital"_s; }

    bool owns(const QString &path) const override
    {
        return path == u"/v2" || path.startsWith(u"/v2/") || path.startsWith(u"/insightData/")
            || path.startsWith(u"/contacts/v3");
    }

    Response answer(Request &request) override
    {
        if (request.header("authorization"_ba) != m_authorization)
            return faultReply(401);
        if (m_around.switches.on(u"wrong-region"_s))
            return faultReply(403);
        ++m_calls;
        if (request.path == u"/v2/account-info")
            return read(request, [this] { return Response::json(200, accountInfo()); });
        if (request.path == u"/v2/data-fields")
            return read(request, [this] { return Response::json(200, m_dataFields); });
        if (request.path == u"/v2/server-time")
            return read(request, [this] { return Response::text(200, "text/plain"_ba, serverTime()); });
        return saying(404, "Error: ERROR_UNKNOWN"_ba);
    }

    Response faultReply(int status) const override
    {
        switch (status) {
        case 401:
            return saying(401, "Authorization has been denied for this request."_ba);
        case 403:
            return saying(403, "Forbidden: Access is denied"_ba);
        case 429:
            return saying(429, "Error: ERROR_APIUSAGE_EXCEEDED"_ba)
                .with("X-RateLimit-Reset"_ba, QByteArray::number(m_around.clock.now() / 1000 + 60))
                .with("X-RateLimit-Remaining"_ba, "0"_ba);
        case 503:
            return saying(503, "Error: ERROR_SYSTEM_SERVICETEMPORARILYUNAVAILABLE"_ba);
        default:
            return saying(status, "Error: ERROR_UNKNOWN"_ba);
        }
    }

    QByteArray readyJson() const override
    {
        JsonText text;
        return text.text("url", m_around.origin).text("user", m_user).text("password", m_password).object();
    }

    /// Nothing can be imported here yet, so nothing is stored.
    bool records(const QString &objectName, const std::function<bool(const QByteArray &)> &) override
    {
        return objectName == u"contacts";
    }

    void expireSessions() override { } // there are none
    void reset() override { m_calls = 0; }
    void start() override { }
    void stop() override { }

private:
    /// The user stays the same over restarts.
    void restoreUser()
    {
        const QString path = m_around.dataFolder + u"/dotdigital.json"_s;
        QFile file(path);
        const QJsonObject json = file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll()).object()
            : QJsonObject();
        m_user = json.value("user"_L1).toString().toLatin1();
        m_password = json.value("password"_L1).toString().toLatin1();
        if (m_user.isEmpty() || m_password.isEmpty()) {
            const QByteArray chance = QUuid::createUuid().toByteArray(QUuid::Id128);
            m_user = "apiuser-" + chance.left(12) + "@apiconnector.com";
            m_password = chance.right(18);
            QSaveFile kept(path);
            if (kept.open(QIODevice::WriteOnly)) {
                kept.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
                kept.write(QJsonDocument(QJsonObject { { u"user"_s, QString::fromLatin1(m_user) },
                                                       { u"password"_s, QString::fromLatin1(m_password) } })
                               .toJson());
                kept.commit();
            }
        }
        m_authorization = "Basic " + (m_user + ':' + m_password).toBase64();
    }

    template <typename Make>
    static Response read(const Request &request, Make make)
    {
        return request.method == "GET" ? make() : saying(405, "Error: ERROR_MALFORMED_REQUEST"_ba);
    }

    /// Every value is text, numbers as well. Source: contracts/dotdigital.md, 1.
    QByteArray accountInfo() const
    {
        const int calls = m_calls;
        JsonText text;
        text.number("id", 7731)
            .raw(
                "properties"_ba,
                jsonArray({ property("Name", "String"_ba, "Acme Practice"_ba),
                            property("MainEmail", "String"_ba, "owner@acme.example"_ba),
                            property("APILocale", "String"_ba, "en-GB"_ba),
                            property("ApiCallsInLastHour", "Int"_ba, QByteArray::number(calls)),
                            property("ApiCallsRemaining", "Int"_ba, QByteArray::number(callsPerHour - calls)),
                            property("ApiEndpoint", "String"_ba, m_around.origin + '/'),
                            property("ShowClock", "Boolean"_ba, "False"_ba),
                            property("TimeZoneIana", "String"_ba, "Europe/London"_ba) }));
        return text.object();
    }

    QByteArray serverTime() const
    {
        return QDateTime::fromMSecsSinceEpoch(m_around.clock.now(), Qt::UTC)
                   .toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)
                   .toLatin1()
            + "000+00:00";
    }

    const Surroundings &m_around;
    QByteArray m_user;
    QByteArray m_password;
    QByteArray m_authorization;
    QByteArray m_dataFields;
    std::atomic<int> m_calls = 0;
};

} // namespace

std::unique_ptr<Service> makeDotdigital(const Surroundings &around)
{
    return std::make_unique<DotdigitalService>(around);
}

} // namespace rowlift::practice::dotdigital
