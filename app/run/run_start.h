#pragma once

#include "app/check/check.h"
#include "app/run/ledger.h"
#include "app/service/service.h"

namespace rowlift {

/// The way of loading that a run takes. Fails with BadInput when \a service cannot do this with a file.
/// \a wanted: a JobKind::id, or empty for the usual one of so many \a rows that are to be sent. \a fields:
/// what it has to set, as far as that is known: fieldsOf().
Result<JobKind> kindFor(const Service &service, const Target &target, qint64 rows, const QString &wanted = {},
                        const QStringList &fields = {});
/// The fields of the records, in the order of the encoded columns.
QStringList fieldsOf(const Draft &draft, const Schema &schema);
/// Fails with BadInput when nothing goes to some \a missingFields (their labels): nothing can be sent.
Done isComplete(const QStringList &missingFields);

/// The same when there are \a clashes (CheckResult::clashes).
Done fitsTogether(const QStringList &clashes);
/// How many rows startRun() would send: what kindFor() and ServiceSession::needs() ask for.
qint64 rowsToSend(const Draft &draft, const CheckResult &check);
/// What ServiceSession::needs() asks for when \a rows of the file's \a allRows are sent in \a kind.
ImportSize sizeOf(const Draft &draft, const Schema &schema, const JobKind &kind, qint64 rows, qint64 allRows);

/// The target of \a draft as a run or a plan has it: with what \a schema leaves no choice in
/// (settledTarget()), and Target::madeKeys where Rowlift makes the keys, which are others for every file.
/// \a contentHash: RecordIndex::contentHash of what is read.
Target frozenTarget(const Draft &draft, const Schema &schema, quint64 contentHash);

/// Freezes what was decided into a new run: rows with problems are left out with their reason, and those of
/// Draft::leftOut with it or without one; what was looked up is copied into its folder; nothing is sent yet.
/// Fails with BadInput when a required field has no column, fields clash, no row could be sent, what was
/// looked up is not of this file as it is, or old values are to be kept and the way of loading cannot. Before
/// a deletion they always are, where it can. \a brakeShare: RunPlan::brakeShare.
Result<std::unique_ptr<Ledger>> startRun(const QString &runsFolder, const Draft &draft,
                                         const Account &account, const Service &service,
                                         const QByteArray &describe, const CheckResult &check,
                                         const QDateTime &now, double brakeShare = RunPlan().brakeShare);

/// The reason of a left-out row is ours: its code begins like this, followed by ruleId().
inline constexpr QLatin1StringView ownReasonPrefix { "rowlift:" };

/// The words for a reason, ours or the service's.
Explanation explainReason(const Service &service, const Schema &schema, const Reason &reason);

} // namespace rowlift
