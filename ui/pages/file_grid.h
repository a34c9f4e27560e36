#pragma once

#include "ui/desk/cell_finder.h"

#include <QWidget>

namespace rowlift::ui {

class FileRows;
class FileSide;
class FindBar;
class Grid;
class PickedBar;
struct FindWish;

/// The rows of the file with what helps to look at them: a bar that finds, one that says which rows are
/// picked, a panel for a cell or a column.
class FileGrid : public QWidget {
    Q_OBJECT

public:
    explicit FileGrid(FileDesk &desk, QWidget *parent = nullptr);

    [[nodiscard]] Grid *grid() const { return m_grid; }
    /// Brings a record into view; \a column -1 stays where it is.
    void showCell(qint64 record, int column);
    /// What is to be known of columns is new.
    void takeFindings();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectGrid();
    void connectSearch();
    void search(const FindWish &wish);
    void takeHits(const std::vector<CellHit> &hits);
    void sayHowFar();
    void showAllRows();
    void nextProblem(int direction);

    FileDesk &m_desk;
    FileRows *m_rows;
    CellFinder m_finder;
    Grid *m_grid;
    PickedBar *m_picked;
    FindBar *m_find;
    FileSide *m_side;
};

} // namespace rowlift::ui
