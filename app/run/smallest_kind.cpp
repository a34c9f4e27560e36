#include "app/run/smallest_kind.h"

#include <limits>

namespace rowlift {

qint64 usualUpTo(const JobKind &kind)
{
    return kind.bestUpTo == 0 ? std::numeric_limits<qint64>::max() : kind.bestUpTo;
}

std::optional<JobKind> smallestKind(const Service &service, const Target &target,
                                    const std::function<bool(const JobKind &)> &fits)
{
    std::optional<JobKind> chosen;
    for (const JobKind &kind : service.jobKinds()) {
        if (fits(kind) && service.takes(kind, target.sent())
            && (!chosen || usualUpTo(kind) < usualUpTo(*chosen)))
            chosen = service.kindFor(kind, target.sent());
    }
    return chosen;
}

} // namespace rowlift
