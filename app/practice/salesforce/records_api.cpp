#include "app/practice/salesforce/records_api.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/record_view.h"
#include "app/practice/salesforce/record_writer.h"
#include "app/practice/salesforce/replies.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

std::string_view recordsView(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// The record in the body, or why it is none.
std::optional<Response> takeRecord(Request &request, QJsonObject *record)
{
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto body = request.body(longestRecordJson);
    const QJsonDocument document = QJsonDocument::fromJson(body.value_or(QByteArray()));
    *record = document.object();
    return document.isObject()
        ? std::nullopt
        : std::optional(errorReply(400, "JSON_PARSER_ERROR"_ba, "The body is no JSON object"_ba));
}

/// What the duplicate rule found, as the service prints it. Source: contracts/salesforce.md, 5.1.
QByteArray duplicateBody(const RowError &error, const Object &object, const QByteArray &version)
{
    QByteArrayList matches;
    for (const QByteArray &id : error.duplicates) {
        JsonText attributes;
        attributes.text("type", object.name).text("url", recordUrl(object, id, version));
        JsonText record;
        record.raw("attributes"_ba, attributes.object()).text("Id", id);
        JsonText match;
        match.raw("additionalInformation"_ba, "[]"_ba).raw("fieldDiffs"_ba, "[]"_ba);
        match.raw("matchConfidence"_ba, "100.0"_ba).raw("record"_ba, record.object());
        matches.append(match.object());
    }
    JsonText found;
    found.text("entityType", object.name)
        .raw("errors"_ba, "[]"_ba)
        .text("matchEngine", "FuzzyMatchEngine"_ba);
    found.raw("matchRecords"_ba, jsonArray(matches))
        .text("rule", "Standard_" + object.name + "_Match_Rule_v1_1")
        .number("size", matches.size())
        .boolean("success", true);
    JsonText rule;
    rule.boolean("allowSave", error.mayPass)
        .text("duplicateRule", "Standard_" + object.name + "_Duplicate_Rule")
        .text("duplicateRuleEntityType", object.name)
        .text("errorMessage", error.message)
        .raw("matchResults"_ba, jsonArray({ found.object() }));
    JsonText body;
    body.raw("duplicateResult"_ba, rule.object())
        .text("errorCode", error.code)
        .text("message", error.message);
    return jsonArray({ body.object() });
}

Response refused(const RowError &error, const Object &object, const QByteArray &version)
{
    return error.duplicates.isEmpty() ? errorReply(400, error.code, error.message, error.fields)
                                      : Response::json(400, duplicateBody(error, object, version));
}

Response noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response stored(int status, const Verdict &verdict, bool tellCreated)
{
    JsonText text;
    text.text("id", verdict.id).boolean("success", true).raw("errors"_ba, "[]"_ba);
    if (tellCreated)
        text.boolean("created", verdict.created);
    return Response::json(status, text.object());
}

} // namespace

QByteArray recordUrl(const Object &object, const QByteArray &id, const QByteArray &version)
{
    return "/services/data/" + version + "/sobjects/" + object.name + '/' + id;
}

Response RecordsApi::answer(const Object &object, const QStringList &rest, const QByteArray &version,
                            Request &request) const
{
    // The body comes first: nobody shall wait for a slow sender.
    QJsonObject values;
    if (request.method == "POST" || request.method == "PATCH")
        if (auto error = takeRecord(request, &values))
            return *error;
    RecordWriter writer(m_around, m_catalog, m_org.user(), wishesOf(request));
    if (!writer.begin(request.method != "GET"))
        return errorReply(500, "UNKNOWN_EXCEPTION"_ba, "An unexpected error occurred. ErrorId : 1-1 (1)"_ba);
    if (rest.isEmpty())
        return create(writer, object, version, values);
    return rest.size() == 1 ? byId(writer, object, rest[0].toLatin1(), version, values, request)
                            : byKey(writer, object, rest, version, values, request);
}

