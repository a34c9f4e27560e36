#include "app/service/salesforce/record_search.h"

#include "app/net/retry_after.h"
#include "app/service/salesforce/query_pages.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Leaves room for values beside very many fields.
constexpr qsizetype longestBeginning = 11'000;

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
    return queryLiteral(value.toString().trimmed()); // as it is stored
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

QString inSeconds(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

bool isText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Email || type == FieldType::Phone
        || type == FieldType::Url || type == FieldType::Picklist;
}

/// The texts that records can be found by though they are no keys; first those in which \a rows differ most.
std::vector<const Field *> textsIn(const std::vector<QJsonObject> &rows, const Schema &schema)
{
    std::vector<std::pair<qsizetype, const Field *>> texts;
    for (const Field &field : schema.fields) {
        if (field.key || !field.searchable || !isText(field.type))
            continue;
        QSet<QString> values;
        for (const QJsonObject &row : rows)
            values << row.value(field.name).toString();
        texts.emplace_back(values.size(), &field);
    }
    std::ranges::stable_sort(texts, std::greater(), &std::pair<qsizetype, const Field *>::first);
    std::vector<const Field *> fields;
    std::ranges::transform(texts, std::back_inserter(fields), [](const auto &text) { return text.second; });
    return fields;
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

/// Asks \a query to its last page. Somebody may have deleted a record meanwhile: it was there all the same.
Done findBy(const QString &query, Api &api, const QString &userId, Findings &findings, std::stop_token stop)
{
    const auto take = [&](const QJsonArray &records, const HttpReply &reply) {
        findings.serviceTime = httpDate(reply.header("Date")).value_or(QDateTime());
        for (const QJsonValue &record : records)
            findings.records.push_back(foundFrom(record.toObject(), userId));
    };
    return readQuery(api, queryCallFor(query, Bin::Searched), take, stop);
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
    if (target.operation == Operation::Insert)
        std::ranges::copy(textsIn(rows, schema), std::back_inserter(fields));
    QStringList keys;
    for (const QJsonObject &row : rows) {
        const auto found = std::ranges::find_if(fields, [&row](const Field *field) {
            return hasValue(row.value(field->type == FieldType::Id ? idMember : field->name));
        });
        keys << (found == fields.end() ? QString() : (*found)->name);
    }
    return keys;
}

bool canBeAsked(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema)
{
    return sizeInAddress(beginningOf(rows, target, schema)) <= longestBeginning;
}

QStringList queriesFor(const std::vector<QJsonObject> &rows, const QStringList &keys, const Target &target,
                       const Schema &schema, const QString &among)
{
    const QString beginning = beginningOf(rows, target, schema);
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
        const QString bounds = field->key || among.isEmpty() ? QString() : among + u" AND "_s;
        const QString begin = beginning + bounds + key + u" IN ("_s;
        QString query;
        qsizetype size = 0;
        for (const QString &literal : std::as_const(literals)) {
            const qsizetype more = sizeInAddress(literal) + sizeInAddress(u","_s);
            if (!query.isEmpty() && size + more > longestQueryAddress) {
                queries << query + u')';
                query.clear();
            }
            size = query.isEmpty() ? sizeInAddress(begin) + more : size + more;
            query += query.isEmpty() ? begin + literal : u',' + literal;
        }
        queries << query + u')';
    }
    return queries;
}

QString addedSince(const QString &userId, const QDateTime &begin)
{
    return u"CreatedById = '%1' AND CreatedDate >= %2"_s.arg(userId, inSeconds(begin));
}

QString queryForAdded(const std::vector<QJsonObject> &rows, const Target &target, const Schema &schema,
                      const QString &userId, const QDateTime &begin, const QDateTime &end)
{
    return beginningOf(rows, target, schema) + addedSince(userId, begin) + u" AND CreatedDate <= "_s
        + inSeconds(end.addSecs(1));
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
