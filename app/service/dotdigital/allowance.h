#pragma once

#include "app/net/http.h"
#include "app/service/service.h"

#include <vector>

namespace rowlift::dotdigital {

/// What \a accountInfo, an answer of account-info, tells of the limits of an account: the calls of a minute
/// where its headers name them, else those of an hour. Whoever has the one has not the other, though the
/// account counts its hour all the same. Source: contracts/dotdigital.md, 1 and 3.
std::vector<Gauge> gaugesIn(const HttpReply &accountInfo);

/// About how many calls an import of \a size takes, the \a lookUpCalls included; rather too many.
qint64 callsFor(const ImportSize &size, qint64 lookUpCalls);

/// Of the calls of an hour, as far as it is known how many are left. Those of a minute are waited for.
std::vector<Need> needsOf(const std::vector<Gauge> &gauges, qint64 calls);

} // namespace rowlift::dotdigital
