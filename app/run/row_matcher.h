#pragma once

#include "app/run/cell_index.h"
#include "app/run/result_matcher.h"
#include "app/run/sent_rows.h"

#include <functional>
#include <span>

namespace rowlift {

/// Finds for each result of a part the row of the file that it is about. Results come in any order and
/// without a row number: a row is known by its cells as the service echoes them. Equal rows are
/// interchangeable and are paired in order. What does not fit by all cells is tried once more, at the end, by
/// those cells that the service gave back at all, then by the key field, in any case of letters: but only
/// where no other row could be meant, or where all that are meant came to the same. What fits nothing is
/// counted, never guessed.
///
/// A list may lack columns, or hold them without their cells: then a row looks like another that is blank
/// there. What was placed by such a list is taken back at the end where it could be meant for another row.
class RowMatcher : public ResultMatcher {
public:
    /// As ResultMatcher::load().
    static Result<std::unique_ptr<RowMatcher>> load(const PartFile &part, const QStringList &fields,
                                                    const QString &keyField, std::vector<qint64> records,
                                                    const JobKind &kind = {});

    qint64 mostBytes() const override;
    Done columns(const QStringList &fields) override;
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override;
    /// It has a result for each row.
    Done others(Outcome, const Reason &) override { return {}; }
    Done totals(const PartTotals &) override { return {}; }

    Result<Matched> finish() override;

private:
    using Columns = std::vector<int>;

    /// What the service gave back in one list: columns() begins a new one.
    struct List {
        std::vector<char> hasCells; ///< By field: some result had a value there.
        std::size_t firstOutcome = 0; ///< Among m_outcomes.
    };
    struct Leftover {
        RowOutcome outcome;
        std::vector<quint64>
            cells; ///< Their hashes, in the order of m_fields; those that did not come: blank.
        quint64 key = 0; ///< As keyHash() tells it; 0: none came.
        std::size_t list = 0;
    };
    /// Leftovers with the same cells in some columns, from the back.
    using Alike = std::span<const std::size_t>;
    /// The hash of a row by which it is looked for; 0: it cannot be found.
    using RowHash = std::function<quint64(std::span<const std::string_view>)>;

    RowMatcher(const PartFile &part, const JobKind &kind, QStringList fields, QString keyField,
               std::vector<qint64> records);
    /// All rows of the part, in order.
    Done readRows(const std::function<void(std::span<const std::string_view>)> &take) const;
    /// The rows of the part that have no outcome yet.
    Result<CellIndex> openRowsBy(const RowHash &hash) const;
    quint64 keyHash(std::string_view cell) const;
    /// Columns whose cells \a list has left out, although some were sent.
    Columns lackedBy(const List &list) const;
    /// Columns that all lists with leftovers have given back.
    Columns givenColumns() const;
    /// The outcomes that lists have placed that lack columns, where another row could be meant; ascending.
    Result<std::vector<std::size_t>> doubtful() const;
    /// They are leftovers again.
    Done takeBack(const std::vector<std::size_t> &outcomes);
    void place(qint64 row, RowOutcome outcome);
    void keep(RowOutcome outcome, std::vector<quint64> cells, quint64 key, std::size_t list);
    Done matchLeftoversBy(const std::function<quint64(const Leftover &)> &of, const RowHash &hash);
    void matchAlike(Alike alike, std::vector<qint64> rows);
    Done matchLeftovers();

    SentRows m_rows;
    QStringList m_fields;
    QString m_keyField;
    std::vector<qint64> m_records;
    Columns m_columns; ///< All.
    CellIndex m_sent;
    std::vector<char> m_sentHas; ///< By field: some row has a value there.
    std::vector<bool> m_placed; ///< By row of the part: it has its outcome.
    std::vector<int> m_fieldOf; ///< Echoed column → index into m_fields, or -1.
    std::vector<std::string_view> m_cells; ///< Of the row at hand, in the order of m_fields.
    bool m_echoesAll = true; ///< The list at hand has all columns that were sent.
    std::vector<List> m_lists;
    std::vector<Leftover> m_leftovers;
    std::vector<bool> m_isDone; ///< By leftover: it has found its row.
    qint64 m_leftoverBytes = 0;
    qint64 m_uncounted = 0; ///< Results that fit nothing and were not kept any more.
    std::vector<RowOutcome> m_outcomes;
    std::vector<quint32> m_rowOf; ///< By outcome: its row of the part.
};

} // namespace rowlift
