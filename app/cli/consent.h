#pragma once

#include "app/check/check.h"
#include "app/cli/interrupt.h"
#include "app/cli/preparation.h"

namespace rowlift::cli {

/// Adds `--yes`, `--delete` and `--despite-limits`.
void addConsentOptions(QCommandLineParser &parser);
/// Fails with BadInput when one makes no sense.
Done checkConsentOptions(const QCommandLineParser &parser);

/// The person's word that rows are sent: `--yes`, or at a terminal the word "yes"; that \a records records
/// are deleted: `--delete` with just their number, or at a terminal the number. Else it fails with BadInput.
Done consent(const QCommandLineParser &parser, const Preparation &ready, qint64 records);

/// Holds what sending takes against what is left of the account's limits today. Fails with Quota when it is
/// less, unless \a parser has `--despite-limits`. What cannot be learned is no reason.
Done fitsLimits(const QCommandLineParser &parser, const Preparation &ready, const JobKind &kind, qint64 rows,
                const CheckResult &check, const std::stop_token &stop);

} // namespace rowlift::cli
