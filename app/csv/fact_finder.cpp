#include "app/csv/fact_finder.h"

#include "app/csv/utf8.h"
#include "app/csv/value_look.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::size_t shownBlankWords = 8;
constexpr std::size_t keptBlankWords = 64;
constexpr std::size_t keptCountries = 512; ///< There are fewer.

std::string_view cellOf(const RowView &row, std::size_t column)
{
    return column < row.cells.size() ? trimmedValue(row.cells[column]) : std::string_view();
}

std::string_view firstFilled(const RowView &row)
{
    const auto hit = std::find_if(row.cells.begin(), row.cells.end(),
                                  [](std::string_view cell) { return !trimmedValue(cell).empty(); });
    return hit == row.cells.end() ? std::string_view() : trimmedValue(*hit);
}

FileFact factOf(FileFact::Kind kind, int weight, const RowNotes &notes)
{
    FileFact fact;
    fact.kind = kind;
    fact.weight = weight;
    fact.count = notes.count;
    fact.records = notes.records;
    fact.example = QString::fromUtf8(notes.example.data(), static_cast<qsizetype>(notes.example.size()));
    return fact;
}

} // namespace

void FactFinder::setColumns(const QStringList &header)
{
    m_columns.resize(static_cast<std::size_t>(header.size()));
    m_header.clear();
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        const QString &name = header[static_cast<qsizetype>(column)];
        m_header.push_back(name.trimmed().toStdString());
        m_columns[column].role = columnRole(name);
        if (m_columns[column].role == ColumnRole::Country && m_countryColumn < 0)
            m_countryColumn = static_cast<int>(column);
    }
    m_earlier = m_dialect.headerRecord < 0 ? std::nullopt : earlierResult(header);
}

bool FactFinder::repeatsHeader(const RowView &row) const
{
    if (m_dialect.headerRecord < 0 || m_dialect.headerRows != 1 || row.cells.size() < m_header.size())
        return false;
    std::size_t named = 0;
    for (std::size_t column = 0; column < m_header.size(); ++column) {
        if (trimmedValue(row.cells[column]) != m_header[column])
            return false;
        named += m_header[column].empty() ? 0 : 1;
    }
    return named >= 2;
}

void FactFinder::takeRow(const RowView &row)
{
    ++m_rows;
    if (repeatsHeader(row))
        m_headers.note(row.record, row.cells.front(), m_listsLeft);
    if (!m_earlier)
        return;
    const std::string_view result = cellOf(row, static_cast<std::size_t>(m_earlier->column));
    if (isResultStatus(result))
        ++m_resultWords;
    if (m_earlier->failed(result))
        m_failed.note(row.record, result, m_listsLeft);
}

void FactFinder::takeOther(const RowView &row)
{
    if (row.role == RowRole::Below && !row.blank)
        m_below.note(row.record, firstFilled(row), m_listsLeft);
    if (row.role == RowRole::Comment)
        m_comments.note(row.record, row.cells.front(), m_listsLeft);
}

void FactFinder::takeTotals(qint64 record, std::string_view cell)
{
    m_totals.note(record, cell, m_listsLeft);
}

void FactFinder::takeValue(std::size_t column, ValueSigns signs, const RowView &row)
{
    ColumnNotes &notes = m_columns[column];
    const std::string_view value = cellOf(row, column);
    const bool lengthMatters = notes.role == ColumnRole::PostalCode || notes.role == ColumnRole::Code;
    if (signs.digits != 0 && lengthMatters)
        takeDigits(notes, signs.digits, value, row);
    if (signs.bits == 0)
        return;
    for (const Sign sign : { Sign::Scientific, Sign::ScientificCode, Sign::OtherExponent, Sign::MonthDay,
                             Sign::ErrorText, Sign::LongDigits, Sign::RoundedDigits, Sign::Question }) {
        if (signs.has(sign))
            notes.signs[sign].note(row.record, value, m_listsLeft);
    }
    // bytes that this reading could not tell are no damage of an earlier one
    const bool ours = row.badBytes && value.find(replacementUtf8) != std::string_view::npos;
    if (signs.has(Sign::LostLetter) && !ours)
        notes.signs[Sign::LostLetter].note(row.record, value, m_listsLeft);
    if (signs.has(Sign::Mojibake)) {
        m_mojibake.note(row.record, value, m_listsLeft);
        const auto here = static_cast<int>(column);
        m_mojibakeColumn = m_mojibakeColumn == -2 || m_mojibakeColumn == here ? here : -1;
    }
    if (signs.has(Sign::BlankWord) || signs.has(Sign::MaybeBlankWord))
        takeBlankWord(notes, value, signs, row);
}

