#pragma once

#include "app/schema/schema.h"

#include <QStringList>

namespace rowlift {

constexpr qsizetype longestPropertyStep = 255;

/// Why \a name can be no property, in a sentence; empty: it can.
QString propertyTrouble(const QString &name);

/// Why some of \a names, the properties of a record that is sent to \a target, cannot stand in it together,
/// or not in this way, or not with what records have that are there (Field::typeIsFixed), in sentences. \a
/// schema knows those that are lists. What propertyTrouble() is about is not told again.
QStringList propertyClashes(const QStringList &names, const Schema &schema, const Target &target);

} // namespace rowlift
