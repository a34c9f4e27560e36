#pragma once

#include "app/base/progress.h"
#include "app/draft/draft.h"
#include "app/mapping/reading_survey.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace rowlift {

/// Why a whole name may not be split rightly into its first word and the rest.
enum class NameDoubt {
    None,
    OneWord, ///< It goes to the last name.
    ManyWords, ///< Three and more: where the last name begins is a guess.
    Comma, ///< "Müller, Anna".
    Title ///< "Dr. Müller", "Frau Müller".
};

NameDoubt doubtOf(std::string_view name);

/// The names of a column that need a look before they are split.
struct NameSurvey {
    qint64 names = 0; ///< Rows with a name.
    qint64 doubtful = 0;
    qint64 withComma = 0; ///< Of these, those that are written "Last, First".
    std::vector<SeenValue> examples = {}; ///< The first doubtful ones, up to twenty different.

    bool operator==(const NameSurvey &) const = default;
};

/// Looks at \a column of all rows of the draft's file. \a progress is told rows, of a total that is not known
/// (0). Fails with Cancelled soon after \a stop was requested, else as Rows do.
Result<NameSurvey> surveyNames(const Draft &draft, int column, const Progress &progress,
                               std::stop_token stop);

} // namespace rowlift
