#include "ui/grid/grid_accessible.h"

#include "ui/grid/accessible_cell.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

namespace {

/// Rows that can be reached around the current one: 16 at least on both sides, in steps, so that the numbers
/// of children stay the same while a person moves about.
constexpr qint64 windowStep = 32;
constexpr qint64 windowRows = 64;

/// Told to be selected at most, for each becomes an object: more than anybody listens to.
constexpr int mostSelectedCells = 1'000;

/// The grid as a table of the columns that are shown, in their order. Children: headers, then the window's
/// cells row by row, then the viewport (which holds the note).
class AccessibleGrid : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit AccessibleGrid(Grid &grid)
        : QAccessibleWidget(&grid, QAccessible::Table)
        , m_grid(grid)
    {
    }
    ~AccessibleGrid() override { forget(); }

    [[nodiscard]] qint64 firstRow() const
    {
        return std::max<qint64>(0, m_grid.currentRow() / windowStep * windowStep - windowStep / 2);
    }
    [[nodiscard]] int columnCount() const override { return columns().shownCount(); }
    [[nodiscard]] int rowCount() const override
    {
        return static_cast<int>(std::clamp<qint64>(m_grid.scene().geometry.rows - firstRow(), 0, windowRows));
    }

    [[nodiscard]] int childCount() const override { return cellsEnd() + 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index == cellsEnd())
            return QAccessible::queryAccessibleInterface(m_grid.viewport());
        if (index < 0 || index > cellsEnd())
            return nullptr;
        const int line = index / columnCount();
        return cell(line == 0 ? -1 : firstRow() + line - 1, columns().columnAt(index % columnCount()));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        if (wanted == nullptr)
            return -1;
        if (wanted->object() == m_grid.viewport())
            return cellsEnd();
        const auto *cell = dynamic_cast<const AccessibleGridCell *>(wanted);
        return cell == nullptr || cell->parent() != this ? -1 : indexOf(cell->row(), cell->column());
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = m_grid.viewport()->mapFromGlobal(QPoint(x, y));
        if (!m_grid.viewport()->rect().contains(at))
            return QAccessibleWidget::childAt(x, y);
        return child(indexOf(m_grid.rowAt(at), m_grid.columnAt(at)));
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_grid.hasFocus() ? child(currentIndex()) : QAccessibleWidget::focusChild();
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableInterface)
            return static_cast<QAccessibleTableInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        const bool inside = row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
        return inside ? cell(firstRow() + row, columns().columnAt(column)) : nullptr;
    }
    [[nodiscard]] QString columnDescription(int column) const override
    {
        const bool inside = column >= 0 && column < columnCount();
        return inside ? m_grid.scene().columnName(columns().columnAt(column)) : QString();
    }
    [[nodiscard]] QString rowDescription(int row) const override
    {
        const GridRow *data = m_grid.scene().row(firstRow() + row);
        return data == nullptr ? QString() : QLocale().toString(data->number);
    }
    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] int selectedCellCount() const override { return static_cast<int>(selectedCells().size()); }
    [[nodiscard]] int selectedColumnCount() const override
    {
        return static_cast<int>(selectedColumns().size());
    }
    [[nodiscard]] int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (int row = 0; row < rowCount(); ++row) {
            for (int column = 0; column < columnCount() && cells.size() < mostSelectedCells; ++column) {
                if (selection().contains(firstRow() + row, columns().columnAt(column)))
                    cells << cellAt(row, column);
            }
        }
        return cells;
    }
    [[nodiscard]] QList<int> selectedColumns() const override
    {
        QList<int> selected;
        for (int column = 0; column < columnCount(); ++column) {
            if (isColumnSelected(column))
                selected << column;
        }
        return selected;
    }
    [[nodiscard]] QList<int> selectedRows() const override
    {
        QList<int> rows;
        for (int row = 0; row < rowCount(); ++row) {
            if (isRowSelected(row))
                rows << row;
        }
        return rows;
    }
    [[nodiscard]] bool isColumnSelected(int column) const override
    {
        const auto &ranges = selection().ranges();
        const auto whole = [this, at = columns().columnAt(column)](const GridRange &range) {
            return range.rows() == m_grid.scene().geometry.rows && range.contains(range.firstRow, at);
        };
        return std::any_of(ranges.begin(), ranges.end(), whole);
    }
    [[nodiscard]] bool isRowSelected(int row) const override
    {
        const auto &ranges = selection().ranges();
        const auto whole = [this, at = firstRow() + row](const GridRange &range) {
            return columnCount() > 0 && range.contains(at, columns().columnAt(0))
                && range.contains(at, columns().columnAt(columnCount() - 1));
        };
        return std::any_of(ranges.begin(), ranges.end(), whole);
    }
    bool selectRow(int row) override
    {
        m_grid.setCurrent(firstRow() + row, m_grid.currentColumn());
        return row >= 0 && row < rowCount();
    }
    bool selectColumn(int column) override
    {
        const bool inside = column >= 0 && column < columnCount();
        if (inside)
            m_grid.selectColumns(columns().columnAt(column), columns().columnAt(column));
        return inside;
    }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forget(); }

    [[nodiscard]] int currentIndex() const
    {
        return indexOf(m_grid.scene().onHeader ? -1 : m_grid.currentRow(), m_grid.currentColumn());
    }
    /// Drops the interfaces of rows that left the window; true when there were any.
    bool forgetOutside()
    {
        const bool moved = m_windowFirst != firstRow();
        m_windowFirst = firstRow();
        if (moved)
            forget();
        return moved;
    }

