#pragma once

#include "ui/grid/grid_scene.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <optional>

namespace rowlift::ui {

class GridHeader;
class NoteBar;

/// The one table of preview, review and results: shows any number of rows of a GridSource, paints only what
/// is visible and keeps nothing per row.
///
/// There is one current cell (from the first row on) and a range of selected cells around it. The note of the
/// current row opens below it; Tab goes from the grid to the note's buttons and on, Escape comes back.
///
/// Keys: arrows, Page, Home/End (columns), Ctrl+Home/End; with Shift they extend the selection; Ctrl+A all;
/// Ctrl+C copies as tab-separated text; Enter takes the note's first action, Shift+Enter its second (without
/// a note Enter activates the cell); F8 and Shift+F8 next and previous mark; Ctrl+G, Ctrl+F; Alt+Down
/// activates the column; Alt+Shift+Left/Right makes the column narrower or wider; if editable: F2, typing and
/// double click edit, Del leaves rows out. GUI thread only.
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
    [[nodiscard]] GridRange selection() const { return m_scene.selection; }
    /// Makes the cell (the nearest there is) current and brings it into view.
    void setCurrent(qint64 row, int column);
    /// Like setCurrent() in the same column, but leaves some rows above for context.
    void goToRow(qint64 row);
    void selectAll();

    /// Copies the selection as tab-separated text. Emits copyWanted() instead when rows of it are not at hand
    /// or when there are more than a copy may take at once.
    void copy();
    static constexpr qint64 mostCellsToCopy = 20'000;

    [[nodiscard]] int columnWidth(int column) const { return m_scene.geometry.columnWidth(column); }
    /// Held to a sensible least and most.
    void setColumnWidth(int column, int width);
    /// As wide as the header and what is visible of the column need.
    void fitColumn(int column);

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
    void selectionChanged(const rowlift::ui::GridRange &selection);
    void noteActionTriggered(qint64 row, int action);
    /// Enter, double click, or a click on a link.
    void cellActivated(qint64 row, int column);
    /// A click on a column's header, or Alt+Down.
    void columnActivated(int column);
    /// \a typed begins the new text; it is empty for F2 and double click, which keep the old.
    void editWanted(qint64 row, int column, const QString &typed);
    void leaveOutWanted(qint64 firstRow, qint64 lastRow);
    void copyWanted(const rowlift::ui::GridRange &range);
    void goToRowWanted();
    void findWanted();
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
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Select { Move, Extend };
    struct ColumnSample {
        QString longest;
        bool icon = false; ///< Some cell carries a mark's icon.
    };

    void onReset();
    void onCountChanged();
    void onRowsChanged(qint64 first, qint64 count);

    void layOut(); ///< Fonts, frozen columns, header.
    void layOutBody(); ///< After rows, widths or the viewport changed: ranges of the scroll bars, children.
    void syncScrollBars();
    void placeChildren();
    void syncNote();
    void repaintAll();
    void paintEmptyText(QPainter &painter) const;
    void updateRow(qint64 row);

    void guessWidths();
    [[nodiscard]] std::optional<std::vector<ColumnSample>> sampleColumns() const;
    [[nodiscard]] int headerNeed(const GridColumn &column) const;
    [[nodiscard]] int heldWidth(int width) const;
    void setWidths(const std::vector<int> &widths);

    void moveTo(qint64 row, int column, Select select);
    void setAnchoredSelection();
    void setSelection(const GridRange &range);
    void scrollTo(qint64 y, int x);

    bool moveByKey(const QKeyEvent &event);
    bool commandByKey(const QKeyEvent &event);
    bool editByKey(const QKeyEvent &event);
    void enterPressed(bool shift);
    void dragTo(const QPoint &viewportPoint);
    void setHoverRow(qint64 row);
    void showToolTipAt(const QPoint &viewportPoint, const QPoint &global);
    [[nodiscard]] std::optional<QString> selectedText() const;

    GridScene m_scene;
    GridHeader *m_header;
    NoteBar *m_note;
    QWidget *m_editor = nullptr;
    QString m_emptyText;
    QString m_emptySecondLine;
    bool m_editable = false;
    bool m_widthsFromRows = false; ///< The first rows at hand have had their say on widths.
    bool m_wholeRows = false; ///< The selection was begun on the row numbers.
    bool m_syncing = false; ///< The scroll bars are being set by us.
    bool m_dragging = false;
    qint64 m_anchorRow = -1;
    int m_anchorColumn = -1;
    QBasicTimer m_autoScroll;
};

} // namespace rowlift::ui
