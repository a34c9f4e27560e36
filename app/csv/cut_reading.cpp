#include "app/csv/cut_reading.h"

#include "app/csv/sample_rows.h"
#include "app/csv/value_kind.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

namespace rowlift {

namespace {

constexpr qint64 judgedRows = 2000;
constexpr qint64 judgedCells = 30'000;
constexpr std::size_t typedRows = 100; ///< Looking at values costs more than counting cells.
constexpr std::size_t typedColumns = 60;
constexpr std::ptrdiff_t mostTitleRows = 20;
constexpr std::ptrdiff_t mostRowsBelow = 8;

using Rows = std::span<const SampleRow>;

bool isSparse(const SampleRow &row, int columns)
{
    return static_cast<int>(row.cells.size()) < columns || row.filled() * 2 < columns;
}

/// Titles above the table and notes below it are no rows of it.
Rows bodyOf(const std::vector<SampleRow> &rows, int columns)
{
    const auto sparse = [columns](const SampleRow &row) { return isSparse(row, columns); };
    auto first = std::find_if_not(rows.begin(), rows.end(), sparse);
    if (first == rows.end() || first - rows.begin() > mostTitleRows)
        first = rows.begin();
    const auto narrow
        = [columns](const SampleRow &row) { return static_cast<int>(row.cells.size()) < columns; };
    auto last = std::find_if_not(rows.rbegin(), rows.rend(), narrow);
    if (last == rows.rend() || last - rows.rbegin() > mostRowsBelow || rows.rend() - last < 3)
        last = rows.rbegin();
    const auto end = last.base();
    return end <= first ? Rows(rows) : Rows(first, end);
}

bool agrees(const SampleRow &row, int columns)
{
    const int cells = static_cast<int>(row.cells.size());
    return cells == columns || (cells > columns && row.width() <= columns);
}

/// The share of rows that are as wide as their neighbour, where there are but a few widths: several tables
/// below each other.
double steadiness(Rows rows)
{
    constexpr std::size_t mostTables = 3;
    std::set<std::size_t> widths;
    std::size_t steady = 0;
    for (std::size_t index = 1; index < rows.size(); ++index) {
        const std::size_t width = rows[index].cells.size();
        steady += width > 1 && width == rows[index - 1].cells.size() ? 1 : 0;
        widths.insert(width);
    }
    return widths.size() > mostTables ? 0 : static_cast<double>(steady) / static_cast<double>(rows.size());
}

double agreementOf(const CutReading &reading, Rows rows)
{
    const auto share = [&rows](std::ptrdiff_t count) {
        return static_cast<double>(count) / static_cast<double>(rows.size());
    };
    const auto cut
        = std::count_if(rows.begin(), rows.end(), [](const SampleRow &row) { return row.cells.size() > 1; });
    return std::max({ share(reading.agreeing), 0.9 * steadiness(rows), 0.45 * share(cut) });
}

struct ColumnTally {
    std::map<ValueKind, int> kinds;
    int filled = 0;

