#pragma once

#include "app/base/result.h"
#include "app/schema/schema.h"
#include "app/service/load_option.h"

#include <vector>

namespace rowlift::marketo {

/// What a target says of an import of people, read from Target::options.
/// Source: contracts/marketo.md, 9.1.
struct LeadOptions {
    QString lookupField; ///< REST name of the field that people are found by.
    QString listId; ///< Digits; empty: no list.
    QString partition; ///< Its name; empty: the one that Marketo takes by itself.
    QString format; ///< "csv", "tsv" or "ssv"
    bool rowNumbers = true; ///< A column of ours tells the rows of a list of failures.
    bool allPlaces = false; ///< None in Marketo's queue is left free for others.

    char delimiter() const;
};
LeadOptions leadOptions(const Target &target);

/// Fails with BadInput when something in \a target is no value that can be sent.
Done holdsKnownOptions(const Target &target);

/// What can be chosen for an import to \a target.
std::vector<LoadOption> loadOptions(const Target &target);

inline constexpr auto listOption = "list";
inline constexpr auto partitionOption = "partition";

/// In front of the fields, where LeadOptions::rowNumbers. Marketo ignores columns that it does not know, and
/// echoes them. Source: contracts/marketo.md, 9.2 (3) and 9.5.
inline constexpr auto rowColumnName = "rowliftRow";

/// People who are found by it are only changed, never added. Source: contracts/marketo.md, 9.1.
inline constexpr auto personIdField = "id";

} // namespace rowlift::marketo
