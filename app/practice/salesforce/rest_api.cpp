#include "app/practice/salesforce/rest_api.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/job.h"
#include "app/practice/salesforce/replies.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstVersion = 31;
constexpr int lastVersion = 67;
constexpr qint64 longestJson = 50'000'000; ///< Source: contracts/salesforce.md, 1.11.
constexpr qsizetype mostRetrieved = 2000;
/// The practice org's fields never change.
constexpr auto describedAt = "Wed, 03 Jul 2024 19:43:31 GMT";

/// Three releases a year: version 60 was Spring '24, 61 Summer '24, 62 Winter '25.
QByteArray versionLabel(int version)
{
    static constexpr const char *seasons[] = { "Spring", "Summer", "Winter" };
    const int since
        = version - 60 + 90; // 90: thirty years back, so that the division below never sees a negative number
    const int year = 24 - 30 + (since + 1) / 3;
    return QByteArray(seasons[since % 3]) + " '" + QByteArray::number(year).rightJustified(2, '0');
}

std::string_view restView(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

QDateTime httpDate(const QByteArray &text)
{
    return QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
}

} // namespace

Response RestApi::versions()
{
    QByteArrayList list;
    for (int version = firstVersion; version <= lastVersion; ++version) {
        const QByteArray number = QByteArray::number(version) + ".0";
        JsonText text;
        text.text("label", versionLabel(version))
            .text("url", "/services/data/v" + number)
            .text("version", number);
        list.append(text.object());
    }
    return Response::json(200, jsonArray(list));
}

bool RestApi::knowsVersion(const QString &segment)
{
    static const QRegularExpression pattern(u"^v(\\d{2})\\.0$"_s);
    const int version = pattern.match(segment).captured(1).toInt();
    return version >= firstVersion && version <= lastVersion;
}

Response RestApi::answer(const QStringList &rest, const QByteArray &version, Request &request)
{
    if (rest.isEmpty()) {
        const QByteArray base = "/services/data/" + version + '/';
        JsonText text;
        text.text("sobjects", base + "sobjects")
            .text("query", base + "query")
            .text("limits", base + "limits")
            .text("jobs", base + "jobs")
            .text("composite", base + "composite");
        return Response::json(200, text.object());
    }
    if (rest[0] == u"composite" && rest.size() == 3 && rest[1] == u"sobjects" && request.method == "POST")
        return retrieve(rest[2].toUtf8(), version, request);
    if (rest[0] == u"sobjects")
        return sobject(rest.mid(1), version, request);
    if (request.method != "GET")
        return rest[0] == u"limits" || rest[0] == u"query" ? methodNotAllowed() : notFound();
    if (rest[0] == u"limits" && rest.size() == 1)
        return limits();
    return rest[0] == u"query" && rest.size() <= 2 ? query(rest.mid(1), version, request) : notFound();
}

Response RestApi::limits() const
{
    const auto limit = [](qint64 most, qint64 left) {
        JsonText text;
        text.number("Max", most).number("Remaining", left);
        return text.object();
    };
    JsonText text;
    text.raw("DailyApiRequests"_ba, limit(Org::dailyCalls, Org::dailyCalls - m_org.calls()));
    text.raw("DailyBulkApiBatches"_ba, limit(15'000, 14'998))
        .raw("DailyBulkV2QueryJobs"_ba, limit(10'000, 10'000));
    text.raw("DailyBulkV2QueryFileStorageMB"_ba, limit(976'562, 976'562))
        .raw("DataStorageMB"_ba, limit(1024, 870));
    return Response::json(200, text.object());
}

Response RestApi::describe(const QByteArray &object, const QByteArray &version, const Request &request) const
{
    const QDateTime since = httpDate(request.header("if-modified-since"_ba));
    const QDateTime unless = httpDate(request.header("if-unmodified-since"_ba));
    const QDateTime changed = httpDate(describedAt);
    if (unless.isValid() && unless < changed) {
        Response response;
        response.status = 412;
        return response;
    }
    if (since.isValid() && since >= changed) {
        Response response;
        response.status = 304;
        return response;
    }
    const QByteArray document = m_catalog.describe(object, version, m_around.origin);
    return document.isEmpty() ? notFound()
                              : Response::json(200, document).with("Last-Modified"_ba, describedAt);
}

