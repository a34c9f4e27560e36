#pragma once

#include "ui/desk/file_desk.h"
#include "ui/grid/grid_source.h"

#include <QHash>

namespace rowlift::ui {

/// The rows of the file for the grid, titles, header and blank lines included: all of them, so that a place
/// in the grid is a record of the file, or those that the desk has picked.
class FileRows : public GridSource {
    Q_OBJECT

public:
    explicit FileRows(FileDesk &desk, QObject *parent = nullptr);

    [[nodiscard]] qint64 rowCount() const override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] GridColumn column(int column) const override;
    [[nodiscard]] const GridRow *row(qint64 visualIndex) const override;
    void want(qint64 first, qint64 count) override;
    [[nodiscard]] qint64 largestNumber() const override;

    [[nodiscard]] qint64 recordAt(qint64 visualIndex) const;
    /// The place of \a record, or of the next one that is shown.
    [[nodiscard]] qint64 placeOf(qint64 record) const;
    /// The next place from \a place on (forwards or backwards) with something to know; -1 when there is none.
    [[nodiscard]] qint64 problemFrom(qint64 place, int direction) const;
    /// What columns are said to be is new.
    void takeFindings();

private:
    void follow();
    void readAnew();
    void takeProblems();
    void mark(GridRow &row, qint64 record) const;

    FileDesk &m_desk;
    QHash<qint64, std::vector<FileProblem>> m_problems; ///< By record, in the order found.
    QHash<int, QString> m_columnNotes;
    std::shared_ptr<const RecordSet> m_picked; ///< As shown now.
    mutable GridRow m_row;
    qint64 m_rows = 0;
    bool m_counted = false;
    qint64 m_wantedFirst = 0;
    qint64 m_wantedCount = 0;
};

} // namespace rowlift::ui
