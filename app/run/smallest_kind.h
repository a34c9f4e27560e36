#pragma once

#include "app/service/service.h"

#include <functional>
#include <optional>

namespace rowlift {

/// Up to how many rows \a kind is the usual way: JobKind::bestUpTo, where 0 means any number.
qint64 usualUpTo(const JobKind &kind);

/// Of the ways of loading that can do what \a target says and that \a fits takes, the one that is usual for
/// the fewest rows, and of equals the first. Empty: there is none.
std::optional<JobKind> smallestKind(const Service &service, const Target &target,
                                    const std::function<bool(const JobKind &)> &fits);

} // namespace rowlift
