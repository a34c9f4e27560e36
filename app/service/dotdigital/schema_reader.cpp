#include "app/service/dotdigital/schema_reader.h"

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

struct SchemaWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::Schema)
};

/// Unknown types are text. Source: contracts/dotdigital.md, 6.1.
constexpr std::array typeTable {
    std::pair { "String"_L1, FieldType::Text },
    std::pair { "Numeric"_L1, FieldType::Number },
    std::pair { "Date"_L1, FieldType::Date },
    std::pair { "Boolean"_L1, FieldType::Boolean },
    std::pair { "NotAvailableInThisVersion"_L1, FieldType::Unsupported },
};

constexpr int longestText = 255; ///< Of a text field.

std::optional<FieldType> typeFrom(QStringView name)
{
    const auto found
        = std::ranges::find_if(typeTable, [name](const auto &entry) { return entry.first == name; });
    return found == typeTable.end() ? std::nullopt : std::optional(found->second);
}

Field fieldOf(const QString &name, const QString &label, FieldType type)
{
    Field field;
    field.name = name;
    field.label = label;
    field.type = type;
    field.typeName = u"String"_s;
    field.length = type == FieldType::Text ? longestText : 0;
    field.creatable = type != FieldType::Unsupported;
    field.updatable = field.creatable;
    return field;
}

Field choiceOf(const QString &name, const QString &label, const QStringList &values)
{
    Field field = fieldOf(name, label, FieldType::Picklist);
    field.restricted = true;
    for (const QString &value : values)
        field.values.push_back({ .value = value, .label = value });
    return field;
}

/// What every contact has, whatever the account's own fields are.
std::vector<Field> contactFields()
{
    Field email = fieldOf(u"Email"_s, SchemaWords::tr("Email"), FieldType::Email);
    email.length = longestText;
    email.required = true;
    email.key = true;
    email.unique = true;
    return {
        email,
        choiceOf(u"EmailType"_s, SchemaWords::tr("Email type"), { u"Html"_s, u"PlainText"_s }),
        choiceOf(u"OptInType"_s, SchemaWords::tr("Opt-in type"),
                 { u"Unknown"_s, u"Single"_s, u"Double"_s, u"VerifiedDouble"_s }),
        fieldOf(u"CONSENTTEXT"_s, SchemaWords::tr("Consent: text"), FieldType::LongText),
        fieldOf(u"CONSENTURL"_s, SchemaWords::tr("Consent: page"), FieldType::Url),
        fieldOf(u"CONSENTDATETIME"_s, SchemaWords::tr("Consent: time"), FieldType::DateTime),
        fieldOf(u"CONSENTIP"_s, SchemaWords::tr("Consent: IP address"), FieldType::Text),
        fieldOf(u"CONSENTUSERAGENT"_s, SchemaWords::tr("Consent: browser"), FieldType::Text),
    };
}

Field dataField(const QJsonObject &json)
{
    const QString name = json.value("name"_L1).toString();
    const QString type = json.value("type"_L1).toString();
    Field field = fieldOf(name, name, typeFrom(type).value_or(FieldType::Text));
    field.typeName = type;
    return field;
}

} // namespace

ObjectInfo contactObject()
{
    return { .name = u"contacts"_s,
             .label = SchemaWords::tr("Contact"),
             .labelPlural = SchemaWords::tr("Contacts"),
             .keyPrefix = {},
             .custom = false,
             .canCreate = true,
             .canUpdate = true,
             .canDelete = false };
}

bool isDescribe(const QByteArray &document)
{
    const QJsonObject first = QJsonDocument::fromJson(document).array().first().toObject();
    return first.value("name"_L1).isString() && typeFrom(first.value("type"_L1).toString())
        && (first.contains("visibility"_L1) || first.contains("defaultValue"_L1));
}

Result<Schema> readSchema(const QByteArray &document)
{
    if (!isDescribe(document))
        return tl::unexpected(Error {
            .kind = Error::Kind::BadReply,
            .sentence = SchemaWords::tr("This is no list of Dotdigital fields. Read the fields again."),
            .detail = u"no data-fields: %1"_s.arg(QString::fromUtf8(document.left(120)).simplified()),
            .retryAfter = {} });
    Schema schema;
    schema.object = contactObject();
    // No way of merging is offered in which blank cells empty fields. Source: contracts/dotdigital.md, 6.3
    // and 6.1, "Values".
    schema.forms = { .yes = "True", .no = "False", .milliseconds = false };
    schema.fields = contactFields();
    const QJsonArray entries = QJsonDocument::fromJson(document).array();
    for (const QJsonValue &entry : entries) {
        Field field = dataField(entry.toObject());
        const bool known = std::ranges::any_of(schema.fields, [&](const Field &other) {
            return other.name.compare(field.name, Qt::CaseInsensitive) == 0;
        });
        if (!known && !field.name.isEmpty())
            schema.fields.push_back(std::move(field));
    }
    return schema;
}

} // namespace rowlift::dotdigital
