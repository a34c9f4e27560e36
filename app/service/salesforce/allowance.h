#pragma once

#include "app/service/job_kind.h"
#include "app/service/service.h"

namespace rowlift::salesforce {

class Api;

/// How many calls it takes to send \a rows rows in \a kind, rather too many than too few. Looking up records
/// beforehand is not among them. Source: contracts/salesforce.md, 3, 5.2, 5.3 and 5.4.
qint64 callsFor(const JobKind &kind, const Target &target, qint64 rows);

/// How many of the groups that the service makes of what is uploaded; 0 where it makes none.
/// Source: contracts/salesforce.md, 3.11.
qint64 uploadsFor(const JobKind &kind, qint64 rows);

/// ServiceSession::needs(). A limit that this user may not see is not among them.
Result<std::vector<Need>> readNeeds(Api &api, const JobKind &kind, const Target &target, qint64 rows,
                                    std::stop_token stop);

} // namespace rowlift::salesforce
