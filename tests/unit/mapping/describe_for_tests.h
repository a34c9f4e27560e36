#pragma once

#include "app/schema/schema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// A Salesforce describe document as a schema: just enough of one for tests of rooms that know no service.
namespace rowlift::testing {

using namespace Qt::StringLiterals;

inline FieldType typeOf(const QString &word)
{
    static const QHash<QString, FieldType> types {
        { u"string"_s, FieldType::Text },
        { u"textarea"_s, FieldType::LongText },
        { u"int"_s, FieldType::Integer },
        { u"double"_s, FieldType::Number },
        { u"currency"_s, FieldType::Number },
        { u"percent"_s, FieldType::Number },
        { u"boolean"_s, FieldType::Boolean },
        { u"date"_s, FieldType::Date },
        { u"datetime"_s, FieldType::DateTime },
        { u"email"_s, FieldType::Email },
        { u"phone"_s, FieldType::Phone },
        { u"url"_s, FieldType::Url },
        { u"id"_s, FieldType::Id },
        { u"reference"_s, FieldType::Reference },
        { u"picklist"_s, FieldType::Picklist },
        { u"multipicklist"_s, FieldType::MultiPicklist },
        { u"address"_s, FieldType::Unsupported },
    };
    return types.value(word, FieldType::Text);
}

inline Field fieldFrom(const QJsonObject &json)
{
    Field field;
    field.name = json[u"name"].toString();
    field.label = json[u"label"].toString();
    field.typeName = json[u"type"].toString();
    field.type = typeOf(field.typeName);
    field.length = json[u"length"].toInt();
    field.precision = json[u"precision"].toInt();
    field.scale = json[u"scale"].toInt();
    field.creatable = json[u"createable"].toBool();
    field.updatable = json[u"updateable"].toBool();
    field.required = field.creatable && !json[u"nillable"].toBool() && !json[u"defaultedOnCreate"].toBool()
        && field.type != FieldType::Boolean;
    field.key = json[u"externalId"].toBool() || json[u"idLookup"].toBool();
    field.unique = json[u"unique"].toBool();
    field.restricted = json[u"restrictedPicklist"].toBool();
    for (const QJsonValue &entry : json[u"picklistValues"].toArray()) {
        const QJsonObject value = entry.toObject();
        field.values.push_back(
            { value[u"value"].toString(), value[u"label"].toString(), value[u"active"].toBool() });
    }
    return field;
}

/// An empty schema when the file cannot be read.
inline Schema schemaFromDescribe(const QString &path)
{
    QFile file(path);
    Schema schema;
    if (!file.open(QIODevice::ReadOnly))
        return schema;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    schema.object.name = json[u"name"].toString();
    schema.object.label = json[u"label"].toString();
    schema.object.keyPrefix = json[u"keyPrefix"].toString();
    schema.forms.clear = "#N/A";
    schema.forms.salesforceIds = true;
    for (const QJsonValue &field : json[u"fields"].toArray())
        schema.fields.push_back(fieldFrom(field.toObject()));
    return schema;
}

} // namespace rowlift::testing