Response RecordsApi::create(RecordWriter &writer, const Object &object, const QByteArray &version,
                            const QJsonObject &values) const
{
    const Verdict verdict = writer.insert(object, values);
    if (verdict.error)
        return refused(*verdict.error, object, version);
    writer.commit();
    return stored(201, verdict, false).with("Location"_ba, recordUrl(object, verdict.id, version));
}

Response RecordsApi::byId(RecordWriter &writer, const Object &object, const QByteArray &id,
                          const QByteArray &version, const QJsonObject &values, const Request &request) const
{
    const auto record = writer.find(object, id);
    if (!record)
        return notFound();
    if (record->deleted)
        return errorReply(404, "ENTITY_IS_DELETED"_ba, "entity is deleted"_ba);
    if (request.method == "GET")
        return show(object, *record, version, request);
    if (request.method != "PATCH" && request.method != "DELETE")
        return methodNotAllowed();
    const Verdict verdict
        = request.method == "PATCH" ? writer.update(object, id, values) : writer.remove(object, id);
    if (verdict.error)
        return refused(*verdict.error, object, version);
    writer.commit();
    return noContent();
}

Response RecordsApi::byKey(RecordWriter &writer, const Object &object, const QStringList &rest,
                           const QByteArray &version, const QJsonObject &values, const Request &request) const
{
    const Field *field = object.field(recordsView(rest[0].toUtf8()));
    // A key may hold slashes: percent-encoded ones are decoded by now.
    const QByteArray key = rest.mid(1).join(u'/').toUtf8();
    if (field && field->type == Field::Type::Id)
        return byId(writer, object, key, version, values, request);
    if (!field || !(field->externalId || field->idLookup))
        return notFound();
    const QList<qint64> numbers = writer.matches(*field, key);
    QByteArrayList urls;
    for (const qint64 number : numbers)
        urls.append(jsonString(recordUrl(object, makeId(recordsView(object.prefix), number), version)));
    if (urls.size() > 1)
        return Response::json(300, jsonArray(urls));
    if (request.method == "PATCH")
        return upsert(writer, object, *field, key, version, values);
    return numbers.isEmpty()
        ? notFound()
        : byId(writer, object, makeId(recordsView(object.prefix), numbers.first()), version, values, request);
}

Response RecordsApi::upsert(RecordWriter &writer, const Object &object, const Field &field,
                            const QByteArray &key, const QByteArray &version, const QJsonObject &values) const
{
    const Verdict verdict = writer.upsert(object, field, key, values);
    if (verdict.error)
        return refused(*verdict.error, object, version);
    writer.commit();
    constexpr int tellsSince = 46;
    const bool tells = version.mid(1, 2).toInt() >= tellsSince;
    if (!verdict.created)
        return tells ? stored(200, verdict, true) : noContent();
    return stored(201, verdict, tells).with("Location"_ba, recordUrl(object, verdict.id, version));
}

Response RecordsApi::show(const Object &object, const StoredRecord &record, const QByteArray &version,
                          const Request &request) const
{
    const RecordView view(object, m_org.user(), record);
    JsonText attributes;
    attributes.text("type", object.name).text("url", recordUrl(object, view.id(), version));
    JsonText text;
    text.raw("attributes"_ba, attributes.object());
    const QByteArray wanted = request.parameter(u"fields"_s).toUtf8();
    if (wanted.isEmpty()) {
        for (const Field &field : object.fields)
            if (field.type != Field::Type::Compound)
                text.raw(field.name, view.literal(field));
        return Response::json(200, text.object());
    }
    for (const QByteArray &name : wanted.split(',')) {
        const Field *field = object.field(recordsView(name.trimmed()));
        if (!field)
            return errorReply(400, "INVALID_FIELD"_ba,
                              "No such column '" + name + "' on sobject of type " + object.name);
        text.raw(field->name, view.literal(*field));
    }
    return Response::json(200, text.object());
}

} // namespace rowlift::practice::salesforce