Response RestApi::sobject(const QStringList &rest, const QByteArray &version, Request &request)
{
    const bool get = request.method == "GET";
    if (rest.isEmpty())
        return get ? describe({}, version, request) : methodNotAllowed();
    if (rest[0].compare(u"User", Qt::CaseInsensitive) == 0 && rest.size() == 2)
        return get ? userRecord(rest[1].toLatin1(), version) : methodNotAllowed();
    const Object *object = m_catalog.object(rest[0].toUtf8());
    if (!object || rest.size() > 2)
        return notFound();
    if (rest.size() == 1)
        return request.method == "POST" ? createRecord(*object, version, request)
            : get                       ? describe({}, version, request)
                                        : methodNotAllowed();
    if (rest[1] == u"describe")
        return get ? describe(object->name, version, request) : methodNotAllowed();
    return get ? showRecord(*object, rest[1].toLatin1(), version) : methodNotAllowed();
}

Response RestApi::createRecord(const Object &object, const QByteArray &version, Request &request)
{
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto body = request.body(longestJson);
    const QJsonDocument document = QJsonDocument::fromJson(body.value_or(QByteArray()));
    if (!document.isObject())
        return errorReply(400, "JSON_PARSER_ERROR"_ba, "The body is no JSON object"_ba);
    const QJsonObject json = document.object();
    std::vector<Column> columns(static_cast<std::size_t>(json.size()));
    QByteArrayList texts;
    std::vector<Cell> cells;
    for (auto each = json.begin(); each != json.end(); ++each) {
        const QByteArray name = each.key().toUtf8();
        if (name == "attributes")
            continue;
        const auto index = static_cast<std::size_t>(texts.size());
        columns[index].field = object.field(restView(name));
        if (!columns[index].field)
            return errorReply(400, "INVALID_FIELD"_ba,
                              "No such column '" + name + "' on sobject of type " + object.name);
        if (columns[index].field->type == Field::Type::Id)
            return errorReply(400, "INVALID_FIELD"_ba,
                              "The Id field should not be specified in the sobject data."_ba);
        texts.append(each.value().toVariant().toString().toUtf8());
        cells.push_back({ &columns[index], {}, texts.last().isEmpty(), static_cast<int>(index) });
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i].text = restView(texts[static_cast<qsizetype>(i)]);
    Records records(m_around.dataFolder);
    QString error;
    if (!records.open(&error) || !records.begin())
        return errorReply(500, "UNKNOWN_EXCEPTION"_ba, "An unexpected error occurred. ErrorId : 1-1 (1)"_ba);
    Judge judge(m_catalog, records, m_org.user(), { &object, Operation::Insert, {}, m_around.instant },
                m_around.clock);
    const Verdict verdict = judge.judge(cells);
    records.commit();
    if (verdict.error)
        return errorReply(400, verdict.error->code, verdict.error->message, verdict.error->fields);
    JsonText text;
    text.text("id", verdict.id).boolean("success", true).raw("errors"_ba, "[]"_ba);
    return Response::json(201, text.object())
        .with("Location"_ba, "/services/data/" + version + "/sobjects/" + object.name + '/' + verdict.id);
}

Response RestApi::showRecord(const Object &object, const QByteArray &id, const QByteArray &version)
{
    Records records(m_around.dataFolder);
    QString error;
    const auto number = isWellFormedId(restView(id)) ? idNumber(restView(id)) : std::nullopt;
    if (!number || !records.open(&error))
        return notFound();
    const auto record = records.find(*number);
    if (!record || record->deleted || record->object != object.number)
        return notFound();
    const RecordView view(object, m_org.user(), *record);
    JsonText attributes;
    attributes.text("type", object.name)
        .text("url", "/services/data/" + version + "/sobjects/" + object.name + '/' + view.id());
    JsonText text;
    text.raw("attributes"_ba, attributes.object());
    for (const Field &field : object.fields)
        if (field.type != Field::Type::Compound)
            text.raw(field.name, view.literal(field));
    return Response::json(200, text.object());
}

Response RestApi::userRecord(const QByteArray &id, const QByteArray &version) const
{
    const User &user = m_org.user();
    if (id != user.id && id != user.id.left(15))
        return notFound();
    JsonText attributes;
    attributes.text("type", "User"_ba).text("url", "/services/data/" + version + "/sobjects/User/" + user.id);
    JsonText text;
    text.raw("attributes"_ba, attributes.object()).text("Id", user.id).text("Username", user.username);
    text.text("Name", "Mara Lind"_ba)
        .text("FirstName", "Mara"_ba)
        .text("LastName", "Lind"_ba)
        .text("Email", user.email);
    text.boolean("IsActive", true).text("UserType", "Standard"_ba).text("TimeZoneSidKey", "Europe/Berlin"_ba);
    text.text("LocaleSidKey", "en_US"_ba).text("LanguageLocaleKey", "en_US"_ba);
    return Response::json(200, text.object());
}

