#pragma once

#include "ui/grid/grid_scene.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>
#include <set>

class QMenu;

namespace rowlift::ui {

class GridCopy;
class GridHeader;
class NoteBar;
class Toast;

/// The one table of preview, review and results: shows any number of rows of a GridSource, paints only what
/// is visible and keeps nothing per row. No call takes longer for ten million rows than for ten; what takes
/// long (measuring many columns, copying many rows) goes on in slices between events.
///
/// There is one current cell (from the first row on) and ranges of selected cells. The note of the current
/// row opens below it; Tab goes from the grid to the note's buttons and on, Escape comes back.
///
/// Keys: arrows, Page, Home/End (columns), Ctrl+arrows and Ctrl+Home/End; with Shift they extend the
/// selection; Shift+Space whole rows, Ctrl+Space whole columns, Ctrl+A all; Ctrl+C copies as tab-separated
/// text, Ctrl+Shift+C with the column names; Enter takes the note's first action, Shift+Enter its second
/// (without a note Enter activates the cell); F1 asks for the whole cell; F3 and Shift+F3 next and previous
/// hit; F8 and Shift+F8 next and previous mark; Ctrl+G, Ctrl+F; Alt+Down activates the column;
/// Alt+Shift+Left/Right makes the column narrower or wider; Menu or Shift+F10 opens a menu; if editable: F2,
/// typing and double click edit, Del leaves rows out.
///
/// Up from the first row goes to the header: there Enter activates the column, Space selects it, Menu opens
/// the column's menu (width, hiding, freezing). GUI thread only.
class Grid : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit Grid(QWidget *parent = nullptr);
    ~Grid() override;

    /// Borrowed; it may go away before the grid. Null shows the empty text.
    void setSource(GridSource *source);
    [[nodiscard]] GridSource *source() const { return m_scene.source; }

    /// Said in the middle while there are no rows.
    void setEmptyText(const QString &sentence, const QString &secondLine = {});
    void setEditable(bool editable) { m_editable = editable; }
    [[nodiscard]] bool isEditable() const { return m_editable; }
    /// The table font size of Settings, as a factor.
    void setTextScale(double factor);

    [[nodiscard]] qint64 currentRow() const { return m_scene.currentRow; }
    [[nodiscard]] int currentColumn() const { return m_scene.currentColumn; }
    /// The range that was selected last, and all of them.
    [[nodiscard]] GridRange selection() const { return m_scene.selection.active(); }
    [[nodiscard]] const std::vector<GridRange> &selectedRanges() const { return m_scene.selection.ranges(); }
    /// Makes the cell (the nearest there is) current and brings it into view.
    void setCurrent(qint64 row, int column);
    /// Like setCurrent() in the same column, but leaves some rows above for context.
    void goToRow(qint64 row);
    void selectAll();
    /// Whole columns, from one to the other.
    void selectColumns(int from, int to);

    enum class Copied { CellsOnly, WithHeader };
    /// Puts the selected cells of shown columns on the clipboard as tab-separated text, quoted as
    /// spreadsheets do. Rows that are not at hand are asked of the source while the program goes on; Escape
    /// stops it. Says so when there are more than GridCopy::mostCells.
    void copy(Copied what = Copied::CellsOnly);

    [[nodiscard]] int columnWidth(int column) const { return m_scene.geometry.columnWidth(column); }
    /// Held to a sensible least and most.
    void setColumnWidth(int column, int width);
    /// As wide as the header and the rows around the visible ones need, as far as they are at hand.
    void fitColumn(int column);
    void fitAllColumns();
    /// At least one column stays shown.
    void hideColumns(const std::vector<int> &columns);
    void showColumn(int column);
    void showAllColumns();
    [[nodiscard]] bool isColumnHidden(int column) const;
    /// The first \a count columns stay in place at the start while the others scroll; 0 frees all.
    void freezeColumns(int count);

    /// Cells that a search found, by their place in the source; they are tinted. More may follow at any time.
    void appendHits(const std::vector<GridHit> &more);
    void clearHits();
    [[nodiscard]] qint64 hitCount() const { return m_scene.hits.count(); }
    /// The number of the current cell among the hits, from 0; -1 when it is none.
    [[nodiscard]] qint64 currentHit() const;
    /// Goes to the next hit (1) or the one before (-1), around the end; a hidden column is shown again.
    void goToHit(int direction);

    /// Places in viewport coordinates; rows and columns out of view lie outside the viewport.
    [[nodiscard]] QRect cellRect(qint64 row, int column) const;
    [[nodiscard]] qint64 rowAt(const QPoint &viewportPoint) const;
    [[nodiscard]] int columnAt(const QPoint &viewportPoint) const;

