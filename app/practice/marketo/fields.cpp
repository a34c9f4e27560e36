#include "app/practice/marketo/fields.h"

#include "app/practice/json_text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype usualLength = 255; ///< Source: contracts/marketo.md, 8.
constexpr qsizetype longTextBytes = 30'000;
constexpr int firstCustomId = 58; ///< Of the fields that are ours, see the resources' SOURCES.md.

Field::Type typeFrom(const QByteArray &dataType)
{
    static const QHash<QByteArray, Field::Type> types {
        { "text", Field::Type::LongText },     { "textarea", Field::Type::LongText },
        { "email", Field::Type::Email },       { "integer", Field::Type::Integer },
        { "score", Field::Type::Integer },     { "percent", Field::Type::Integer },
        { "float", Field::Type::Decimal },     { "currency", Field::Type::Decimal },
        { "boolean", Field::Type::Boolean },   { "date", Field::Type::Date },
        { "datetime", Field::Type::DateTime }, { "formula", Field::Type::Formula },
    };
    return types.value(dataType, Field::Type::Text);
}

bool mayBeKey(const Field &field)
{
    return field.dataType == "string" || field.dataType == "email" || field.dataType == "integer";
}

QJsonObject resource(const QString &name)
{
    QFile file(u":/practice/marketo/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray nameAndRight(const QByteArray &name, bool readOnly)
{
    JsonText text;
    return text.text("name", name).boolean("readOnly", readOnly).object();
}

} // namespace

Fields::Fields(std::vector<Field> fields)
    : m_fields(std::move(fields))
{
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        if (!m_fields[i].name.isEmpty())
            m_places.insert(m_fields[i].name, i);
}

const Field *Fields::named(const QByteArray &name) const
{
    const auto found = m_places.constFind(name);
    return found == m_places.cend() ? nullptr : &m_fields[*found];
}

Field fieldFrom(const QJsonObject &json, int number)
{
    const bool nested = json.contains("rest"_L1) || json.contains("soap"_L1);
    const QJsonObject rest = nested ? json.value("rest"_L1).toObject() : json;
    Field field;
    field.number = number;
    field.id = json.value("id"_L1).toInt();
    field.name = rest.value("name"_L1).toString().toUtf8();
    field.label = json.value("displayName"_L1).toString().toUtf8();
    field.dataType = json.value("dataType"_L1).toString().toLatin1();
    field.type = typeFrom(field.dataType);
    field.hasLength = json.contains("length"_L1);
    const qsizetype usually = field.type == Field::Type::LongText ? longTextBytes : usualLength;
    field.length = json.value("length"_L1).toInteger(usually);
    field.readOnly = nested ? rest.value("readOnly"_L1).toBool() : !json.value("updateable"_L1).toBool();
    field.crmManaged = json.value("crmManaged"_L1).toBool();
    field.custom = field.id >= firstCustomId && !json.value("standard"_L1).toBool();
    field.searchable = json.value("searchable"_L1).toBool();
    field.key = field.searchable || (field.custom && mayBeKey(field));
    field.soapName = json.value("soap"_L1).toObject().value("name"_L1).toString().toUtf8();
    field.description = json.value("description"_L1).toString().toUtf8();
    return field;
}

Fields leadFields()
{
    std::vector<Field> fields;
    const QJsonObject added = resource(u"leads-added.json"_s);
    for (const QJsonObject &document : { resource(u"leads-describe.json"_s), added })
        for (const QJsonValue &entry : document.value("result"_L1).toArray())
            fields.push_back(fieldFrom(entry.toObject(), static_cast<int>(fields.size())));
    for (Field &field : fields)
        if (field.name == "email" || field.name == "id")
            field.key = field.searchable = true;
    for (const QJsonValue &name : added.value("undescribedKeys"_L1).toArray()) {
        Field field { .number = static_cast<int>(fields.size()), .name = name.toString().toUtf8() };
        field.label = field.name;
        field.dataType = "string"_ba;
        field.length = usualLength;
        field.described = false;
        field.key = field.searchable = true;
        fields.push_back(field);
    }
    return Fields(std::move(fields));
}

QByteArray leadDescribe(const Fields &fields)
{
    QByteArrayList each;
    for (const Field &field : fields.all()) {
        if (!field.described)
            continue;
        JsonText text;
        text.number("id", field.id).text("displayName", field.label).text("dataType", field.dataType);
        if (field.hasLength)
            text.number("length", field.length);
        if (!field.name.isEmpty())
            text.raw("rest"_ba, nameAndRight(field.name, field.readOnly));
        text.raw("soap"_ba, nameAndRight(field.soapName, field.readOnly));
        each.append(text.object());
    }
    return jsonArray(each);
}

QByteArray flatField(const Field &field)
{
    JsonText text;
    text.text("name", field.name).text("displayName", field.label).text("dataType", field.dataType);
    if (field.hasLength)
        text.number("length", field.length);
    return text.boolean("updateable", !field.readOnly).boolean("crmManaged", field.crmManaged).object();
}

QByteArray leadDescribe2(const Fields &fields)
{
    std::vector<const Field *> sorted;
    QByteArrayList searchable;
    for (const Field &field : fields.all()) {
        if (!field.name.isEmpty() && field.described)
            sorted.push_back(&field);
        if (field.searchable)
            searchable.append(jsonArray({ jsonString(field.name) }));
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const Field *a, const Field *b) { return a->name.toLower() < b->name.toLower(); });
    QByteArrayList each;
    for (const Field *field : sorted)
        each.append(flatField(*field));
    JsonText lead;
    lead.text("name", "API Lead"_ba)
        .raw("searchableFields"_ba, jsonArray(searchable))
        .raw("fields"_ba, jsonArray(each));
    return jsonArray({ lead.object() });
}

QByteArray schemaField(const Field &field)
{
    JsonText text;
    text.text("displayName", field.label)
        .text("name", field.name)
        .raw("description"_ba, field.description.isEmpty() ? "null"_ba : jsonString(field.description))
        .text("dataType", field.dataType);
    if (field.hasLength)
        text.number("length", field.length);
    return text.boolean("isHidden", false)
        .boolean("isHtmlEncodingInEmail", true)
        .boolean("isSensitive", false)
        .boolean("isCustom", field.custom)
        .boolean("isApiCreated", false)
        .object();
}

} // namespace rowlift::practice::marketo
