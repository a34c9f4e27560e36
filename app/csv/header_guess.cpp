#include "app/csv/header_guess.h"

#include "app/csv/header_evidence.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::size_t searchedRows = 50;
constexpr std::size_t mostHeaderRows = 4;

bool isRow(const SampleRow &row)
{
    return !row.blank && row.role != RowRole::Comment;
}

/// The first rows that are neither blank nor comments; all that counts when rows are compared.
std::vector<SampleRow> rowsWithText(const std::vector<SampleRow> &rows)
{
    constexpr std::size_t enough = 200;
    std::vector<SampleRow> filled;
    for (auto row = rows.begin(); row != rows.end() && filled.size() < enough; ++row) {
        if (isRow(*row))
            filled.push_back(*row);
    }
    return filled;
}

std::vector<ColumnProfile> profilesBelow(const std::vector<SampleRow> &rows, std::size_t index, int columns)
{
    return profilesOf(std::span(rows).subspan(index + 1), columns);
}

/// The first row as wide as the table and filled well enough to be no title, or 0.
std::size_t firstFullRow(const std::vector<SampleRow> &rows, int columns)
{
    const auto fits = [columns](const SampleRow &row) {
        return static_cast<int>(row.cells.size()) >= columns && row.filled() * 10 > columns * 6;
    };
    for (std::size_t index = 0; index < std::min(rows.size(), searchedRows); ++index) {
        if (fits(rows[index]))
            return index;
    }
    const auto wide = std::find_if(rows.begin(), rows.end(), [columns](const SampleRow &row) {
        return static_cast<int>(row.cells.size()) >= columns && row.filled() > 1;
    });
    const auto index = static_cast<std::size_t>(wide - rows.begin());
    return wide == rows.end() || index > searchedRows ? 0 : index;
}

/// A title may fill most of the cells, too: then a row that is full and names columns comes soon.
std::size_t fullerNames(const std::vector<SampleRow> &rows, std::size_t index, int columns, double &evidence)
{
    constexpr std::size_t farther = 4;
    for (std::size_t next = index + 1; next < std::min(rows.size(), index + farther); ++next) {
        const double better = headerEvidence(rows[next], profilesBelow(rows, next, columns));
        if (rows[next].filled() > rows[index].filled() && better > std::max(evidence, 0.0)) {
            evidence = better;
            return next;
        }
    }
    return index;
}

/// The first row may have lost cells (its quotes, its delimiters) and name the columns all the same: it
/// stands right above the data, and nothing in the first full row looks like names.
std::size_t narrowNames(const std::vector<SampleRow> &rows, std::size_t index, int columns, double &evidence)
{
    if (index != 1 || evidence >= 0)
        return index;
    const SampleRow &above = rows[0];
    const int cells = static_cast<int>(above.cells.size());
    if (rows[1].record != above.record + 1 || cells * 10 < columns * 6 || above.filled() != cells)
        return index;
    const bool words = std::none_of(above.cells.begin(), above.cells.end(),
                                    [](const std::string &cell) { return isTypedKind(valueKind(cell)); });
    evidence = words ? 1 : evidence;
    return words ? 0 : index;
}

bool sameCells(const SampleRow &one, const SampleRow &other)
{
    return one.cells == other.cells;
}

/// Rows of names directly below the first: the same once more, or words above numbers.
int headerRowsFrom(const std::vector<SampleRow> &rows, std::size_t index, int columns)
{
    std::size_t count = 1;
    for (std::size_t next = index + 1; next + 1 < rows.size() && count < mostHeaderRows; ++next, ++count) {
        const bool adjacent = rows[next].record == rows[next - 1].record + 1;
        const bool names = sameCells(rows[next], rows[index])
            || isSurelyNames(rows[next], profilesBelow(rows, next, columns));
        if (!adjacent || !names)
            break;
    }
    return static_cast<int>(count);
}

/// Names of groups of columns ("2024" over two, "2025" over two), right above the names: wide as the table,
/// with gaps, not only at its left edge as a title is.
bool isGroupRow(const SampleRow &row, const SampleRow &below, int columns)
{
    constexpr int fewestColumns = 4;
    if (row.record + 1 != below.record || static_cast<int>(row.cells.size()) != columns
        || columns < fewestColumns)
        return false;
    int words = 0;
    std::size_t rightmost = 0;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const ValueKind kind = valueKind(row.cells[column]);
        if (kind == ValueKind::Empty)
            continue;
        if (kind != ValueKind::Text && kind != ValueKind::Year)
            return false;
        ++words;
        rightmost = column;
    }
    return words >= 2 && words < columns && rightmost >= 2;
}

} // namespace

HeaderGuess guessHeader(const std::vector<SampleRow> &all, int columns)
{
    const std::vector<SampleRow> rows = rowsWithText(all);
    if (rows.empty())
        return {};
    std::size_t index = firstFullRow(rows, columns);
    double evidence = headerEvidence(rows[index], profilesBelow(rows, index, columns));
    index = fullerNames(rows, index, columns, evidence);
    index = narrowNames(rows, index, columns, evidence);
    if (evidence < 0)
        return { .record = -1, .titleRecords = rows[index].record, .titlesAbove = index > 0 };
    const bool unsure = evidence < 0.5 && rows.size() > 2;
    int count = headerRowsFrom(rows, index, columns);
    while (index > 0 && count < static_cast<int>(mostHeaderRows)
           && isGroupRow(rows[index - 1], rows[index], columns)) {
        --index;
        ++count;
    }
    return { .record = rows[index].record, .rows = count, .titlesAbove = index > 0, .unsure = unsure };
}

} // namespace rowlift
