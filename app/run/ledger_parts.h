#pragma once

#include "app/run/ledger.h"
#include "app/run/ledger_store.h"

namespace rowlift::store {

/// Parts as they are on disk, for those who are about to change them. Each function runs on the thread that
/// opened the file and is a part of the caller's transaction.

struct PartFacts {
    int attempt = 1;
    PartState state = PartState::Planned;
};

Result<PartFacts> factsOf(LedgerDb &db, qint64 part);
Done setState(LedgerDb &db, qint64 part, PartState to);
/// \a wished, or the next number when it is taken.
Result<qint64> freeNumber(LedgerDb &db, qint64 wished);
QString usualFileName(qint64 part);
Done insertPart(LedgerDb &db, const PartRecord &part, const PartMembers &members);
/// Sets what follows from \a members: counts and the stretch of the file.
void measure(PartRecord &part, const PartMembers &members);
/// The run is gone on with.
Done takeEndBack(LedgerDb &db);

} // namespace rowlift::store
