#pragma once

#include "app/run/ledger.h"
#include "app/run/part_cutter.h"
#include "app/service/service.h"

namespace rowlift {

/// What PartPlanner::next() came to.
struct PlannedPart {
    enum class Says {
        Part,
        /// What comes next may only be sent when every part on record is settled: ask again then, not before.
        WaitForSettled,
        End ///< Of the attempt: nothing of it is left to be planned.
    };
    Says says = Says::End;
    PartRecord part = {};
};

/// Cuts the rows of a run into parts and writes each, encoded, into a file of the run's folder: once, and
/// before anything of it is sent. Plans what is left of the last attempt. One call at a time, from any
/// thread; the reading goes on by itself between calls, as far as a few blocks.
class PartPlanner {
public:
    /// Goes on behind the last part on record. Quick: the file is first looked at by the other calls.
    static Result<std::unique_ptr<PartPlanner>> open(Ledger &ledger, const Service &service,
                                                     const Schema &schema);

    /// The next part, on disk and in the ledger. Fails when the file has changed or gone since the run was
    /// planned: then nothing of what was read last is used. Rows that are larger than the service takes at
    /// once are noted as left out. Cancelled within 100 ms of \a stop; it can be asked again.
    Result<PlannedPart> next(std::stop_token stop);

    /// Whether the file of a part on record is there, as long as it was written. Of a part that was never
    /// spooled (Ledger::settleAndSplit) it is not.
    static bool isSpooled(const PartRecord &part);
    /// Writes the file of a part on record once more: the same rows give the same bytes. What comes back
    /// tells the file's size and hash, which a part that was never spooled did not have.
    Result<PartRecord> spoolAgain(const PartRecord &part, std::stop_token stop);

private:
    PartPlanner(Ledger &ledger, const Service &service, const Schema &schema);
    Result<std::unique_ptr<RecordPass>> makePass() const;
    Done sourceIsUnchanged() const;
    Done noteTooLarge();

    Ledger &m_ledger;
    const Service &m_service;
    const Schema m_schema;
    std::unique_ptr<RecordPass> m_records;
    PartLimits m_limits;
    RowPosition m_from; ///< Where the rows of the next part begin.
    qint64 m_nextPart = 1;
    std::size_t m_noted = 0; ///< Of the rows that are too large, those in the ledger.
    bool m_ended = false;
};

} // namespace rowlift
