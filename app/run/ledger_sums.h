#pragma once

#include "app/run/ledger.h"
#include "app/run/ledger_store.h"

namespace rowlift::store {

/// What a ledger says, read without going over its rows, and whether that is right. Each function runs on the
/// thread that opened the file.

/// All parts, or only the one with that \a number.
Result<std::vector<PartRecord>> parts(LedgerDb &db, const QString &folder, qint64 number = 0);
Result<PartMembers> membersOf(LedgerDb &db, qint64 part);
Result<std::vector<RecordedStep>> stepsOf(LedgerDb &db, qint64 part);
Result<std::vector<Attempt>> attempts(LedgerDb &db);
Result<std::vector<qint64>> recordsOfAttempt(LedgerDb &db, int attempt);
Result<std::vector<Reason>> reasonsBefore(LedgerDb &db, int attempt, int most);
/// Works with a ledger of any version.
Result<Tally> tally(LedgerDb &db);
/// Goes over all rows, some hundred thousand at a time. Empty when everything adds up.
Result<QString> brokenInvariant(LedgerDb &db, const std::stop_token &stop);

} // namespace rowlift::store
