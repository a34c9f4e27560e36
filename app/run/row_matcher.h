#pragma once

#include "app/run/cell_index.h"
#include "app/run/ledger.h"
#include "app/service/part_loader.h"

#include <span>

namespace rowlift {

/// Finds for each result of a part the row of the file that it is about. Results come in any order and
/// without a row number: a row is known by its cells as the service echoes them. Equal rows are
/// interchangeable and are paired in order. What does not fit by all cells is tried once more, at the end, by
/// those cells that the service gave back at all (it may leave columns blank), then by the key field: but
/// only where no other row could be meant, or where all that are meant came to the same. What fits nothing is
/// counted, never guessed.
class RowMatcher : public ResultSink {
public:
    /// Reads the part that was sent. \a records are the file's records in the order of its rows. Fails with
    /// Storage when the file does not hold as many rows: nothing could be told for certain then.
    static Result<std::unique_ptr<RowMatcher>> load(const PartFile &part, const QStringList &fields,
                                                    const QString &keyField, std::vector<qint64> records);

    qint64 mostBytes() const override;
    Done columns(const QStringList &fields) override;
    Done row(Outcome outcome, const Reason &reason, const QString &recordId,
             std::span<const std::string_view> cells) override;

    struct Matched {
        std::vector<RowOutcome> outcomes;
        qint64 unplaced = 0;
    };
    /// All that was matched. Called once, after the last row.
    Result<Matched> finish();

private:
    struct Leftover {
        RowOutcome outcome;
        std::vector<quint64>
            cells; ///< Their hashes, in the order of m_fields; those that did not come: blank.
    };
    using Columns = std::vector<int>;
    /// Leftovers with the same cells in some columns, from the back.
    using Alike = std::span<const std::size_t>;

    RowMatcher(PartFile part, QStringList fields, QString keyField, std::vector<qint64> records);
    /// The rows of the part that have no outcome yet, by these cells.
    Result<CellIndex> openRowsBy(const Columns &columns) const;
    void place(qint64 row, RowOutcome outcome);
    void keep(RowOutcome outcome);
    Done matchLeftoversBy(const Columns &columns);
    void matchAlike(Alike alike, std::vector<qint64> rows);

    PartFile m_part;
    QStringList m_fields;
    QString m_keyField;
    std::vector<qint64> m_records;
    Columns m_columns; ///< All.
    CellIndex m_sent;
    std::vector<bool> m_placed; ///< By row of the part: it has its outcome.
    std::vector<int> m_fieldOf; ///< Echoed column → index into m_fields, or -1.
    std::vector<std::string_view> m_cells; ///< Of the row at hand, in the order of m_fields.
    bool m_echoesAll = true; ///< The list at hand has all columns that were sent.
    std::vector<Leftover> m_leftovers;
    std::vector<bool> m_isDone; ///< By leftover: it has found its row.
    qint64 m_leftoverBytes = 0;
    qint64 m_uncounted = 0; ///< Results that fit nothing and were not kept any more.
    std::vector<RowOutcome> m_outcomes;
};

} // namespace rowlift
