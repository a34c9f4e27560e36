#pragma once

#include "app/run/ledger_store.h"

namespace rowlift::store {

/// Which tables there are, and how those of older versions become these.

inline constexpr int schemaVersion = 5;

Done makeTables(LedgerDb &db);
/// Fails with BadInput, in words, when this program cannot read a ledger of that version.
Done canRead(int version);
/// Brings the tables of an older \a version up to date, as a part of the caller's transaction.
Done migrate(LedgerDb &db, int version);

} // namespace rowlift::store
