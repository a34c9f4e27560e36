#pragma once

#include "app/mapping/mapping.h"

namespace rowlift {

/// \a schema with a field for each property that \a mapping names and that it does not have yet, of the type
/// that the mapping says. The type of those that it has follows the mapping unless Field::typeIsFixed. Where
/// the schema is not open it stays as it is.
Schema withProperties(Schema schema, const Mapping &mapping);

/// What a property of \a type has for a field type.
FieldType fieldTypeOf(PropertyType type);

/// Whether \a name, which \a schema may not have, can be a property of its records. What begins with "$" is
/// a field of ours.
bool isPropertyName(QStringView name);
/// Whether a mapping may give \a name: it is a field of \a schema, or a property that it need not have.
bool canBeGiven(const Schema &schema, const QString &name);

} // namespace rowlift
