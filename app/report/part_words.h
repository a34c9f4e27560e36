#pragma once

#include "app/run/ledger_reader.h"

#include <utility>
#include <vector>

namespace rowlift {

/// The same said of several parts: why nobody can tell of them, or that the service counts something else
/// than it names.
struct PartsSaid {
    QString text;
    QList<qint64> parts; ///< Ascending.
};
/// What is on record of parts that are settled, or that nobody can tell of, in the order of their numbers.
Result<std::vector<PartsSaid>> saidOfParts(LedgerReader &reader);

/// What a run's parts say of rows of which nobody can tell whether they arrived.
class UnknownRows {
public:
    static Result<UnknownRows> of(LedgerReader &reader);

    /// Empty: nothing is known.
    QString wordsOn(qint64 record) const;
    /// The rows by these words, most rows first; without those that nothing is known of, and those that have
    /// a reason of their own.
    std::vector<std::pair<QString, qint64>> groups() const;

private:
    struct Row {
        qint64 record = 0;
        int words = 0; ///< Index into m_words.
        bool hasReason = false;
    };
    std::vector<Row> m_rows; ///< By record.
    QStringList m_words { QString() };
};

} // namespace rowlift
