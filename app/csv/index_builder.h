#pragma once

#include "app/csv/record_index.h"
#include "app/csv/record_stream.h"

namespace rowlift {

/// What a pass over a file learns, record by record or run by run; for the whole file, or for a part of it of
/// which the width of the table is known. Records count from where it begins.
class IndexBuilder {
public:
    explicit IndexBuilder(const Dialect &dialect);
    /// For a part of the same file that begins with \a firstRecord, as its reader counts.
    IndexBuilder partBuilder(qint64 firstRecord) const;

    /// As many cells as most rows must have; 0: not known yet.
    std::size_t width() const { return m_widthKnown ? m_mostCells : 0; }

    /// To be told where each record or run begins before it is taken.
    void mark(RowPosition position);
    /// How far a run may go for marks to be as close as they should be.
    qint64 bytesToMark(qint64 offset) const;
    void take(const RowView &row);
    void take(const RecordStream::Run &run);
    /// The records from \a begin on that \a part has read.
    void take(RecordIndex &part, RowPosition begin);

    RecordIndex &index() { return m_index; }

private:
    void takeHeader(const RowView &row);
    void takeDataRow(const RowView &row);
    void noteOdd(const RowView &row);
    void note(FileProblem problem);

    Dialect m_dialect;
    RecordIndex m_index;
    qint64 m_firstRecord = 0; ///< Of a part: the record that it counts from.
    std::size_t m_leastCells = 0; ///< A row with fewer is ragged.
    std::size_t m_mostCells = 0; ///< A row with something behind these is ragged.
    bool m_widthKnown = false;
};

} // namespace rowlift
