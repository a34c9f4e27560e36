#include "app/csv/fact_finder.h"
#include "app/csv/value_look.h"

#include <QString>

#include <algorithm>

namespace rowlift {

namespace {

using FactKind = FileFact::Kind;

struct ColumnCase {
    int column;
    int countryColumn;
    const ColumnNotes &notes;
    const ColumnTally &tally;
};

FileFact columnFact(const ColumnCase &column, FactKind kind, int weight, const RowNotes &rows)
{
    FileFact fact;
    fact.kind = kind;
    fact.weight = weight;
    fact.column = column.column;
    fact.count = rows.count;
    fact.values = column.tally.filled();
    fact.records = rows.records;
    fact.example = QString::fromUtf8(rows.example.data(), static_cast<qsizetype>(rows.example.size()));
    return fact;
}

bool hasAny(std::string_view pattern, std::string_view marks)
{
    return pattern.find_first_of(marks) != std::string_view::npos;
}

bool isOnly(std::string_view pattern, std::string_view marks)
{
    return pattern.find_first_not_of(marks) == std::string_view::npos;
}

/// "AB-1234", "9A9", "51-200", "1001+": names something, by digits.
bool isCodePattern(std::string_view pattern)
{
    constexpr std::size_t longestCode = 20;
    return pattern.size() <= longestCode && hasAny(pattern, "9") && !hasAny(pattern, "@ ,:")
        && (hasAny(pattern, "Aa-+/_") || isOnly(pattern, "9")) && !pattern.starts_with('-')
        && pattern.find("9A+9") == std::string_view::npos;
}

bool isLongNumberPattern(std::string_view pattern)
{
    return pattern.size() >= 6 && isOnly(pattern, "9");
}

bool isRangePattern(std::string_view pattern)
{
    const std::size_t dash = pattern.find('-');
    return isOnly(pattern, "9-") && dash != 0 && dash != std::string_view::npos && dash + 1 < pattern.size()
        && pattern.find('-', dash + 1) == std::string_view::npos;
}

bool isMonthPattern(std::string_view pattern)
{
    return pattern.size() <= 9 && hasAny(pattern, "a") && hasAny(pattern, "-. /") && hasAny(pattern, "9");
}

/// Numbers so long that a spreadsheet shortens them are no amounts; but measurements in science may be
/// written so.
void judgeLostDigits(const ColumnCase &column, std::vector<FileFact> &facts)
{
    const ColumnNotes &notes = column.notes;
    const qint64 shortened = notes.countOf(Sign::Scientific);
    const qint64 codes = notes.countOf(Sign::ScientificCode);
    if (shortened + codes == 0 || notes.countOf(Sign::OtherExponent) > 0)
        return;
    const qint64 rest = column.tally.filled() - shortened - codes;
    const qint64 namesSomething = column.tally.countPatterns(
        [](std::string_view pattern) { return isCodePattern(pattern) || isLongNumberPattern(pattern); });
    const bool restIsCodes = rest > 0 && namesSomething * 2 >= rest;
    const bool named = notes.role == ColumnRole::Code;
    if (shortened > 0 && (named || restIsCodes || rest == 0)) {
        facts.push_back(columnFact(column, FactKind::LostDigits, 90, notes.signs.at(Sign::Scientific)));
    } else if (shortened == 0 && restIsCodes && codes * 2 < rest
               && column.tally.countPatterns([](std::string_view p) {
                      return isCodePattern(p) && hasAny(p, "Aa");
                  }) * 2
                   >= rest) {
        facts.push_back(columnFact(column, FactKind::LostDigits, 90, notes.signs.at(Sign::ScientificCode)));
    }
}

/// Zeros from the sixteenth digit on: by chance that is one value of ten, or fewer.
void judgeRounded(const ColumnCase &column, std::vector<FileFact> &facts)
{
    constexpr qint64 fewest = 5;
    const qint64 rounded = column.notes.countOf(Sign::RoundedDigits);
    const qint64 whole = column.notes.countOf(Sign::LongDigits);
    if (rounded >= fewest && rounded * 10 >= (rounded + whole) * 4 && column.tally.stats().distinct >= fewest)
        facts.push_back(
            columnFact(column, FactKind::RoundedNumbers, 88, column.notes.signs.at(Sign::RoundedDigits)));
}

void judgeDatesInCodes(const ColumnCase &column, std::vector<FileFact> &facts)
{
    const qint64 days = column.notes.countOf(Sign::MonthDay);
    if (days == 0)
        return;
    const qint64 filled = column.tally.filled();
    const qint64 rest = filled - days;
    const auto kinds = column.tally.stats().kinds;
    if (rest == 0 || kinds[static_cast<std::size_t>(ColumnKind::Date)] * 10 > filled)
        return;
    const qint64 ranges = column.tally.countPatterns(isRangePattern);
    const qint64 codes = column.tally.countPatterns(
        [](std::string_view p) { return isCodePattern(p) && !isMonthPattern(p); });
    const bool amongRanges = ranges * 2 >= rest && ranges > 0;
    const bool amongCodes = codes * 10 >= rest * 8 && days * 10 <= filled * 3;
    if (amongRanges || amongCodes)
        facts.push_back(
            columnFact(column, FactKind::DatesInCodes, 80, column.notes.signs.at(Sign::MonthDay)));
}

std::size_t usualDigits(const DigitNotes &digits)
{
    const auto most
        = std::max_element(digits.rows.begin(), digits.rows.end(),
                           [](const RowNotes &a, const RowNotes &b) { return a.count < b.count; });
    return static_cast<std::size_t>(most - digits.rows.begin());
}

/// Where all first digits but zero occur, zeros were there once. Where zeros are left, a few values without
/// are another program's work; other countries' shorter codes are known by the country beside them.
bool areZerosCut(const ColumnCase &column, const DigitNotes &digits, std::size_t usual)
{
    const qint64 whole = digits.rows[usual].count;
    const qint64 cut = digits.rows[usual - 1].count;
    const auto &first = digits.firstDigits[usual];
    if (column.notes.role == ColumnRole::Code)
        return usual >= 6 && first[0] > 0 && whole >= 50 && cut * 20 <= whole
            && digits.firstDigits[usual - 1][0] == 0;
    if (column.notes.role != ColumnRole::PostalCode || usual < 4 || usual > 6)
        return false;
    if (digits.firstDigits[usual - 1][0] > 0 || cut * 4 > whole)
        return false;
    if (first[0] > 0)
        return column.countryColumn >= 0 || cut * 50 <= whole;
    const auto different = std::count_if(first.begin() + 1, first.end(), [](auto n) { return n > 0; });
    return whole >= 20 && different >= 4;
}

void judgeCutZeros(const ColumnCase &column, std::vector<FileFact> &facts)
{
    if (!column.notes.digits)
        return;
    const DigitNotes &digits = *column.notes.digits;
    const std::size_t usual = usualDigits(digits);
    if (usual < 2 || digits.rows[usual - 1].count == 0)
        return;
    qint64 others = 0;
    for (std::size_t length = 1; length < DigitNotes::lengths; ++length)
        others += length == usual || length == usual - 1 ? 0 : digits.rows[length].count;
    if (others * 50 > digits.rows[usual].count || !areZerosCut(column, digits, usual))
        return;
    FileFact fact = columnFact(column, FactKind::CutLeadingZeros, 85, digits.rows[usual - 1]);
    fact.digits = static_cast<int>(usual) - 1;
    fact.countryColumn = column.notes.role == ColumnRole::PostalCode ? column.countryColumn : -1;
    facts.push_back(fact);
}

void judgeLostLetters(const ColumnCase &column, std::vector<FileFact> &facts)
{
    const qint64 lost = column.notes.countOf(Sign::LostLetter);
    if (lost >= 2 && column.notes.countOf(Sign::Question) * 2 <= lost)
        facts.push_back(
            columnFact(column, FactKind::LostLetters, 70, column.notes.signs.at(Sign::LostLetter)));
}

bool isTotalsWord(std::string_view value)
{
    constexpr std::size_t longestWord = 40;
    static constexpr std::u16string_view words
        = u"|total|totals|grand total|sum|subtotal|summe|gesamt|gesamtsumme|insgesamt|summen|total général|"
          u"totaux|somme|total general|suma|suma total|totale|totali|totale generale|somma|totaal|eindtotaal|"
          u"som|total geral|soma|razem|ogółem|łącznie|totalt|summa|i alt|sum totalt|合計|総計|小計|";
    if (value.size() > longestWord)
        return false;
    QString word = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toLower();
    while (word.endsWith(u':') || word.endsWith(u' '))
        word.chop(1);
    return QStringView(words).contains(QStringLiteral("|%1|").arg(word));
}

} // namespace

std::vector<FileFact> columnFacts(int column, int countryColumn, const ColumnNotes &notes,
                                  const ColumnTally &tally)
{
    const ColumnCase here { column, countryColumn, notes, tally };
    std::vector<FileFact> facts;
    judgeLostDigits(here, facts);
    judgeRounded(here, facts);
    judgeCutZeros(here, facts);
    judgeDatesInCodes(here, facts);
    judgeLostLetters(here, facts);
    if (notes.countOf(Sign::ErrorText) > 0)
        facts.push_back(columnFact(here, FactKind::ErrorTexts, 65, notes.signs.at(Sign::ErrorText)));
    return facts;
}

std::string_view totalsWordOf(std::span<const std::string_view> cells)
{
    std::string_view word;
    int numbers = 0;
    for (const std::string_view cell : cells) {
        const std::string_view value = trimmedValue(cell);
        if (value.empty())
            continue;
        if (!word.empty() && !looksLikeNumber(value))
            return {};
        if (word.empty() && !isTotalsWord(value))
            return {};
        numbers += word.empty() ? 0 : 1;
        word = word.empty() ? value : word;
    }
    return numbers > 0 ? word : std::string_view();
}

} // namespace rowlift
