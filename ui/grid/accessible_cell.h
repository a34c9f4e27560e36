#pragma once

#include "ui/grid/grid.h"

#include <QAccessible>
#include <QPointer>

namespace rowlift::ui {

/// One cell, or one column's header (row -1), as a screen reader finds it. Reads the grid's scene when it is
/// asked and keeps no text.
class AccessibleGridCell : public QAccessibleInterface,
                           public QAccessibleTableCellInterface,
                           public QAccessibleActionInterface {
public:
    AccessibleGridCell(Grid &grid, qint64 row, int column);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] int columnIndex() const override;
    [[nodiscard]] qint64 row() const { return m_row; } ///< -1: a column's header.
    [[nodiscard]] int column() const { return m_column; } ///< Of the source.
    [[nodiscard]] int rowIndex() const override;
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] bool isHeader() const { return m_row < 0; }
    [[nodiscard]] QString headerText(QAccessible::Text kind) const;
    [[nodiscard]] QString cellTextFor(QAccessible::Text kind) const;

    QPointer<Grid> m_grid;
    qint64 m_row;
    int m_column;
};

} // namespace rowlift::ui
