#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"
#include "app/service/part_loader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace rowlift::salesforce {

/// The bytes of a part's file. Errors are of kind Storage.
Result<QByteArray> bytesOf(const PartFile &part);

/// The records of a part as JsonEncoder wrote them, in order: field to value, without `attributes`. Of a
/// delete each has an id alone. Fails with Storage when the file is none of ours.
Result<std::vector<QJsonObject>> recordsIn(const PartFile &part, Operation operation);

/// What the service says of the records of one call, in the call's order.
/// Source: contracts/salesforce.md, 5.3.
std::vector<PlacedResult> resultsFrom(const QJsonArray &answer, Operation operation);

} // namespace rowlift::salesforce
