#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/draft/draft.h"

#include <QStringList>

#include <stop_token>

namespace rowlift::ui {

/// What all rows of a file say of the column that holds their keys.
struct KeyFacts {
    qint64 rows = 0; ///< Rows with a key.
    qint64 keys = 0; ///< Different ones.
    QStringList ofRecord = {}; ///< Columns that have the same value in (nearly) all rows of a key.
    QStringList ofRow = {}; ///< The others; the column of the keys is in neither.
    bool looksGrouped = false; ///< The rows of a key look like one record.

    qint64 repeated() const { return rows - keys; }
};

/// Reads the whole file of \a draft. Fails with Cancelled soon after \a stop was requested, else as Rows do.
Result<KeyFacts> keyFactsOf(const Draft &draft, const QString &column, const Progress &progress,
                            std::stop_token stop);

} // namespace rowlift::ui
