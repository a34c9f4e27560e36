#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace rowlift {

/// Rows by the hash of their cells: each is found once, rows of one hash in their order. 16 to 20 bytes a
/// row.
class CellIndex {
public:
    explicit CellIndex(std::size_t most = 0) { m_hashes.reserve(most); }
    /// The next row. Rows that nobody may find are added as such, so that the others keep their number.
    void add(quint64 hash) { m_hashes.push_back(hash); }
    /// Call once, behind the last row that is added. \a isOut: rows that nobody may find.
    void close(const std::vector<bool> &isOut);
    /// The first row with this hash that was not taken before.
    std::optional<qint64> take(quint64 hash);

private:
    std::size_t slotOf(quint64 hash) const { return static_cast<std::size_t>(hash) & (m_first.size() - 1); }

    std::vector<quint64> m_hashes; ///< By row.
    std::vector<quint32> m_next; ///< By row: the next one of the same slot, from 1; 0: none.
    std::vector<quint32> m_first; ///< By slot: its first row, from 1; 0: none. As many as a power of two.
};

} // namespace rowlift
