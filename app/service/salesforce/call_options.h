#pragma once

#include "app/base/result.h"
#include "app/net/http.h"
#include "app/schema/schema.h"

namespace rowlift::salesforce {

/// Ids of what can be chosen for an import (Target::options), and of a choice's values.
inline constexpr QLatin1StringView assignmentRuleOption { "assignmentRule" };
inline constexpr QLatin1StringView allowDuplicatesOption { "allowDuplicates" };
inline constexpr QLatin1StringView allOrNothingOption { "allOrNothing" };
inline constexpr QLatin1StringView noRule { "none" };
inline constexpr QLatin1StringView activeRule { "active" };

/// noRule, activeRule or the id of a rule, as chosen. What is none of these never goes out: it counts as
/// noRule here, and holdsKnownOptions() refuses it.
QString assignmentRule(const Target &target);

/// Fails with BadInput when \a target, of a profile or an old run, names a rule that cannot be one.
Done holdsKnownOptions(const Target &target);

/// What is said with each call that writes records. Assignment rules stay off unless they are wanted: REST
/// would run them by itself, in bulk they never do, and an import is to do the same by either way.
/// Source: contracts/salesforce.md, 5.1, "Headers".
HttpHeaders optionHeaders(const Target &target);

} // namespace rowlift::salesforce
