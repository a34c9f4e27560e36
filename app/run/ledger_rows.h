#pragma once

#include "app/run/ledger.h"
#include "app/run/ledger_store.h"

namespace rowlift::store {

/// Outcomes of rows, their reasons and tallies. Each function runs on the thread that opened the file and is
/// a part of the caller's transaction.

/// A row and what became of it; \a from null: nobody can tell.
struct PlacedRow {
    qint64 record = 0;
    const RowOutcome *from = nullptr;
    bool isFurther = false; ///< A follower.
};

/// What a service said of a part, laid over the part's rows.
struct PlacedRows {
    std::vector<PlacedRow> rows; ///< Ascending; each of the part's but the missing ones and their followers.
    std::vector<qint64> missing; ///< Of PartMembers::records, in their order: nothing was said of them.
};

/// Fails with Storage when \a outcomes names a row that is none of \a members, or one twice: that is our bug,
/// and nothing must be written. What is returned points into \a outcomes.
Result<PlacedRows> placeOutcomes(const PartMembers &members, const std::vector<RowOutcome> &outcomes,
                                 const std::stop_token &stop);

/// Writes \a rows of a part (0: of none) and counts them.
Done insertRows(LedgerDb &db, int attempt, qint64 part, const std::vector<PlacedRow> &rows,
                const std::stop_token &stop);
/// Fails when what is on disk of a part's rows is not just \a rows, or not what the tallies say.
Done checkRows(LedgerDb &db, int attempt, qint64 part, const std::vector<PlacedRow> &rows,
               const std::stop_token &stop);
/// Moves the rows of \a records, each with an outcome, out of the way of attempt \a until, tallies and parts
/// included.
Done moveToHistory(LedgerDb &db, const std::vector<qint64> &records, int until);

/// The rows do not add up: our bug. Logged, and nothing is written.
Error doesNotAddUp(const QString &detail);

} // namespace rowlift::store
