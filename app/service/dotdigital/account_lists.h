#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/load_option.h"

#include <vector>

namespace rowlift::dotdigital {

/// The lists of an account that contacts can be imported into, by name; the value is the id.
/// Source: contracts/dotdigital.md, 6.2.
Result<std::vector<OptionChoice>> listChoices(Api &api, std::stop_token stop);

} // namespace rowlift::dotdigital
