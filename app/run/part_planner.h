#pragma once

#include "app/run/ledger.h"
#include "app/run/part_cutter.h"
#include "app/run/run_kinds.h"
#include "app/service/service.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace rowlift {

class RowSchedule;

/// What PartPlanner::next() came to.
struct PlannedPart {
    enum class Says {
        Part,
        /// What comes next may only be sent when every part on record is settled: ask again then, not before.
        WaitForSettled,
        End ///< Nothing is left to be planned.
    };
    Says says = Says::End;
    PartRecord part = {};
};

/// Cuts the rows of a run into parts and writes each, encoded, into a file of the run's folder: once, and
/// before anything of it is sent. RowSchedule says which rows go where. The file is read by threads of its
/// own, one pass for many parts, and no further than a few blocks before somebody asks for the next one. One
/// call at a time, from any thread.
class PartPlanner {
public:
    /// Goes on behind the last part on record. Quick: the file is first looked at by the other calls.
    static Result<std::unique_ptr<PartPlanner>> open(Ledger &ledger, const Service &service,
                                                     const Schema &schema);
    ~PartPlanner();
    Q_DISABLE_COPY_MOVE(PartPlanner)

    /// Makes sure that the file is the one that the run was planned for: draftTakenUpAgain(), unless this was
    /// done already or the run has only just been started. May read the whole file; Cancelled by \a stop.
    Done lookAtSource(const std::stop_token &stop);

    /// The next part, on disk and in the ledger. Fails when the file has changed or gone since the run was
    /// planned: then nothing of what was read last is used (draftTakenUpAgain() says what is compared when a
    /// run goes on). Rows that are larger than the service takes at once are noted as left out. Cancelled
    /// within 100 ms of \a stop. Whatever went wrong, it can be asked again.
    Result<PlannedPart> next(std::stop_token stop);

    /// Whether the file of a part on record is there, as long as it was written. Of a part that was never
    /// spooled (Ledger::settleAndSplit) it is not.
    static bool isSpooled(const PartRecord &part);
    /// The same, and its bytes are those that were written. Reads the file.
    static Result<bool> isIntact(const PartRecord &part, const std::stop_token &stop);
    /// Writes the file of a part on record once more: the same rows give the same bytes. What comes back has
    /// the file's size and hash, which a part that was never spooled did not have; the ledger has them, too.
    Result<PartRecord> spoolAgain(const PartRecord &part, std::stop_token stop);

    /// Of \a records (ascending), rows of an attempt of \a kind, those behind which no other row of the file
    /// names the same record: sent once more they overtake none. May read the whole file.
    Result<std::vector<qint64>> withoutOvertaken(std::vector<qint64> records, const JobKind &kind,
                                                 const std::stop_token &stop);

private:
    struct Offer;
    struct Making;

    PartPlanner(Ledger &ledger, const Service &service, const Schema &schema, RunKinds kinds);
    static Error cannotWrite(const QString &detail);
    Done sourceIsUnchanged() const;
    std::unique_ptr<RecordPass> makePass(const JobKind &kind) const;
    PartLimits limitsOf(const JobKind &kind) const;
    Done begin();
    void makeParts(Making making, const std::stop_token &stop);
    Result<RowSchedule> schedule(Making &making, const std::stop_token &stop);
    Result<RecordPass *> passAgain(const PartRecord &part);
    Done offer(Offer offer, const std::stop_token &stop);
    std::optional<Offer> waitForOffer(const std::stop_token &stop);
    void giveUpMaking();
    Result<PlannedPart> take(Offer offer);
    Done note(const Offer &offer);

    Ledger &m_ledger;
    const Service &m_service;
    const Schema m_schema;
    RunKinds m_kinds;
    std::optional<Draft> m_draft; ///< That its file is the one that was planned is certain.
    std::unique_ptr<RecordPass> m_records; ///< The maker's while it lives.
    std::map<QString, std::unique_ptr<RecordPass>> m_again; ///< For spoolAgain(), by JobKind::id.

    std::mutex m_mutex; ///< Between next() and the maker; guards what follows.
    std::condition_variable_any m_changed;
    bool m_isAsked = false;
    std::unique_ptr<Offer> m_offer;
    std::jthread m_maker; ///< Runs from the first next() to the end of the attempt.
};

} // namespace rowlift
