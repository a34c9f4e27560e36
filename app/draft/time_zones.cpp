#include "app/draft/time_zones.h"

#include <QDateTime>
#include <QTimeZone>

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

QByteArray zoneOfThisComputer()
{
    const QByteArray zone = QTimeZone::systemTimeZoneId();
    if (QTimeZone::isTimeZoneIdAvailable(zone))
        return zone;
    // A computer that was never told where it is counts in UTC.
    const QTimeZone system = QTimeZone::systemTimeZone();
    const bool isUtc = !system.isValid()
        || (!system.hasDaylightTime() && system.standardTimeOffset(QDateTime::currentDateTimeUtc()) == 0);
    return isUtc ? QByteArrayLiteral("UTC") : QByteArray();
}

void nameZones(Mapping &mapping, const Schema &schema)
{
    setZone(mapping, fieldsWithoutZone(mapping, schema), zoneOfThisComputer());
}

} // namespace rowlift
