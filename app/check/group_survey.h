#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/draft/draft.h"

#include <stop_token>
#include <vector>

namespace rowlift {

/// So many keys have their rows compared at most, and fewer where the file has very many columns: those that
/// are met first.
constexpr std::size_t mostComparedKeys = 100'000;

/// What rows have in common that have one value in a column, as far as that tells whether they are one record
/// with a list.
struct GroupSurvey {
    struct Column {
        qint64 differing = 0; ///< Keys, of those compared, whose rows do not agree in it.
        bool isSame = true; ///< It is the same in all rows that were compared, of whatever key.

        bool operator==(const Column &) const = default;
    };

    qint64 rows = 0; ///< Of the file.
    qint64 keyed = 0; ///< Rows that are not blank in the key column.
    qint64 keys = 0; ///< Different values there: all of them.
    qint64 largest = 0; ///< Rows of the key with most rows.
    qint64 compared = 0; ///< Keys whose rows were compared …
    qint64 several = 0; ///< … and of these, those with two rows and more.
    std::vector<Column> columns = {}; ///< One for each of Draft::header.
    int keyColumn = -1; ///< From 0.

    /// Rows that would take the place of another one, were each a record of its own.
    qint64 repeated() const { return keyed - keys; }
    /// Whether a column belongs to the record and not to each of its rows: it is the same in all rows of
    /// nearly every key.
    bool standsOnce(std::size_t column) const;
    /// Whether the rows of a key look like one record: keys repeat, and much of what changes from record to
    /// record is the same within a key.
    bool proposesGroups() const;
    bool operator==(const GroupSurvey &) const = default;
};

/// Reads all rows for it. Values are compared without blanks at their ends, and exactly: Mapping and cleaners
/// do not count. Keeps 8 bytes a row until the end, and of keys that are compared 4 a column. \a progress is
/// told bytes. Fails with BadInput when the file has no such column.
Result<GroupSurvey> surveyGroups(const Draft &draft, const QString &keyColumn, const Progress &progress,
                                 std::stop_token stop);

} // namespace rowlift
