#include "app/service/salesforce/record_search.h"

#include "app/net/retry_after.h"
#include "app/service/salesforce/address.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Of an address; the service takes 16,384 bytes. Source: contracts/salesforce.md, 5.4.
constexpr qsizetype longestAddress = 15'000;
/// Leaves room for values beside very many fields.
constexpr qsizetype longestBeginning = 11'000;
constexpr int mostPages = 1'000; ///< However often an answer says that there is more.

/// As the collections name it; queries and results have the describe's spelling.
const QString idMember = u"id"_s;

bool hasValue(const QJsonValue &value)
{
    return value.isDouble() || (value.isString() && !value.toString().trimmed().isEmpty());
}

QString literalOf(const Field &field, const QJsonValue &value)
{
    if (value.isDouble())
        return foldedKey(field, value);
    QString text = value.toString().trimmed(); // as it is stored
    text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    text.replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s).replace(u'\t', u"\\t"_s);
    return u'\'' + text + u'\'';
}

qsizetype encodedSize(const QString &text)
{
    return QUrl::toPercentEncoding(text).size();
}

QString beginningOf(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema)
{
    QStringList fields { u"Id"_s, u"LastModifiedDate"_s, u"LastModifiedById"_s, u"IsDeleted"_s,
                         u"SystemModstamp"_s };
    if (target.operation != Operation::Delete) {
        fields << u"CreatedDate"_s << u"CreatedById"_s;
        for (const QJsonObject &row : rows) {
            for (const QString &name : row.keys()) { // parents by their key are no fields of this object
                if (schema.field(name) && !fields.contains(name))
                    fields << name;
            }
        }
    }
    return u"SELECT %1 FROM %2 WHERE "_s.arg(fields.join(u','), target.object);
}

QDateTime timeIn(const QJsonObject &record, QLatin1StringView name)
{
    return QDateTime::fromString(record.value(name).toString(), Qt::ISODateWithMs);
}

FoundRecord foundFrom(const QJsonObject &record, const QString &userId)
{
    const auto isUs = [&](QLatin1StringView name) { // 15 or 18 characters
        return !userId.isEmpty() && record.value(name).toString().left(15) == userId.left(15);
    };
    FoundRecord found { .values = record,
                        .id = record.value("Id"_L1).toString(),
                        .created = timeIn(record, "CreatedDate"_L1),
                        .modified = timeIn(record, "LastModifiedDate"_L1),
                        .createdByUs = isUs("CreatedById"_L1),
                        .modifiedByUs = isUs("LastModifiedById"_L1),
                        .deleted = record.value("IsDeleted"_L1).toBool() };
    // The time of its deletion. Of others the stamp tells of the service's own work, too.
    if (const QDateTime stamp = timeIn(record, "SystemModstamp"_L1); found.deleted && stamp.isValid())
        found.modified = std::max(found.modified, stamp);
    return found;
}

/// Somebody may have deleted a record meanwhile: it was there all the same.
Call queryCall(const QString &query)
{
    Call call { .path = apiRoot + u"/queryAll"_s };
    call.query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(query)));
    return call;
}

/// Whatever else is an object (a gateway's word, for one) says nothing of what is there.
bool isPage(const QJsonObject &answer)
{
    return answer.value("done"_L1).isBool() && answer.value("totalSize"_L1).isDouble()
        && answer.value("records"_L1).isArray()
        && std::ranges::all_of(answer.value("records"_L1).toArray(), [](const QJsonValue &record) {
               return !record.toObject().value("Id"_L1).toString().isEmpty();
           });
}

