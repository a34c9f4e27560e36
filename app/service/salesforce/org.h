#pragma once

#include "app/service/salesforce/api.h"
#include "app/service/service.h"

namespace rowlift::salesforce {

/// Who is signed in where. \a environment is what the account says; a sandbox is recognised by itself.
Result<AccountFacts> readFacts(Api &api, Environment environment, std::stop_token stop);

/// The objects whose records can be added, changed or deleted, by label; satellites (history, shares, feeds)
/// and settings left out. Source: contracts/salesforce.md, 2.1.
Result<std::vector<ObjectInfo>> readObjects(Api &api, std::stop_token stop);

/// The describe of \a object as it came.
Result<QByteArray> readDescribe(Api &api, const QString &object, std::stop_token stop);

/// Gauge::id of the calls and of what the service makes of uploads.
inline constexpr QLatin1StringView callsGauge { "DailyApiRequests" };
inline constexpr QLatin1StringView uploadsGauge { "DailyBulkApiBatches" };

/// What is left of calls and storage. A user who may not see the limits gets the calls alone.
/// Source: contracts/salesforce.md, 1.10.
Result<std::vector<Gauge>> readGauges(Api &api, std::stop_token stop);

} // namespace rowlift::salesforce
