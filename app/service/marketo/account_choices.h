#pragma once

#include "app/service/load_option.h"
#include "app/service/marketo/api.h"

#include <vector>

namespace rowlift::marketo {

/// All static lists, page by page, by name; the value is the id. The next page is there while a token for it
/// is: Marketo's "more" flag is not to be trusted here. Source: contracts/marketo.md, 7.5.
Result<std::vector<OptionChoice>> listChoices(Api &api, std::stop_token stop);

/// Partitions; the value is the name. Source: contracts/marketo.md, 7.4.
Result<std::vector<OptionChoice>> partitionChoices(Api &api, std::stop_token stop);

} // namespace rowlift::marketo
