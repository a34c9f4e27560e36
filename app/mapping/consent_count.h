#pragma once

#include "app/mapping/consent.h"
#include "app/mapping/reading_survey.h"

#include <QStringList>

namespace rowlift {

/// What the rows of a file say to a field of consent.
struct ConsentCount {
    qint64 stops = 0; ///< Rows that stop contact …
    qint64 allows = 0; ///< … that allow it …
    qint64 unclear = 0; ///< … and that say neither.
    QStringList stopValues = {}; ///< The values of each, as in the file, most frequent first.
    QStringList allowValues = {};
    QStringList unclearValues = {};
    bool more = false; ///< There are more different values than were counted.

    bool operator==(const ConsentCount &) const = default;
};

/// Counts \a values, which were surveyed without rules and not turned round, as \a treatment sends them to
/// \a field, which is of consent.
ConsentCount consentCount(const ListSurvey &values, const Treatment &treatment, const Field &field,
                          const ValueForms &forms);

} // namespace rowlift
