#include "ui/grid/cell_paint.h"
#include "ui/grid/grid.h"
#include "ui/style/style.h"

#include <QFontMetrics>

#include <algorithm>

/// Grid: how wide columns are.
namespace rowlift::ui {

namespace {

constexpr int fewestChars = 6;
constexpr int mostCharsAtFirst = 34; // a column that wants more is cut until the person widens it
constexpr int mostCharsEver = 400;

} // namespace

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
    lower += column.mark == GridMark::None ? 0 : icon;
    return std::max(upper, lower) + 2 * px(Space::S2) + 2;
}

int Grid::heldWidth(int width) const
{
    const int character = QFontMetrics(m_scene.cellFont()).averageCharWidth();
    return std::clamp(width, fewestChars * character, mostCharsEver * character);
}

/// What each column shows in the visible rows at its widest; nothing when none of them is at hand.
std::optional<std::vector<Grid::ColumnSample>> Grid::sampleColumns() const
{
    const GridGeometry &g = m_scene.geometry;
    std::vector<ColumnSample> samples(m_scene.columns.size());
    bool any = false;
    const qint64 last = g.nearestRow(g.viewport.height() - 1);
    for (qint64 visual = g.nearestRow(0); visual >= 0 && visual <= last; ++visual) {
        const GridRow *row = m_scene.row(visual);
        if (row == nullptr || row->hatched)
            continue;
        any = true;
        const auto cells = std::min(static_cast<std::size_t>(row->cells.size()), samples.size());
        for (std::size_t i = 0; i < cells; ++i) {
            const QString &text = row->cells.at(static_cast<qsizetype>(i));
            if (text.size() > samples[i].longest.size())
                samples[i].longest = text;
        }
        for (const GridCellMark &mark : row->cellMarks) {
            if (mark.column >= 0 && mark.column < g.columnCount() && lookFor(mark.mark).icon)
                samples[static_cast<std::size_t>(mark.column)].icon = true;
        }
    }
    return any ? std::optional(samples) : std::nullopt;
}

/// First by headers and the source's guesses; once more when the first rows are at hand. Never again then:
/// columns must not move under a person's hands.
void Grid::guessWidths()
{
    GridGeometry &g = m_scene.geometry;
    if (m_widthsFromRows || m_scene.columns.empty() || g.viewport.isEmpty())
        return;
    const auto samples = sampleColumns();
    m_widthsFromRows = samples.has_value();
    const QFontMetrics cells(m_scene.cellFont());
    const int most = cells.averageCharWidth() * mostCharsAtFirst;
    const int around = 2 * px(Space::S2) + 2;
    std::vector<int> widths;
    widths.reserve(m_scene.columns.size());
    for (std::size_t i = 0; i < m_scene.columns.size(); ++i) {
        const GridColumn &column = m_scene.columns[i];
        int need = std::max(headerNeed(column), column.guessChars * cells.averageCharWidth() + around);
        if (samples) {
            const ColumnSample &sample = (*samples)[i];
            const int icon = sample.icon ? m_scene.markSize() + px(Space::S1) : 0;
            need = std::max(need, cells.horizontalAdvance(shownCellText(sample.longest)) + icon + around);
        }
        widths.push_back(heldWidth(std::min(need, most)));
    }
    setWidths(widths);
}

void Grid::setWidths(const std::vector<int> &widths)
{
    m_scene.geometry.setColumnWidths(widths);
    layOutBody();
}

void Grid::setColumnWidth(int column, int width)
{
    if (column < 0 || column >= m_scene.geometry.columnCount())
        return;
    m_widthsFromRows = true;
    std::vector<int> widths;
    for (int i = 0; i < m_scene.geometry.columnCount(); ++i)
        widths.push_back(i == column ? heldWidth(width) : m_scene.geometry.columnWidth(i));
    setWidths(widths);
}

void Grid::fitColumn(int column)
{
    if (column < 0 || column >= m_scene.geometry.columnCount())
        return;
    const GridGeometry &g = m_scene.geometry;
    const QFontMetrics cells(m_scene.cellFont());
    int need = headerNeed(m_scene.columns[static_cast<std::size_t>(column)]);
    const qint64 last = g.nearestRow(g.viewport.height() - 1);
    for (qint64 visual = g.nearestRow(0); visual >= 0 && visual <= last; ++visual) {
        const GridRow *row = m_scene.row(visual);
        if (row == nullptr || row->hatched)
            continue;
        const GridCellMark *mark = cellMark(*row, column);
        const int icon = mark != nullptr && lookFor(mark->mark).icon ? m_scene.markSize() + px(Space::S1) : 0;
        const int text = cells.horizontalAdvance(shownCellText(cellText(*row, column)));
        need = std::max(need, text + icon + 2 * px(Space::S2) + 2);
    }
    setColumnWidth(column, need);
}

} // namespace rowlift::ui
