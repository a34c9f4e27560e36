#include "app/service/salesforce/schema_reader.h"

#include "app/service/salesforce/parent_keys.h"
#include "app/service/salesforce/record_lookup.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct SchemaWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Schema)
};

/// Types that need more care than text. Unknown ones are text.
/// Source: contracts/salesforce.md, 2.4.
constexpr std::array typeTable {
    std::pair { "textarea"_L1, FieldType::LongText },
    std::pair { "int"_L1, FieldType::Integer },
    std::pair { "long"_L1, FieldType::Integer },
    std::pair { "double"_L1, FieldType::Number },
    std::pair { "currency"_L1, FieldType::Number },
    std::pair { "percent"_L1, FieldType::Number },
    std::pair { "boolean"_L1, FieldType::Boolean },
    std::pair { "date"_L1, FieldType::Date },
    std::pair { "datetime"_L1, FieldType::DateTime },
    std::pair { "time"_L1, FieldType::Time },
    std::pair { "email"_L1, FieldType::Email },
    std::pair { "phone"_L1, FieldType::Phone },
    std::pair { "url"_L1, FieldType::Url },
    std::pair { "id"_L1, FieldType::Id },
    std::pair { "reference"_L1, FieldType::Reference },
    std::pair { "picklist"_L1, FieldType::Picklist },
    std::pair { "multipicklist"_L1, FieldType::MultiPicklist },
    std::pair { "address"_L1, FieldType::Unsupported },
    std::pair { "location"_L1, FieldType::Unsupported },
    std::pair { "base64"_L1, FieldType::Unsupported },
    std::pair { "anyType"_L1, FieldType::Unsupported },
    std::pair { "complexvalue"_L1, FieldType::Unsupported },
    std::pair { "JunctionIdList"_L1, FieldType::Unsupported },
    std::pair { "masterrecord"_L1, FieldType::Unsupported },
    std::pair { "floatarray"_L1, FieldType::Unsupported },
    std::pair { "textarray"_L1, FieldType::Unsupported },
};

FieldType typeFrom(QStringView name)
{
    const auto found
        = std::ranges::find_if(typeTable, [name](const auto &entry) { return entry.first == name; });
    return found == typeTable.end() ? FieldType::Text : found->second;
}

std::vector<PicklistValue> picklistFrom(const QJsonArray &entries)
{
    std::vector<PicklistValue> values;
    values.reserve(std::size_t(entries.size()));
    for (const QJsonValue &entry : entries) {
        const QString value = entry["value"_L1].toString();
        values.push_back({ .value = value,
                           .label = entry["label"_L1].toString(value),
                           .active = entry["active"_L1].toBool(true) });
    }
    return values;
}

QStringList namesFrom(const QJsonArray &entries)
{
    QStringList names;
    for (const QJsonValue &entry : entries)
        names << entry.toString();
    return names;
}

void readNumberLimits(const QJsonObject &json, Field &field)
{
    if (field.type == FieldType::Integer) {
        field.precision = json.value("digits"_L1).toInt();
    } else if (field.type == FieldType::Number) {
        field.precision = json.value("precision"_L1).toInt();
        field.scale = json.value("scale"_L1).toInt();
    }
}

/// Record types as a list to choose from by name, for nobody knows their ids by heart; an id passes as it is.
/// Source: contracts/salesforce.md, 2.2, and 4, rule 13.
void nameRecordTypes(const QJsonObject &describe, Schema &schema)
{
    const auto field = std::ranges::find(schema.fields, u"RecordTypeId"_s, &Field::name);
    if (field == schema.fields.end())
        return;
    std::vector<PicklistValue> types;
    const QJsonArray infos = describe.value("recordTypeInfos"_L1).toArray();
    for (const QJsonValue &info : infos) {
        if (!info["master"_L1].toBool() && info["available"_L1].toBool())
            types.push_back({ .value = info["recordTypeId"_L1].toString(),
                              .label = info["name"_L1].toString(),
                              .active = info["active"_L1].toBool(true) });
    }
    if (types.empty())
        return;
    field->type = FieldType::Picklist;
    field->restricted = false;
    field->values = std::move(types);
}

} // namespace

