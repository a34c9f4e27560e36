#pragma once

#include "app/run/ledger.h"
#include "app/service/service.h"

namespace rowlift {

/// Of \a records (ascending), rows that are to be sent once more as \a kind does it, those that undo nothing:
/// behind no other of them has a row that names the same record gone in meanwhile, or may have. Reads the
/// whole file where rows of one record have gone out one after the other.
Result<std::vector<qint64>> withoutOvertaken(Ledger &ledger, const Service &service, const Schema &schema,
                                             std::vector<qint64> records, const JobKind &kind,
                                             const std::stop_token &stop);

/// Begins the attempt that a person wants. Rows that would undo what a later row has brought stay as they
/// are; fails with BadInput when no others are left.
Result<Attempt> beginWished(Ledger &ledger, const Service &service, AttemptWish wish, const QDateTime &now,
                            const std::stop_token &stop);

} // namespace rowlift
