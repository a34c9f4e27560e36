#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

#include <QByteArray>

namespace rowlift::marketo {

/// The people of Marketo; on the wire "leads".
ObjectInfo leadObject();

/// Whether \a document is an answer of describe or describe2, of leads or of another kind of record.
bool isDescribe(const QByteArray &document);

/// The schema in such an answer. Fields that the REST interface does not reach are left out.
/// Source: contracts/marketo.md, 7 and 8.
Result<Schema> readSchema(const QByteArray &document);

} // namespace rowlift::marketo
