#include "ui/grid/column_layout.h"

#include <algorithm>

namespace rowlift::ui {

void ColumnLayout::reset(std::vector<int> widths)
{
    m_widths = std::move(widths);
    m_hidden.assign(m_widths.size(), false);
    m_frozen = 0;
    arrange();
}

void ColumnLayout::setWidths(std::vector<int> widths)
{
    if (widths.size() != m_widths.size()) {
        reset(std::move(widths));
        return;
    }
    m_widths = std::move(widths);
    measure();
}

void ColumnLayout::setWidth(int column, int width)
{
    m_widths[static_cast<std::size_t>(column)] = width;
    measure();
}

bool ColumnLayout::hide(const std::vector<int> &columns)
{
    std::vector<bool> hidden = m_hidden;
    for (const int column : columns)
        hidden[static_cast<std::size_t>(column)] = true;
    if (std::find(hidden.begin(), hidden.end(), false) == hidden.end())
        return false;
    m_hidden = std::move(hidden);
    arrange();
    return true;
}

void ColumnLayout::show(int column)
{
    m_hidden[static_cast<std::size_t>(column)] = false;
    arrange();
}

void ColumnLayout::showAll()
{
    m_hidden.assign(m_widths.size(), false);
    arrange();
}

void ColumnLayout::arrange()
{
    m_shown.clear();
    m_shown.reserve(m_widths.size());
    for (std::size_t at = 0; at < m_widths.size(); ++at) {
        if (!m_hidden[at])
            m_shown.push_back(static_cast<int>(at));
    }
    measure();
}

/// Plain pointers: this runs over 100,000 columns for every slice of widths, in debug builds too.
void ColumnLayout::measure()
{
    m_edges.resize(m_shown.size() + 1);
    const int *widths = m_widths.data();
    const int *shown = m_shown.data();
    int *edges = m_edges.data();
    const std::size_t count = m_shown.size();
    int end = 0;
    edges[0] = 0;
    for (std::size_t place = 0; place < count; ++place) {
        end += widths[shown[place]];
        edges[place + 1] = end;
    }
}

int ColumnLayout::placeOf(int column) const
{
    return static_cast<int>(std::lower_bound(m_shown.begin(), m_shown.end(), column) - m_shown.begin());
}

int ColumnLayout::nearestShown(int column) const
{
    if (m_shown.empty())
        return -1;
    return columnAt(std::min(placeOf(column), shownCount() - 1));
}

int ColumnLayout::placeAt(int distance) const
{
    const auto next = std::upper_bound(m_edges.begin(), m_edges.end(), std::max(0, distance));
    return std::min(static_cast<int>(next - m_edges.begin()) - 1, shownCount() - 1);
}

int ColumnLayout::frozenPlaces(int room) const
{
    const int places = placeOf(m_frozen);
    const auto end = m_edges.begin() + places + 1;
    return static_cast<int>(std::upper_bound(m_edges.begin(), end, std::max(0, room)) - m_edges.begin()) - 1;
}

} // namespace rowlift::ui