    int most() const
    {
        int most = 0;
        for (const auto &[kind, count] : kinds)
            most = std::max(most, count);
        return most;
    }
};

/// Codes and words, and numbers and years, stand in one column.
ValueKind familyOf(ValueKind kind)
{
    if (kind == ValueKind::Code)
        return ValueKind::Text;
    return kind == ValueKind::Year || kind == ValueKind::Amount ? ValueKind::Number : kind;
}

struct Looks {
    double value = 0; ///< How far the cells look like values, 0 to 1.
    double typed = 0; ///< The share of numbers, dates and addresses.
    double pure = 1; ///< How far each column is of one kind, 0 to 1.
};

Looks looksOf(Rows rows)
{
    std::vector<ColumnTally> columns;
    double values = 0;
    int filled = 0;
    int typed = 0;
    for (const SampleRow &row : rows.first(std::min(rows.size(), typedRows))) {
        const std::size_t width = std::min(row.cells.size(), typedColumns);
        columns.resize(std::max(columns.size(), width));
        for (std::size_t column = 0; column < width; ++column) {
            const std::string &cell = row.cells[column];
            if (cell.empty())
                continue;
            const ValueKind kind = valueKind(cell);
            values += valueScore(cell);
            ++filled;
            typed += isTypedKind(kind) ? 1 : 0;
            if (kind == ValueKind::Empty)
                continue;
            ++columns[column].kinds[familyOf(kind)];
            ++columns[column].filled;
        }
    }
    int most = 0;
    int all = 0;
    for (const ColumnTally &column : columns) {
        most += column.most();
        all += column.filled;
    }
    if (filled == 0)
        return {};
    return { .value = values / filled,
             .typed = static_cast<double>(typed) / filled,
             .pure = all == 0 ? 1 : static_cast<double>(most) / all };
}

bool isLoneMark(const std::string &cell)
{
    return cell.size() == 1 && std::string_view("|^~#@$%&*:;,!+=").find(cell[0]) != std::string_view::npos;
}

/// "||" or "|~|" cut by "|", or ", " cut by blanks: every second cell is nothing of its own in every row.
bool isEverySecondEmpty(Rows rows)
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
bool isCutNumbers(Rows rows)
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

bool isDateAndTime(Rows rows)
{
    return std::all_of(rows.begin(), rows.end(), [](const SampleRow &row) {
        return row.cells.size() == 2 && valueKind(row.cells[0]) == ValueKind::Date
            && valueKind(row.cells[1]) == ValueKind::Time;
    });
}

/// One cell above, two cells in each row: rather a column of "Doe, Jane" or 1,50 below its name.
bool isListBelowOneName(const std::vector<SampleRow> &all, Rows rows, const CutReading &reading)
{
    const std::size_t above = static_cast<std::size_t>(rows.data() - all.data());
    const char first = reading.delimiter.first();
    return reading.columns == 2 && above > 0 && all[above - 1].cells.size() == 1
        && all[above - 1].record + 1 == rows.front().record && first != ';' && first != '\t';
}

/// "[1, 2, 3]" or "(a, b)" cut in pieces, as a share of the rows.
double cutBrackets(Rows rows)
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

/// How many of the quotes that open a cell have one that closes a cell: 1 where quotes are what they seem to
/// be, near 0 for inches and for the beginnings of quotations.
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

/// What speaks against a reading, as a factor.
double doubtsOf(const CutReading &reading, const std::vector<SampleRow> &all, Rows rows)
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

/// Broken quotes, as a factor: where the pieces fit all the same somebody has not doubled quotes in a text.
double brokenFactor(const CutReading &reading, const std::vector<SampleRow> &all, const QByteArray &sample,
                    const Dialect &way)
{
    if (reading.broken == 0)
        return 1;
    const auto misfits = std::count_if(all.begin(), all.end(), [&reading](const SampleRow &row) {
        return row.broken && !agrees(row, reading.columns);
    });
    const double rows = static_cast<double>(all.size());
    const bool balanced = quoteBalance(sample, way) > 0.8;
    const double fits = static_cast<double>(reading.broken - misfits) / rows;
    return 1 - (balanced ? 0.15 : 0.7) * fits - 0.8 * static_cast<double>(misfits) / rows;
}

/// A slash or a backslash divides dates and paths as evenly as cells: all rows must have it, names included.
bool isPlainlyCut(const CutReading &reading, const std::vector<SampleRow> &all, Rows rows)
{
    const char first = reading.delimiter.first();
    return (first == '/' || first == '\\') && reading.columns > 2 && rows.size() == all.size()
        && reading.agreeing == reading.rows;
}

std::vector<SampleRow> tableRows(const QByteArray &sample, bool whole, const Dialect &way)
{
    std::vector<SampleRow> rows = sampleRows(sample, way, whole, judgedRows, judgedCells);
    std::erase_if(rows, [](const SampleRow &row) { return row.blank || row.role == RowRole::Comment; });
    return rows;
}

bool isBroken(const SampleRow &row)
{
    return row.broken;
}

} // namespace

CutReading readingOf(const QByteArray &sample, bool whole, const Dialect &way, double prior)
{
    CutReading reading {
        .delimiter = way.delimiter, .quote = way.quote, .escape = way.escape, .trim = way.trim
    };
    std::vector<SampleRow> all = tableRows(sample, whole, way);
    reading.columns = usualWidth(all);
    if (way.columns == 0 && reading.columns > 1 && std::any_of(all.begin(), all.end(), isBroken)) {
        Dialect known = way; // the reader mends broken rows when it knows the width
        known.columns = reading.columns;
        all = tableRows(sample, whole, known);
    }
    const Rows rows = bodyOf(all, reading.columns);
    reading.rows = static_cast<qint64>(rows.size());
    reading.broken = std::count_if(all.begin(), all.end(), isBroken);
    reading.agreeing = std::count_if(
        rows.begin(), rows.end(), [&reading](const SampleRow &row) { return agrees(row, reading.columns); });
    if (reading.columns < 2 || rows.empty())
        return reading;
    const double agreement = agreementOf(reading, rows);
    const double width = (reading.columns - 1.0) / reading.columns;
    const Looks looks = looksOf(rows);
    // Numbers do not come from cutting sentences; but from cutting dates and addresses they do.
    const bool seldom = prior < 0.4;
    double sure = prior + (1 - prior) * (seldom ? 0 : 0.8 * looks.typed);
    if (seldom && looks.value > 0.7 && isPlainlyCut(reading, all, rows))
        sure = 0.75;
    if (!seldom && reading.broken == 0 && way.quote != '\0' && sample.count(way.quote) >= 4
        && quoteBalance(sample, way) > 0.95)
        sure = std::max(sure, 0.8); // quotes stand around cells, and nowhere else
    reading.score = width * agreement * agreement * looks.value * (0.4 + 0.6 * looks.pure) * sure
        * doubtsOf(reading, all, rows) * brokenFactor(reading, all, sample, way);
    return reading;
}

double uncutScore(const QByteArray &sample, bool whole, const QByteArray &comment)
{
    constexpr double plain = 0.25;
    constexpr char nothing = '\x1F'; // stands in no text that has a better delimiter
    const std::vector<SampleRow> rows
        = tableRows(sample, whole, { .delimiter = nothing, .quote = '"', .comment = comment });
    if (rows.empty())
        return plain;
    if (valueScore(rows.front().cell(0)) < 0.4)
        return 0.3 * plain; // "a,b" above 1,2 and 3,4: these are no decimal numbers
    const Looks looks = looksOf(rows);
    return plain * std::min(1.0, looks.value / 0.85) + 0.6 * looks.typed * looks.typed;
}

} // namespace rowlift
