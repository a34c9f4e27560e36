#pragma once

#include <QByteArray>

namespace rowlift {

/// The zone of this computer by its IANA name, as it is known everywhere; empty when it has none.
QByteArray zoneOfThisComputer();
/// Whether \a zone is a zone of times by its IANA name. QTimeZone makes UTC of many a name that it does not
/// know, and does not list "Etc/UTC", which is where many computers are.
bool isZoneName(const QByteArray &zone);

} // namespace rowlift
