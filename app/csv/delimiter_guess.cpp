#include "app/csv/delimiter_guess.h"

#include "app/csv/row_reader.h"
#include "app/csv/value_look.h"

#include <algorithm>
#include <array>
#include <map>

namespace rowlift {

namespace {

constexpr std::array<char, 8> allDelimiters = { ',', ';', '\t', '|', '^', '`', ':', ' ' };
constexpr qint64 mostRows = 2000;
constexpr std::size_t mostTypedRows = 300; ///< Looking at values costs more than counting cells.
constexpr std::ptrdiff_t mostTitles = 20;
constexpr double oneColumnScore = 0.25; ///< A way to cut must be better than not to cut.

/// How likely the delimiter is before the file was seen. Colons and blanks stand in every other cell.
double priorOf(const Delimiter &delimiter)
{
    switch (delimiter.first()) {
    case ' ':
        return 0.4;
    case ':':
        return 0.45;
    case '^':
    case '`':
        return 0.9;
    default:
        return 1;
    }
}

bool isTightAt(std::string_view cell, std::size_t at)
{
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r'; };
    if (at == 0 || at + 1 == cell.size() || blank(cell[at - 1]) || blank(cell[at + 1]))
        return false;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !(cell[at] == ',' && digit(cell[at - 1]) && digit(cell[at + 1]));
}

/// 0 for a piece that was cut wrongly, 1 for what is surely a value.
double valueScore(std::string_view cell)
{
    const std::string_view value = trimmedValue(cell);
    if (looksLikeNumber(value) || looksLikeDate(value) || looksLikeEmail(value))
        return 1;
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    if (value.size() >= 2 && isQuote(value.front()) && value.front() == value.back())
        return 0.1; // quotes that were not taken off
    double score = value.size() == cell.size() ? 0.85 : 0.75;
    if (!value.empty() && (isQuote(value.front()) || isQuote(value.back())))
        score = 0.35; // half of a cell that was cut within its quotes
    for (const char delimiter : { ',', ';', '\t', '|' }) {
        const std::size_t at = value.find(delimiter);
        if (at != std::string_view::npos && (delimiter == '\t' || isTightAt(value, at)))
            score *= 0.3;
    }
    return score;
}

/// What is kept of a row of the sample.
struct RowTrace {
    int cells = 0;
    int filled = 0;
    double valueSum = 0; ///< Of the filled cells.
    bool decimalPair = false; ///< Two cells that may be one number cut at its comma.
    bool loose = false;
    bool unclosed = false;
};

bool isDecimalPair(std::span<const std::string_view> cells)
{
    const auto twoDigits = [](std::string_view cell) {
        return (cell.size() == 1 || cell.size() == 2)
            && cell.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return cells.size() == 2 && looksLikeNumber(trimmedValue(cells[0])) && twoDigits(cells[1]);
}

RowTrace traceOf(const RowView &row, bool typed)
{
    RowTrace trace { .cells = static_cast<int>(row.cells.size()),
                     .decimalPair = isDecimalPair(row.cells),
                     .loose = row.looseQuote,
                     .unclosed = row.unclosedQuote };
    for (const std::string_view cell : row.cells) {
        if (cell.empty())
            continue;
        ++trace.filled;
        trace.valueSum += typed ? valueScore(cell) : 0;
    }
    return trace;
}

std::vector<RowTrace> tracesOf(const QByteArray &sample, bool wholeFile, Delimiter delimiter, char quote)
{
    MemorySource source(sample);
    RowReader reader(source, { .delimiter = delimiter, .quote = quote });
    std::vector<RowTrace> traces;
    RowView row;
    while (static_cast<qint64>(traces.size()) < mostRows && reader.next(row).value_or(false)) {
        if (!wholeFile && row.unclosedQuote)
            return traces; // it may be closed behind the sample
        if (!row.blank)
            traces.push_back(traceOf(row, traces.size() < mostTypedRows));
    }
    if (!wholeFile && static_cast<qint64>(traces.size()) < mostRows && traces.size() > 1)
        traces.pop_back(); // cut off in the middle
    return traces;
}

int usualWidth(std::span<const RowTrace> rows)
{
    std::map<int, qint64> widths;
    for (const RowTrace &row : rows)
        ++widths[row.cells];
    const auto most = std::max_element(widths.begin(), widths.end(), [](const auto &a, const auto &b) {
        return a.second < b.second || (a.second == b.second && a.first < b.first);
    });
    return most == widths.end() ? 1 : most->first;
}

template <typename Predicate>
double shareOf(std::span<const RowTrace> rows, Predicate predicate)
{
    return static_cast<double>(std::count_if(rows.begin(), rows.end(), predicate))
        / static_cast<double>(rows.size());
}

double meanValueScore(std::span<const RowTrace> rows)
{
    double sum = 0;
    int filled = 0;
    for (const RowTrace &row : rows.first(std::min(rows.size(), mostTypedRows))) {
        sum += row.valueSum;
        filled += row.valueSum > 0 ? row.filled : 0;
    }
    return filled == 0 ? 0 : sum / filled;
}

/// Titles above the table are no rows of it.
std::span<const RowTrace> withoutTitles(std::span<const RowTrace> rows, int width)
{
    const auto isTitle = [width](const RowTrace &row) { return row.cells < width || row.filled * 2 < width; };
    const auto first = std::find_if_not(rows.begin(), rows.end(), isTitle);
    const bool found = first != rows.end() && first - rows.begin() <= mostTitles;
    return found ? rows.subspan(static_cast<std::size_t>(first - rows.begin())) : rows;
}

/// What speaks against a reading, as a factor.
double doubts(const CutReading &reading, std::span<const RowTrace> all, std::span<const RowTrace> rows)
{
    double factor = 1 - shareOf(rows, [](const RowTrace &row) { return row.loose; });
    if (std::any_of(all.begin(), all.end(), [](const RowTrace &row) { return row.unclosed; }))
        factor *= 0.5;
    if (reading.delimiter == ',' && shareOf(rows, [](const RowTrace &row) { return row.decimalPair; }) > 0.9)
        factor *= 0.2;
    // One cell above, two cells in each row: rather a column of "Doe, Jane" or 1,50 below its name.
    const bool loneCellAbove = rows.size() < all.size() && all[all.size() - rows.size() - 1].cells == 1;
    if (reading.columns == 2 && loneCellAbove && reading.delimiter != ';' && reading.delimiter != '\t')
        factor *= 0.4;
    return factor;
}

CutReading readingOf(const QByteArray &sample, bool wholeFile, Delimiter delimiter, char quote)
{
    const std::vector<RowTrace> traces = tracesOf(sample, wholeFile, delimiter, quote);
    CutReading reading { .delimiter = delimiter, .quote = quote, .columns = usualWidth(traces) };
    const std::span<const RowTrace> rows = withoutTitles(traces, reading.columns);
    reading.rows = static_cast<qint64>(rows.size());
    reading.agreeing = std::count_if(
        rows.begin(), rows.end(), [&reading](const RowTrace &row) { return row.cells == reading.columns; });
    if (reading.columns < 2 || rows.empty())
        return reading;
    const double agreement = static_cast<double>(reading.agreeing) / static_cast<double>(reading.rows);
    const double width = (reading.columns - 1.0) / reading.columns;
    reading.score = width * agreement * agreement * meanValueScore(rows) * priorOf(delimiter)
        * doubts(reading, traces, rows);
    return reading;
}

std::vector<char> quotesFor(const QByteArray &sample, const DialectChoice &choice)
{
    if (choice.quote)
        return { *choice.quote };
    std::vector<char> quotes = { '"' };
    if (sample.contains('"'))
        quotes.push_back('\0');
    if (sample.contains('\''))
        quotes.push_back('\'');
    return quotes;
}

std::vector<Delimiter> delimitersFor(const DialectChoice &choice)
{
    std::vector<Delimiter> delimiters(allDelimiters.begin(), allDelimiters.end());
    if (choice.delimiter
        && std::find(delimiters.begin(), delimiters.end(), *choice.delimiter) == delimiters.end())
        delimiters.push_back(*choice.delimiter);
    return delimiters;
}

} // namespace

DelimiterGuess guessDelimiter(const QByteArray &sample, bool wholeFile, const DialectChoice &choice)
{
    constexpr double clearlyBetter = 0.02; // else the more usual one, which comes first
    constexpr double nearlyAsGood = 0.85;
    DelimiterGuess guess;
    std::vector<CutReading> readings;
    for (const Delimiter delimiter : delimitersFor(choice)) {
        CutReading best;
        bool first = true;
        for (const char quote : quotesFor(sample, choice)) {
            const CutReading reading = readingOf(sample, wholeFile, delimiter, quote);
            if (first || reading.score > best.score + clearlyBetter)
                best = reading;
            first = false;
        }
        readings.push_back(best);
        guess.choices.push_back({ .delimiter = delimiter, .columns = best.columns });
    }
    guess.best = readings.front();
    for (const CutReading &reading : readings) {
        if (choice.delimiter ? reading.delimiter == *choice.delimiter
                             : reading.score > guess.best.score + clearlyBetter)
            guess.best = reading;
    }
    if (!choice.delimiter && guess.best.score < oneColumnScore) {
        guess.best.delimiter = ',';
        guess.best.columns = 1;
    }
    const double toBeat = std::max(guess.best.score, oneColumnScore) * nearlyAsGood;
    guess.doubtful
        = !choice.delimiter && std::any_of(readings.begin(), readings.end(), [&](const CutReading &other) {
              return other.delimiter != guess.best.delimiter && other.score > toBeat;
          });
    return guess;
}

} // namespace rowlift
