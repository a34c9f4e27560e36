#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <compare>
#include <vector>

/// What the grid shows: plain values, and the interface through which it asks for them. The grid knows
/// neither files nor services; rows are addressed by their place in the present filter (visual index, from
/// 0), columns by their number in the source, hidden or not.
///
/// Everything that pages add plugs in here: marks, edits and results are said by the rows that a source
/// gives, a filter is a source that gives fewer rows. The grid asks for what is visible, and for what a copy
/// or a fitted column needs; it keeps no row.
namespace rowlift::ui {

/// What is said of a row or a cell. The drawing of each is a line of the marks table: see drawCellMark().
enum class GridMark {
    None,
    Problem,
    HeadsUp,
    Failed,
    Edited,
    Fixed,
    LeftOut,
    In,
    InWithWarning,
    Unknown,
    Waiting,
    NotSent,
};

/// The word for people that stands for \a mark, for tool tips and screen readers; empty for None.
[[nodiscard]] QString wordFor(GridMark mark);

struct GridColumn {
    QString letter; ///< As a spreadsheet counts: "A", "AB". May be empty.
    QString title;
    QString typeLine; ///< What the values look like: "date d.m.y", "e-mail 99.9 %".
    QString kindIcon; ///< Icon name before the type line; empty for none.
    bool imported = true;
    QString target; ///< The field's name; then the second line says "→ target" instead of the type line.
    GridMark mark = GridMark::None; ///< A doubt about the whole column, drawn after the type line.
    QString note; ///< The doubt in words: tool tip and part of the accessible name.
    int guessChars = 0; ///< Width to begin with, in characters; 0: by the first rows.
    bool endAligned = false;
    bool link = false; ///< Cells are links: activating them opens something.

    bool operator==(const GridColumn &) const = default;
};

struct GridCellMark {
    int column = 0;
    GridMark mark = GridMark::None;
    QString hint; ///< Tool tip and part of the accessible description: "was: Grossbritanien".

    bool operator==(const GridCellMark &) const = default;
};

struct GridRow {
    qint64 number = 0; ///< As a spreadsheet shows it: the first line is 1.
    QStringList cells; ///< May be shorter than the columns.
    GridMark mark = GridMark::None;
    QString result; ///< Text of the leading Result column, see GridSource::hasResults().
    QString tag; ///< A word at the row's end: "header", "not imported".
    bool hatched = false; ///< Title rows and others that are not imported.
    bool header = false;
    std::vector<int> cutCells; ///< Columns of which `cells` has only the beginning: they get a sign.
    std::vector<GridCellMark> cellMarks;
    QString note; ///< One sentence that opens under the row while it is the current one.
    QString noteDetails; ///< More about it, one click away.
    QStringList
        noteActions; ///< Flat buttons after the sentence; Enter takes the first, Shift+Enter the second.

    bool operator==(const GridRow &) const = default;
};

/// Cells from first to last, both included.
struct GridRange {
    qint64 firstRow = 0;
    qint64 lastRow = -1;
    int firstColumn = 0;
    int lastColumn = -1;

    [[nodiscard]] bool contains(qint64 row, int column) const
    {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
    [[nodiscard]] qint64 rows() const { return lastRow - firstRow + 1; }
    bool operator==(const GridRange &) const = default;
};

/// One found cell.
struct GridHit {
    qint64 row = 0;
    int column = 0;

    auto operator<=>(const GridHit &) const = default;
};

/// Where a grid's rows come from. Lives on the GUI thread and never blocks: every call must be quick enough
/// to be made for each visible row while painting.
class GridSource : public QObject {
    Q_OBJECT

public:
    explicit GridSource(QObject *parent = nullptr);

    [[nodiscard]] virtual qint64 rowCount() const = 0;
    [[nodiscard]] virtual int columnCount() const = 0;
    /// Asked when the column is to be seen, again after reset() and columnsChanged(). There may be 100,000:
    /// a column costs no more than itself.
    [[nodiscard]] virtual GridColumn column(int column) const = 0;
    /// The row at hand, or null while it is not loaded. Good until the next call of row() or the event loop.
    [[nodiscard]] virtual const GridRow *row(qint64 visualIndex) const = 0;
    /// Called when rows are not at hand: bring these and tell by rowsChanged(), not at once. A later call may
    /// take the place of an earlier one; whoever still misses a row asks again after rowsChanged().
    virtual void want(qint64 first, qint64 count) = 0;

    /// The largest row number that may appear: makes room for it. By default the count of rows.
    [[nodiscard]] virtual qint64 largestNumber() const;
    /// Whether there is a leading Result column (icon, word and reason).
    [[nodiscard]] virtual bool hasResults() const;

Q_SIGNALS:
    void rowsChanged(qint64 first, qint64 count);
    /// What is said of columns (type line, mark, target) may be new; their number and widths stay.
    void columnsChanged();
    /// There are more (or fewer) rows, those before stay as they are.
    void countChanged();
    /// Everything may be new: columns, rows, order.
    void reset();
};

} // namespace rowlift::ui
