#include "app/service/marketo/schema_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

struct SchemaWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::marketo::Schema)
};

/// Unknown types are text. Percent is whole: 30 is 30 %. Source: contracts/marketo.md, 8.
constexpr std::array typeTable {
    std::pair { "text"_L1, FieldType::LongText },
    std::pair { "textarea"_L1, FieldType::LongText },
    std::pair { "integer"_L1, FieldType::Integer },
    std::pair { "score"_L1, FieldType::Integer },
    std::pair { "percent"_L1, FieldType::Integer },
    std::pair { "float"_L1, FieldType::Number },
    std::pair { "currency"_L1, FieldType::Number },
    std::pair { "boolean"_L1, FieldType::Boolean },
    std::pair { "date"_L1, FieldType::Date },
    std::pair { "datetime"_L1, FieldType::DateTime },
    std::pair { "email"_L1, FieldType::Email },
    std::pair { "phone"_L1, FieldType::Phone },
    std::pair { "url"_L1, FieldType::Url },
    std::pair { "reference"_L1, FieldType::Reference },
    std::pair { "formula"_L1, FieldType::Unsupported },
};

/// What people can be found by, where the document does not say. Source: contracts/marketo.md, 9.1.
constexpr std::array lookupFields {
    "id"_L1,         "cookies"_L1,         "email"_L1,         "twitterId"_L1,
    "facebookId"_L1, "linkedInId"_L1,      "sfdcAccountId"_L1, "sfdcContactId"_L1,
    "sfdcLeadId"_L1, "sfdcLeadOwnerId"_L1, "sfdcOpptyId"_L1
};

constexpr int usualLength = 255;
constexpr int longestText = 30'000; ///< In bytes; more characters than that never fit.
constexpr int mostDigits = 19; ///< Of a whole number of 64 bits.

FieldType typeFrom(QStringView name)
{
    const auto found
        = std::ranges::find_if(typeTable, [name](const auto &entry) { return entry.first == name; });
    return found == typeTable.end() ? FieldType::Text : found->second;
}

int lengthOf(FieldType type, const QJsonObject &json)
{
    const bool isText = type == FieldType::Text || type == FieldType::Email || type == FieldType::Phone
        || type == FieldType::Url;
    const int usual = isText ? usualLength : type == FieldType::LongText ? longestText : 0;
    return usual == 0 ? 0 : json.value("length"_L1).toInt(usual);
}

/// A field of describe2 is flat; one of describe has its name below "rest", or is not for us.
Field fieldFrom(const QJsonObject &json)
{
    const QJsonObject rest = json.value("rest"_L1).toObject();
    Field field;
    field.name = json.value("name"_L1).toString(rest.value("name"_L1).toString());
    field.label = json.value("displayName"_L1).toString(field.name);
    field.typeName = json.value("dataType"_L1).toString();
    field.type = typeFrom(field.typeName);
    field.length = lengthOf(field.type, json);
    if (field.type == FieldType::Integer)
        field.precision = mostDigits;
    const bool writable
        = rest.isEmpty() ? json.value("updateable"_L1).toBool() : !rest.value("readOnly"_L1).toBool();
    field.creatable = writable && field.type != FieldType::Unsupported;
    field.updatable = field.creatable;
    if (json.value("crmManaged"_L1).toBool())
        field.help
            = SchemaWords::tr("Kept by your CRM: what Marketo is given may be overwritten or refused.");
    return field;
}

/// The fields that find a record by themselves.
QStringList keysIn(const QJsonObject &record)
{
    QStringList keys;
    const QJsonArray searchable = record.value("searchableFields"_L1).toArray();
    for (const QJsonValue &together : searchable) {
        if (together.toArray().size() == 1)
            keys << together.toArray().first().toString();
    }
    return keys;
}

/// What all fields of a document are about: describe2 names it, describe is always about leads.
struct Described {
    QJsonObject record;
    QJsonArray fields;
};

Described describedIn(const QByteArray &document)
{
    const QJsonArray result = QJsonDocument::fromJson(document).object().value("result"_L1).toArray();
    const QJsonObject first = result.first().toObject();
    if (first.contains("fields"_L1))
        return { .record = first, .fields = first.value("fields"_L1).toArray() };
    return { .record = {}, .fields = result };
}

ObjectInfo objectOf(const QJsonObject &record)
{
    ObjectInfo object = leadObject();
    const QString name = record.value("name"_L1).toString();
    if (name.isEmpty() || name == "API Lead"_L1)
        return object;
    object.name = name;
    object.label = record.value("displayName"_L1).toString(name);
    object.labelPlural = object.label;
    object.custom = true;
    return object;
}

} // namespace

ObjectInfo leadObject()
{
    return { .name = u"leads"_s,
             .label = SchemaWords::tr("Person"),
             .labelPlural = SchemaWords::tr("People"),
             .keyPrefix = {},
             .custom = false,
             .canCreate = true,
             .canUpdate = true,
             .canDelete = false };
}

bool isDescribe(const QByteArray &document)
{
    const QJsonArray fields = describedIn(document).fields;
    const QJsonObject first = fields.first().toObject();
    return first.value("dataType"_L1).isString()
        && (first.value("name"_L1).isString() || first.contains("rest"_L1) || first.contains("soap"_L1));
}

Result<Schema> readSchema(const QByteArray &document)
{
    if (!isDescribe(document))
        return tl::unexpected(Error {
            .kind = Error::Kind::BadReply,
            .sentence = SchemaWords::tr("This is no list of Marketo fields. Read the fields again."),
            .detail = u"no describe document: %1"_s.arg(QString::fromUtf8(document.left(120)).simplified()),
            .retryAfter = {} });
    const Described described = describedIn(document);
    const QStringList keys = keysIn(described.record);
    Schema schema;
    schema.object = objectOf(described.record);
    // An empty cell leaves a value alone. Source: contracts/marketo.md, 8.
    schema.forms = { .clear = "NULL", .milliseconds = false };
    for (const QJsonValue &entry : described.fields) {
        Field field = fieldFrom(entry.toObject());
        if (field.name.isEmpty())
            continue;
        field.key = described.record.isEmpty()
            ? std::ranges::find(lookupFields, field.name) != lookupFields.end()
            : keys.contains(field.name);
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

} // namespace rowlift::marketo
