#pragma once

#include "app/draft/draft.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// Columns that look as if they said who must not be contacted, and that nothing is made of. Used by one
/// thread.
class UnusedStops {
public:
    explicit UnusedStops(const Draft &draft);

    const std::vector<int> &columns() const { return m_columns; } ///< From 0, ascending.
    /// Whether \a cells, of a row, stop contact in column \a index of columns().
    bool isStop(std::size_t index, std::span<const std::string_view> cells);

private:
    std::vector<int> m_columns;
    std::string m_lastNo; ///< A column has the same few values over and over.
};

} // namespace rowlift
