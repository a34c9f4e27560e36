#pragma once

#include "app/mapping/blanks.h"
#include "app/mapping/piece.h"
#include "app/mapping/text_space.h"

#include <span>
#include <vector>

namespace rowlift {

/// Where a field's value is taken from, compiled: a column, a piece of it, several columns joined, a fixed
/// text.
class ValueSource {
public:
    static ValueSource ofColumn(int column, const Piece &piece);
    /// \a columns are those of \a extra in the file, from 0; those that it lacks are left out.
    static ValueSource ofExtra(const ExtraField &extra, std::vector<int> columns);

    /// Cells with \a word are blank where they are joined or split: what is left of it would be text. It
    /// outlives this.
    void setClearWord(std::string_view word) { m_clearWord = word; }

    std::span<const int> columns() const { return m_columns; }
    bool isFixed() const { return m_kind == Kind::Fixed; }
    /// One column's cells as they are.
    bool isPlain() const { return m_kind == Kind::Cell; }

    /// A view into \a cells or into this, good until the next call.
    std::string_view take(std::span<const std::string_view> cells)
    {
        return m_kind == Kind::Cell ? cellAt(cells, m_columns.front()) : make(cells);
    }

private:
    enum class Kind { Cell, Piece, Join, Fixed };

    static std::string_view cellAt(std::span<const std::string_view> cells, int column)
    {
        const auto at = static_cast<std::size_t>(column);
        return at < cells.size() ? cells[at] : std::string_view();
    }

    ValueSource(Kind kind, std::vector<int> columns, const Piece &piece, const QString &text);
    /// Without blanks at its ends.
    std::string_view filledAt(std::span<const std::string_view> cells, int column) const
    {
        const auto cell = withoutBlanks(cellAt(cells, column));
        return cell == m_clearWord ? std::string_view() : cell;
    }
    std::string_view make(std::span<const std::string_view> cells);
    std::string_view join(std::span<const std::string_view> cells);

    Kind m_kind = Kind::Cell;
    std::vector<int> m_columns;
    PieceTaker m_piece;
    std::string_view m_clearWord;
    std::string m_text; ///< The fixed value, or what stands between joined ones.
    TextSpace m_space;
};

} // namespace rowlift
