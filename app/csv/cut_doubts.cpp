#include "app/csv/cut_doubts.h"

#include "app/csv/value_kind.h"

#include <algorithm>

namespace rowlift {

namespace {

bool isLoneMark(const std::string &cell)
{
    return cell.size() == 1 && std::string_view("|^~#@$%&*:;,!+=").find(cell[0]) != std::string_view::npos;
}

/// "||" or "|~|" cut by "|", or ", " cut by blanks: every second cell is nothing of its own in every row.
bool isEverySecondEmpty(SampleSpan rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const SampleRow &row) {
        for (std::size_t column = 1; column < row.cells.size(); column += 2) {
            if (!row.cells[column].empty() && !isLoneMark(row.cells[column]))
                return false;
        }
        return row.cells.size() > 2;
    });
}

bool isWordCell(const std::string &cell)
{
    return valueKind(cell) == ValueKind::Text;
}

/// Two cells that may be one number cut at its comma, in all rows but perhaps names above.
bool isCutNumbers(SampleSpan rows)
{
    const auto decimals = [](const std::string &cell) {
        return (cell.size() == 1 || cell.size() == 2)
            && cell.find_first_not_of("0123456789") == std::string::npos;
    };
    const auto cut = std::count_if(rows.begin(), rows.end(), [&decimals](const SampleRow &row) {
        return row.cells.size() == 2 && valueKind(row.cells[0]) == ValueKind::Number
            && decimals(row.cells[1]);
    });
    const bool named = isWordCell(rows.front().cell(0)) && isWordCell(rows.front().cell(1));
    return !named && cut * 10 >= static_cast<std::ptrdiff_t>(rows.size()) * 9;
}

bool isDateAndTime(SampleSpan rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const SampleRow &row) {
        return row.cells.size() == 2 && valueKind(row.cells[0]) == ValueKind::Date
            && valueKind(row.cells[1]) == ValueKind::Time;
    });
}

/// One cell above, two cells in each row: rather a column of "Doe, Jane" or 1,50 below its name.
bool isListBelowOneName(const std::vector<SampleRow> &all, SampleSpan rows, const CutReading &reading)
{
    const std::size_t above = static_cast<std::size_t>(rows.data() - all.data());
    const char first = reading.delimiter.first();
    return reading.columns == 2 && above > 0 && all[above - 1].cells.size() == 1
        && all[above - 1].record + 1 == rows.front().record && first != ';' && first != '\t';
}

/// "[1, 2, 3]" or "(a, b)" cut in pieces, as a share of the rows.
double cutBrackets(SampleSpan rows)
{
    const auto cut = std::count_if(rows.begin(), rows.end(), [](const SampleRow &row) {
        for (const auto &[open, close] : { std::pair('[', ']'), std::pair('(', ')'), std::pair('{', '}') }) {
            const auto opened = [&](const std::string &cell) {
                return cell.find(open) != std::string::npos && cell.find(close) == std::string::npos;
            };
            const auto closed = [&](const std::string &cell) {
                return cell.find(close) != std::string::npos && cell.find(open) == std::string::npos;
            };
            const auto from = std::find_if(row.cells.begin(), row.cells.end(), opened);
            if (row.cells.front().starts_with(open) && closed(row.cells.back()))
                continue; // the row as a whole stands in them
            if (from != row.cells.end() && std::any_of(from, row.cells.end(), closed))
                return true;
        }
        return false;
    });
    return static_cast<double>(cut) / static_cast<double>(rows.size());
}

} // namespace

bool hasColumns(const SampleRow &row, int columns)
{
    const int cells = static_cast<int>(row.cells.size());
    return cells == columns || (cells > columns && row.width() <= columns);
}

double quoteBalance(const QByteArray &sample, const Dialect &way)
{
    const std::string_view between = way.delimiter.bytes();
    const auto isBorder = [&](qsizetype at, int step) {
        while (at >= 0 && at < sample.size() && sample[at] == ' ')
            at += step;
        return at < 0 || at >= sample.size() || sample[at] == '\n' || sample[at] == '\r'
            || sample[at] == (step > 0 ? between.front() : between.back());
    };
    int opening = 0;
    int closing = 0;
    for (qsizetype at = sample.indexOf(way.quote); at >= 0; at = sample.indexOf(way.quote, at + 1)) {
        opening += isBorder(at - 1, -1) ? 1 : 0;
        closing += isBorder(at + 1, 1) ? 1 : 0;
    }
    return std::max(opening, closing) == 0
        ? 0
        : static_cast<double>(std::min(opening, closing)) / std::max(opening, closing);
}

double doubtsOf(const CutReading &reading, const std::vector<SampleRow> &all, SampleSpan rows)
{
    double factor = 1 - 0.4 * cutBrackets(rows);
    if (reading.delimiter.first() == ',' && reading.columns == 2 && isCutNumbers(rows))
        factor *= 0.2;
    if (reading.delimiter == Delimiter(' ') && reading.columns == 2 && isDateAndTime(rows))
        factor *= 0.2;
    if (isListBelowOneName(all, rows, reading))
        factor *= 0.4;
    if (isEverySecondEmpty(rows))
        factor *= 0.5;
    const double above = static_cast<double>(rows.data() - all.data()) / static_cast<double>(all.size());
    if (above > 0)
        factor *= 0.85 - 0.4 * above; // the first row should be one of the table
    const double covered = static_cast<double>(rows.size()) / static_cast<double>(all.size());
    return factor * std::min(1.0, 0.3 + 1.4 * covered);
}

double brokenFactor(const CutReading &reading, const std::vector<SampleRow> &all, const QByteArray &sample,
                    const Dialect &way)
{
    if (reading.broken == 0)
        return 1;
    const auto misfits = std::count_if(all.begin(), all.end(), [&reading](const SampleRow &row) {
        return row.broken && !hasColumns(row, reading.columns);
    });
    const double rows = static_cast<double>(all.size());
    const bool balanced = quoteBalance(sample, way) > 0.8;
    const double fits = static_cast<double>(reading.broken - misfits) / rows;
    return 1 - (balanced ? 0.15 : 0.7) * fits - 0.8 * static_cast<double>(misfits) / rows;
}

} // namespace rowlift
