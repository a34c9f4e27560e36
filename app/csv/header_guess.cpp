#include "app/csv/header_guess.h"

#include "app/csv/value_look.h"

#include <algorithm>

namespace rowlift {

namespace {

enum class CellLook { Empty, Text, Number, Year, Date, Email };

CellLook cellLookOf(const QString &cell)
{
    const QByteArray bytes = cell.trimmed().toUtf8();
    const std::string_view value(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (value.empty())
        return CellLook::Empty;
    if (looksLikeEmail(value))
        return CellLook::Email;
    if (looksLikeDate(value))
        return CellLook::Date;
    if (!looksLikeNumber(value) && !hasLeadingZero(value))
        return CellLook::Text;
    const bool year = value.size() == 4 && (value.starts_with("19") || value.starts_with("20"));
    return year ? CellLook::Year : CellLook::Number;
}

int filledCells(const TextRow &row)
{
    return static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const QString &cell) { return !cell.trimmed().isEmpty(); }));
}

/// The columns in which the rows below \a row are mostly something other than text, and what.
std::vector<CellLook> looksBelow(std::span<const TextRow> below, qsizetype columns)
{
    std::vector<CellLook> looks;
    for (qsizetype column = 0; column < columns; ++column) {
        std::map<CellLook, int> counts;
        int filled = 0;
        for (const TextRow &row : below) {
            const CellLook look = column < row.cells.size() ? cellLookOf(row.cells[column]) : CellLook::Empty;
            filled += look == CellLook::Empty ? 0 : 1;
            ++counts[look == CellLook::Year ? CellLook::Number : look];
        }
        CellLook usual = CellLook::Text;
        for (const CellLook look : { CellLook::Number, CellLook::Date, CellLook::Email }) {
            if (counts[look] * 10 >= filled * 8 && filled > 0)
                usual = look;
        }
        looks.push_back(usual);
    }
    return looks;
}

/// Above 0: names columns; below 0: is data; 0: nothing tells.
int headerEvidence(const TextRow &row, std::span<const TextRow> below)
{
    const std::vector<CellLook> usual = looksBelow(below, row.cells.size());
    int evidence = 0;
    for (qsizetype column = 0; column < row.cells.size(); ++column) {
        const CellLook look = cellLookOf(row.cells[column]);
        const CellLook expected = usual[static_cast<std::size_t>(column)];
        if (look == CellLook::Email || look == CellLook::Date)
            evidence -= 3;
        else if (look == CellLook::Number)
            evidence -= 2;
        else if (look == CellLook::Text && expected != CellLook::Text)
            evidence += 2;
    }
    return evidence;
}

std::span<const TextRow> rowsBehind(const std::vector<TextRow> &rows, std::size_t index)
{
    constexpr std::size_t looked = 100;
    const std::span<const TextRow> all(rows);
    const std::span<const TextRow> behind = all.subspan(index + 1);
    return behind.first(std::min(behind.size(), looked));
}

/// The first row as wide as the table and filled well enough to be no title, or the end.
std::size_t firstFullRow(const std::vector<TextRow> &rows, int columns)
{
    constexpr std::size_t searched = 50;
    const auto fits = [columns](const TextRow &row) {
        return row.cells.size() >= columns && filledCells(row) * 10 > columns * 6;
    };
    for (std::size_t index = 0; index < std::min(rows.size(), searched); ++index) {
        if (fits(rows[index]))
            return index;
    }
    const auto anything
        = std::find_if(rows.begin(), rows.end(), [](const TextRow &row) { return !row.blank; });
    return static_cast<std::size_t>(anything - rows.begin());
}

} // namespace

HeaderGuess guessHeader(const std::vector<TextRow> &rows, int columns)
{
    std::size_t index = firstFullRow(rows, columns);
    if (index == rows.size())
        return {};
    // A title may fill most of the cells, too: then a row that is full and names columns comes soon.
    constexpr std::size_t farther = 4;
    int evidence = headerEvidence(rows[index], rowsBehind(rows, index));
    for (std::size_t next = index + 1; next < std::min(rows.size(), index + farther); ++next) {
        const bool fuller = filledCells(rows[next]) > filledCells(rows[index]);
        const int better = headerEvidence(rows[next], rowsBehind(rows, next));
        if (fuller && better > std::max(evidence, 0)) {
            index = next;
            evidence = better;
            break;
        }
    }
    if (evidence < 0)
        return { .record = -1 };
    const auto above = std::span(rows).first(index);
    return { .record = rows[index].record,
             .titlesAbove
             = std::any_of(above.begin(), above.end(), [](const TextRow &row) { return !row.blank; }) };
}

} // namespace rowlift