    /// Lays \a editor over the current cell, gives it the focus and moves it along; the grid owns it from now
    /// on.
    void openEditor(QWidget *editor);
    void closeEditor();
    [[nodiscard]] QWidget *editor() const { return m_editor; }

    /// What is drawn; for painters and the accessible side.
    [[nodiscard]] const GridScene &scene() const { return m_scene; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged(qint64 row, int column);
    void selectionChanged(const rowlift::ui::GridRange &active);
    void noteActionTriggered(qint64 row, int action);
    /// Enter, double click, or a click on a link.
    void cellActivated(qint64 row, int column);
    /// F1: the whole cell is to be seen.
    void cellInspectionWanted(qint64 row, int column);
    /// A click on a column's header, Enter there, or Alt+Down: more is to be seen of it.
    void columnActivated(int column);
    /// Before a menu opens for a cell (or, with row -1, for a column): pages add what they can do with it.
    void menuOpening(QMenu *menu, qint64 row, int column);
    /// \a typed begins the new text; it is empty for F2 and double click, which keep the old.
    void editWanted(qint64 row, int column, const QString &typed);
    void leaveOutWanted(qint64 firstRow, qint64 lastRow);
    void goToRowWanted();
    void findWanted();
    void hitsChanged();
    /// +1: the next problem below, -1: the one above.
    void nextMarkWanted(int direction);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Select { Move, Extend, Add };
    enum class Whole { Cells, Rows, Columns };
    enum class Measure { Guess, Fit };

    void onReset();
    void onColumnsChanged();
    void onCountChanged();
    void onRowsChanged(qint64 first, qint64 count);

    void layOut(); ///< Fonts, frozen columns, header.
    void layOutBody(); ///< After rows, widths or the viewport changed: ranges of the scroll bars, children.
    void syncScrollBars();
    void placeChildren();
    void syncNote();
    void repaintAll();
    void wantVisibleRows();
    void paintEmptyText(QPainter &painter) const;
    void updateRow(qint64 row);

    [[nodiscard]] bool takeColumns();
    void guessWidths();
    void startMeasuring(Measure how);
    void measureSome();
    [[nodiscard]] std::vector<int> neededWidths(int first, int count, Measure how) const;
    [[nodiscard]] int headerNeed(const GridColumn &column) const;
    [[nodiscard]] int heldWidth(int width) const;
    void takeWidths(std::vector<int> widths);
    void columnsRearranged();

    void moveTo(qint64 row, int column, Select select);
    void setAnchoredSelection();
    void selectionTold();
    void setOnHeader(bool on);
    void scrollTo(qint64 y, int x);

    bool headerByKey(const QKeyEvent &event);
    bool moveByKey(const QKeyEvent &event);
    bool commandByKey(const QKeyEvent &event);
    bool selectByKey(const QKeyEvent &event);
    bool columnByKey(const QKeyEvent &event);
    bool editByKey(const QKeyEvent &event);
    void enterPressed(bool shift);
    void dragTo(const QPoint &viewportPoint);
    void setHoverRow(qint64 row);
    void showToolTipAt(const QPoint &viewportPoint, const QPoint &global);
    void onHeaderClicked(int column, Qt::KeyboardModifiers modifiers);

    void openMenuHere();
    void openCellMenu(const QPoint &global);
    void openColumnMenu(int column, const QPoint &global);
    void addColumnActions(QMenu &menu, int column);
    [[nodiscard]] std::vector<int> columnsMeant(int column) const;
    [[nodiscard]] bool canFreeze(int count) const;
    void onCopyEnded();

    GridScene m_scene;
    GridHeader *m_header;
    NoteBar *m_note;
    QWidget *m_editor = nullptr;
    QString m_emptyText;
    QString m_emptySecondLine;
    bool m_editable = false;
    bool m_widthsFromRows = false; ///< The first rows at hand have had their say on widths.
    QList<QFont> m_fontsLaidOut;
    QStringList m_firstNames; ///< Of the first columns: tells whether a reset brought others.
    std::set<int> m_setByHand; ///< Columns whose width the person chose.
    Measure m_measure = Measure::Guess;
    int m_nextToMeasure = 0;
    Whole m_whole = Whole::Cells; ///< What the active range takes.
    bool m_missing = false; ///< Some row in view was not at hand when it was painted.
    bool m_syncing = false; ///< The scroll bars are being set by us.
    bool m_dragging = false;
    qint64 m_anchorRow = -1;
    int m_anchorColumn = -1;
    GridCopy *m_copy;
    Toast *m_toast;
    QBasicTimer m_measuring;
    QBasicTimer m_autoScroll;
};

} // namespace rowlift::ui
