#pragma once

#include "app/base/clock.h"
#include "app/service/service.h"

namespace rowlift {

/// Dotdigital: contacts, and collections of insight data. Source: contracts/dotdigital.md.
std::unique_ptr<Service> makeDotdigitalService();
/// With a clock of the caller's, which must outlive the service and its sessions.
std::unique_ptr<Service> makeDotdigitalService(Clock &clock);

} // namespace rowlift
