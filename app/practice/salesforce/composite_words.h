#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/judge.h"

#include <QByteArray>

class QJsonObject;

namespace rowlift::practice::salesforce {

/// The kind that a JSON record names among its attributes.
QByteArray kindOf(const QJsonObject &record);
/// One error as the composite resources print it, with `statusCode`. Source: contracts/salesforce.md, 5.2.
QByteArray compositeError(const RowError &error);
Verdict unknownKind(const QByteArray &kind);
Response internalError();

} // namespace rowlift::practice::salesforce
