#pragma once

#include "tests/survive/far_end.h"

#include <QJsonObject>

#include <optional>

namespace rowlift::testing {

/// What a stretch of a run in a process of its own came to.
struct ChildEnd {
    bool killed = false;
    QJsonObject said; ///< Its last line.
    qint64 milliseconds = 0;
};

/// Runs survive_client with \a given (see there) and ends it after \a killAfterMs, unless it has ended by
/// then.
ChildEnd runChild(const FarEnd &farEnd, QJsonObject given, std::optional<int> killAfterMs = {});

} // namespace rowlift::testing
