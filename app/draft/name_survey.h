#pragma once

#include "app/base/progress.h"
#include "app/draft/draft.h"
#include "app/mapping/reading_survey.h"

#include <stop_token>
#include <string_view>
#include <vector>

namespace rowlift {

/// How the names of a column are written, and where they are split.
enum class NameOrder {
    FirstLast, ///< "Anna Müller": at the first blank.
    LastFirst ///< "Müller, Anna": at the comma.
};

/// Why a whole name may not be split rightly.
enum class NameDoubt {
    None,
    OneWord, ///< It goes to the last name.
    ManyWords, ///< Three and more: where the last name begins is a guess. Not at a comma.
    Comma, ///< "Müller, Anna" at the blank; at the comma: "Müller, Anna, MBA".
    NoComma, ///< "Anna Müller" at the comma.
    Title ///< "Dr. Müller", "Müller, Dr. Anna".
};
constexpr std::size_t nameDoubts = 6; ///< With None.

NameDoubt doubtOf(std::string_view name, NameOrder order);

/// The names of a column that need a look before they are split.
struct NameSurvey {
    qint64 names = 0; ///< Rows with a name.
    qint64 doubtful = 0;
    qint64 withComma = 0; ///< Of the names, those that are written "Last, First".
    /// Doubtful ones, up to twenty different: two of each doubt, the rarest doubt first, then more of them.
    std::vector<SeenValue> examples = {};

    /// Most names are written "Last, First": what is doubtful is doubtful at the comma.
    NameOrder order() const { return withComma * 2 > names ? NameOrder::LastFirst : NameOrder::FirstLast; }

    bool operator==(const NameSurvey &) const = default;
};

/// Looks at \a column of all rows of the draft's file. \a progress is told rows, of a total that is not known
/// (0). Fails with Cancelled soon after \a stop was requested, else as Rows do.
Result<NameSurvey> surveyNames(const Draft &draft, int column, const Progress &progress,
                               std::stop_token stop);

} // namespace rowlift
