#pragma once

#include "app/base/clock.h"
#include "app/service/service.h"

namespace rowlift {

std::unique_ptr<Service> makeSalesforceService();
/// With a clock of the caller's, which must outlive the service and its sessions.
std::unique_ptr<Service> makeSalesforceService(Clock &clock);

} // namespace rowlift
