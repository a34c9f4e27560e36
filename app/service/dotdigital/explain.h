#pragma once

#include "app/schema/schema.h"
#include "app/service/outcome.h"

namespace rowlift::dotdigital {

/// A reason in words, of insight data and of contacts. Texts that nobody knows are shown as they are.
/// Source: contracts/dotdigital.md, 4.4 and 6.4.
Explanation explain(const Reason &reason, const Schema &schema);

} // namespace rowlift::dotdigital
