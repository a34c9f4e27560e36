#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

#include <QByteArray>

namespace rowlift::dotdigital {

ObjectInfo contactObject();

/// Whether \a document is an answer of data-fields.
bool isDescribe(const QByteArray &document);

/// The fields of contacts: those that every contact has, and those in such an answer.
/// Source: contracts/dotdigital.md, 6.1.
Result<Schema> readSchema(const QByteArray &document);

} // namespace rowlift::dotdigital
