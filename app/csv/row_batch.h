#pragma once

#include "app/csv/cell_scan.h"
#include "app/csv/row_reader.h"

#include <string>
#include <vector>

namespace rowlift {

class SingleByteTable;

/// Which cells of each row somebody wants, and how many rows at once.
struct CellWish {
    std::vector<int> columns = {}; ///< From 0, ascending, each once. None: all.
    qint64 bytes = 32 * 1024; ///< Of the file: rows within about so many come together.
};

/// Rows that were read together by RecordStream::nextRows(): many where none of them is odd, else one. Each
/// is what RowReader::next() says of it. Everything lives until the next nextRows() with this batch.
class RowBatch {
public:
    std::size_t rows() const { return m_rows; }
    /// Counted as the stream counts.
    qint64 record(std::size_t row) const { return m_run.firstRecord + static_cast<qint64>(row); }
    /// Where the row begins in the file; 0 includes a byte order mark. A stream can be opened there.
    qint64 offset(std::size_t row) const
    {
        const bool isSum = !isSingle() && m_offsets.empty();
        return isSum ? m_run.offset + m_cut.begin(row) : isSingle() ? m_run.offset : m_offsets[row];
    }
    RowRole role(std::size_t row) const
    {
        const bool plain = !isSingle() && (m_cut.marks(row) & CutRows::Blank) == 0 && m_run.lastRecord < 0;
        return plain ? RowRole::Data : roleOfOdd(row);
    }
    bool isData(std::size_t row) const { return role(row) == RowRole::Data; }
    std::size_t cellCount(std::size_t row) const; ///< Of the row as it is, whatever cells are wanted.

    /// The cells of \a row as UTF-8: up to the last that is wanted, or the last of the row where that is
    /// shorter; those in between that are not wanted are empty, or not. Lives until the next cells() or
    /// view().
    std::span<const std::string_view> cells(std::size_t row);
    /// The same with all that is known of the row.
    RowView view(std::size_t row);
    /// The cell stands in the file without quotes, and without any quote, delimiter or line break in it.
    /// False may also mean that nobody knows.
    bool isPlain(std::size_t row, std::size_t column) const;

private:
    friend class RecordStream;

    /// How the rows of a run are to be read.
    struct Run {
        const char *text = nullptr; ///< Where the first begins.
        qint64 firstRecord = 0;
        qint64 lastRecord = -1; ///< What is behind this is below the table; -1: nothing is.
        qint64 offset = 0; ///< Where the first begins.
        char quote = '\0';
        char delimiter = ',';
        bool skipEmpty = true;
        bool trim = false;
        const std::vector<std::string> *blankWords = nullptr; ///< Of the stream, which outlives its batches.
        const SingleByteTable *table = nullptr; ///< Null: the text is UTF-8.
    };

    bool isSingle() const { return m_run.text == nullptr; }
    RowRole roleOfOdd(std::size_t row) const;
    void want(const CellWish &wish);
    void takeSingle(const RowView &row, qint64 offset);
    void takeRun(const Run &run);
    std::string_view cut(const std::uint32_t *ends, std::size_t cell, bool last) const;
    std::string_view decoded(std::string_view cell, char *&to) const;
    std::string_view finished(std::string_view cell, bool trims, std::uint8_t marks, char *&to) const;
    void finishCells(std::size_t row, std::size_t count);
    char *roomToFinish(std::size_t row);
    void markBlankRows();
    bool isBlankWhenFinished(std::size_t row);
    std::span<const std::string_view> cutCells(std::size_t row);

    std::size_t m_rows = 0;
    std::vector<int> m_columns; ///< As wanted.
    bool m_isWishKnown = false;
    bool m_shrinks
        = false; ///< Cells may be emptier than they stand in the text: by trimming, or blank words.
    Run m_run; ///< Without text: m_single is the one row.
    RowView m_single;
    CutRows m_cut;
    std::vector<qint64> m_offsets; ///< Of each row, where they cannot be reckoned from its place in the text.
    std::vector<std::string_view> m_cells;
    std::vector<char> m_finished; ///< Those that are not in the file as they are.
};

} // namespace rowlift
