#include "tests/survive/far_end.h"

#include "app/practice/server.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrl>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAtOnce = 200; ///< Records in a call.
constexpr int patienceMs = 60'000;
constexpr int mostLooks = 500; ///< At what becomes of an import.

QJsonDocument jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes);
}

/// A body that came in pieces, each behind its length.
QByteArray joined(const QByteArray &pieces)
{
    QByteArray body;
    for (qsizetype at = 0; at < pieces.size();) {
        const qsizetype end = pieces.indexOf("\r\n", at);
        const qsizetype length = pieces.mid(at, end - at).toLongLong(nullptr, 16);
        if (end < 0 || length == 0)
            break;
        body += pieces.mid(end + 2, length);
        at = end + 2 + length + 2;
    }
    return body;
}

} // namespace

FarEnd::FarEnd(QJsonObject ready)
    : m_ready(std::move(ready))
    , m_port(quint16(QUrl(m_ready[u"salesforce"][u"url"].toString()).port()))
    , m_adminPort(quint16(QUrl(m_ready[u"admin"][u"url"].toString()).port()))
{
}

Credentials FarEnd::credentials(const QString &service) const
{
    const QJsonObject ready = m_ready[service].toObject();
    const bool isBasic = ready.contains(u"password");
    return { .url = QUrl(ready[u"url"].toString()),
             .clientId = ready[isBasic ? u"user" : u"clientId"].toString(),
             .clientSecret = Secret(ready[isBasic ? u"password" : u"clientSecret"].toString()),
             .kind = isBasic ? SignInKind::Basic : SignInKind::ClientCredentials };
}

QByteArray FarEnd::speak(quint16 port, const QByteArray &method, const QByteArray &path,
                         const QByteArray &type, const QByteArray &body,
                         const QByteArray &authorization) const
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(patienceMs))
        return {};
    socket.write(
        method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: " + type
        + "\r\nSforce-Auto-Assign: FALSE\r\nAuthorization: "
        + (authorization.isEmpty() ? "Bearer " + m_ready[u"salesforce"][u"token"].toString().toLatin1()
                                   : authorization)
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.waitForReadyRead(patienceMs)) { }
    const QByteArray reply = socket.readAll();
    const qsizetype head = reply.indexOf("\r\n\r\n");
    if (head < 0)
        return {};
    const bool inPieces = reply.first(head).toLower().contains("transfer-encoding: chunked");
    return inPieces ? joined(reply.mid(head + 4)) : reply.mid(head + 4);
}

QByteArray FarEnd::admin(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    return speak(m_adminPort, method, '/' + path, "application/json"_ba, body);
}

qint64 FarEnd::addedTime() const
{
    return jsonOf(admin("GET"_ba, "clock"_ba)).object()[u"added"].toInteger();
}

void FarEnd::moveClock(qint64 milliseconds) const
{
    admin("POST"_ba, "clock"_ba,
          "{\"seconds\":" + QByteArray::number(double(milliseconds) / 1000.0, 'f', 3) + '}');
}

void FarEnd::plant(const QByteArray &faults) const
{
    if (admin("POST"_ba, "faults"_ba, faults) != "{}")
        qFatal("the faults were not taken: %s", faults.constData());
}

QStringList FarEnd::create(const QList<QJsonObject> &records, const QString &object) const
{
    QStringList ids;
    for (qsizetype at = 0; at < records.size(); at += mostAtOnce) {
        QJsonArray some;
        for (QJsonObject record : records.mid(at, mostAtOnce)) {
            record.insert(u"attributes"_s, QJsonObject { { u"type"_s, object } });
            some.append(record);
        }
        const QByteArray answer
            = speak(m_port, "POST"_ba, "/services/data/v61.0/composite/sobjects"_ba, "application/json"_ba,
                    QJsonDocument(QJsonObject { { u"records"_s, some } }).toJson());
        for (const auto &made : jsonOf(answer).array()) {
            if (!made[u"success"].toBool())
                qFatal("a record was not made: %s", answer.constData());
            ids << made[u"id"].toString();
        }
    }
    if (ids.size() != records.size())
        qFatal("records were not made");
    return ids;
}

QString FarEnd::idOf(const QString &object, const QString &field, const QString &value) const
{
    const QString query = u"SELECT Id FROM %1 WHERE %2 = '%3'"_s.arg(object, field, value);
    const QByteArray answer
        = speak(m_port, "GET"_ba, "/services/data/v61.0/query?q=" + QUrl::toPercentEncoding(query),
                "application/json"_ba, {});
    const QString id = jsonOf(answer).object()[u"records"].toArray().first().toObject()[u"Id"].toString();
    if (id.isEmpty())
        qFatal("no such record: %s", answer.constData());
    return id;
}

void FarEnd::remove(const QStringList &ids) const
{
    for (qsizetype at = 0; at < ids.size(); at += mostAtOnce)
        speak(m_port, "DELETE"_ba,
              "/services/data/v61.0/composite/sobjects?ids=" + ids.mid(at, mostAtOnce).join(u',').toLatin1(),
              "application/json"_ba, {});
}

