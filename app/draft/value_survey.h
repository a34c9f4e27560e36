#pragma once

#include "app/base/progress.h"
#include "app/draft/draft.h"
#include "app/mapping/reading_survey.h"

#include <stop_token>

namespace rowlift {

/// What all rows of the draft's file (but those left out) say of how their values are to be read: behind the
/// cleaners, in one pass, in several threads where the file lets it. \a progress is told bytes read. Fails
/// with Cancelled soon after \a stop was requested, else as Rows do.
Result<ValueSurvey> surveyValues(const Draft &draft, const Schema &schema, const Progress &progress,
                                 std::stop_token stop);

} // namespace rowlift
