#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/query.h"

namespace rowlift::practice::salesforce {

/// Answers a query on records that never change: of one object, at least one.
Response fixedAnswer(const std::vector<FixedRecord> &records, const Query &query, const QByteArray &version);
/// The member `attributes` of a record.
QByteArray attributesOf(const QByteArray &object, const QByteArray &id, const QByteArray &version);

} // namespace rowlift::practice::salesforce
