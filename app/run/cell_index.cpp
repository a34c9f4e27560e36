#include "app/run/cell_index.h"

#include <bit>

namespace rowlift {

void CellIndex::close(const std::vector<bool> &isOut)
{
    m_next.assign(m_hashes.size(), 0);
    m_first.assign(std::bit_ceil(m_hashes.size() + 1), 0);
    for (std::size_t row = m_hashes.size(); row-- > 0;) { // backwards: the first row comes to stand in front
        if (isOut[row])
            continue;
        quint32 &first = m_first[slotOf(m_hashes[row])];
        m_next[row] = first;
        first = static_cast<quint32>(row + 1);
    }
}

std::optional<qint64> CellIndex::take(quint64 hash)
{
    quint32 *link = &m_first[slotOf(hash)];
    while (*link != 0 && m_hashes[*link - 1] != hash)
        link = &m_next[*link - 1];
    if (*link == 0)
        return {};
    const quint32 row = *link - 1;
    *link = m_next[row];
    return row;
}

} // namespace rowlift
