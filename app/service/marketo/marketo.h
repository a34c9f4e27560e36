#pragma once

#include "app/base/clock.h"
#include "app/service/service.h"

namespace rowlift {

/// Marketo Engage: people, by Bulk Lead Import or by small calls.
std::unique_ptr<Service> makeMarketoService();
/// With a clock of the caller's, which must outlive the service and its sessions.
std::unique_ptr<Service> makeMarketoService(Clock &clock);

} // namespace rowlift
