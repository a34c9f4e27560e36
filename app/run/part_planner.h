#pragma once

#include "app/run/ledger.h"
#include "app/run/part_cutter.h"
#include "app/service/service.h"

#include <optional>

namespace rowlift {

/// Cuts the rows of a run into parts and writes each, encoded, into a file of the run's folder: once, and
/// before anything of it is sent. Called by one lane at a time.
class PartPlanner {
public:
    /// Goes on behind the last part on record. Fails when the file is not the one that was planned.
    static Result<std::unique_ptr<PartPlanner>> open(Ledger &ledger, const Service &service,
                                                     const Schema &schema);

    /// The next part, on disk and in the ledger; empty at the end of the file. Fails when the file has
    /// changed or gone since the run was planned: then nothing of what was read last is used. Rows that are
    /// larger than the service takes at once are noted as left out.
    Result<std::optional<PartRecord>> next(std::stop_token stop);

    /// Whether the file of a part on record is there, as long as it was written.
    static bool isSpooled(const PartRecord &part);
    /// Writes the file of a part on record once more: the same rows give the same bytes.
    static Done spoolAgain(Ledger &ledger, const Service &service, const Schema &schema,
                           const PartRecord &part, std::stop_token stop);

private:
    PartPlanner(Ledger &ledger, std::unique_ptr<RecordPass> records, const PartLimits &limits);
    static Result<std::unique_ptr<PartPlanner>> openBehind(Ledger &ledger, const Service &service,
                                                           const Schema &schema, const PartRecord *before);
    Done sourceIsUnchanged() const;
    Done noteTooLarge();

    Ledger &m_ledger;
    std::unique_ptr<RecordPass> m_records;
    PartLimits m_limits;
    RowPosition m_from; ///< Where the rows of the next part begin.
    qint64 m_nextPart = 1;
    std::size_t m_noted = 0; ///< Of the rows that are too large, those in the ledger.
    bool m_ended = false;
};

} // namespace rowlift
