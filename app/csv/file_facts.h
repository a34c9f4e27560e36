#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"
#include "app/csv/earlier_result.h"
#include "app/csv/record_set.h"
#include "app/csv/row_reader.h"

#include <QStringList>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rowlift {

/// Something to know about the file that only its values tell (what reading alone tells is in FileProblem).
struct FileFact {
    enum class Kind {
        EarlierResult, ///< A result file of an earlier load; the rows are those that failed then.
        LostDigits, ///< "1,23457E+11" where an id stood.
        RoundedNumbers, ///< Numbers of 16 digits and more that end in zeros: a spreadsheet keeps 15.
        CutLeadingZeros, ///< "4109" among values of five digits.
        DatesInCodes, ///< "Mar-05" among codes.
        Mojibake, ///< "MÃ¼ller": text that was turned into UTF-8 twice.
        LostLetters, ///< "M?ller": letters that an earlier program could not write.
        ErrorTexts, ///< "#REF!", "#N/A", "########".
        RepeatedHeader, ///< The header's names once more between the rows.
        TotalsLine, ///< The last rows add up those above.
        BelowTable, ///< Rows behind the end of the table: they are not imported.
        BlankWords, ///< "NULL", "N/A": words that stand for an empty cell.
        CommentLines, ///< Lines that are not imported as they begin with the comment sign.
        MixedLineEnds, ///< Lines end in different ways (all of them are read).
        ByteOrderMark ///< The file begins with one (which is no part of the first name).
    };

    Kind kind = Kind::EarlierResult;
    int weight = 0; ///< 0 to 100: what to show first. Below 20: a quiet line and no heads-up.
    int column = -1; ///< From 0; -1: the file as a whole.
    qint64 count = 0; ///< Rows, exact.
    qint64 values = 0; ///< Values of the column that are not blank; 0 where there is no column.
    std::vector<qint64> records; ///< Ascending: all rows, or the first FileFact::listed.
    QString example; ///< A value as it stands in the file.
    int digits = 0; ///< CutLeadingZeros: of the values in question; they have one more usually.
    int countryColumn = -1; ///< CutLeadingZeros: whose values may excuse a short code.

    static constexpr std::size_t listed = 10'000;

    bool isQuiet() const { return weight < 20; }
    bool operator==(const FileFact &) const = default;
};

/// A whole sentence for the person. \a columns: the names as the page shows them.
QString factSentence(const FileFact &fact, const QStringList &columns);
/// The word for JSON: "lostDigits", "cutLeadingZeros" …
QString factId(FileFact::Kind kind);

/// Tells the rows that a fact speaks of. \a header: the names as in the file.
class FactRows {
public:
    FactRows(FileFact fact, const QStringList &header);

    /// For EarlierResult: whether the row failed then.
    bool speaksOf(const RowView &row) const;

private:
    FileFact m_fact;
    std::vector<std::string> m_names; ///< Of the header, trimmed.
    std::optional<EarlierResult> m_earlier;
};

/// All rows of \a fact, also of one that has more than it lists: reads the file for these. \a progress is
/// told bytes. Returns Cancelled at latest a block after \a stop.
Result<RecordSet> recordsOfFact(ByteSource &source, const Dialect &dialect, const FileFact &fact,
                                const QStringList &header, const Progress &progress, std::stop_token stop);

} // namespace rowlift
