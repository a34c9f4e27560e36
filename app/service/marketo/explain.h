#pragma once

#include "app/schema/schema.h"
#include "app/service/outcome.h"

namespace rowlift::marketo {

/// A reason in words, with the fields at fault. Texts that nobody knows are shown as they are.
/// Source: contracts/marketo.md, 6.2, 9.5 and 9.6.
Explanation explain(const Reason &reason, const Schema &schema);

} // namespace rowlift::marketo