private:
    [[nodiscard]] const ColumnLayout &columns() const { return m_grid.scene().geometry.columns; }
    [[nodiscard]] const GridSelection &selection() const { return m_grid.scene().selection; }
    [[nodiscard]] int cellsEnd() const { return (rowCount() + 1) * columnCount(); }
    [[nodiscard]] int indexOf(qint64 row, int column) const
    {
        if (column < 0 || column >= columns().count() || columns().isHidden(column) || row < -1
            || (row >= 0 && (row < firstRow() || row >= firstRow() + rowCount())))
            return -1;
        const int line = row < 0 ? 0 : static_cast<int>(row - firstRow()) + 1;
        return line * columnCount() + columns().placeOf(column);
    }
    [[nodiscard]] QAccessibleInterface *cell(qint64 row, int column) const
    {
        const auto known = m_cells.constFind({ row, column });
        if (known != m_cells.constEnd())
            return QAccessible::accessibleInterface(*known);
        auto *made = new AccessibleGridCell(m_grid, row, column); // Qt's cache owns it
        m_cells.insert({ row, column }, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    Grid &m_grid;
    qint64 m_windowFirst = 0;
    mutable QHash<std::pair<qint64, int>, QAccessible::Id> m_cells;
};

QAccessibleInterface *makeAccessibleGrid(const QString &, QObject *object)
{
    auto *grid = qobject_cast<Grid *>(object);
    return grid == nullptr ? nullptr : new AccessibleGrid(*grid);
}

AccessibleGrid *accessibleOf(Grid &grid)
{
    return QAccessible::isActive()
        ? dynamic_cast<AccessibleGrid *>(QAccessible::queryAccessibleInterface(&grid))
        : nullptr;
}

} // namespace

void installGridAccessibility()
{
    QAccessible::installFactory(makeAccessibleGrid);
}

void announceGridReset(Grid &grid)
{
    if (accessibleOf(grid) == nullptr)
        return;
    QAccessibleTableModelChangeEvent event(&grid, QAccessibleTableModelChangeEvent::ModelReset);
    QAccessible::updateAccessibility(&event);
}

void announceCurrentCell(Grid &grid)
{
    AccessibleGrid *table = accessibleOf(grid);
    if (table == nullptr)
        return;
    if (table->forgetOutside())
        announceGridReset(grid);
    if (!grid.hasFocus() || table->currentIndex() < 0)
        return;
    QAccessibleEvent event(&grid, QAccessible::Focus);
    event.setChild(table->currentIndex());
    QAccessible::updateAccessibility(&event);
}

} // namespace rowlift::ui
