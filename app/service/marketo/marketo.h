#pragma once

#include "app/base/clock.h"
#include "app/service/service.h"

namespace rowlift {

/// Marketo Engage, as far as signing in and reading the fields goes: it has no job kinds.
std::unique_ptr<Service> makeMarketoService();
/// With a clock of the caller's, which must outlive the service and its sessions.
std::unique_ptr<Service> makeMarketoService(Clock &clock);

} // namespace rowlift
