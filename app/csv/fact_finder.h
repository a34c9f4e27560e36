#pragma once

#include "app/csv/column_role.h"
#include "app/csv/column_tally.h"
#include "app/csv/earlier_result.h"
#include "app/csv/fact_notes.h"
#include "app/csv/file_survey.h"

#include <map>
#include <memory>

namespace rowlift {

/// What a column showed of possible damage.
struct ColumnNotes {
    ColumnRole role = ColumnRole::Other;
    std::map<Sign, RowNotes> signs;
    std::unique_ptr<DigitNotes> digits; ///< Of codes; null while no value was digits alone.

    qint64 countOf(Sign sign) const
    {
        const auto hit = signs.find(sign);
        return hit == signs.end() ? 0 : hit->second.count;
    }
};

/// The facts about one column, by what was noted and what its other values look like: a value that looks odd
/// is none where all look so (fact_verdicts.cpp).
std::vector<FileFact> columnFacts(int column, int countryColumn, const ColumnNotes &notes,
                                  const ColumnTally &tally);

/// The word by which a row says that it adds up those above, if beside it there is nothing but numbers; else
/// empty.
std::string_view totalsWordOf(std::span<const std::string_view> cells);

/// Gathers, row by row, what may be a fact about the file, and judges at the end.
class FactFinder {
public:
    explicit FactFinder(const Dialect &dialect)
        : m_dialect(dialect)
    {
    }

    void setColumns(const QStringList &header);
    /// A row of data, before its values.
    void takeRow(const RowView &row);
    /// A row that is none of data.
    void takeOther(const RowView &row);
    void takeValue(std::size_t column, ValueSigns signs, const RowView &row);
    void takeTotals(qint64 record, std::string_view cell);

    std::vector<FileFact> facts(const std::vector<ColumnTally> &tallies) const;
    std::vector<BlankWordCount> blankWords() const;

private:
    void takeDigits(ColumnNotes &notes, int digits, std::string_view value, const RowView &row);
    void takeBlankWord(ColumnNotes &notes, std::string_view value, ValueSigns signs, const RowView &row);
    bool repeatsHeader(const RowView &row) const;
    bool isExcused(const RowView &row);
    void addFileFacts(std::vector<FileFact> &facts) const;

    Dialect m_dialect;
    std::vector<std::string> m_header;
    std::vector<ColumnNotes> m_columns;
    int m_countryColumn = -1;
    std::map<std::string, bool, std::less<>> m_countries; ///< Whether it excuses a short post code.
    qint64 m_listsLeft = 1'000'000;

    std::optional<EarlierResult> m_earlier;
    qint64 m_resultWords = 0; ///< Rows whose status is one of a result file.
    qint64 m_rows = 0;
    RowNotes m_failed;
    RowNotes m_headers;
    RowNotes m_totals;
    RowNotes m_below;
    RowNotes m_comments;
    RowNotes m_mojibake;
    int m_mojibakeColumn = -2; ///< -2: none yet; -1: several.
    RowNotes m_blank;
    std::map<std::string, qint64, std::less<>> m_blankWords;
};

} // namespace rowlift
