#include "app/service/dotdigital/insight_schema.h"

#include "app/schema/property_path.h"
#include "app/service/dotdigital/collections.h"
#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

struct InsightWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Insight)
};

constexpr int longestKey = 255;
constexpr int longestIdentifier = 256;
constexpr auto listSign = ";"_L1;

/// Unknown types are text. Source: contracts/dotdigital.md, 4.5.
constexpr std::array memberTypes {
    std::pair { "STRING"_L1, FieldType::Text },        std::pair { "FLOAT"_L1, FieldType::Number },
    std::pair { "INTEGER"_L1, FieldType::Number },     std::pair { "BOOLEAN"_L1, FieldType::Boolean },
    std::pair { "TIMESTAMP"_L1, FieldType::DateTime },
};

FieldType memberType(const QString &name)
{
    const auto found
        = std::ranges::find_if(memberTypes, [&name](const auto &entry) { return entry.first == name; });
    return found == memberTypes.end() ? FieldType::Text : found->second;
}

Field ourField(const char *name, const QString &label)
{
    Field field;
    field.name = QLatin1StringView(name);
    field.label = label;
    field.typeName = u"String"_s;
    field.creatable = true;
    field.updatable = true;
    return field;
}

Field keyField()
{
    Field field = ourField(keyFieldName, InsightWords::tr("Key"));
    field.key = true;
    field.unique = true;
    field.caseSensitive = true;
    field.length = longestKey;
    field.question = InsightWords::tr("Each record is known by");
    field.madeOfRow = InsightWords::tr("Made from this file and the row");
    field.help
        = InsightWords::tr("A record with the same key is replaced as a whole: properties that it had and "
                           "this one has not are gone.");
    return field;
}

Field contactField()
{
    Field field = ourField(contactFieldName, InsightWords::tr("Contact"));
    field.type = FieldType::Email;
    field.required = true;
    field.searchable = true;
    field.length = longestIdentifier;
    field.referenceTo = { u"contacts"_s };
    field.question = InsightWords::tr("Each record belongs to a contact, found by");
    field.help = InsightWords::tr("Contacts must be in Dotdigital already: this import makes none.");
    return field;
}

Field propertyField(const PropertyPath &path, FieldType type, const QString &typeName)
{
    Field field;
    field.name = propertyName(path);
    field.label = field.name;
    field.type = type;
    field.typeName = typeName;
    field.creatable = type != FieldType::Unsupported;
    field.updatable = field.creatable;
    field.isProperty = true;
    field.caseSensitive = true;
    return field;
}

bool hasList(const PropertyPath &path)
{
    return std::ranges::any_of(
        path, [](const PropertyStep &step) { return step.entry != PropertyStep::Entry::None; });
}

/// The members of a version 3 schema as properties.
class MemberReader {
public:
    explicit MemberReader(std::vector<Field> &fields)
        : m_fields(fields)
    {
    }

    void read(const QJsonArray &members, const PropertyPath &above)
    {
        constexpr std::size_t deepest = 32;
        for (const QJsonValue &member : members) {
            const QString name = member["name"_L1].toString();
            if (above.size() < deepest && propertyPath(name) == PropertyPath { { .name = name } })
                readOne(member.toObject(), above, name);
        }
    }

private:
    void readOne(const QJsonObject &member, PropertyPath path, const QString &name)
    {
        const QString type = member.value("type"_L1).toString();
        const bool repeats = member.value("mode"_L1).toString() == "REPEATED"_L1;
        const bool isGroup = type == "RECORD"_L1;
        const bool isNested = repeats && isGroup && hasList(path); // a list of rows in a list of rows
        path.push_back({ .name = name });
        if (isNested)
            return;
        if (isGroup) {
            if (repeats)
                path.back().entry = PropertyStep::Entry::EachRow;
            read(member.value("fields"_L1).toArray(), path);
            return;
        }
        // A list is written of texts alone.
        const bool cannot = repeats && memberType(type) != FieldType::Text;
        Field field = propertyField(path, cannot ? FieldType::Unsupported : memberType(type), type);
        field.typeIsFixed = true;
        if (repeats && !cannot)
            field.listSeparator = listSign;
        m_fields.push_back(std::move(field));
    }

    std::vector<Field> &m_fields;
};

/// What an order usually has. Source: contracts/dotdigital.md, 4.5, "Standard collection types".
std::vector<Field> orderFields()
{
    constexpr std::array members {
        std::pair { "id"_L1, FieldType::Text },
        std::pair { "purchase_date"_L1, FieldType::DateTime },
        std::pair { "order_total"_L1, FieldType::Number },
        std::pair { "order_subtotal"_L1, FieldType::Number },
        std::pair { "currency"_L1, FieldType::Text },
        std::pair { "order_status"_L1, FieldType::Text },
        std::pair { "products[].name"_L1, FieldType::Text },
        std::pair { "products[].price"_L1, FieldType::Number },
        std::pair { "products[].sku"_L1, FieldType::Text },
        std::pair { "products[].qty"_L1, FieldType::Number },
    };
    std::vector<Field> fields;
    for (const auto &[name, type] : members) {
        if (const auto path = propertyPath(QString(name)))
            fields.push_back(propertyField(*path, type, {}));
    }
    return fields;
}

/// Whether an import to \a target makes a collection of orders.
bool makesOrders(const Schema &schema, const Target &target)
{
    return schema.object.isNew
        && (insightTarget(target).type == "orders"_L1
            || schema.object.label.compare("orders"_L1, Qt::CaseInsensitive) == 0);
}

FieldType identifierType(const QString &identifier)
{
    if (identifier == "contactId"_L1)
        return FieldType::Text;
    return identifier == "mobileNumber"_L1 ? FieldType::Phone : FieldType::Email;
}

} // namespace

bool isInsightDocument(const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    return json.value(QLatin1StringView(documentMark)).toString() == QLatin1StringView(insightDocumentKind)
        && !json.value("collection"_L1).toString().isEmpty();
}

Result<Schema> readInsightSchema(const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    Schema schema;
    schema.object = collectionObject(json.value("collection"_L1).toString());
    schema.object.isNew = json.value("isNew"_L1).toBool();
    schema.forms.milliseconds = false;
    schema.open = true;
    for (const auto option : { "api"_L1, "scope"_L1, "type"_L1 }) {
        if (json.contains(option))
            schema.settled[option] = json.value(option);
    }
    schema.fields = { keyField(), contactField() };
    MemberReader(schema.fields).read(json.value("schema"_L1).toArray(), {});
    return fittedInsightSchema(std::move(schema), {});
}

Schema fittedInsightSchema(Schema schema, const Target &target)
{
    Target known = target;
    for (auto option = schema.settled.begin(); option != schema.settled.end(); ++option)
        known.options[option.key()] = option.value();
    const InsightTarget choices = insightTarget(known);
    const QString contactName = QLatin1StringView(contactFieldName);
    if (choices.scope == InsightScope::Account)
        std::erase_if(schema.fields, [&](const Field &field) { return field.name == contactName; });
    for (Field &field : schema.fields) {
        if (field.name == contactName)
            field.type = identifierType(choices.identifier);
    }
    if (!makesOrders(schema, known))
        return schema;
    for (Field &field : orderFields()) {
        if (!schema.field(field.name))
            schema.fields.push_back(std::move(field));
    }
    return schema;
}

} // namespace rowlift::dotdigital
