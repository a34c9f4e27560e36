#include "tests/unit/practice/marketo_client.h"

#include <QElapsedTimer>
#include <QUrl>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

RawPart filePart(const QByteArray &csv)
{
    return { "name=\"file\"; filename=\"people.csv\"\r\nContent-Type: text/csv", csv };
}

QByteArray multipartBody(const QList<RawPart> &parts)
{
    QByteArray body;
    for (const RawPart &part : parts)
        body
            += "--xYzZY\r\nContent-Disposition: form-data; " + part.head + "\r\n\r\n" + part.content + "\r\n";
    return body + "--xYzZY--\r\n";
}

QJsonObject firstOf(const Reply &reply)
{
    return reply.object().value("result"_L1).toArray().first().toObject();
}

int refusalOf(const Reply &reply)
{
    if (reply.object().value("success"_L1).toBool())
        return -1;
    // A code that is a number would be wrong: it reads as 0.
    return reply.object().value("errors"_L1).toArray().first().toObject().value("code"_L1).toString().toInt();
}

QByteArray wordsOf(const Reply &reply)
{
    return reply.object()
        .value("errors"_L1)
        .toArray()
        .first()
        .toObject()
        .value("message"_L1)
        .toString()
        .toUtf8();
}

MarketoClient::MarketoClient(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    m_instance = json.value("marketo"_L1).toObject();
    m_port = static_cast<quint16>(QUrl(m_instance.value("url"_L1).toString()).port());
    m_adminPort
        = static_cast<quint16>(QUrl(json.value("admin"_L1).toObject().value("url"_L1).toString()).port());
    signIn();
}

QJsonObject MarketoClient::signIn()
{
    const QJsonObject reply
        = Wire(m_port)
              .ask("GET"_ba,
                   "/identity/oauth/token?grant_type=client_credentials&client_id="
                       + m_instance.value("clientId"_L1).toString().toLatin1()
                       + "&client_secret=" + m_instance.value("clientSecret"_L1).toString().toLatin1())
              .object();
    m_token = reply.value("access_token"_L1).toString().toLatin1();
    return reply;
}

Reply MarketoClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &type,
                         const QByteArray &body)
{
    QByteArrayList headers { "Authorization: Bearer " + m_token };
    if (!type.isEmpty())
        headers.append("Content-Type: " + type);
    return Wire(m_port).ask(method, path, headers, body);
}

Reply MarketoClient::admin(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    return Wire(m_adminPort).ask(method, path, {}, body);
}

void MarketoClient::setSwitch(const QByteArray &name, const QByteArray &json)
{
    admin("POST"_ba, "/switches"_ba, "{\"" + name + "\":" + json + '}');
}

void MarketoClient::moveClock(int seconds)
{
    admin("POST"_ba, "/clock"_ba, "{\"seconds\":" + QByteArray::number(seconds) + '}');
}

Reply MarketoClient::post(const QByteArray &csv, const QByteArray &query)
{
    return ask("POST"_ba, "/bulk/v1/leads.json" + query, "multipart/form-data; boundary=xYzZY"_ba,
               multipartBody({ filePart(csv) }));
}

QJsonObject MarketoClient::import(const QByteArray &csv, const QByteArray &query)
{
    return waitForEnd(firstOf(post(csv, query)).value("batchId"_L1).toInteger());
}

QJsonObject MarketoClient::waitForEnd(qint64 batch)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60'000) {
        const QJsonObject job = status(batch);
        const QString state = job.value("status"_L1).toString();
        if (state != u"Queued" && state != u"Importing")
            return job;
        moveClock(21); // also lets go of the rate limit
    }
    return {};
}

QJsonObject MarketoClient::status(qint64 batch)
{
    return firstOf(ask("GET"_ba, "/bulk/v1/leads/batch/" + QByteArray::number(batch) + ".json"));
}

Reply MarketoClient::failures(qint64 batch)
{
    return ask("GET"_ba, "/bulk/v1/leads/batch/" + QByteArray::number(batch) + "/failures.json");
}

Reply MarketoClient::warnings(qint64 batch)
{
    return ask("GET"_ba, "/bulk/v1/leads/batch/" + QByteArray::number(batch) + "/warnings.json");
}

QList<QJsonObject> MarketoClient::records(const QByteArray &object)
{
    QList<QJsonObject> records;
    for (const QByteArray &line :
         admin("GET"_ba, "/records?service=marketo&object=" + object).body.split('\n'))
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    return records;
}

QList<QJsonObject> MarketoClient::leads(const QString &email)
{
    QList<QJsonObject> found = records();
    found.removeIf([&](const QJsonObject &lead) {
        return lead.value("email"_L1).toString().compare(email, Qt::CaseInsensitive) != 0;
    });
    return found;
}

} // namespace rowlift::practice
