#include "app/mapping/properties.h"

#include "app/schema/property_path.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

void setPropertyType(Field &field, const Treatment &treatment)
{
    if (!treatment.property)
        return;
    field.type = fieldTypeOf(*treatment.property);
    const bool isList = *treatment.property == PropertyType::List;
    field.listSeparator = !isList ? QString() : treatment.separator.isEmpty() ? u";"_s : treatment.separator;
}

Field newProperty(const QString &name)
{
    Field field;
    field.name = field.label = name;
    field.creatable = field.updatable = field.caseSensitive = true;
    field.isProperty = true;
    return field;
}

} // namespace

FieldType fieldTypeOf(PropertyType type)
{
    switch (type) {
    case PropertyType::Number:
        return FieldType::Number;
    case PropertyType::YesNo:
        return FieldType::Boolean;
    case PropertyType::Date:
        return FieldType::Date;
    case PropertyType::DateTime:
        return FieldType::DateTime;
    case PropertyType::Text:
    case PropertyType::List:
        break;
    }
    return FieldType::Text;
}

Schema withProperties(Schema schema, const Mapping &mapping)
{
    if (!schema.open)
        return schema;
    for (const QString &name : mapping.fields()) {
        auto field = std::ranges::find(schema.fields, name, &Field::name);
        if (field == schema.fields.end()) {
            if (!isPropertyName(name))
                continue;
            field = schema.fields.insert(schema.fields.end(), newProperty(name));
        }
        if (const Treatment *treatment = mapping.treatmentOf(name);
            treatment && field->isProperty && !field->typeIsFixed)
            setPropertyType(*field, *treatment);
    }
    return schema;
}

bool isPropertyName(QStringView name)
{
    return !name.startsWith(u'$') && propertyPath(name);
}

bool canBeGiven(const Schema &schema, const QString &name)
{
    return schema.field(name) || (schema.open && isPropertyName(name));
}

} // namespace rowlift
