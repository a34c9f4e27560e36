#pragma once

#include "app/draft/rows.h"
#include "app/mapping/record_builder.h"
#include "app/run/ledger.h"
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
    /// changed or gone since the run was planned: then nothing of what was read last is used.
    Result<std::optional<PartRecord>> next(std::stop_token stop);

    /// Whether the file of a part on record is there, as long as it was written.
    static bool isSpooled(const PartRecord &part);
    /// Writes the file of a part on record once more: the same rows give the same bytes.
    static Done spoolAgain(Ledger &ledger, const Service &service, const Schema &schema,
                           const PartRecord &part, std::stop_token stop);

private:
    struct HeldRow {
        qint64 record = 0;
        QByteArray encoded;
        RowPosition behind; ///< Where the row after it begins.
    };

    PartPlanner(Ledger &ledger, Rows rows, RecordBuilder builder, JobKind kind,
                std::unique_ptr<Encoder> encoder);
    static Result<std::unique_ptr<PartPlanner>> openBehind(Ledger &ledger, const Service &service,
                                                           const Schema &schema, const PartRecord *before);
    qint64 bytesOfPart(qint64 number) const;
    /// Whether \a part takes \a row, too.
    bool takes(const PartRecord &part, const HeldRow &row) const;
    Done sourceIsUnchanged() const;
    /// The next row to send; empty at the end of the file.
    Result<std::optional<HeldRow>> nextRow();

    Ledger &m_ledger;
    Rows m_rows;
    RecordBuilder m_builder;
    JobKind m_kind;
    std::unique_ptr<Encoder> m_encoder;
    std::vector<qint64> m_leftOut; ///< Ascending.
    std::optional<HeldRow> m_held; ///< Did not fit into the part before.
    qint64 m_nextPart = 1;
    bool m_ended = false;
};

} // namespace rowlift
