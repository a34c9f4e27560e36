#pragma once

#include "app/service/service.h"

namespace rowlift {

/// Every service that this program was built with: one per folder of app/service.
Services allServices();

} // namespace rowlift
