#pragma once

#include "app/run/named_rows.h"
#include "app/run/result_matcher.h"
#include "app/run/sent_rows.h"

#include <functional>
#include <map>
#include <span>

namespace rowlift {

/// Finds the rows that a service names as exceptions (ResultNaming::Exceptions): those that failed, and those
/// that it warns of. A row may be named several times. It is found by its mark (JobKind::rowColumn) where the
/// list has that column; a mark that no row has fits nothing. Else by the key field, and where that means
/// several rows by the cells, each step narrowing down what the one before has left. Where the list lacks
/// columns that were sent, or a result lacks cells, blank cells may have been left out one by one (a compact
/// list): every row counts that could look like that. A result is placed when one row is left, when all that
/// are left came to the same, or when they are equal rows, which are paired in order.
///
/// A row that failed has failed, whatever it is warned of. Of several reasons the first one counts, with the
/// texts of all.
///
/// Rows that nothing was said of get what others() says, but only as far as that is proven: where a failed
/// row is named that could be one of several, these are unknown, and all of them where fewer failed rows are
/// named than PartTotals counts, it counts fewer as in than that leaves, or one is named that could be any. A
/// row on several lines is one row that failed; but as a service may count lines, as many as it counts are as
/// good.
class ExceptionMatcher : public ResultMatcher {
public:
    /// As ResultMatcher::load().
    static Result<std::unique_ptr<ExceptionMatcher>> load(const PartFile &part, const JobKind &kind,
                                                          const QStringList &fields, const MatchKey &key,
                                                          std::vector<qint64> records);

    qint64 mostBytes() const override { return m_rows.mostBytes(); }
    Done columns(const QStringList &fields) override;
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override;
    Done others(Outcome outcome, const Reason &reason) override;
    Done totals(const PartTotals &totals) override;
    Result<Matched> finish() override;

private:
    using Cells = std::span<const std::string_view>;
    struct List {
        QStringList names; ///< Of its columns. Lists with the same are one.
        int markAt = -1;
        std::vector<int> fieldOf; ///< Column → index of the field, or -1.
        std::vector<char> hasCells; ///< By field: some result had a value there.
        bool isWhole = false; ///< It has the columns of all fields.
    };
    /// A row that a result could be about. 16 bytes.
    struct Candidate {
        quint64 all = 0; ///< The hash of all its cells.
        quint32 row = 0;
    };
    using Candidates = std::vector<Candidate>; ///< By row.
    /// A result that has not found its row.
    struct Stray {
        RowOutcome outcome;
        std::size_t list = 0;
        bool isShort
            = false; ///< It has fewer cells than its list has columns: which are missing is not told.
        quint64 filled = 0; ///< Of the filled cells in their order; 0: there is none.
        quint64 key = 0; ///< 0: none came.
        std::vector<quint64> cells; ///< Hashes, by field.
        int left = -1; ///< Index into m_left: what it could be about; -1: nothing narrows it down.
        bool isDone = false;
        bool isSpare = false; ///< All rows that it could be about were named by others like it.
    };
    /// A way to look for rows: the hash of a stray and that of the rows that it could mean; 0: it is not
    /// looked for, or not found, in this way.
    struct Way {
        std::function<quint64(const Stray &)> ofStray;
        std::function<quint64(Cells)> ofRow;
    };
    using Alike = std::span<Stray *const>;

    ExceptionMatcher(const PartFile &part, const JobKind &kind, QStringList fields, MatchKey key,
                     std::vector<qint64> records);
    std::optional<quint32> rowWith(std::string_view mark) const;
    quint64 keyHash(std::string_view cell) const;
    void keep(RowOutcome outcome, Cells cells);
    Done placeStrays(bool failed);
    bool isOpen(const Stray &stray, bool failed) const;
    Done look(const Way &way, bool failed);
    Done lookInGaps(std::size_t list, bool failed);
    std::vector<int> givenIn(const List &list) const;
    void narrow(Alike alike, const Candidates &found);
    void place(Alike alike, const Candidates &rows);
    Candidates withoutFailed(const Candidates &rows) const;
    Way byGiven(std::size_t list) const;
    qint64 countStrays(bool failed) const;
    qint64 countSpares(bool failed) const;
    qint64 countLost(bool failed) const { return countStrays(failed) - countSpares(failed); }
    /// Of rows that are found, or were found already by others like it.
    qint64 countLines(bool failed) const { return m_said.lines(failed) + countSpares(failed); }
    std::vector<bool> doubtful(qint64 unnamed) const;

    SentRows m_rows;
    const QStringList m_fields;
    const QString m_rowColumn;
    const MatchKey m_key;
    int m_keyAt; ///< Index of the key field, or -1.
    NamedRows m_said;
    std::vector<Candidate> m_marks; ///< By the hash of the mark.
    std::vector<char> m_sentHas; ///< By field: some row has a value there.
    std::vector<List> m_lists;
    std::size_t m_list = 0; ///< The one at hand.
    std::vector<std::string_view> m_cells; ///< Of the result at hand, by field.
    std::vector<Stray> m_strays;
    std::vector<Candidates> m_left;
    qint64 m_strayBytes = 0;
    qint64 m_uncounted[2] = { 0, 0 }; ///< Strays that were not kept any more; [1]: of failed rows.
};

} // namespace rowlift
