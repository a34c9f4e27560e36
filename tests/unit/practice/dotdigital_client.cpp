#include "tests/unit/practice/dotdigital_client.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QUrl>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

DotdigitalClient::DotdigitalClient(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    m_account = json.value("dotdigital"_L1).toObject();
    m_port = static_cast<quint16>(QUrl(m_account.value("url"_L1).toString()).port());
    m_adminPort
        = static_cast<quint16>(QUrl(json.value("admin"_L1).toObject().value("url"_L1).toString()).port());
}

QByteArray DotdigitalClient::authorization() const
{
    const QString both
        = m_account.value("user"_L1).toString() + u':' + m_account.value("password"_L1).toString();
    return "Authorization: Basic " + both.toUtf8().toBase64();
}

Reply DotdigitalClient::ask(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                            const QByteArray &type)
{
    QByteArrayList headers { authorization() };
    if (!body.isEmpty())
        headers.append("Content-Type: " + type);
    return Wire(m_port).ask(method, path, headers, body);
}

Reply DotdigitalClient::admin(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    return Wire(m_adminPort).ask(method, path, {}, body);
}

void DotdigitalClient::setSwitch(const QByteArray &name, const QByteArray &json)
{
    admin("POST"_ba, "/switches"_ba, "{\"" + name + "\":" + json + '}');
}

void DotdigitalClient::moveClock(int seconds)
{
    admin("POST"_ba, "/clock"_ba, "{\"seconds\":" + QByteArray::number(seconds) + '}');
}

QByteArray DotdigitalClient::post(const QByteArray &collection, const QByteArray &items)
{
    return ask("POST"_ba, insightPath + collection, items).object().value("id"_L1).toString().toLatin1();
}

QJsonObject DotdigitalClient::import(const QByteArray &collection, const QByteArray &items)
{
    const QByteArray id = post(collection, items);
    waitForEnd(insightPath + id);
    return get(insightPath + id + "/report").object();
}

QString DotdigitalClient::waitForEnd(const QByteArray &path)
{
    static const QStringList running { u"NotStarted"_s, u"NotFinished"_s, u"Processing"_s };
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 60'000) {
        const QString status = get(path).object().value("status"_L1).toString();
        if (!running.contains(status))
            return status;
        moveClock(3);
    }
    return {};
}

QByteArray DotdigitalClient::importContacts(const QByteArray &csv, const QByteArray &path)
{
    const QByteArray id
        = ask("POST"_ba, path, contactsForm(csv), formType).object().value("id"_L1).toString().toLatin1();
    waitForEnd("/v2/contacts/import/" + id);
    return id;
}

QList<QJsonObject> DotdigitalClient::records(const QByteArray &object)
{
    QList<QJsonObject> records;
    for (const QByteArray &line :
         admin("GET"_ba, "/records?service=dotdigital&object=" + object).body.split('\n'))
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    return records;
}

QJsonObject DotdigitalClient::contact(const QString &email)
{
    for (const QJsonObject &each : records("contacts"_ba))
        if (each.value("email"_L1).toString() == email)
            return each;
    return {};
}

QByteArray itemV2(const QByteArray &key, const QByteArray &contact, const QByteArray &json)
{
    return QJsonDocument(QJsonObject { { u"key"_s, QString::fromUtf8(key) },
                                       { u"contactIdentifier"_s, QString::fromUtf8(contact) },
                                       { u"json"_s, QString::fromUtf8(json) } })
        .toJson(QJsonDocument::Compact);
}

QString reasonOf(const QJsonObject &report, const QString &key)
{
    for (const QJsonValue &each : report.value("faults"_L1).toArray())
        if (each["key"_L1].toString() == key)
            return each["reason"_L1].toString();
    return {};
}

QByteArray tokenOf(const Reply &reply)
{
    static const QRegularExpression token(u"ERROR_[A-Z_]+"_s);
    return token.match(reply.object().value("message"_L1).toString()).captured().toLatin1();
}

QByteArray contactsForm(const QByteArray &csv, const QByteArray &fileName)
{
    return multipartBody({ { "name=\"file\"; filename=\"" + fileName + '"', csv } });
}

} // namespace rowlift::practice
