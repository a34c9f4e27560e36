#pragma once

#include <vector>

namespace rowlift::ui {

/// Which columns of a table are shown, how wide they are and how many stay in place at the start.
///
/// A column is a number that never changes; its place is its number among the columns that are shown.
/// Distances are pixels from the start of the first column, hidden ones taking no room.
class ColumnLayout {
public:
    /// New columns: all shown, none frozen.
    void reset(std::vector<int> widths);
    /// The same columns with other widths.
    void setWidths(std::vector<int> widths);
    void setWidth(int column, int width);

    [[nodiscard]] int count() const { return static_cast<int>(m_widths.size()); }
    /// Also of a hidden column: as wide as it will be when it is shown again.
    [[nodiscard]] int width(int column) const { return m_widths[static_cast<std::size_t>(column)]; }
    [[nodiscard]] const std::vector<int> &widths() const { return m_widths; }

    [[nodiscard]] bool isHidden(int column) const { return m_hidden[static_cast<std::size_t>(column)]; }
    /// At least one column stays shown: hiding the last is refused with false.
    bool hide(const std::vector<int> &columns);
    void show(int column);
    void showAll();
    [[nodiscard]] int hiddenCount() const { return count() - shownCount(); }

    /// The columns before \a column stay in place while the others scroll; 0 frees all.
    void freeze(int column) { m_frozen = column; }
    [[nodiscard]] int frozen() const { return m_frozen; }

    [[nodiscard]] int shownCount() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int columnAt(int place) const { return m_shown[static_cast<std::size_t>(place)]; }
    /// The place of \a column; of a hidden one that of the next which is shown.
    [[nodiscard]] int placeOf(int column) const;
    /// The shown column nearest to \a column; -1 without columns.
    [[nodiscard]] int nearestShown(int column) const;

    [[nodiscard]] int startOf(int place) const { return m_edges[static_cast<std::size_t>(place)]; }
    [[nodiscard]] int total() const { return m_edges.back(); }
    /// The place at \a distance, held to those there are; -1 without columns.
    [[nodiscard]] int placeAt(int distance) const;
    /// How many frozen places take no more than \a room.
    [[nodiscard]] int frozenPlaces(int room) const;

private:
    void arrange();
    void measure();

    std::vector<int> m_widths;
    std::vector<bool> m_hidden;
    int m_frozen = 0;
    std::vector<int> m_shown; ///< Columns by place.
    std::vector<int> m_edges { 0 }; ///< Where places begin; the last entry is where they end.
};

} // namespace rowlift::ui
