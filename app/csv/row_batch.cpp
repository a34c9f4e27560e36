#include "app/csv/row_batch.h"

#include <algorithm>

namespace rowlift {

void RowBatch::takeSingle(const RowView &row, qint64 offset, const CellWish &wish)
{
    m_rows = 1;
    m_firstRecord = row.record;
    m_firstOffset = offset;
    m_text = nullptr;
    m_single = row;
    m_width = wish.columns.empty() ? row.cells.size() : static_cast<std::size_t>(wish.columns.back()) + 1;
}

qint64 RowBatch::offset(std::size_t) const
{
    return m_firstOffset;
}

RowRole RowBatch::role(std::size_t) const
{
    return m_single.role;
}

std::size_t RowBatch::cellCount(std::size_t) const
{
    return m_single.cells.size();
}

std::span<const std::string_view> RowBatch::cells(std::size_t)
{
    return m_single.cells.first(std::min(m_single.cells.size(), m_width));
}

RowView RowBatch::view(std::size_t row)
{
    RowView view = m_single;
    view.cells = cells(row);
    return view;
}

bool RowBatch::isPlain(std::size_t, std::size_t) const
{
    return false;
}

} // namespace rowlift
