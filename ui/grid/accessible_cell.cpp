#include "ui/grid/accessible_cell.h"

#include "ui/grid/cell_paint.h"

#include <QCoreApplication>
#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

class CellWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::Grid)

public:
    static QString name(const QString &column, qint64 number)
    {
        //: Name of a cell for screen readers: column name, row number.
        return tr("%1, row %2").arg(column, QLocale().toString(number));
    }
    static QString loading(const QString &column) { return tr("%1, row being read").arg(column); }
    static QString columnName(const GridColumn &column)
    {
        QStringList parts;
        if (!column.letter.isEmpty())
            parts << tr("Column %1").arg(column.letter);
        if (!column.title.isEmpty())
            parts << column.title;
        if (!column.imported)
            parts << tr("not imported");
        else if (!column.target.isEmpty())
            parts << tr("goes to %1").arg(column.target);
        if (!column.typeLine.isEmpty())
            parts << column.typeLine;
        if (column.mark != GridMark::None)
            parts << said(wordFor(column.mark), column.note);
        return parts.join(tr(", "));
    }
    static QString said(const QString &word, const QString &words)
    {
        if (word.isEmpty() || words.isEmpty())
            return word + words;
        //: A mark's word and what it is about: "Problem: Country is not on the list".
        return tr("%1: %2").arg(word, words);
    }
};

/// The row's sentence goes with its marked cells; with every cell where none is marked.
QString descriptionOf(const GridRow &row, int column)
{
    const GridCellMark *mark = cellMark(row, column);
    if (mark == nullptr && !row.cellMarks.empty())
        return wordFor(row.mark);
    const QString words = row.note.isEmpty() ? row.result : row.note;
    QString description = CellWords::said(wordFor(mark != nullptr ? mark->mark : row.mark), words);
    if (mark != nullptr && !mark->hint.isEmpty())
        description += u' ' + mark->hint;
    return description;
}

} // namespace

AccessibleGridCell::AccessibleGridCell(Grid &grid, qint64 row, int column)
    : m_grid(&grid)
    , m_row(row)
    , m_column(column)
{
}

bool AccessibleGridCell::isValid() const
{
    return m_grid && m_column < m_grid->scene().geometry.columnCount() && !m_grid->isColumnHidden(m_column)
        && m_row < m_grid->scene().geometry.rows;
}

QWindow *AccessibleGridCell::window() const
{
    return m_grid ? m_grid->window()->windowHandle() : nullptr;
}

QAccessibleInterface *AccessibleGridCell::parent() const
{
    return m_grid ? QAccessible::queryAccessibleInterface(m_grid) : nullptr;
}

QString AccessibleGridCell::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    return isHeader() ? headerText(kind) : cellTextFor(kind);
}

QString AccessibleGridCell::headerText(QAccessible::Text kind) const
{
    const GridColumn &column = m_grid->scene().column(m_column);
    if (kind == QAccessible::Name)
        return CellWords::columnName(column);
    if (kind == QAccessible::Description)
        return CellWords::said(wordFor(column.mark), column.note);
    return {};
}

QString AccessibleGridCell::cellTextFor(QAccessible::Text kind) const
{
    const GridScene &scene = m_grid->scene();
    const GridRow *row = scene.row(m_row);
    if (row == nullptr)
        return kind == QAccessible::Name ? CellWords::loading(scene.columnName(m_column)) : QString();
    switch (kind) {
    case QAccessible::Name:
        return CellWords::name(scene.columnName(m_column), row->number);
    case QAccessible::Value:
        return cellText(*row, m_column);
    case QAccessible::Description:
        return descriptionOf(*row, m_column);
    default:
        return {};
    }
}

QRect AccessibleGridCell::rect() const
{
    if (!isValid())
        return {};
    QRect place = m_grid->cellRect(isHeader() ? 0 : m_row, m_column);
    const QWidget *body = m_grid->viewport();
    if (isHeader()) {
        place.setTop(-body->geometry().top());
        place.setBottom(-1);
    }
    return { body->mapToGlobal(place.topLeft()), place.size() };
}

QAccessible::Role AccessibleGridCell::role() const
{
    return isHeader() ? QAccessible::ColumnHeader : QAccessible::Cell;
}

QAccessible::State AccessibleGridCell::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    if (isHeader()) {
        state.focusable = true;
        state.active = m_grid->scene().onHeader && m_column == m_grid->currentColumn();
        state.focused = state.active && m_grid->hasFocus();
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.multiSelectable = true;
    state.selected = isSelected();
    state.active
        = !m_grid->scene().onHeader && m_row == m_grid->currentRow() && m_column == m_grid->currentColumn();
    state.focused = state.active && m_grid->hasFocus();
    state.editable = m_grid->isEditable();
    state.offscreen = !m_grid->cellRect(m_row, m_column).intersects(m_grid->viewport()->rect());
    return state;
}

void *AccessibleGridCell::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return isHeader() ? nullptr : static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

int AccessibleGridCell::columnIndex() const
{
    return m_grid ? m_grid->scene().geometry.columns.placeOf(m_column) : -1;
}

int AccessibleGridCell::rowIndex() const
{
    // Rows count from the beginning of the window that the table shows.
    QAccessibleInterface *grid = parent();
    const int child = grid == nullptr ? -1 : grid->indexOfChild(this);
    const int columns = m_grid ? m_grid->scene().geometry.columns.shownCount() : 0;
    return child < columns || columns == 0 ? -1 : child / columns - 1;
}

QList<QAccessibleInterface *> AccessibleGridCell::columnHeaderCells() const
{
    QAccessibleInterface *grid = parent();
    return grid == nullptr ? QList<QAccessibleInterface *> {} : QList { grid->child(columnIndex()) };
}

bool AccessibleGridCell::isSelected() const
{
    return m_grid && !isHeader() && m_grid->scene().selection.contains(m_row, m_column);
}

QStringList AccessibleGridCell::actionNames() const
{
    return { QAccessibleActionInterface::setFocusAction(), QAccessibleActionInterface::pressAction() };
}

void AccessibleGridCell::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (isHeader()) {
        if (name == QAccessibleActionInterface::pressAction())
            Q_EMIT m_grid->columnActivated(m_column);
        return;
    }
    m_grid->setFocus(Qt::OtherFocusReason);
    m_grid->setCurrent(m_row, m_column);
    if (name == QAccessibleActionInterface::pressAction())
        Q_EMIT m_grid->cellActivated(m_row, m_column);
}

} // namespace rowlift::ui
