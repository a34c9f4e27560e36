#pragma once

#include "app/service/service.h"

namespace rowlift {

/// Of a record that several rows form for \a target, the most bytes that any way of loading takes; 0: rows
/// form none, or any number.
qint64 mostRecordBytes(const Service &service, const Target &target);

} // namespace rowlift
