#pragma once

#include "app/run/ledger.h"
#include "app/service/part_loader.h"

#include <optional>
#include <utility>
#include <vector>

namespace rowlift {

/// What a service has said of the rows of a part that it names, and of all others. A row may be named several
/// times: one that failed has failed, whatever it is warned of; of several reasons the first one counts, with
/// the texts of all.
class NamedRows {
public:
    /// \a records are the file's records in the order of the part's rows.
    explicit NamedRows(std::vector<qint64> records)
        : m_records(std::move(records))
        , m_namedAt(m_records.size(), 0)
        , m_warned(m_records.size(), false)
    {
    }

    void name(quint32 row, RowOutcome outcome);
    void others(Outcome outcome, const Reason &reason) { m_others.emplace(outcome, reason); }
    void totals(const PartTotals &totals) { m_totals = totals; }

    std::size_t rows() const { return m_records.size(); }
    bool isNamed(quint32 row) const { return m_namedAt[row] != 0; }
    bool hasFailed(quint32 row) const
    {
        return isNamed(row) && m_named[m_namedAt[row] - 1].outcome == Outcome::Failed;
    }
    qint64 failed() const; ///< Rows.
    qint64 lines(bool failed) const { return m_lines[failed ? 1 : 0]; } ///< How often rows were named.
    bool saysOthersAreIn() const;
    const PartTotals &counted() const { return m_totals; }
    /// So many more of the rows would be in, by what is said of the others, than the service counts as in.
    /// Whether it counts those that failed as in, too, makes no difference.
    qint64 missingIn(qint64 lostFailed) const;

    /// How often rows were named, and that rows were named which were not found.
    struct Lines {
        qint64 lostFailed = 0;
        qint64 lostWarned = 0;
        qint64 failed = 0;
        qint64 warned = 0;
    };
    /// The words for counts that differ, in the translations of rowlift::NamedRows.
    struct Words {
        const char *failed; ///< "The service counts %Ln failed row(s), and names %1."
        const char *warned;
        const char *in;
        const char *doubted;
        bool countsAllAsIn = false; ///< The service may count those that failed as in, too.
    };
    static Words wordsForRows();
    static Words wordsForRecords();
    /// Lets what is said of the others be said of all that are not named, but of the \a doubted ones (by row)
    /// that nobody can tell.
    void nameOthers(const std::vector<bool> &doubted);
    /// Where counts and names differ, before nameOthers(); \a doubted: rows that are unknown for it.
    QString remark(const Lines &lines, const Words &words, qint64 doubted) const;
    /// How many rows nameOthers() would leave in doubt.
    qint64 inDoubt(const std::vector<bool> &doubted) const;
    std::vector<RowOutcome> take() { return std::move(m_named); }

private:
    std::vector<qint64> m_records;
    std::vector<RowOutcome> m_named;
    std::vector<quint32> m_namedAt; ///< By row: index into m_named, from 1; 0: nothing was said of it.
    std::vector<bool> m_warned; ///< By row: it was warned of, even if it failed.
    qint64 m_lines[2] = { 0, 0 }; ///< [1]: as failed.
    std::optional<std::pair<Outcome, Reason>> m_others;
    PartTotals m_totals;
};

} // namespace rowlift
