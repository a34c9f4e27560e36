#pragma once

#include "ui/grid/grid_source.h"

#include <optional>
#include <vector>

namespace rowlift::ui {

/// Found cells in the order of reading: by row, then by column. Grows while a search goes on.
class GridHits {
public:
    void clear() { m_hits.clear(); }
    /// Cells behind those there are; others are put where they belong, which takes longer.
    void append(const std::vector<GridHit> &more);

    [[nodiscard]] qint64 count() const { return static_cast<qint64>(m_hits.size()); }
    [[nodiscard]] bool isEmpty() const { return m_hits.empty(); }
    [[nodiscard]] bool contains(qint64 row, int column) const;
    /// The number of that cell among the hits, from 0; -1 when it is none.
    [[nodiscard]] qint64 indexOf(qint64 row, int column) const;
    /// The hit behind that cell (direction 1) or before it (-1), around the end; nothing without hits.
    [[nodiscard]] std::optional<GridHit> from(qint64 row, int column, int direction) const;

private:
    std::vector<GridHit> m_hits;
};

} // namespace rowlift::ui
