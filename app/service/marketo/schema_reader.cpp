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

/// Of fields that are an account's own, these types may be looked up, too. Source: contracts/marketo.md, 9.1.
constexpr std::array lookupTypes { "string"_L1, "email"_L1, "integer"_L1 };

constexpr auto personId = "id"_L1;

constexpr int usualLength = 255;
constexpr int longestText = 30'000; ///< In bytes of UTF-8.
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
    if (type == FieldType::LongText)
        return json.value("length"_L1).toInt();
    return isText ? json.value("length"_L1).toInt(usualLength) : 0;
}

/// Why it cannot be set, or what to mind when it is.
QString helpFor(const Field &field, const QJsonObject &json)
{
    QStringList help;
    if (const QString description = json.value("description"_L1).toString().trimmed(); !description.isEmpty())
        help << description;
    if (json.value("crmManaged"_L1).toBool())
        help << SchemaWords::tr("Kept by your CRM: what Marketo is given may be overwritten or refused.");
    if (field.name == personId)
        help << SchemaWords::tr("Marketo's own number of a person. By it people are only changed, never "
                                "added.");
    else if (field.type == FieldType::Unsupported)
        help << SchemaWords::tr("Marketo computes this itself.");
    else if (!field.creatable)
        help << SchemaWords::tr("Marketo sets this itself.");
    if (json.value("isHidden"_L1).toBool())
        help << SchemaWords::tr("Hidden in Marketo.");
    if (json.value("isSensitive"_L1).toBool())
        help << SchemaWords::tr("Marked as sensitive in Marketo.");
    return help.join(u' ');
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
    if (field.type == FieldType::LongText)
        field.bytes = longestText;
    field.help = helpFor(field, json);
    return field;
}

/// The fields that find a record by themselves, by what the document says. Source: contracts/marketo.md, 7.2.
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

bool isListedLookupField(const QString &name)
{
    return std::ranges::find(lookupFields, name) != lookupFields.end();
}

/// Whether an import may name it to find people by.
bool isLookupField(const Field &field)
{
    return isListedLookupField(field.name)
        || std::ranges::find(lookupTypes, field.typeName) != lookupTypes.end();
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
    schema.forms = { .clear = "NULL",
                     .milliseconds = false,
                     .clearInAnyCase = true,
                     .asciiEmails = true,
                     .takesOddEmails = true };
    for (const QJsonValue &entry : described.fields) {
        Field field = fieldFrom(entry.toObject());
        if (field.name.isEmpty())
            continue;
        field.key = described.record.isEmpty() ? isListedLookupField(field.name)
                                               : keys.contains(field.name) && isLookupField(field);
        schema.fields.push_back(std::move(field));
    }
    return schema;
}

} // namespace rowlift::marketo
