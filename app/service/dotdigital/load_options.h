#pragma once

#include "app/schema/schema.h"
#include "app/service/load_option.h"

#include <vector>

namespace rowlift::dotdigital {

/// What can be chosen for an import to \a target: of contacts, or into a collection.
/// Source: contracts/dotdigital.md, 4.1, 5 and 6.3.
std::vector<LoadOption> loadOptions(const Target &target);

} // namespace rowlift::dotdigital