void FactFinder::takeDigits(ColumnNotes &notes, int digits, std::string_view value, const RowView &row)
{
    if (!notes.digits)
        notes.digits = std::make_unique<DigitNotes>();
    const auto length = static_cast<std::size_t>(digits);
    if (digits == 4 && notes.role == ColumnRole::PostalCode && isExcused(row))
        return;
    RowNotes &rows = notes.digits->rows[length];
    ++notes.digits->firstDigits[length][static_cast<std::size_t>(value.front() - '0')];
    rows.note(row.record, value, m_listsLeft);
}

bool FactFinder::isExcused(const RowView &row)
{
    if (m_countryColumn < 0)
        return false;
    const std::string_view country = cellOf(row, static_cast<std::size_t>(m_countryColumn));
    const auto known = m_countries.find(country);
    if (known != m_countries.end())
        return known->second;
    const bool shortCodes = excusesShortPostCode(country);
    if (m_countries.size() < keptCountries)
        m_countries.emplace(country, shortCodes);
    return shortCodes;
}

void FactFinder::takeBlankWord(ColumnNotes &notes, std::string_view value, ValueSigns signs,
                               const RowView &row)
{
    if (notes.role == ColumnRole::Country && value.size() == 2) // Namibia
        return;
    const auto known = m_blankWords.find(value);
    if (known != m_blankWords.end())
        ++known->second;
    else if (m_blankWords.size() < keptBlankWords)
        m_blankWords.emplace(value, 1);
    if (signs.has(Sign::BlankWord))
        m_blank.note(row.record, value, m_listsLeft);
}

std::vector<BlankWordCount> FactFinder::blankWords() const
{
    std::vector<BlankWordCount> words;
    for (const auto &[word, cells] : m_blankWords)
        words.push_back({ .word = QString::fromStdString(word), .cells = cells });
    std::stable_sort(words.begin(), words.end(),
                     [](const BlankWordCount &a, const BlankWordCount &b) { return a.cells > b.cells; });
    words.resize(std::min(words.size(), shownBlankWords));
    return words;
}

void FactFinder::addFileFacts(std::vector<FileFact> &facts) const
{
    using Kind = FileFact::Kind;
    if (m_earlier) {
        const bool sure = m_resultWords * 10 >= m_rows * 9;
        const bool byName = m_header[static_cast<std::size_t>(m_earlier->column)].size() > 6;
        const bool isResult
            = m_earlier->tells == EarlierResult::Tells::Status ? sure : byName || m_failed.count > 0;
        if (isResult && m_rows > 0) {
            facts.push_back(factOf(Kind::EarlierResult, 95, m_failed));
            facts.back().column = m_earlier->column;
        }
    }
    const auto addIfAny = [&facts](Kind kind, int weight, const RowNotes &notes) {
        if (notes.count > 0)
            facts.push_back(factOf(kind, weight, notes));
    };
    addIfAny(Kind::Mojibake, 75, m_mojibake);
    if (m_mojibake.count > 0)
        facts.back().column = m_mojibakeColumn;
    addIfAny(Kind::RepeatedHeader, 60, m_headers);
    addIfAny(Kind::TotalsLine, 55, m_totals);
    addIfAny(Kind::BelowTable, 50, m_below);
    addIfAny(Kind::BlankWords, 30, m_blank);
    addIfAny(Kind::CommentLines, 12, m_comments);
    if (m_dialect.lineEnding == LineEnding::Mixed)
        facts.push_back(factOf(Kind::MixedLineEnds, 10, {}));
    if (m_dialect.bom)
        facts.push_back(factOf(Kind::ByteOrderMark, 5, {}));
}

std::vector<FileFact> FactFinder::facts(const std::vector<ColumnTally> &tallies) const
{
    std::vector<FileFact> facts;
    for (std::size_t column = 0; column < tallies.size(); ++column) {
        const auto found
            = columnFacts(static_cast<int>(column), m_countryColumn, m_columns[column], tallies[column]);
        facts.insert(facts.end(), found.begin(), found.end());
    }
    addFileFacts(facts);
    std::stable_sort(facts.begin(), facts.end(),
                     [](const FileFact &a, const FileFact &b) { return a.weight > b.weight; });
    return facts;
}

} // namespace rowlift
