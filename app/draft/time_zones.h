#pragma once

#include "app/mapping/mapping.h"

namespace rowlift {

/// The given fields for date-times that are read in the zone of whatever computer this is.
QStringList fieldsWithoutZone(const Mapping &mapping, const Schema &schema);
/// Lets them be read in \a zone (IANA), wherever.
void setZone(Mapping &mapping, const QStringList &fields, const QByteArray &zone);
/// So that a run that is gone on with elsewhere sends the same: what is read in the zone of this computer is
/// read in it by its name.
void nameZones(Mapping &mapping, const Schema &schema);

} // namespace rowlift
