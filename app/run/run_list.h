#pragma once

#include "app/run/ledger_owner.h"
#include "app/run/ledger_reader.h"

#include <optional>
#include <stop_token>

namespace rowlift {

/// One import of the past, for the start page.
struct RunSummary {
    QString folder;
    RunPlan plan; ///< Without the describe document and Draft::leftOut.
    RunState end = RunState::Interrupted;
    bool runningElsewhere = false; ///< Interrupted would be wrong: a process has it open now.
    Tally tally;
    bool waitsAtBrake = false; ///< Interrupted: it goes on only when the person says so.
    QDateTime stopped = {}; ///< UTC: its end, or the last that is on record of it; invalid: not known.
    QString message = {}; ///< What was said at its end.
    /// Interrupted: parts are with the service, and RunMode::Ask fetches their results, until
    /// PartsAtService::until. Nothing is sent by that.
    PartsAtService atService = {};
    bool wasStopped = false; ///< Interrupted only because of those parts: the person has stopped it.
    std::optional<Error> unreadable = {}; ///< Why it cannot be read: then only its folder and name are known
                                          ///< (\a end is Stopped: there is nothing to go on with).
};

/// The runs below \a runsFolder, newest first: the newest \a most, and older ones that have not come to their
/// end. Those that are being made just now are passed over.
std::vector<RunSummary> runsIn(const QString &runsFolder, int most);

/// When rows of a file were imported before.
struct EarlierImport {
    QString folder;
    QDateTime when; ///< UTC
    qint64 rows = 0; ///< That are in.

    bool operator==(const EarlierImport &) const = default;
};
/// The last import into the same account and kind of record of which rows are in, with \a contentHash as its
/// plan has it (or, where one of both is not known, of the same file, untouched since).
std::optional<EarlierImport> importedBefore(const QString &runsFolder, const Draft &draft,
                                            const Account &account, quint64 contentHash,
                                            const std::stop_token &stop);

} // namespace rowlift
