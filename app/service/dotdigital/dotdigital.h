#pragma once

#include "app/base/clock.h"
#include "app/service/service.h"

namespace rowlift {

/// Dotdigital, as far as signing in and reading the fields of contacts goes: it has no job kinds.
std::unique_ptr<Service> makeDotdigitalService();
/// With a clock of the caller's, which must outlive the service and its sessions.
std::unique_ptr<Service> makeDotdigitalService(Clock &clock);

} // namespace rowlift
