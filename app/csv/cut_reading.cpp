#include "app/csv/cut_reading.h"

#include "app/csv/cut_doubts.h"
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

bool isSparse(const SampleRow &row, int columns)
{
    return static_cast<int>(row.cells.size()) < columns || row.filled() * 2 < columns;
}

/// Titles above the table and notes below it are no rows of it.
SampleSpan bodyOf(const std::vector<SampleRow> &rows, int columns)
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
    return end <= first ? SampleSpan(rows) : SampleSpan(first, end);
}

/// The share of rows that are as wide as their neighbour, where there are but a few widths: several tables
/// below each other.
double steadiness(SampleSpan rows)
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

double agreementOf(const CutReading &reading, SampleSpan rows)
{
    const auto share = [&rows](std::ptrdiff_t count) {
        return static_cast<double>(count) / static_cast<double>(rows.size());
    };
    const auto cut
        = std::count_if(rows.begin(), rows.end(), [](const SampleRow &row) { return row.cells.size() > 1; });
    return std::max({ share(reading.agreeing), 0.9 * steadiness(rows), 0.45 * share(cut) });
}

struct KindTally {
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

Looks looksOf(SampleSpan rows)
{
    std::vector<KindTally> columns;
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
    for (const KindTally &column : columns) {
        most += column.most();
        all += column.filled;
    }
    if (filled == 0)
        return {};
    return { .value = values / filled,
             .typed = static_cast<double>(typed) / filled,
             .pure = all == 0 ? 1 : static_cast<double>(most) / all };
}

/// A slash or a backslash divides dates and paths as evenly as cells: all rows must have it, names included.
bool isPlainlyCut(const CutReading &reading, const std::vector<SampleRow> &all, SampleSpan rows)
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
    const SampleSpan rows = bodyOf(all, reading.columns);
    reading.rows = static_cast<qint64>(rows.size());
    reading.broken = std::count_if(all.begin(), all.end(), isBroken);
    reading.agreeing = std::count_if(rows.begin(), rows.end(), [&reading](const SampleRow &row) {
        return hasColumns(row, reading.columns);
    });
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
