#include "app/practice/dotdigital/insight_records.h"

#include "app/practice/json_text.h"

#include <QJsonDocument>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfContact = 100;

QByteArray recordView(const InsightRecord &record)
{
    JsonText text;
    return text.text("key", record.key)
        .text("contactIdentifier", QByteArray::number(record.contact))
        .text("json", record.json)
        .object();
}

Response recordsView(const QList<InsightRecord> &records)
{
    QByteArrayList each;
    for (const InsightRecord &record : records)
        each.append(recordView(record));
    return jsonReply(200, jsonArray(each));
}

/// `json` as it stands in a body: a string, or, as the vendor's examples have it, an object.
void readJson(const QJsonObject &body, Item *item)
{
    const QJsonValue json = body.value("json"_L1);
    item->form = json.isString() ? Item::Json::Text
        : json.isObject()        ? Item::Json::Object
        : json.isUndefined()     ? Item::Json::Missing
                                 : Item::Json::Other;
    item->json = (json.isString() ? json.toString().toUtf8()
                                  : QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact))
                     .toStdString();
}

std::string textOf(const QJsonValue &value)
{
    return value.isDouble() ? std::to_string(value.toInteger()) : value.toString().toStdString();
}

/// Contacts that are not there are told by the token of contacts, everything else by that of records.
Response refusedRecord(const Fault &fault)
{
    const bool contact = fault.reason.startsWith("Contact");
    return sentence(
        400,
        fault.reason + ": " + fault.detail + " Error: "
            + (contact ? "ERROR_CONTACT_NOT_FOUND" : "ERROR_TRANSACTIONAL_DATA_VALIDATION_FAILED"));
}

Response noCollection()
{
    return refusal(404, "ERROR_TRANSACTIONAL_DATA_COLLECTION_DOES_NOT_EXIST"_ba);
}

} // namespace

std::optional<Response> InsightRecords::answer(Call &call)
{
    const QStringList &path = call.path;
    const auto text = [&](int i) { return path.value(i).toUtf8(); };
    if (path.value(1) == u"transactional-data" && path.size() == 3)
        return ofAccount(call, text(2));
    if (path.value(1) != u"contacts")
        return std::nullopt;
    if (path.value(2) == u"transactional-data" && path.size() == 4)
        return ofCollection(call, text(3));
    if (path.value(2) == u"transactional-data" && path.size() == 5)
        return ofKey(call, text(3), text(4));
    if (path.value(3) == u"transactional-data" && path.size() == 5)
        return ofContact(call, text(2), text(4));
    return std::nullopt;
}

Response InsightRecords::ofCollection(Call &call, const QByteArray &name)
{
    if (call.is("POST"))
        return add(call, name);
    if (!call.is("GET"))
        return wrongMethod();
    const auto collection = Collections(call.database).find(name);
    if (!collection)
        return noCollection();
    const int take = call.number(u"take"_s, mostOfContact);
    if (take < 1 || take > 1000)
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    QList<InsightRecord> records;
    for (const auto &[number, record] :
         Collections(call.database).behind(collection->id, call.number(u"fromId"_s, 0), take))
        records.append(record);
    return recordsView(records);
}

Response InsightRecords::add(Call &call, const QByteArray &name)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    if (!isCollectionNameV2(name))
        return refusal(400, "ERROR_TRANSACTIONAL_DATA_INVALID_COLLECTION_NAME"_ba);
    Item item;
    item.key = textOf(body->value("key"_L1));
    item.hasKey = !item.key.empty();
    item.identifier = textOf(body->value("contactidentifier"_L1));
    readJson(*body, &item);
    if (!item.hasKey) // the service makes one
        item.key = newId().toStdString();
    item.hasKey = true;
    const Turn turn(m_around, call.database);
    Collections all(call.database);
    const auto known = all.find(name);
    const Collection collection = known
        ? *known
        : all.make(name, item.identifier == "account" ? "account"_ba : "contact"_ba, "custom"_ba);
    InsightJudge judge(m_around, call.database, collection);
    if (const Fault fault = judge.take(item); !fault.none()) {
        if (!known)
            all.remove(collection.id);
        return refusedRecord(fault);
    }
    judge.finish();
    const auto stored = all.record(collection.id, QByteArray::fromStdString(item.key));
    return stored ? jsonReply(201, recordView(*stored)) : refusal(500, "ERROR_UNKNOWN"_ba);
}

Response InsightRecords::ofKey(Call &call, const QByteArray &name, const QByteArray &key)
{
    Collections all(call.database);
    const auto collection = all.find(name);
    if (!collection)
        return noCollection();
    if (call.is("PUT") && key == "empty") {
        const Turn turn(m_around, call.database);
        all.empty(collection->id);
        return statusOnly(204);
    }
    const auto record = all.record(collection->id, key);
    if (!record)
        return refusal(404, "ERROR_TRANSACTIONAL_DATA_DOES_NOT_EXIST"_ba);
    if (call.is("GET"))
        return jsonReply(200, recordView(*record));
    if (call.is("POST"))
        return replace(call, *collection, *record);
    if (!call.is("DELETE"))
        return wrongMethod();
    const Turn turn(m_around, call.database);
    all.drop(collection->id, key);
    return statusOnly(204);
}

Response InsightRecords::replace(Call &call, const Collection &collection, const InsightRecord &record)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    Item item;
    item.hasKey = true;
    item.key = record.key.toStdString();
    item.identifier = record.contact < 0 ? "account" : std::to_string(record.contact);
    readJson(*body, &item);
    const Turn turn(m_around, call.database);
    InsightJudge judge(m_around, call.database, collection);
    if (const Fault fault = judge.take(item); !fault.none())
        return refusedRecord(fault);
    judge.finish();
    const auto stored = Collections(call.database).record(collection.id, record.key);
    return stored ? jsonReply(200, recordView(*stored)) : refusal(500, "ERROR_UNKNOWN"_ba);
}

Response InsightRecords::ofContact(Call &call, const QByteArray &contact, const QByteArray &name)
{
    Contacts contacts(call.database);
    const qint64 number = contactNumber(contact);
    const qint64 id = number > 0 ? (contacts.exists(number) ? number : 0) : contacts.withEmail(contact);
    if (id == 0)
        return refusal(404, "ERROR_CONTACT_NOT_FOUND"_ba);
    Collections all(call.database);
    const auto collection = all.find(name);
    if (!collection)
        return noCollection();
    if (call.is("GET"))
        return recordsView(all.ofContact(collection->id, id, mostOfContact));
    if (!call.is("DELETE"))
        return wrongMethod();
    const Turn turn(m_around, call.database);
    all.emptyFor(collection->id, id);
    return statusOnly(204);
}

Response InsightRecords::ofAccount(const Call &call, const QByteArray &name) const
{
    if (!call.is("GET"))
        return wrongMethod();
    const auto page = pageOf(call, 100);
    if (!page)
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    const auto collection = Collections(call.database).find(name);
    if (!collection || !collection->isOfAccount())
        return noCollection();
    return recordsView(Collections(call.database).list(collection->id, page->select, page->skip));
}

} // namespace rowlift::practice::dotdigital