Response RestApi::query(const QStringList &rest, const QByteArray &version, const Request &request)
{
    if (!rest.isEmpty()) {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_locators.constFind(rest[0].toLatin1());
        if (found == m_locators.cend())
            return errorReply(400, "INVALID_QUERY_LOCATOR"_ba, "invalid query locator"_ba);
        const Locator locator = *found;
        return queryPage(locator.query, locator.from, version);
    }
    QByteArray unexpected;
    const auto query = parsedQuery(request.parameter(u"q"_s), &unexpected);
    if (!query)
        return errorReply(400, "MALFORMED_QUERY"_ba, "unexpected token: " + unexpected);
    if (query->object.toLower() == "organization")
        return organization(*query, version);
    if (query->object.toLower() == "scratchorginfo")
        return Response::json(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}"_ba);
    const std::scoped_lock lock(m_mutex);
    return queryPage(*query, 0, version);
}

Response RestApi::queryPage(const Query &query, qint64 from, const QByteArray &version)
{
    const Object *object = m_catalog.object(query.object);
    if (!object)
        return errorReply(400, "INVALID_TYPE"_ba, "sObject type '" + query.object + "' is not supported.");
    Records records(m_around.dataFolder);
    QString error;
    if (!records.open(&error))
        return errorReply(500, "UNKNOWN_EXCEPTION"_ba, "An unexpected error occurred. ErrorId : 1-2 (2)"_ba);
    QueryRun run(*object, m_org.user(), records, version);
    if (const auto field = run.unknownField(query))
        return errorReply(400, "INVALID_FIELD"_ba,
                          "No such column '" + *field + "' on entity '" + object->name + "'");
    const QueryPage page = run.page(query, from);
    JsonText text;
    text.number("totalSize", page.total).boolean("done", page.done);
    if (!page.done) {
        const QByteArray locator
            = makeId("01g", m_locators.size() + 1) + '-' + QByteArray::number(from + QueryRun::pageSize);
        m_locators.insert(locator, { query, from + QueryRun::pageSize });
        text.text("nextRecordsUrl", "/services/data/" + version + "/query/" + locator);
    }
    return Response::json(200, text.raw("records"_ba, jsonArray(page.records)).object());
}

Response RestApi::organization(const Query &query, const QByteArray &version) const
{
    const QHash<QByteArray, QByteArray> values {
        { "id"_ba, jsonString(m_org.id()) },
        { "name"_ba, "\"Acme Practice\""_ba },
        { "instancename"_ba, "\"PRAC1\""_ba },
        { "issandbox"_ba, "false"_ba },
        { "trialexpirationdate"_ba, "null"_ba },
        { "namespaceprefix"_ba, "null"_ba },
        { "organizationtype"_ba, "\"Developer Edition\""_ba },
    };
    JsonText attributes;
    attributes.text("type", "Organization"_ba)
        .text("url", "/services/data/" + version + "/sobjects/Organization/" + m_org.id());
    JsonText record;
    record.raw("attributes"_ba, attributes.object());
    for (const QByteArray &field : query.fields) {
        if (!values.contains(field.toLower()))
            return errorReply(400, "INVALID_FIELD"_ba,
                              "No such column '" + field + "' on entity 'Organization'");
        record.raw(field, values.value(field.toLower()));
    }
    JsonText text;
    text.number("totalSize", 1).boolean("done", true).raw("records"_ba, jsonArray({ record.object() }));
    return Response::json(200, text.object());
}

Response RestApi::retrieve(const QByteArray &objectName, const QByteArray &version, Request &request)
{
    const Object *object = m_catalog.object(objectName);
    if (!object)
        return notFound();
    const auto body = request.body(longestJson);
    const QJsonObject json = QJsonDocument::fromJson(body.value_or(QByteArray())).object();
    const QJsonArray ids = json.value("ids"_L1).toArray();
    if (ids.size() > mostRetrieved)
        return errorReply(400, "EXCEEDED_ID_LIMIT"_ba,
                          "record limit reached. cannot submit more than 2000 records into this call"_ba);
    Query query;
    for (const QJsonValue &field : json.value("fields"_L1).toArray())
        query.fields.append(field.toString().toUtf8());
    Records records(m_around.dataFolder);
    QString error;
    if (query.fields.isEmpty() || !records.open(&error))
        return errorReply(400, "MISSING_ARGUMENT"_ba, "fields must be given"_ba);
    QueryRun run(*object, m_org.user(), records, version);
    if (const auto field = run.unknownField(query))
        return errorReply(400, "INVALID_FIELD"_ba,
                          "No such column '" + *field + "' on sobject of type " + object->name);
    QByteArrayList answers;
    for (const QJsonValue &id : ids) {
        query.conditions = { { "Id"_ba, { id.toString().toUtf8() } } };
        answers.append(run.page(query, 0).records.value(0, "null"_ba));
    }
    return Response::json(200, jsonArray(answers));
}

} // namespace rowlift::practice::salesforce
