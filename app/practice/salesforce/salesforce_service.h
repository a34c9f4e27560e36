#pragma once

#include "app/practice/service.h"

#include <memory>

namespace rowlift::practice::salesforce {

/// The played Salesforce org. \a around must outlive it.
std::unique_ptr<Service> makeSalesforce(const Surroundings &around);

} // namespace rowlift::practice::salesforce
