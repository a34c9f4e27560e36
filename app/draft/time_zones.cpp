#include "app/draft/time_zones.h"

#include "app/mapping/own_zone.h"

namespace rowlift {

QStringList fieldsWithoutZone(const Mapping &mapping, const Schema &schema)
{
    QStringList fields;
    for (const QString &name : mapping.fields()) {
        const Field *field = schema.field(name);
        const Treatment *treatment = mapping.treatmentOf(name);
        if (field && field->type == FieldType::DateTime && treatment && treatment->dates.zone.isEmpty())
            fields << name;
    }
    return fields;
}

void setZone(Mapping &mapping, const QStringList &fields, const QByteArray &zone)
{
    for (ColumnMapping &column : mapping.columns) {
        if (fields.contains(column.field))
            column.treatment.dates.zone = zone;
    }
    for (ExtraField &extra : mapping.extras) {
        if (fields.contains(extra.field))
            extra.treatment.dates.zone = zone;
    }
}

void nameZones(Mapping &mapping, const Schema &schema)
{
    setZone(mapping, fieldsWithoutZone(mapping, schema), zoneOfThisComputer());
}

} // namespace rowlift
