#pragma once

#include "app/service/service.h"

namespace rowlift::salesforce {

class Api;

/// How many calls it takes to send an import, rather too many than too few. \a copiedFields: of a record
/// whose old values are copied first. Looking up records beforehand is not among them. Source:
/// contracts/salesforce.md, 3, 5.2, 5.3 and 5.4.
qint64 callsFor(const ImportSize &size, qint64 copiedFields);

/// How many of the groups that the service makes of what is uploaded; 0 where it makes none.
/// Source: contracts/salesforce.md, 3.11.
qint64 uploadsFor(const ImportSize &size);

/// ServiceSession::needs(). A limit that this user may not see is not among them. \a lookUpCalls come before
/// what is sent.
Result<std::vector<Need>> readNeeds(Api &api, const ImportSize &size, qint64 lookUpCalls,
                                    std::stop_token stop);

} // namespace rowlift::salesforce
