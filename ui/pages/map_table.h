#pragma once

#include "ui/pages/map_look.h"

#include <QScrollArea>

#include <functional>

class QPushButton;

namespace rowlift::ui {

class MapHeader;
class MapRow;
class RowPanel;
class Words;

/// The table of columns and where they go, for any number of columns: a row's widgets are made when it comes
/// near the view. Under the columns stand the fields that get something else, and the way to add one. A panel
/// opens under the row that it is about. Up, Down, Page and Home/End walk the rows, Delete takes the field
/// away, Alt+Shift+Down and Up move it into the list of rows and out of it, F8 goes to the next row that
/// needs a look; all else is the row's.
class MapTable : public QScrollArea {
    Q_OBJECT

public:
    MapTable(const MapDesk &desk, QWidget *parent);

    /// The desk has changed.
    void refresh();
    /// Which rows are shown. Asked now and not again: a row does not vanish while it is worked on.
    void setFilter(const std::function<bool(const MapSpot &spot)> &lets);
    void setSampleRow(int row);
    /// Tab comes from \a before into the rows.
    void setFocusAfter(QWidget *before) { m_before = before; }
    [[nodiscard]] int sampleRow() const { return m_sampleRow; }
    [[nodiscard]] const MapLooks &looks() const { return m_looks; }
    [[nodiscard]] int shownRows() const { return static_cast<int>(m_shown.size()); }

    /// The row's field, made if need be and brought into view.
    void focusSpot(const MapSpot &spot);
    void focusFirst();
    /// The next (or, by -1, the one before) that needs a look; around the end. False when none does.
    bool focusNextLook(int direction);
    /// A row for a fixed value, whose field is chosen first; and its end.
    void startFixedValue();
    void endFixedValue();
    /// The row that waits becomes that of the extra which the desk adds next.
    void takeFixedValue() { m_adding = false; }
    /// The editor of a fixed value that is there.
    void focusValue(int extra);
    /// Shows \a panel under the row of \a spot (above all rows, for none) and gives it the focus; the one
    /// before goes. Null: only that.
    void openPanel(const MapSpot &spot, RowPanel *panel);
    [[nodiscard]] RowPanel *panel() const { return m_panel; }
    [[nodiscard]] const MapSpot &panelSpot() const { return m_panelSpot; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void fieldChosen(const rowlift::ui::MapSpot &spot, const QString &field);
    void dateOrderChosen(const rowlift::ui::MapSpot &spot, rowlift::DateOrder order);
    void menuWanted(const rowlift::ui::MapSpot &spot, const QPoint &where);
    void chipOpened(const rowlift::ui::MapSpot &spot, const rowlift::ui::ChipLook &chip);
    void chipRemoved(const rowlift::ui::MapSpot &spot, const rowlift::ui::ChipLook &chip);
    void fixWanted(const rowlift::ui::MapSpot &spot, rowlift::ui::FieldVerdict::Fix fix);
    void consentWanted(const rowlift::ui::MapSpot &spot);
    void typeChosen(const rowlift::ui::MapSpot &spot, const rowlift::ui::PropertyTypes::Choice &type);
    /// It should go into the list of rows, or out of it.
    void perRowWanted(const rowlift::ui::MapSpot &spot, bool perRow);
    void valueTyped(const rowlift::ui::MapSpot &spot, const QString &value);
    void extraRemoved(const rowlift::ui::MapSpot &spot);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    void buildAdd();
    void layOut();
    [[nodiscard]] int heightOf(const MapSpot &spot, int width) const;
    void placePanel(int top, int height);
    /// The heading above the row at \a place, in front of which a group of rows begins; null: none does.
    /// Behind the last row: that of a group with no rows.
    [[nodiscard]] Words *headingAt(int place) const;
    [[nodiscard]] int headingHeight(int place) const;
    void sayHeadings();
    void placeHeadings();
    /// Makes and places the rows in view; false when one of them is of another height than was thought.
    bool makeRowsInView();
    MapRow *&rowOf(const MapSpot &spot);
    [[nodiscard]] MapRow *rowOf(const MapSpot &spot) const;
    MapRow *rowAt(int place); ///< Of the shown rows; made if need be.
    void makeRow(const MapSpot &spot);
    void saySomething(MapRow *row);
    void chainFocus();
    void fillChoices(const MapSpot &spot);
    void startAnew(int columns);
    void keepExtras();
    void sortShown();
    void ensureInView(int top, int bottom);
    void reveal(QWidget *widget);
    [[nodiscard]] std::vector<MapRow *> madeRows() const;
    [[nodiscard]] int placeOf(const MapSpot &spot) const;
    [[nodiscard]] int placeWithFocus() const;
    bool walk(int key, int from);

    const MapDesk &m_desk;
    MapLooks m_looks;
    MapHeader *m_header;
    QWidget *m_canvas;
    QPushButton *m_add = nullptr;
    Words *m_ofRecord; ///< The headings of two groups.
    Words *m_ofRow;
    QWidget *m_before = nullptr;
    RowPanel *m_panel = nullptr;
    MapSpot m_panelSpot;
    QStringList m_names; ///< The columns that the rows were made for.
    std::vector<MapRow *> m_columns; ///< By column; null: not made yet.
    std::vector<MapRow *> m_extras; ///< By extra; the last one may have no field yet.
    int m_hidden = 0; ///< The first extras, which have no row.
    std::vector<MapSpot> m_shown; ///< Rows that the filter lets through, in order.
    std::vector<int> m_tops; ///< Of the shown rows, and the end.
    int m_sampleRow = 0;
    bool m_adding = false; ///< A row for a fixed value waits for its field.
    bool m_layingOut = false;
};

} // namespace rowlift::ui