bool isDescribe(const QByteArray &document)
{
    const QJsonObject describe = QJsonDocument::fromJson(document).object();
    const QJsonArray fields = describe.value("fields"_L1).toArray();
    return describe.value("name"_L1).isString() && !fields.isEmpty()
        && fields.first().toObject().contains("soapType"_L1);
}

Result<Schema> readSchema(const QByteArray &document)
{
    if (!isDescribe(document))
        return tl::unexpected(Error {
            .kind = Error::Kind::BadReply,
            .sentence = SchemaWords::tr("This is no list of Salesforce fields. Read the fields again."),
            .detail = u"no describe document: %1"_s.arg(QString::fromUtf8(document.left(120)).simplified()),
            .retryAfter = {} });
    const QJsonObject describe = QJsonDocument::fromJson(document).object();
    Schema schema;
    schema.forms = { .clear = "#N/A", .salesforceIds = true };
    schema.object = objectFrom(describe);
    const QJsonArray fields = describe.value("fields"_L1).toArray();
    for (const QJsonValue &entry : fields) {
        const QJsonObject json = entry.toObject();
        if (!json.value("deprecatedAndHidden"_L1).toBool())
            schema.fields.push_back(fieldFrom(json));
    }
    nameRecordTypes(describe, schema);
    const auto parents = parentFields(describe);
    schema.fields.insert(schema.fields.end(), parents.begin(), parents.end());
    return schema;
}

Field fieldFrom(const QJsonObject &json)
{
    const auto flag = [&json](QLatin1StringView name) { return json.value(name).toBool(); };
    Field field;
    field.name = json.value("name"_L1).toString();
    field.label = json.value("label"_L1).toString(field.name);
    field.typeName = json.value("type"_L1).toString();
    field.type = typeFrom(field.typeName);
    field.length = json.value("length"_L1).toInt();
    readNumberLimits(json, field);

    const bool computed
        = flag("calculated"_L1) || flag("autoNumber"_L1) || field.type == FieldType::Unsupported;
    field.creatable = flag("createable"_L1) && !computed;
    field.updatable = flag("updateable"_L1) && !computed;
    // Source: contracts/salesforce.md, 2.5. Booleans are never nillable and always have a default.
    field.required = field.creatable && !flag("nillable"_L1) && !flag("defaultedOnCreate"_L1)
        && field.type != FieldType::Boolean;
    field.key = flag("externalId"_L1) || flag("idLookup"_L1) || field.type == FieldType::Id;
    field.unique = flag("unique"_L1);
    field.searchable = canBeSearched(json);
    field.caseSensitive = flag("caseSensitive"_L1);
    // Of a box the rules for boxes say more.
    field.clearable = json.value("nillable"_L1).toBool(true) || field.type == FieldType::Boolean;
    field.restricted = flag("restrictedPicklist"_L1);
    field.values = picklistFrom(json.value("picklistValues"_L1).toArray());
    field.help = json.value("inlineHelpText"_L1).toString();
    field.referenceTo = namesFrom(json.value("referenceTo"_L1).toArray());
    return field;
}

ObjectInfo objectFrom(const QJsonObject &describe)
{
    ObjectInfo object;
    object.name = describe.value("name"_L1).toString();
    object.label = describe.value("label"_L1).toString(object.name);
    object.labelPlural = describe.value("labelPlural"_L1).toString(object.label);
    object.keyPrefix = describe.value("keyPrefix"_L1).toString();
    object.custom = describe.value("custom"_L1).toBool();
    object.canCreate = describe.value("createable"_L1).toBool();
    object.canUpdate = describe.value("updateable"_L1).toBool();
    object.canDelete = describe.value("deletable"_L1).toBool();
    return object;
}

} // namespace rowlift::salesforce
