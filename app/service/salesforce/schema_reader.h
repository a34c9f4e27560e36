#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

#include <QByteArray>
#include <QJsonObject>

namespace rowlift::salesforce {

/// Whether \a document is a describe of one object, as /sobjects/X/describe answers.
bool isDescribe(const QByteArray &document);

/// Reads a describe document. Unknown properties are passed over, missing ones have their defaults; hidden
/// fields are left out. Behind the object's own fields stand those that name a record of another object by a
/// key of it. Fails with BadReply when it is no describe. Source: contracts/salesforce.md, 2.2 to 2.5
/// and 4.1.
Result<Schema> readSchema(const QByteArray &document);

/// A field of a describe.
Field fieldFrom(const QJsonObject &json);

/// The part of a describe that also stands in the list of all objects.
ObjectInfo objectFrom(const QJsonObject &describe);

} // namespace rowlift::salesforce
