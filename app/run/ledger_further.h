#pragma once

#include "app/run/ledger_store.h"

#include <map>
#include <stop_token>
#include <tuple>
#include <vector>

namespace rowlift::store {

/// Of the rows with an outcome, those that follow another one of their record (PartMembers::Follower), as the
/// tallies count them. Each function runs on the thread that opened the file.

using TallyCell = std::tuple<qint64, int, qint64>; ///< Part, outcome, cause.
using TallyCells = std::map<TallyCell, qint64>;

/// Fills the temporary table \a name with \a records, and nothing else.
Done listRecords(LedgerDb &db, const QString &name, const std::vector<qint64> &records);
/// Fills the temporary table "further" with those of the temporary table \a name that follow another row.
Done listFurther(LedgerDb &db, const QString &name);
/// All of them, counted anew.
Result<TallyCells> countFurther(LedgerDb &db, const std::stop_token &stop);
/// Puts them into tallies that did not have them.
Done tallyFurther(LedgerDb &db);

} // namespace rowlift::store
