#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"

namespace rowlift::dotdigital {

/// The object that contacts are.
inline constexpr auto contactsName = "contacts";
inline constexpr auto emailFieldName = "Email";

inline constexpr auto listOption = "list";
inline constexpr auto mergeOption = "merge";

bool isContacts(const Target &target);

/// What an import of contacts is made with, read from its target. Source: contracts/dotdigital.md, 6.3.
struct ContactTarget {
    QString list; ///< Its id, digits; empty: all contacts.
    /// Blank cells change nothing, in either of them: "1", or "2", where only what is empty is filled.
    QString merge;
};
ContactTarget contactTarget(const Target &target);

/// Fails with BadInput when something in \a target is no value that can be sent.
Done holdsContactChoices(const Target &target);

} // namespace rowlift::dotdigital
