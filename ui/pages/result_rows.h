#pragma once

#include "ui/desk/run_desk.h"
#include "ui/grid/grid_source.h"
#include "ui/models/row_cache.h"
#include "ui/work/work.h"

#include <QCache>
#include <QUrl>

namespace rowlift::ui {

/// What a person can do about one row of the results.
enum class RowAct {
    Send, ///< The row alone, once more.
    OpenExisting, ///< The record that the service has already, and named.
    Story ///< What became of it in each try.
};

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
    const RowStory *story(qint64 visualIndex) const; ///< Null while it is not at hand.
    /// "failed — The record was busy", with what the service said.
    QString outcomeInWords(const RowOutcome &outcome) const;
    /// "order_no SO-1001": what the service knows the row's record by, where that is the person's own key, as
    /// it stands in the file; empty: it is not.
    QString keyOf(qint64 visualIndex) const;
    /// In the order of GridRow::noteActions; none of a row that is not at hand.
    std::vector<RowAct> actsOf(qint64 visualIndex) const;
    static QString actText(RowAct act, const QString &service);
    /// The page of the record that the service has for a row: its own, or the one that is in its way.
    QUrl recordPage(qint64 visualIndex) const;
    int recordColumn() const; ///< -1: no row has a record.

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
    GridRow compose(const TextRow &row, const RowStory *story) const;
    std::vector<RowAct> actsOf(const RowStory &story) const;
    void explain(const RowStory &story, GridRow &shown) const;
    void markGuilty(const RowOutcome &outcome, const Explanation &why, GridRow &shown) const;
    QString detailsOf(const Reason &reason) const;
    void readOutcomes();
    void takeOutcomes();

    RunDesk &m_desk;
    RowCache m_cells;
    bool m_all = false;
    bool m_hasIds = false; ///< Rows have records with ids that the service names.
    bool m_linked = false; ///< Records have pages.
    bool m_sends = false; ///< RunDesk::canSendSome()
    std::vector<qint64> m_records;
    mutable QCache<qint64, GridRow> m_rows; ///< By record; its costs are cells.
    QCache<qint64, RowStory> m_stories; ///< By record.
    std::vector<qint64> m_wanted;
    Work<std::vector<RowStory>> m_reading;
};

} // namespace rowlift::ui
