#include "app/practice/dotdigital/collections_v3.h"

#include "app/practice/dotdigital/insight_judge.h"
#include "app/practice/dotdigital/insight_v3.h"
#include "app/practice/json_text.h"

#include <QJsonDocument>

#include <limits>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostCollections = 1000; ///< Source: contracts/dotdigital.md, 4.1.
constexpr qint64 longestRecordBody = 1'000'000;

Response collectionNotFound(const QByteArray &name)
{
    return refusalV3(404, "insightData:collectionNotFound"_ba, "The collection could not be found"_ba, name,
                     "Not found"_ba);
}

Response wrongName(const QByteArray &name)
{
    return refusalV3(400, "insightData:invalidId"_ba, "The collectionName value '" + name + "' is invalid");
}

QByteArray collectionSummary(Collections &all, const Collection &collection)
{
    JsonText text;
    return text.text("collectionName", collection.name)
        .text("collectionType", collection.type)
        .text("collectionScope", collection.scope)
        .number("recordCount", all.countIn(collection.id))
        .object();
}

QByteArray column(const char *name, const char *mode, const char *type, const QByteArray &fields = "[]"_ba)
{
    JsonText text;
    return text.text("name", name).text("mode", mode).text("type", type).raw("fields"_ba, fields).object();
}

QByteArray recordViewV3(const InsightRecord &record)
{
    JsonText text;
    text.text("key", record.key)
        .raw("json"_ba, record.json)
        .text("created", isoTime(record.created))
        .text("updated", isoTime(record.changed));
    if (record.contact > 0)
        text.number("ownerContactId", record.contact);
    return text.object();
}

} // namespace

std::optional<Response> CollectionsV3::answer(Call &call)
{
    const QStringList &path = call.path;
    if (path.value(0) != u"insightData" || path.value(1) != u"v3")
        return std::nullopt;
    const auto text = [&](int i) { return path.value(i).toUtf8(); };
    const QString kind = path.value(2);
    if (kind == u"async" && path.size() == 4)
        return async(call, text(3));
    if (kind == u"collections" && path.size() == 3)
        return call.is("GET") ? all(call) : wrongMethod();
    if (kind == u"collections" && path.size() >= 4 && path.size() <= 5)
        return one(call, text(3));
    if (kind == u"account" && path.size() == 5)
        return record(call, {}, {}, text(3), text(4));
    if (kind == u"contacts" && path.size() == 7)
        return record(call, text(3), text(4), text(5), text(6));
    return std::nullopt;
}

Response CollectionsV3::all(const Call &call) const
{
    Collections collections(call.database);
    QByteArrayList each;
    for (const Collection &collection : collections.list(std::numeric_limits<int>::max(), 0))
        each.append(collectionSummary(collections, collection));
    return jsonReply(200, jsonArray(each));
}

Response CollectionsV3::one(Call &call, const QByteArray &name)
{
    if (!isCollectionNameV3(name))
        return wrongName(name);
    const QString what = call.path.value(4);
    if (what.isEmpty() && call.is("POST"))
        return create(call, name);
    const auto collection = Collections(call.database).find(name);
    if (!collection)
        return collectionNotFound(name);
    if (call.is("DELETE") && (what.isEmpty() || what == u"empty"))
        return remove(call, *collection, !what.isEmpty());
    return call.is("GET") && what == u"schema" ? schema(*collection) : wrongMethod();
}

Response CollectionsV3::create(Call &call, const QByteArray &name)
{
    const QByteArray scope = call.request.parameter(u"collectionScope"_s).toUtf8();
    const QByteArray type = call.request.parameter(u"collectionType"_s).toUtf8();
    const QByteArray usedScope = scope.isEmpty() ? "contact"_ba : scope;
    const QByteArray usedType = type.isEmpty() ? "custom"_ba : type;
    if (!isCollectionScope(usedScope) || !isCollectionType(usedType))
        return refusalV3(400, "insightData:invalidId"_ba, "The scope or type is invalid"_ba);
    const Turn turn(m_around, call.database);
    Collections collections(call.database);
    if (const auto known = collections.find(name)) {
        const bool same = known->scope == usedScope && known->type == usedType;
        return same ? statusOnly(200)
                    : refusalV3(400, "insightData:invalidId"_ba,
                                "The collection '" + name + "' has another scope or type");
    }
    if (collections.count() >= m_around.switches.number(u"most-collections"_s, mostCollections))
        return refusalV3(412, "insightData:collectionLimitExceeded"_ba,
                         "The account has as many collections as it may have"_ba);
    collections.make(name, usedScope, usedType);
    return statusOnly(201);
}

