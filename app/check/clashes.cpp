#include "app/check/check.h"
#include "app/mapping/idle_key.h"
#include "app/mapping/properties.h"
#include "app/mapping/property_rules.h"

#include <algorithm>

namespace rowlift {

namespace {

struct ClashWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Check)
};

const QString &labelOf(const Field &field)
{
    return field.label.isEmpty() ? field.name : field.label;
}

/// What a service would refuse of every row or, worse, pass over without a word.
QString cannotBeSet(const QString &name, const Field *field, const Target &target, const Schema &schema)
{
    const QString &object
        = schema.object.labelPlural.isEmpty() ? schema.object.label : schema.object.labelPlural;
    if (!field)
        //: %1 kinds of records, %2 the name of a field
        return ClashWords::tr("%1 have no field “%2”: take it out of the mapping.").arg(object, name);
    const bool findsRecord = target.looksUp() && name == target.keyField;
    if (findsRecord || (field->writable(target.operation) && !isIdleKey(*field, target)))
        return {};
    return ClashWords::tr("%1 cannot be set this way: take it out of the mapping.").arg(labelOf(*field));
}

} // namespace

namespace {

/// Of records without fixed fields: what is wrong with the names of their properties.
QStringList wrongProperties(const Draft &draft, const Schema &schema)
{
    if (!schema.open)
        return {};
    QStringList sentences;
    QStringList properties;
    for (const QString &name : draft.mapping.fields()) {
        const Field *field = schema.field(name);
        if (!field || !field->isProperty)
            continue;
        properties << name;
        if (const QString trouble = propertyTrouble(name); !trouble.isEmpty())
            sentences << trouble;
    }
    if (properties.isEmpty())
        sentences << ClashWords::tr("No column goes to a property: the records would be empty.");
    return sentences + propertyClashes(properties, schema, draft.target);
}

} // namespace

QStringList clashes(const Draft &draft, const Schema &known)
{
    const Schema opened
        = known.open ? withProperties(known, draft.mapping) : Schema(); // a copy takes its time
    const Schema &schema = known.open ? opened : known;
    QStringList sentences = wrongProperties(draft, schema);
    std::vector<const Field *> given;
    for (const QString &name : draft.mapping.fields()) {
        const Field *field = schema.field(name);
        if (field)
            given.push_back(field);
        const QString sentence = cannotBeSet(name, field, draft.target, schema);
        if (!sentence.isEmpty())
            sentences << sentence;
    }
    const auto whatIsSet
        = [](const Field &field) { return field.standsFor.isEmpty() ? field.name : field.standsFor; };
    for (std::size_t later = 1; later < given.size(); ++later) {
        for (std::size_t first = 0; first < later; ++first) {
            if (whatIsSet(*given[first]) == whatIsSet(*given[later]))
                sentences << ClashWords::tr("%1 and %2 set the same thing: map one of them.")
                                 .arg(labelOf(*given[first]), labelOf(*given[later]));
        }
    }
    const auto id = std::ranges::find(given, FieldType::Id, &Field::type);
    const Field *key = schema.field(draft.target.keyField);
    if (draft.target.looksUp() && key && id != given.end())
        sentences << ClashWords::tr("Records are found by %1: do not map %2, or let it find them.")
                         .arg(labelOf(*key), labelOf(**id));
    return sentences;
}

} // namespace rowlift
