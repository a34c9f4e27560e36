#pragma once

#include "app/practice/service.h"

#include <memory>

namespace rowlift::practice::dotdigital {

/// The played Dotdigital account: account-info, server-time and the fields of contacts. \a around must
/// outlive it.
std::unique_ptr<Service> makeDotdigital(const Surroundings &around);

} // namespace rowlift::practice::dotdigital
