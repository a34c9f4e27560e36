#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"
#include "app/service/part_loader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace rowlift::salesforce {

/// Why \a part cannot be sent: its file is none of ours, or not to be read. Of kind Storage.
Error badPart(const PartFile &part, const QString &detail);

/// The bytes of a part's file. Errors are of kind Storage.
Result<QByteArray> bytesOf(const PartFile &part);

/// The records of a part as JsonEncoder wrote them, in order: field to value, without `attributes`. Of a
/// delete each has an id alone. Fails with Storage when the file is none of ours.
Result<std::vector<QJsonObject>> recordsIn(const PartFile &part, Operation operation);

/// The record ids that the rows of a part name, in order; empty texts where one names none. Of a part as
/// JsonEncoder wrote it, or CsvEncoder. Errors are of kind Storage.
Result<QStringList> idsIn(const PartFile &part, Operation operation);

/// What a call that writes records says of one that it refused: the first of \a errors is the reason, and
/// all of them stand in its text. The record id is that of a record which stands in the way, where the
/// service names one. Source: contracts/salesforce.md, 5.1 to 5.3.
PlacedResult refusedResult(qint64 place, const QJsonArray &errors);

/// What the service says of the records of one call, in the call's order.
/// Source: contracts/salesforce.md, 5.3.
std::vector<PlacedResult> resultsFrom(const QJsonArray &answer, Operation operation);

} // namespace rowlift::salesforce
