#pragma once

#include "ui/pages/map_look.h"

#include <QScrollArea>

#include <functional>

namespace rowlift::ui {

class MapHeader;
class MapRow;

/// The table of columns and where they go, for any number of columns: a row's widgets are made when it comes
/// near the view. Up, Down, Page and Home/End walk the rows, Delete takes the field away, F8 goes to the next
/// row that needs a look; all else is the row's.
class MapTable : public QScrollArea {
    Q_OBJECT

public:
    MapTable(const MapDesk &desk, QWidget *parent);

    /// The desk has changed.
    void refresh();
    /// Which columns are shown. Asked now and not again: a row does not vanish while it is worked on.
    void setFilter(const std::function<bool(int column)> &lets);
    void setSampleRow(int row);
    /// Tab comes from \a before into the rows.
    void setFocusAfter(QWidget *before) { m_before = before; }
    [[nodiscard]] int sampleRow() const { return m_sampleRow; }
    [[nodiscard]] const MapLooks &looks() const { return m_looks; }
    [[nodiscard]] int shownRows() const { return static_cast<int>(m_shown.size()); }

    /// The row's field, made if need be and brought into view.
    void focusColumn(int column);
    void focusFirst();
    /// The next (or, by -1, the one before) that needs a look; around the end. False when none does.
    bool focusNextLook(int direction);

Q_SIGNALS:
    void fieldChosen(int column, const QString &field);
    void dateOrderChosen(int column, rowlift::DateOrder order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void makeRowsInView();
    MapRow *rowAt(int place); ///< Of the shown rows; made if need be.
    void saySomething(MapRow *row);
    void chainFocus();
    void fillChoices(int column);
    void startAnew(int columns);
    [[nodiscard]] int placeOf(int column) const;
    [[nodiscard]] int placeWithFocus() const;
    bool walk(int key, int from);

    const MapDesk &m_desk;
    MapLooks m_looks;
    MapHeader *m_header;
    QWidget *m_canvas;
    QWidget *m_before = nullptr;
    QStringList m_names; ///< The columns that the rows were made for.
    std::vector<MapRow *> m_rows; ///< By column; null: not made yet.
    std::vector<int> m_shown; ///< Columns that the filter lets through, in file order.
    std::vector<int> m_tops; ///< Of the shown rows, and the end.
    int m_sampleRow = 0;
};

} // namespace rowlift::ui