/// Asks \a query to its last page.
Done findBy(const QString &query, Api &api, const QString &userId, Findings &findings, std::stop_token stop)
{
    Call call = queryCall(query);
    const std::size_t before = findings.records.size();
    for (int page = 0; page < mostPages; ++page) {
        const Result<HttpReply> reply = api.send(call, Progress(), stop);
        if (!reply)
            return tl::unexpected(reply.error());
        const QJsonObject answer = QJsonDocument::fromJson(reply->body).object();
        if (!isPage(answer))
            return tl::unexpected(unreadable(publicRequest(call), *reply, u"page of records"_s));
        findings.serviceTime = httpDate(reply->header("Date")).value_or(QDateTime());
        const QJsonArray records = answer.value("records"_L1).toArray();
        for (const QJsonValue &record : records)
            findings.records.push_back(foundFrom(record.toObject(), userId));
        const bool isLast = answer.value("done"_L1).toBool();
        const auto fetched = static_cast<qint64>(findings.records.size() - before);
        if (isLast && answer.value("totalSize"_L1).toInteger(-1) == fetched)
            return {};
        const QString next = answer.value("nextRecordsUrl"_L1).toString();
        if (isLast || !next.startsWith(apiRoot + u"/query"_s))
            return tl::unexpected(unreadable(publicRequest(call), *reply, u"whole list of records"_s));
        call = { .path = next };
    }
    return tl::unexpected(unreadable(publicRequest(call), {}, u"end of a list of records"_s));
}

} // namespace

QStringList keysOf(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema)
{
    std::vector<const Field *> fields = schema.keys();
    const bool byId = target.operation == Operation::Update || target.operation == Operation::Delete;
    std::erase_if(fields, [&](const Field *field) {
        if (target.operation == Operation::Upsert)
            return field->name != target.keyField;
        return (field->type == FieldType::Id) != byId;
    });
    std::ranges::stable_sort(fields, std::greater(), &Field::unique); // what is unique tells most
    QStringList keys;
    for (const QJsonObject &row : rows) {
        const auto found = std::ranges::find_if(fields, [&row](const Field *field) {
            return hasValue(row.value(field->type == FieldType::Id ? idMember : field->name));
        });
        keys << (found == fields.end() ? QString() : (*found)->name);
    }
    return keys;
}

QStringList queriesFor(const std::vector<QJsonObject> &rows, const QStringList &keys, const Target &target,
                       const Schema &schema)
{
    const QString beginning = beginningOf(rows, target, schema);
    if (encodedSize(beginning) > longestBeginning)
        return {};
    QStringList asked = keys;
    asked.removeDuplicates();
    asked.removeAll(QString());
    QStringList queries;
    for (const QString &key : std::as_const(asked)) {
        const Field *field = schema.field(key);
        QStringList literals;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (keys[qsizetype(row)] == key)
                literals << literalOf(*field, rows[row].value(field->type == FieldType::Id ? idMember : key));
        }
        literals.removeDuplicates();
        const QString begin = beginning + key + u" IN ("_s;
        QString query;
        qsizetype size = 0;
        for (const QString &literal : std::as_const(literals)) {
            const qsizetype more = encodedSize(literal) + encodedSize(u","_s);
            if (!query.isEmpty() && size + more > longestAddress) {
                queries << query + u')';
                query.clear();
            }
            size = query.isEmpty() ? encodedSize(begin) + more : size + more;
            query += query.isEmpty() ? begin + literal : u',' + literal;
        }
        queries << query + u')';
    }
    return queries;
}

QString queryForAdded(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema,
                      const QString &userId, const QDateTime &begin, const QDateTime &end)
{
    const auto inSeconds = [](const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); };
    return u"%1CreatedById = '%2' AND CreatedDate >= %3 AND CreatedDate <= %4"_s.arg(
        beginningOf(rows, target, schema), userId, inSeconds(begin), inSeconds(end.addSecs(1)));
}

Result<Findings> findRecords(Api &api, const QStringList &queries, const QString &userId,
                             std::stop_token stop)
{
    Findings findings;
    for (const QString &query : queries) {
        if (Done found = findBy(query, api, userId, findings, stop); !found)
            return tl::unexpected(found.error());
    }
    return findings;
}

} // namespace rowlift::salesforce
