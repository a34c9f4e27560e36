#pragma once

#include "app/practice/service.h"

#include <memory>

namespace rowlift::practice::marketo {

/// The played Marketo instance: sign-in, leads, lists and bulk imports. \a around must outlive it.
std::unique_ptr<Service> makeMarketo(const Surroundings &around);

} // namespace rowlift::practice::marketo
