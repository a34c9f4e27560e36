#pragma once

#include "app/check/check.h"
#include "app/draft/found_ids.h"

#include <optional>

namespace rowlift {

/// What a look-up says against a row. Of what is sent all the same, several are as good as one.
inline std::optional<Severity> severityOf(const FoundRow &found, const Draft &draft)
{
    if (found.state == FoundState::None)
        return isKeptBack(found, draft) ? Severity::Problem : Severity::HeadsUp;
    if (found.state != FoundState::Several || !draft.target.looksUp())
        return {};
    return draft.several == SeveralFound::LeaveOut ? Severity::Problem : Severity::HeadsUp;
}

inline Rule ruleOf(FoundState state)
{
    return state == FoundState::None ? Rule::NotFound : Rule::SeveralFound;
}

} // namespace rowlift