Response CollectionsV3::remove(Call &call, const Collection &collection, bool onlyRecords)
{
    const Turn turn(m_around, call.database);
    Collections collections(call.database);
    if (onlyRecords)
        collections.empty(collection.id);
    else
        collections.remove(collection.id);
    const QByteArray id = newId();
    m_jobs.addAsync(call.database, id);
    JsonText text;
    return jsonReply(202, text.text("jobId", id).object());
}

Response CollectionsV3::async(const Call &call, const QByteArray &id) const
{
    if (!call.is("GET"))
        return wrongMethod();
    const auto job = m_jobs.find(call.database, id, JobKind::Async);
    if (!job)
        return refusalV3(404, "insightData:asyncJobNotFound"_ba,
                         "The job ID '" + id + "' could not be found!");
    JsonText text;
    return jsonReply(200,
                     text.text("jobId", job->id)
                         .text("status", m_around.clock.now() < job->ended ? "NotFinished"_ba : "Finished"_ba)
                         .object());
}

Response CollectionsV3::schema(const Collection &collection) const
{
    QByteArrayList columns { column("key", "NULLABLE", "STRING") };
    if (!collection.isOfAccount())
        columns.append(column("contactIdentifier", "REQUIRED", "INTEGER"));
    columns.append(column("dateModified", "REQUIRED", "TIMESTAMP"));
    columns.append(column("deleted", "NULLABLE", "BOOLEAN"));
    columns.append(column("rowId", "NULLABLE", "STRING"));
    columns.append(column("json", "NULLABLE", "RECORD", collection.form));
    JsonText text;
    return jsonReply(200,
                     text.text("collectionName", collection.name)
                         .text("collectionType", collection.type)
                         .raw("schema"_ba, jsonArray(columns))
                         .object());
}

Response CollectionsV3::record(Call &call, const QByteArray &identifier, const QByteArray &value,
                               const QByteArray &name, const QByteArray &key)
{
    Collections collections(call.database);
    const auto collection = collections.find(name);
    if (!collection)
        return collectionNotFound(name);
    if (collection->isOfAccount() != identifier.isEmpty())
        return wrongName(name);
    if (call.is("PUT"))
        return put(call, *collection, identifier, value, key);
    const auto stored = collections.record(collection->id, key);
    if (!stored)
        return refusalV3(404, "insightData:recordNotFound"_ba,
                         "The Insight data record could not be found"_ba, key,
                         "Not found in the collection '" + name + '\'');
    if (call.is("GET"))
        return jsonReply(200, recordViewV3(*stored));
    if (!call.is("DELETE"))
        return wrongMethod();
    const Turn turn(m_around, call.database);
    collections.drop(collection->id, key);
    return statusOnly(204);
}

Response CollectionsV3::put(Call &call, const Collection &collection, const QByteArray &identifier,
                            const QByteArray &value, const QByteArray &key)
{
    const auto body = call.request.body(longestRecordBody);
    const QJsonDocument document = QJsonDocument::fromJson(body.value_or(QByteArray()));
    if (!document.isObject())
        return refusalV3(400, "insightData:badJson"_ba, "The request JSON is badly formed"_ba);
    Item item;
    item.isV3 = item.hasKey = true;
    item.key = key.toStdString();
    item.identifierType = identifier.toStdString();
    item.identifier = value.toStdString();
    item.form = Item::Json::Object;
    item.json = body->toStdString();
    const Turn turn(m_around, call.database);
    const bool known = Collections(call.database).ownerOf(collection.id, key).has_value();
    InsightJudge judge(m_around, call.database, collection);
    const Fault fault = judge.take(item);
    if (fault.reason.startsWith("Contact"))
        return refusalV3(404, "insightData:contactNotFound"_ba,
                         "The following contacts could not be found"_ba, value,
                         "Not found using the identifier '" + identifier + '\'');
    if (!fault.none())
        return refusalV3(400, "insightData:badJson"_ba, "The request JSON is badly formed"_ba, fault.reason,
                         fault.detail);
    judge.finish();
    return statusOnly(known ? 204 : 201);
}

} // namespace rowlift::practice::dotdigital
