#include "app/mapping/own_zone.h"

#include <QDateTime>
#include <QTimeZone>

namespace rowlift {

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

bool isZoneName(const QByteArray &zone)
{
    return zone == "Etc/UTC" || QTimeZone::isTimeZoneIdAvailable(zone);
}

} // namespace rowlift
