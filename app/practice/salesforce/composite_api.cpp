#include "app/practice/salesforce/composite_api.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/composite_words.h"
#include "app/practice/salesforce/query.h"
#include "app/practice/salesforce/record_writer.h"
#include "app/practice/salesforce/replies.h"
#include "app/practice/salesforce/tree_call.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWritten = 200;
constexpr qsizetype mostRetrieved = 2000;
constexpr qsizetype mostChunks = 10;

Response tooMany(qsizetype most)
{
    return errorReply(400, "EXCEEDED_ID_LIMIT"_ba,
                      "record limit reached. cannot submit more than " + QByteArray::number(most)
                          + " records into this call");
}

/// The member `records` of the body, or why there is none.
std::optional<Response> takeRecords(Request &request, QJsonObject *body, QList<QJsonObject> *records)
{
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto text = request.body(longestRecordJson);
    *body = QJsonDocument::fromJson(text.value_or(QByteArray())).object();
    if (!body->value("records"_L1).isArray())
        return errorReply(400, "JSON_PARSER_ERROR"_ba, "The body needs the array records"_ba);
    for (const QJsonValue &record : body->value("records"_L1).toArray())
        records->append(record.toObject());
    return std::nullopt;
}

/// A run of records of one kind is a chunk. Source: contracts/salesforce.md, 5.3; the words are ours.
bool tooManyChunks(const QList<QJsonObject> &records)
{
    qsizetype chunks = 0;
    for (qsizetype i = 0; i < records.size(); ++i)
        chunks += i == 0 || kindOf(records[i]) != kindOf(records[i - 1]) ? 1 : 0;
    return chunks > mostChunks;
}

/// Takes the id out of a record, however its name is spelled.
QByteArray takeId(QJsonObject *record)
{
    for (const QString &name : record->keys())
        if (name.compare(u"id", Qt::CaseInsensitive) == 0)
            return record->take(name).toString().toLatin1();
    return {};
}

} // namespace

Response CompositeApi::answer(const QStringList &rest, const QByteArray &version, Request &request) const
{
    const QString kind = rest.value(0);
    if (kind == u"tree" && rest.size() == 2)
        return tree(rest[1].toUtf8(), request);
    if (kind != u"sobjects")
        return notFound();
    if (rest.size() == 2 && (request.method == "POST" || request.method == "GET"))
        return retrieve(rest[1].toUtf8(), version, request);
    return collection(rest.mid(1), request);
}

Response CompositeApi::tree(const QByteArray &objectName, Request &request) const
{
    const Object *object = m_catalog.object(objectName);
    if (!object)
        return notFound();
    return request.method == "POST" ? TreeCall(m_around, m_catalog, m_org, *object).answer(request)
                                    : methodNotAllowed();
}

Response CompositeApi::collection(const QStringList &rest, Request &request) const
{
    if (rest.size() == 2)
        return request.method == "PATCH" ? upsert(rest[0].toUtf8(), rest[1].toUtf8(), request)
                                         : methodNotAllowed();
    if (!rest.isEmpty())
        return rest.size() == 1 ? methodNotAllowed() : notFound();
    if (request.method == "DELETE")
        return removeMany(request);
    return request.method == "POST" || request.method == "PATCH" ? createOrUpdate(request)
                                                                 : methodNotAllowed();
}

Response CompositeApi::createOrUpdate(Request &request) const
{
    QJsonObject body;
    QList<QJsonObject> records;
    if (auto error = takeRecords(request, &body, &records))
        return *error;
    if (records.size() > mostWritten)
        return tooMany(mostWritten);
    if (tooManyChunks(records))
        return errorReply(400, "INVALID_INPUT"_ba, "Include 10 chunks of record types at most."_ba);
    RecordWriter writer(m_around, m_catalog, m_org.user(), wishesOf(request));
    if (!writer.begin())
        return internalError();
    QList<Verdict> verdicts;
    for (QJsonObject &record : records) {
        const Object *object = m_catalog.object(kindOf(record));
        if (!object)
            verdicts.append(unknownKind(kindOf(record)));
        else if (request.method == "POST")
            verdicts.append(writer.insert(*object, record));
        else {
            const QByteArray id = takeId(&record);
            verdicts.append(writer.update(*object, id, record));
        }
    }
    return written(writer, verdicts, body.value("allOrNone"_L1).toBool(), false);
}

