#include "app/run/record_limit.h"

#include <algorithm>

namespace rowlift {

qint64 mostRecordBytes(const Service &service, const Target &target)
{
    if (!target.groupsRows())
        return 0;
    qint64 most = 0;
    for (const JobKind &kind : service.jobKinds())
        most = std::max(most, kind.canGroup && service.takes(kind, target) ? kind.maxBodyBytes : 0);
    return most;
}

} // namespace rowlift
