#pragma once

#include "app/workbook/cell_formats.h"
#include "app/workbook/shared_texts.h"

namespace rowlift {

/// One row of a sheet that has at least one cell with a value.
struct SheetRow {
    struct Cell {
        int column = 0; ///< From 0.
        size_t begin = 0; ///< In text.
        size_t size = 0;
    };

    qint64 number = 0; ///< From 0.
    std::vector<Cell> cells; ///< Those with a value, from left to right.
    std::string text; ///< Of all cells, UTF-8.

    std::string_view cell(const Cell &cell) const
    {
        return std::string_view(text).substr(cell.begin, cell.size);
    }
};

/// What the cells of a workbook refer to.
struct SheetContext {
    const SharedTexts &texts;
    const CellFormats &formats;
    DateSystem dates = DateSystem::From1900;
};

/// Walks through a sheet row by row. Hidden and filtered rows and columns are rows and columns; of merged
/// cells the first has the value; a formula is what it came to when the workbook was saved.
class SheetRows {
public:
    SheetRows(PartReader &reader, const SheetContext &context)
        : m_reader(reader)
        , m_context(context)
    {
    }

    /// The next row with a value; false at the end. Fails with BadInput when the sheet is damaged.
    Result<bool> next(SheetRow &row);
    /// Formulas so far for which no value was saved: their cells are blank.
    qint64 uncalculated() const { return m_uncalculated; }

private:
    void readRow(SheetRow &row);
    void readCell(SheetRow &row);
    bool placeCell(QStringView reference, SheetRow &row);
    void appendValue(QStringView type, qint64 style, std::string &into);
    void appendNumber(qint64 style, std::string &into);

    PartReader &m_reader;
    SheetContext m_context;
    qint64 m_nextRow = 0;
    int m_nextColumn = 0;
    int m_column = 0;
    QString m_value; ///< Text of the cell's `v`; kept for its memory.
    std::string m_number;
    qint64 m_uncalculated = 0;
};

} // namespace rowlift
