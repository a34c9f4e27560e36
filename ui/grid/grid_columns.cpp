#include "ui/grid/cell_paint.h"
#include "ui/grid/grid.h"
#include "ui/grid/grid_accessible.h"
#include "ui/style/style.h"

#include <QElapsedTimer>
#include <QFontMetrics>

#include <algorithm>

/// Grid: which columns there are, how wide they are, which are shown.
namespace rowlift::ui {

namespace {

constexpr int fewestChars = 6;
constexpr int charsUnseen = 14; // of a column that was not measured yet
constexpr int mostCharsAtFirst = 34; // a column that wants more is cut until the person widens it
constexpr int mostCharsOfOurs = 60; // the same of a column that is not the file's: what it says is short
constexpr int mostCharsEver = 400;
constexpr int namesCompared = 200;
constexpr int columnsAtOnce = 32;
constexpr qint64 measureMs = 3;
constexpr qint64 rowsAroundView = 50; // looked at for a fit, if they are at hand

} // namespace

/// True when a reset brought other columns than there were.
bool Grid::takeColumns()
{
    const GridSource *source = m_scene.source;
    const int count = source == nullptr ? 0 : source->columnCount();
    m_scene.forgetColumns();
    QStringList names;
    for (int column = 0; column < std::min(count, namesCompared); ++column) {
        const GridColumn about = source->column(column);
        names << about.letter + u'\t' + about.title;
    }
    if (count == m_scene.geometry.columnCount() && names == m_firstNames)
        return false;
    m_firstNames = names;
    m_widthsFromRows = false;
    m_setByHand.clear();
    m_measuring.stop();
    const int unseen = QFontMetrics(m_scene.cellFont()).averageCharWidth() * charsUnseen;
    m_scene.geometry.setColumnWidths(std::vector<int>(static_cast<std::size_t>(count), unseen));
    m_scene.geometry.x = 0;
    return true;
}

int Grid::headerNeed(const GridColumn &column) const
{
    const QFontMetrics small(m_scene.smallFont());
    const QFontMetrics strong(m_scene.titleFont());
    const int icon = std::max(px(Size::IconHeader), small.ascent() - 1) + px(Space::S1);
    int upper = strong.horizontalAdvance(column.title.left(mostCharsAtFirst * 2));
    if (!column.letter.isEmpty())
        upper += small.horizontalAdvance(column.letter) + px(Space::S2);
    const bool mapped = column.imported && !column.target.isEmpty();
    int lower = small.horizontalAdvance(mapped ? column.target : column.typeLine);
    lower += mapped || !column.imported || !column.kindIcon.isEmpty() ? icon : 0;
    lower += icon; // a mark may come once the whole file was read
    return std::max(upper, lower) + 2 * px(Space::S2) + 2;
}

int Grid::heldWidth(int width) const
{
    const int character = QFontMetrics(m_scene.cellFont()).averageCharWidth();
    return std::clamp(width, fewestChars * character, mostCharsEver * character);
}

/// By the headers and the longest text of each column in the rows at hand.
std::vector<int> Grid::neededWidths(int first, int count, Measure how) const
{
    struct Sample {
        QString longest;
        int icons = 0;
    };
    const GridGeometry &g = m_scene.geometry;
    std::vector<Sample> samples(static_cast<std::size_t>(count));
    const qint64 around = how == Measure::Fit ? rowsAroundView : 0;
    const qint64 last = std::min(g.rows - 1, g.nearestRow(g.viewport.height() - 1) + around);
    for (qint64 visual = std::max<qint64>(0, g.nearestRow(0) - around); visual <= last; ++visual) {
        const GridRow *row = m_scene.row(visual);
        if (row == nullptr || row->hatched)
            continue;
        for (int at = 0; at < count && first + at < row->cells.size(); ++at) {
            const QString &text = row->cells.at(first + at);
            Sample &sample = samples[static_cast<std::size_t>(at)];
            if (text.size() > sample.longest.size())
                sample.longest = text;
        }
        for (const GridCellMark &mark : row->cellMarks) {
            if (mark.column >= first && mark.column < first + count && lookFor(mark.mark).icon)
                samples[static_cast<std::size_t>(mark.column - first)].icons = 1;
        }
    }
    const QFontMetrics cells(m_scene.cellFont());
    const int padding = 2 * px(Space::S2) + 2;
    const int room
        = std::max(mostCharsAtFirst * cells.averageCharWidth(), g.viewport.width() - g.frozenWidth());
    const int most = how == Measure::Fit ? room : cells.averageCharWidth() * mostCharsAtFirst;
    std::vector<int> widths;
    for (int at = 0; at < count; ++at) {
        const GridColumn &column = m_scene.column(first + at);
        const Sample &sample = samples[static_cast<std::size_t>(at)];
        const int icons = sample.icons * (m_scene.markSize() + px(Space::S1));
        const int guess = how == Measure::Guess ? column.guessChars * cells.averageCharWidth() : 0;
        const int text = cells.horizontalAdvance(shownCellText(sample.longest)) + icons;
        const int ours = std::min(room / 2, cells.averageCharWidth() * mostCharsOfOurs);
        const int limit = column.letter.isEmpty() ? std::max(most, ours) : most;
        widths.push_back(
            heldWidth(std::min(limit, std::max(headerNeed(column), std::max(text, guess) + padding))));
    }
    return widths;
}

/// First by headers and the source's guesses; once more when the first rows are at hand. Never again then:
/// columns must not move under a person's hands.
void Grid::guessWidths()
{
    const GridGeometry &g = m_scene.geometry;
    if (m_widthsFromRows || g.columnCount() == 0 || g.viewport.isEmpty())
        return;
    const qint64 last = g.nearestRow(g.viewport.height() - 1);
    for (qint64 visual = g.nearestRow(0); visual >= 0 && visual <= last && !m_widthsFromRows; ++visual) {
        const GridRow *row = m_scene.row(visual);
        m_widthsFromRows = row != nullptr && !row->hatched;
    }
    startMeasuring(Measure::Guess);
}

/// What is in view is measured at once, the rest between events.
void Grid::startMeasuring(Measure how)
{
    m_measure = how;
    m_nextToMeasure = 0;
    measureSome();
}

void Grid::measureSome()
{
    QElapsedTimer time;
    time.start();
    std::vector<int> widths = m_scene.geometry.columns.widths();
    const auto count = static_cast<int>(widths.size());
    while (m_nextToMeasure < count && !time.hasExpired(measureMs)) {
        const int first = m_nextToMeasure;
        const int some = std::min(columnsAtOnce, count - first);
        const std::vector<int> needed = neededWidths(first, some, m_measure);
        for (int at = 0; at < some; ++at) {
            if (m_measure == Measure::Fit || !m_setByHand.contains(first + at))
                widths[static_cast<std::size_t>(first + at)] = needed[static_cast<std::size_t>(at)];
        }
        m_nextToMeasure += some;
    }
    takeWidths(std::move(widths));
    if (m_nextToMeasure < count)
        m_measuring.start(0, this);
    else
        m_measuring.stop();
}

/// What scrolls keeps its first column where it is: the columns before it may be measured later.
void Grid::takeWidths(std::vector<int> widths)
{
    GridGeometry &g = m_scene.geometry;
    const int anchor = g.x > 0 ? g.nearestColumn(g.frozenWidth()) : -1;
    const int before = anchor < 0 ? 0 : g.columnLeft(anchor);
    g.columns.setWidths(std::move(widths));
    if (anchor >= 0 && !g.isFrozen(anchor))
        g.x += g.columnLeft(anchor) - before;
    layOutBody();
}

void Grid::setColumnWidth(int column, int width)
{
    GridGeometry &g = m_scene.geometry;
    if (column < 0 || column >= g.columnCount())
        return;
    m_setByHand.insert(column);
    g.columns.setWidth(column, heldWidth(width));
    layOutBody();
}

void Grid::fitColumn(int column)
{
    if (column >= 0 && column < m_scene.geometry.columnCount())
        setColumnWidth(column, neededWidths(column, 1, Measure::Fit).front());
}

void Grid::fitAllColumns()
{
    startMeasuring(Measure::Fit);
}

void Grid::hideColumns(const std::vector<int> &columns)
{
    if (m_scene.geometry.columns.hide(columns))
        columnsRearranged();
}

void Grid::showColumn(int column)
{
    if (!isColumnHidden(column))
        return;
    m_scene.geometry.columns.show(column);
    columnsRearranged();
}

void Grid::showAllColumns()
{
    m_scene.geometry.columns.showAll();
    columnsRearranged();
}

bool Grid::isColumnHidden(int column) const
{
    const ColumnLayout &columns = m_scene.geometry.columns;
    return column >= 0 && column < columns.count() && columns.isHidden(column);
}

void Grid::freezeColumns(int count)
{
    m_scene.geometry.columns.freeze(std::clamp(count, 0, m_scene.geometry.columnCount()));
    columnsRearranged();
}

/// A screen reader must hear of other columns, and the current cell must be one that can be seen.
void Grid::columnsRearranged()
{
    m_scene.hoverHeader = m_scene.resizing = -1;
    layOutBody();
    announceGridReset(*this);
    if (m_scene.currentRow < 0)
        return;
    const int shown = m_scene.geometry.columns.nearestShown(m_scene.currentColumn);
    if (shown != m_scene.currentColumn)
        moveTo(m_scene.currentRow, shown, Select::Move);
    else
        announceCurrentCell(*this);
}

} // namespace rowlift::ui
