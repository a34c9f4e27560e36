#pragma once

#include "app/schema/schema.h"
#include "app/service/outcome.h"

namespace rowlift::salesforce {

/// A reason in plain words, with the labels of \a schema. Decides by the code alone, for texts come in the
/// user's language; a code that it does not know is shown as it came. Source: ux.md, section 11.
Explanation explain(const Reason &reason, const Schema &schema);

} // namespace rowlift::salesforce
