#pragma once

#include "app/service/salesforce/api.h"
#include "app/service/service.h"

namespace rowlift::salesforce {

/// How many values are best asked for at once: nearly always they fit one address then.
/// Source: contracts/salesforce.md, 5.4.
inline constexpr int lookupValuesAtOnce = 250;

/// Whether records can be found by a field of this describe: what can be filtered by and compared as a whole.
bool canBeSearched(const QJsonObject &field);

/// ServiceSession::find(). Values that no record can have (a word for a number, what is no record id) are not
/// asked for. Fails with BadInput when the object has no such field, or records cannot be found by it.
Result<std::vector<RecordMatch>> lookUpRecords(Api &api, const QString &object, const QString &field,
                                               const QStringList &values, std::stop_token stop);

} // namespace rowlift::salesforce
