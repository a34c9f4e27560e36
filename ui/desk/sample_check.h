#pragma once

#include "app/csv/record_index.h"
#include "app/draft/draft.h"
#include "app/schema/schema.h"

#include <QString>

#include <vector>

namespace rowlift::ui {

/// What the rules say of a column in the sample rows. The whole file is another step's.
struct SampleCheck {
    int rows = 0; ///< Rows looked at.
    int problems = 0; ///< Rows where the value is sure to be refused.
    int headsUps = 0;
    QString first; ///< The first thing found, in words.

    int needALook() const { return problems + headsUps; }
    bool operator==(const SampleCheck &) const = default;
};

/// One for each column of \a draft's mapping, by the same rules as the check of all rows.
std::vector<SampleCheck> checkSamples(const std::vector<TextRow> &samples, const Draft &draft,
                                      const Schema &schema);

} // namespace rowlift::ui
