#pragma once

#include "app/csv/structural_scan.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace rowlift {

/// Where the cells of rows end, and what else is to be known of each row. Memory that is used again and
/// again.
class CutRows {
public:
    /// What a row is or its cells need.
    enum Mark : std::uint8_t {
        Blank = 1, ///< No cell is filled.
        Doubled = 2, ///< Doubled quotes stand within quoted cells.
        Quoted = 4 ///< Cells stand in quotes.
    };

    std::size_t rows() const { return m_rows; }
    std::size_t cells(std::size_t row) const { return m_firsts[row + 1] - m_firsts[row]; }
    std::uint8_t marks(std::size_t row) const { return m_marks[row]; }
    /// Bytes from 0x80 on are somewhere; looked for only with ScanRules::badBytes.
    bool hasHighBytes() const { return m_hasHighBytes; }
    /// For each cell of \a row where what ends it is, from the beginning of the stretch on: a delimiter, or
    /// the last byte of a line end. The one in front of the first belongs to the row before: -1 in the first
    /// row, modulo 2^32.
    const std::uint32_t *ends(std::size_t row) const { return m_ends.get() + m_firsts[row]; }
    std::size_t first(std::size_t row) const
    {
        return m_firsts[row];
    } ///< Which of allEnds() the row begins with.
    std::uint32_t begin(std::size_t row) const { return ends(row)[-1] + 1; }
    std::uint32_t behind(std::size_t row) const { return begin(row + 1); }

    void mark(std::size_t row, Mark mark) { m_marks[row] |= mark; }

    /// For the scan: makes room for what \a bytes can hold, and for what is written to no purpose behind
    /// that.
    void clear(std::size_t bytes);
    std::uint32_t *allEnds() { return m_ends.get(); }
    std::uint32_t *allFirsts() { return m_firsts.get(); }
    std::uint8_t *allMarks() { return m_marks.get(); }
    void setRows(std::size_t rows) { m_rows = rows; }
    void setHighBytes(bool has) { m_hasHighBytes = has; }

private:
    std::size_t m_capacity = 0;
    std::size_t m_rows = 0;
    bool m_hasHighBytes = false;
    std::unique_ptr<std::uint32_t[]> m_ends; ///< [0] stands in front of the first row.
    std::unique_ptr<std::uint32_t[]> m_firsts; ///< Of each row and behind the last: which of m_ends.
    std::unique_ptr<std::uint8_t[]> m_marks;
};

/// Passes records as scanRecords() does, blank ones whatever \a rules say of them and with any number of
/// cells, and notes where their cells end. At most 1 GiB.
ScannedRun cutRecords(const char *begin, const char *end, const ScanRules &rules, CutRows &rows);

/// The code for one kind of processor.
struct CutKind {
    const char *name;
    ScannedRun (*cut)(const char *, const char *, const ScanRules &, CutRows &);
};

/// Those that run on this processor, the best first: it is the one that cutRecords() takes.
std::vector<CutKind> cutKinds();

} // namespace rowlift
