#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

#include <QByteArray>
#include <QJsonObject>

namespace rowlift::salesforce {

/// Whether \a document is a describe of one object, as /sobjects/X/describe answers.
bool isDescribe(const QByteArray &document);

/// Reads a describe document. Unknown properties are passed over, missing ones have their defaults; hidden
/// fields are left out. Fails with BadReply when it is no describe. Source: contracts/salesforce.md, 2.2
/// to 2.5.
Result<Schema> readSchema(const QByteArray &document);

/// The part of a describe that also stands in the list of all objects.
ObjectInfo objectFrom(const QJsonObject &describe);

} // namespace rowlift::salesforce
