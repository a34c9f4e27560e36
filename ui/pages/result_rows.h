#pragma once

#include "ui/desk/run_desk.h"
#include "ui/grid/grid_source.h"
#include "ui/models/row_cache.h"
#include "ui/work/work.h"

#include <QCache>

namespace rowlift::ui {

/// The file's rows with what became of each, for the results grid: all of them, or a list of records. Cells
/// come from the file, outcomes from the ledger, both in the background and for visible rows only.
class ResultRows : public GridSource {
    Q_OBJECT

public:
    explicit ResultRows(RunDesk &desk, QObject *parent = nullptr);

    void setRun(); ///< The desk shows another run.
    void showAll();
    void show(std::vector<qint64> records); ///< Ascending.
    qint64 recordAt(qint64 visualIndex) const;

    qint64 rowCount() const override;
    int columnCount() const override;
    GridColumn column(int column) const override;
    const GridRow *row(qint64 visualIndex) const override;
    void want(qint64 first, qint64 count) override;
    qint64 largestNumber() const override;
    bool hasResults() const override { return true; }

Q_SIGNALS:
    /// Rows that are wanted cannot be read; they are not asked for again by themselves.
    void failed(const rowlift::Error &error);

private:
    GridRow compose(const TextRow &row, const RowOutcome *outcome) const;
    void readOutcomes();
    void takeOutcomes();

    RunDesk &m_desk;
    RowCache m_cells;
    bool m_all = false;
    bool m_hasIds = false;
    std::vector<qint64> m_records;
    mutable QCache<qint64, GridRow> m_rows; ///< By record; its costs are cells.
    QCache<qint64, RowOutcome> m_outcomes; ///< By record; Unknown without reason where the ledger has none.
    std::vector<qint64> m_wanted;
    Work<std::vector<RowOutcome>> m_reading;
};

} // namespace rowlift::ui
