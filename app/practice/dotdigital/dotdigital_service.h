#pragma once

#include "app/practice/service.h"

#include <memory>

namespace rowlift::practice::dotdigital {

/// The played Dotdigital account: contacts, lists, insight data and their imports. \a around must outlive it.
std::unique_ptr<Service> makeDotdigital(const Surroundings &around);

} // namespace rowlift::practice::dotdigital
