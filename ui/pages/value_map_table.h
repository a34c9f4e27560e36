#pragma once

#include <QAbstractTableModel>
#include <QTableView>

#include <vector>

namespace rowlift::ui {

class SearchableCombo;

/// A value of the file and what is sent for it.
struct ValueMapRow {
    QString value;
    qint64 rows = 0;
    QString becomes; ///< For people: "United Kingdom", "blank", "not on the list".
    bool open = false; ///< Neither known nor decided.

    bool operator==(const ValueMapRow &) const = default;
};

/// The values of a field and what becomes of them, as a table.
class ValueMapModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Value, Rows, Becomes, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::vector<ValueMapRow> &rows);
    [[nodiscard]] const ValueMapRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ValueMapRow> m_rows;
};

/// Shows it, for any number of values: the choice of what becomes of a value stands in the current row.
/// Enter, F2 and Alt+Down open it.
class ValueMapTable : public QTableView {
    Q_OBJECT

public:
    explicit ValueMapTable(QWidget *parent);

    void setRows(const std::vector<ValueMapRow> &rows);
    /// The choice of the current row: whoever has the table fills it when it opens.
    [[nodiscard]] SearchableCombo *choice() const { return m_choice; }
    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void placeChoice();

    ValueMapModel m_model;
    SearchableCombo *m_choice;
};

} // namespace rowlift::ui
