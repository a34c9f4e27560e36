#pragma once

#include "app/run/ledger.h"

namespace rowlift {

/// What a service said of the records of a part, as outcomes of rows.
struct PlacedOutcomes {
    std::vector<RowOutcome> outcomes;
    qint64 unplaced = 0; ///< Results of places that the part has not, or that have one already.
};
PlacedOutcomes outcomesAt(const std::vector<PlacedResult> &results, const PartMembers &members);

} // namespace rowlift
