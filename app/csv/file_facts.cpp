#include "app/csv/file_facts.h"

#include "app/csv/column_role.h"
#include "app/csv/pass_source.h"
#include "app/csv/utf8.h"
#include "app/csv/value_look.h"
#include "app/csv/value_signs.h"

#include <algorithm>

namespace rowlift {

namespace {

using FactKind = FileFact::Kind;

std::string_view factCell(const RowView &row, int column)
{
    return column >= 0 && static_cast<std::size_t>(column) < row.cells.size()
        ? trimmedValue(row.cells[static_cast<std::size_t>(column)])
        : std::string_view();
}

/// \a columns: cells behind those have no name, and are not looked at.
bool anyCellHas(const RowView &row, std::size_t columns, Sign sign)
{
    const auto cells = row.cells.first(std::min(row.cells.size(), columns));
    return std::any_of(cells.begin(), cells.end(),
                       [sign](std::string_view cell) { return signsOf(trimmedValue(cell)).has(sign); });
}

bool isCutCode(const FileFact &fact, const RowView &row)
{
    return signsOf(factCell(row, fact.column)).digits == fact.digits
        && !(fact.digits == 4 && excusesShortPostCode(factCell(row, fact.countryColumn)));
}

bool hasLostLetter(const FileFact &fact, const RowView &row)
{
    const std::string_view value = factCell(row, fact.column);
    return signsOf(value).has(Sign::LostLetter)
        && !(row.badBytes && value.find(replacementUtf8) != std::string_view::npos);
}

bool equalsHeader(const std::vector<std::string> &names, const RowView &row)
{
    return row.cells.size() >= names.size()
        && std::equal(
               names.begin(), names.end(), row.cells.begin(),
               [](const std::string &name, std::string_view cell) { return trimmedValue(cell) == name; });
}

} // namespace

FactRows::FactRows(FileFact fact, const QStringList &header)
    : m_fact(std::move(fact))
    , m_earlier(earlierResult(header))
{
    for (const QString &name : header)
        m_names.push_back(name.trimmed().toStdString());
}

bool FactRows::speaksOf(const RowView &row) const
{
    if (static_cast<qint64>(m_fact.records.size()) == m_fact.count)
        return std::binary_search(m_fact.records.begin(), m_fact.records.end(), row.record);
    if (m_fact.kind == FactKind::CommentLines)
        return row.role == RowRole::Comment;
    if (m_fact.kind == FactKind::BelowTable)
        return row.role == RowRole::Below && !row.blank;
    if (!row.isData())
        return false;
    const auto has = [this, &row](Sign sign) {
        return m_fact.column >= 0 ? signsOf(factCell(row, m_fact.column)).has(sign)
                                  : anyCellHas(row, m_names.size(), sign);
    };
    switch (m_fact.kind) {
    case FactKind::EarlierResult:
        return m_earlier && m_earlier->failed(factCell(row, m_earlier->column));
    case FactKind::LostDigits:
        return has(Sign::Scientific) || has(Sign::ScientificCode);
    case FactKind::RoundedNumbers:
        return has(Sign::RoundedDigits);
    case FactKind::CutLeadingZeros:
        return isCutCode(m_fact, row);
    case FactKind::DatesInCodes:
        return has(Sign::MonthDay);
    case FactKind::Mojibake:
        return has(Sign::Mojibake);
    case FactKind::LostLetters:
        return hasLostLetter(m_fact, row);
    case FactKind::ErrorTexts:
        return has(Sign::ErrorText);
    case FactKind::RepeatedHeader:
        return equalsHeader(m_names, row);
    case FactKind::BlankWords:
        return has(Sign::BlankWord);
    case FactKind::TotalsLine: // at most three: always listed
    case FactKind::BelowTable:
    case FactKind::CommentLines:
    case FactKind::MixedLineEnds:
    case FactKind::ByteOrderMark:
        return false;
    }
    return false;
}

Result<RecordSet> recordsOfFact(ByteSource &source, const Dialect &dialect, const FileFact &fact,
                                const QStringList &header, const Progress &progress, std::stop_token stop)
{
    RecordSet records;
    if (static_cast<qint64>(fact.records.size()) == fact.count) {
        for (const qint64 record : fact.records)
            records.append(record);
        return records;
    }
    const FactRows rows(fact, header);
    PassSource pass(source, progress, std::move(stop));
    RowReader reader(pass, dialect);
    RowView row;
    for (;;) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (rows.speaksOf(row))
            records.append(row.record);
    }
    return records;
}

} // namespace rowlift
