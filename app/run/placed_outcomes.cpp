#include "app/run/placed_outcomes.h"

namespace rowlift {

PlacedOutcomes outcomesAt(const std::vector<PlacedResult> &results, const PartMembers &members)
{
    PlacedOutcomes placed;
    placed.outcomes.reserve(results.size());
    std::vector<bool> taken(members.records.size(), false);
    for (const PlacedResult &result : results) {
        const auto place = static_cast<std::size_t>(result.place); // a negative one is beyond the end
        if (place >= taken.size() || taken[place]) {
            ++placed.unplaced;
            continue;
        }
        taken[place] = true;
        placed.outcomes.push_back({ .record = members.records[place],
                                    .outcome = result.outcome,
                                    .reason = result.reason,
                                    .recordId = result.recordId });
    }
    return placed;
}

} // namespace rowlift