QJsonObject FarEnd::marketo(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    const Credentials app = credentials(u"marketo"_s);
    const QByteArray granted
        = speak(m_port, "POST"_ba,
                "/identity/oauth/token?grant_type=client_credentials&client_id=" + app.clientId.toLatin1()
                    + "&client_secret=" + app.clientSecret.reveal().toLatin1(),
                "application/x-www-form-urlencoded"_ba, {});
    const QByteArray token = "Bearer " + jsonOf(granted).object()[u"access_token"].toString().toLatin1();
    for (int tries = 0; tries < 5; ++tries) {
        const QJsonObject answer
            = jsonOf(speak(m_port, method, path, "application/json"_ba, body, token)).object();
        if (answer[u"errors"][0][u"code"].toString() != u"606")
            return answer;
        moveClock(20'000); // too many calls for now
    }
    qFatal("Marketo takes no calls");
}

QList<qint64> FarEnd::createPeople(const QList<QJsonObject> &people, const QString &partition) const
{
    QList<qint64> ids;
    for (qsizetype at = 0; at < people.size(); at += mostAtOnce) {
        QJsonArray some;
        for (const QJsonObject &person : people.mid(at, mostAtOnce))
            some.append(person);
        QJsonObject call { { u"action"_s, u"createDuplicate"_s }, { u"input"_s, some } };
        if (!partition.isEmpty()) {
            call.insert(u"action"_s, u"createOnly"_s);
            call.insert(u"partitionName"_s, partition);
        }
        const QJsonObject answer = marketo("POST"_ba, "/rest/v1/leads.json"_ba, QJsonDocument(call).toJson());
        for (const auto &made : answer[u"result"].toArray()) {
            if (made[u"status"].toString() != u"created")
                qFatal("a person was not made: %s", QJsonDocument(answer).toJson().constData());
            ids << made[u"id"].toInteger();
        }
    }
    if (ids.size() != people.size())
        qFatal("people were not made");
    return ids;
}

QByteArray FarEnd::dotdigital(const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    const Credentials user = credentials(u"dotdigital"_s);
    const QByteArray basic
        = "Basic " + (user.clientId.toUtf8() + ':' + user.clientSecret.reveal().toUtf8()).toBase64();
    return speak(m_port, method, path, "application/json"_ba, body, basic);
}

void FarEnd::createInsight(const QList<QJsonObject> &records, const QString &collection) const
{
    const QByteArray path = "/v2/contacts/transactional-data/import/"_ba;
    QJsonArray items;
    for (const QJsonObject &record : records)
        items.append(QJsonObject {
            { u"key"_s, record[u"key"] },
            { u"contactIdentifier"_s, record[u"contact"] },
            { u"json"_s,
              QString::fromUtf8(
                  QJsonDocument(record[u"json"].toObject()).toJson(QJsonDocument::Compact)) } });
    const QJsonObject taken = jsonOf(dotdigital("POST"_ba, path + collection.toLatin1(),
                                                QJsonDocument(items).toJson(QJsonDocument::Compact)))
                                  .object();
    const QByteArray job = path + taken[u"id"].toString().toLatin1();
    QString status;
    for (int looks = 0; looks < mostLooks && status != u"Finished"; ++looks) {
        moveClock(2'000);
        status = jsonOf(dotdigital("GET"_ba, job)).object()[u"status"].toString();
    }
    const QByteArray report = dotdigital("GET"_ba, job + "/report");
    if (jsonOf(report).object()[u"totalImported"].toInt() != records.size())
        qFatal("records were not made: %s", report.constData());
}

void FarEnd::createContacts(const QList<QJsonObject> &contacts) const
{
    for (QJsonObject contact : contacts) {
        const QJsonValue email = contact.take(u"email"_s);
        QJsonArray fields;
        for (auto field = contact.constBegin(); field != contact.constEnd(); ++field)
            fields.append(QJsonObject { { u"key"_s, field.key() }, { u"value"_s, field.value() } });
        const QByteArray answer = dotdigital(
            "POST"_ba, "/v2/contacts"_ba,
            QJsonDocument(QJsonObject { { u"email"_s, email }, { u"dataFields"_s, fields } }).toJson());
        if (!jsonOf(answer).object().contains(u"id"))
            qFatal("a contact was not made: %s", answer.constData());
    }
}

QList<QJsonObject> FarEnd::records(const QString &object, const QString &service) const
{
    QList<QJsonObject> found;
    const QByteArray path = "records?service=" + service.toLatin1() + "&object=" + object.toLatin1();
    for (const QByteArray &line : admin("GET"_ba, path).split('\n')) {
        if (!line.isEmpty())
            found << jsonOf(line).object();
    }
    return found;
}

QList<std::pair<QString, QString>> FarEnd::requests() const
{
    QList<std::pair<QString, QString>> seen;
    for (const auto &request : jsonOf(admin("GET"_ba, "requests"_ba)).array())
        seen.append({ request[u"method"].toString(), request[u"path"].toString() });
    return seen;
}

void FarEnd::waitUntilItListens() const
{
    const QDeadlineTimer patience(patienceMs);
    while (!patience.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        if (socket.waitForConnected(patienceMs))
            return;
    }
    qFatal("the practice server does not come back");
}

OwnServer::OwnServer()
{
    start();
}

OwnServer::~OwnServer() = default;

void OwnServer::start()
{
    if (m_server)
        return;
    practice::Options options;
    options.port = m_port;
    options.dataFolder = folder();
    m_server = std::make_unique<practice::Server>(options);
    QString error;
    if (!m_server->start(&error))
        qFatal("practice server: %s", qPrintable(error));
    m_port = m_server->ready().port;
    m_farEnd = std::make_unique<FarEnd>(jsonOf(m_server->ready().line).object());
}

void OwnServer::end()
{
    m_server.reset();
}

void OwnServer::reset()
{
    start();
    m_farEnd->admin("POST"_ba, "reset"_ba);
}

} // namespace rowlift::testing
