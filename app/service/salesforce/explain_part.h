#pragma once

#include "app/service/outcome.h"

#include <optional>

namespace rowlift::salesforce {

/// Why a part as a whole was refused, in plain words; nothing when \a reason is none of a part. Its messages
/// are in English whatever the user's language. Source: contracts/salesforce.md, 3.9 and 3.10.
std::optional<Explanation> explainPart(const Reason &reason);

} // namespace rowlift::salesforce