Response CompositeApi::upsert(const QByteArray &objectName, const QByteArray &fieldName,
                              Request &request) const
{
    const Object *object = m_catalog.object(objectName);
    const Field *field = object
        ? object->field({ fieldName.constData(), static_cast<std::size_t>(fieldName.size()) })
        : nullptr;
    if (!field || !(field->externalId || field->idLookup))
        return notFound();
    QJsonObject body;
    QList<QJsonObject> records;
    if (auto error = takeRecords(request, &body, &records))
        return *error;
    if (records.size() > mostWritten)
        return tooMany(mostWritten);
    RecordWriter writer(m_around, m_catalog, m_org.user(), wishesOf(request));
    if (!writer.begin())
        return internalError();
    QList<Verdict> verdicts;
    for (QJsonObject &record : records) {
        QByteArray key;
        for (const QString &name : record.keys())
            if (name.compare(QString::fromUtf8(field->name), Qt::CaseInsensitive) == 0)
                key = record.take(name).toVariant().toString().toUtf8();
        verdicts.append(kindOf(record).compare(object->name, Qt::CaseInsensitive) == 0
                            ? writer.upsert(*object, *field, key, record)
                            : unknownKind(kindOf(record)));
    }
    return written(writer, verdicts, body.value("allOrNone"_L1).toBool(), true);
}

Response CompositeApi::removeMany(const Request &request) const
{
    const QByteArrayList ids = request.parameter(u"ids"_s).toLatin1().split(',');
    if (ids == QByteArrayList { QByteArray() })
        return errorReply(400, "MISSING_ARGUMENT"_ba, "The ids parameter is required"_ba);
    if (ids.size() > mostWritten)
        return tooMany(mostWritten);
    RecordWriter writer(m_around, m_catalog, m_org.user(), wishesOf(request));
    if (!writer.begin())
        return internalError();
    QList<Verdict> verdicts;
    for (const QByteArray &each : ids) {
        const QByteArray id = each.trimmed();
        const QByteArray prefix = id.left(3);
        const Object *object = m_catalog.objectWithPrefix({ prefix.constData(), 3 });
        if (object) {
            verdicts.append(writer.remove(*object, id));
        } else {
            Verdict verdict;
            verdict.error = RowError { "MALFORMED_ID"_ba, "bad id " + id, { "Id"_ba } };
            verdicts.append(verdict);
        }
    }
    return written(writer, verdicts, request.parameter(u"allOrNone"_s) == u"true", false);
}

Response CompositeApi::written(RecordWriter &writer, const QList<Verdict> &verdicts, bool allOrNone,
                               bool tellCreated) const
{
    for (const Verdict &verdict : verdicts)
        if (verdict.error && verdict.error->malformed)
            return errorReply(400, verdict.error->code, verdict.error->message);
    const bool undo = allOrNone
        && std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict &each) { return each.error; });
    static const RowError rolledBack {
        "ALL_OR_NONE_OPERATION_ROLLED_BACK"_ba,
        "Record rolled back because not all records were valid and the request was using AllOrNone header"_ba,
        {}
    };
    QByteArrayList results;
    for (const Verdict &verdict : verdicts) {
        const bool good = !verdict.error && !undo;
        JsonText text;
        if (good)
            text.text("id", verdict.id);
        text.boolean("success", good)
            .raw("errors"_ba,
                 good ? "[]"_ba : jsonArray({ compositeError(verdict.error.value_or(rolledBack)) }));
        if (tellCreated && good)
            text.boolean("created", verdict.created);
        results.append(text.object());
    }
    if (!undo)
        writer.commit();
    return Response::json(200, jsonArray(results));
}

Response CompositeApi::retrieve(const QByteArray &objectName, const QByteArray &version,
                                Request &request) const
{
    const Object *object = m_catalog.object(objectName);
    if (!object)
        return notFound();
    QByteArrayList ids;
    Query query;
    if (request.method == "GET") {
        ids = request.parameter(u"ids"_s).toLatin1().split(',');
        query.fields = request.parameter(u"fields"_s).toUtf8().split(',');
    } else {
        const auto body = request.body(longestRecordJson);
        const QJsonObject json = QJsonDocument::fromJson(body.value_or(QByteArray())).object();
        for (const QJsonValue &id : json.value("ids"_L1).toArray())
            ids.append(id.toString().toLatin1());
        for (const QJsonValue &field : json.value("fields"_L1).toArray())
            query.fields.append(field.toString().toUtf8());
    }
    query.fields.removeAll(QByteArray());
    if (ids.size() > mostRetrieved)
        return tooMany(mostRetrieved);
    Records records(m_around.dataFolder);
    QString error;
    if (query.fields.isEmpty() || !records.open(&error))
        return errorReply(400, "MISSING_ARGUMENT"_ba, "fields must be given"_ba);
    QueryRun run(*object, m_org.user(), records, version);
    if (const auto field = run.unknownField(query))
        return errorReply(400, "INVALID_FIELD"_ba,
                          "No such column '" + *field + "' on sobject of type " + object->name);
    QByteArrayList answers;
    for (const QByteArray &id : ids) {
        query.conditions = { { "Id"_ba, { id } } };
        answers.append(run.page(query).records.value(0, "null"_ba));
    }
    return Response::json(200, jsonArray(answers));
}

} // namespace rowlift::practice::salesforce
