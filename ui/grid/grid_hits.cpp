#include "ui/grid/grid_hits.h"

#include <algorithm>

namespace rowlift::ui {

void GridHits::append(const std::vector<GridHit> &more)
{
    const auto before = static_cast<std::ptrdiff_t>(m_hits.size());
    m_hits.insert(m_hits.end(), more.begin(), more.end());
    const auto joint = m_hits.begin() + before;
    if (!std::is_sorted(joint, m_hits.end())) // as a rule they are
        std::sort(joint, m_hits.end());
    if (before > 0 && joint != m_hits.end() && *joint <= *std::prev(joint)) {
        std::inplace_merge(m_hits.begin(), joint, m_hits.end());
        m_hits.erase(std::unique(m_hits.begin(), m_hits.end()), m_hits.end());
    }
}

bool GridHits::contains(qint64 row, int column) const
{
    return std::binary_search(m_hits.begin(), m_hits.end(), GridHit { row, column });
}

qint64 GridHits::indexOf(qint64 row, int column) const
{
    const GridHit wanted { row, column };
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), wanted);
    return at != m_hits.end() && *at == wanted ? at - m_hits.begin() : -1;
}

std::optional<GridHit> GridHits::from(qint64 row, int column, int direction) const
{
    if (m_hits.empty())
        return std::nullopt;
    const GridHit here { row, column };
    if (direction > 0) {
        const auto next = std::upper_bound(m_hits.begin(), m_hits.end(), here);
        return next == m_hits.end() ? m_hits.front() : *next;
    }
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), here);
    return at == m_hits.begin() ? m_hits.back() : *std::prev(at);
}

} // namespace rowlift::ui
