#include "app/service/salesforce/org.h"

#include "app/service/salesforce/address.h"
#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/schema_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct OrgWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Org)
};

QString under(const QString &path)
{
    return apiRoot + path;
}

/// The user's name. Not every app may ask for it: then it stays empty, and that is no error.
Result<QString> readUser(Api &api, std::stop_token stop)
{
    const Result<HttpReply> reply = api.ask({ .path = u"/services/oauth2/userinfo"_s }, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    const QJsonObject user = QJsonDocument::fromJson(reply->body).object();
    return user.value("preferred_username"_L1).toString(user.value("email"_L1).toString());
}

bool isForImport(const QJsonObject &object)
{
    const bool changes = object.value("createable"_L1).toBool() || object.value("updateable"_L1).toBool()
        || object.value("deletable"_L1).toBool();
    return changes && !object.value("deprecatedAndHidden"_L1).toBool()
        && !object.value("customSetting"_L1).toBool()
        && object.value("associateEntityType"_L1).toString().isEmpty();
}

std::optional<Gauge> gaugeFrom(const QJsonObject &limits, const QString &id, const QString &label)
{
    const QJsonObject limit = limits.value(id).toObject();
    if (!limit.contains("Max"_L1))
        return std::nullopt;
    return Gauge { .id = id,
                   .label = label,
                   .left = limit.value("Remaining"_L1).toInteger(),
                   .most = limit.value("Max"_L1).toInteger() };
}

QString callsLabel()
{
    return OrgWords::tr("Calls left today");
}

std::vector<Gauge> gaugesFrom(const QJsonObject &limits)
{
    std::vector<Gauge> gauges;
    for (const auto &gauge : { gaugeFrom(limits, callsGauge, callsLabel()),
                               gaugeFrom(limits, uploadsGauge, OrgWords::tr("Uploads left today")),
                               gaugeFrom(limits, u"DataStorageMB"_s, OrgWords::tr("Storage left (MB)")) }) {
        if (gauge)
            gauges.push_back(*gauge);
    }
    return gauges;
}

} // namespace

Result<AccountFacts> readFacts(Api &api, Environment environment, std::stop_token stop)
{
    Call call { .path = under(u"/query"_s) };
    call.query.addQueryItem(u"q"_s, u"SELECT Name, IsSandbox FROM Organization"_s);
    const Result<QJsonObject> answer = api.sendForObject(call, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    const Result<QString> user = readUser(api, stop);
    if (!user)
        return tl::unexpected(user.error());
    const QJsonObject organization = answer->value("records"_L1).toArray().first().toObject();
    const bool sandbox
        = environment == Environment::Production && organization.value("IsSandbox"_L1).toBool();
    return AccountFacts { .organization = organization.value("Name"_L1).toString(),
                          .user = *user,
                          .environment = sandbox ? Environment::Sandbox : environment };
}

Result<std::vector<ObjectInfo>> readObjects(Api &api, std::stop_token stop)
{
    const Result<QJsonObject> answer = api.sendForObject({ .path = under(u"/sobjects"_s) }, stop);
    if (!answer)
        return tl::unexpected(answer.error());
    std::vector<ObjectInfo> objects;
    const QJsonArray entries = answer->value("sobjects"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        if (isForImport(entry.toObject()))
            objects.push_back(objectFrom(entry.toObject()));
    }
    std::ranges::sort(objects, [](const ObjectInfo &a, const ObjectInfo &b) {
        const int order = a.label.localeAwareCompare(b.label);
        return order != 0 ? order < 0 : a.name < b.name;
    });
    return objects;
}

Result<QByteArray> readDescribe(Api &api, const QString &object, std::stop_token stop)
{
    const Result<HttpReply> reply
        = api.send({ .path = under(u"/sobjects/%1/describe"_s.arg(object)) }, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    return reply->body;
}

Result<std::vector<Gauge>> readGauges(Api &api, std::stop_token stop)
{
    const Call call { .path = under(u"/limits"_s) };
    const Result<HttpReply> reply = api.ask(call, Progress(), stop);
    if (!reply)
        return tl::unexpected(reply.error());
    if (reply->status == 200)
        return gaugesFrom(QJsonDocument::fromJson(reply->body).object());
    if (reply->status == 403 && api.usage())
        return std::vector<Gauge> { { .id = callsGauge,
                                      .label = callsLabel(),
                                      .left = api.usage()->most - api.usage()->used,
                                      .most = api.usage()->most } };
    HttpRequest asked;
    asked.url.setPath(call.path);
    return tl::unexpected(errorFrom(asked, *reply, api.now()));
}

} // namespace rowlift::salesforce
