#include "app/practice/salesforce/rest_api.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/fixed_query.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/record_writer.h"
#include "app/practice/salesforce/replies.h"
#include "app/practice/salesforce/values.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstVersion = 31;
constexpr int lastVersion = 67;
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
            .text("composite", base + "composite")
            .text("identity", m_around.origin + "/id/" + m_org.id() + '/' + m_org.user().id);
        return Response::json(200, text.object());
    }
    if ((request.method == "POST" || request.method == "PATCH") && !knowsRuleOf(request))
        return errorReply(400, "INVALID_INPUT"_ba,
                          "Sforce-Auto-Assign must be TRUE, FALSE or the id of an assignment rule"_ba);
    if (rest[0] == u"composite")
        return m_composite.answer(rest.mid(1), version, request);
    if (rest[0] == u"sobjects")
        return sobject(rest.mid(1), version, request);
    if (request.method != "GET")
        return rest[0] == u"limits" || rest[0] == u"query" || rest[0] == u"queryAll" ? methodNotAllowed()
                                                                                     : notFound();
    if (rest[0] == u"limits" && rest.size() == 1)
        return limits();
    const bool isQuery = rest[0] == u"query" || rest[0] == u"queryAll";
    return isQuery && rest.size() <= 2 ? query(rest[0] == u"queryAll", rest.mid(1), version, request)
                                       : notFound();
}

Response RestApi::limits() const
{
    const auto limit = [](qint64 most, qint64 left) {
        JsonText text;
        text.number("Max", most).number("Remaining", left);
        return text.object();
    };
    JsonText text;
    text.raw("DailyApiRequests"_ba, limit(m_org.dailyCalls(), m_org.dailyCalls() - m_org.calls()));
    text.raw("DailyBulkApiBatches"_ba, limit(m_org.dailyBatches(), m_org.dailyBatches() - m_org.batches()))
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
    const Object *object = m_catalog.object(rest[0].toUtf8());
    if (!object)
        return notFound();
    if (rest.size() == 1)
        return get                                       ? basics(*object, version)
            : request.method == "POST" && !object->fixed ? m_records.answer(*object, {}, version, request)
                                                         : methodNotAllowed();
    if (rest.size() == 2 && rest[1] == u"describe")
        return get ? describe(object->name, version, request) : methodNotAllowed();
    if (object->fixed)
        return get ? fixed(*object, rest.mid(1), version) : methodNotAllowed();
    return m_records.answer(*object, rest.mid(1), version, request);
}

Response RestApi::basics(const Object &object, const QByteArray &version) const
{
    const QByteArray all = m_catalog.describe({}, version, m_around.origin);
    for (const QJsonValue &each : QJsonDocument::fromJson(all).object().value("sobjects"_L1).toArray())
        if (each.toObject().value("name"_L1).toString().toUtf8() == object.name) {
            JsonText text;
            text.raw("objectDescribe"_ba, QJsonDocument(each.toObject()).toJson(QJsonDocument::Compact));
            return Response::json(200, text.raw("recentItems"_ba, "[]"_ba).object());
        }
    return notFound();
}

FixedRecord RestApi::organization() const
{
    return { "Organization"_ba,
             { { "Id"_ba, jsonString(m_org.id()) },
               { "Name"_ba, "\"Acme Practice\""_ba },
               { "InstanceName"_ba, "\"PRAC1\""_ba },
               { "IsSandbox"_ba, "false"_ba },
               { "TrialExpirationDate"_ba, "null"_ba },
               { "NamespacePrefix"_ba, "null"_ba },
               { "OrganizationType"_ba, "\"Developer Edition\""_ba } } };
}

Response RestApi::fixed(const Object &object, const QStringList &rest, const QByteArray &version) const
{
    const QByteArray id = rest.value(0).toLatin1();
    const FixedRecord *record
        = rest.size() == 1 ? fixedRecord({ id.constData(), static_cast<std::size_t>(id.size()) }) : nullptr;
    if (!record || record->object != object.name)
        return notFound();
    JsonText text;
    text.raw("attributes"_ba, attributesOf(object.name, record->id(), version));
    for (const auto &[name, literal] : record->members)
        text.raw(name, literal);
    return Response::json(200, text.object());
}

Response RestApi::query(bool deletedToo, const QStringList &rest, const QByteArray &version,
                        const Request &request)
{
    if (!rest.isEmpty()) {
        std::optional<Locator> locator;
        {
            const std::scoped_lock lock(m_mutex);
            if (const auto found = m_locators.constFind(rest[0].toLatin1()); found != m_locators.cend())
                locator = *found;
        }
        return locator ? queryPage(locator->query, locator->place, version)
                       : errorReply(400, "INVALID_QUERY_LOCATOR"_ba, "invalid query locator"_ba);
    }
    QByteArray unexpected;
    auto query = parsedQuery(request.parameter(u"q"_s), &unexpected);
    if (!query)
        return errorReply(400, "MALFORMED_QUERY"_ba, "unexpected token: " + unexpected);
    query->deletedToo = deletedToo;
    if (query->object.toLower() == "organization")
        return fixedAnswer({ organization() }, *query, version);
    if (const Object *object = m_catalog.object(query->object); object && object->fixed) {
        std::vector<FixedRecord> records;
        std::copy_if(fixedRecords().begin(), fixedRecords().end(), std::back_inserter(records),
                     [&](const FixedRecord &each) { return each.object == object->name; });
        return fixedAnswer(records, *query, version);
    }
    if (query->object.toLower() == "scratchorginfo")
        return Response::json(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}"_ba);
    return queryPage(*query, {}, version);
}

Response RestApi::queryPage(const Query &query, const QueryPlace &place, const QByteArray &version)
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
    if (const auto field = run.unfilterable(query))
        return errorReply(400, "INVALID_FIELD"_ba,
                          "field '" + *field + "' can not be filtered in a query call");
    const QueryPage page = run.page(query, place);
    JsonText text;
    text.number("totalSize", page.total).boolean("done", page.done);
    if (!page.done) {
        const QueryPlace next { page.last, place.shown + page.records.size(), page.total };
        const std::scoped_lock lock(m_mutex);
        const QByteArray locator
            = makeId("01g", m_locators.size() + 1) + '-' + QByteArray::number(next.shown);
        m_locators.insert(locator, { query, next });
        text.text("nextRecordsUrl", "/services/data/" + version + "/query/" + locator);
    }
    return Response::json(200, text.raw("records"_ba, jsonArray(page.records)).object());
}

} // namespace rowlift::practice::salesforce
