#include "ui/grid/grid_scene.h"

#include "ui/style/style.h"

#include <QFontMetrics>

#include <algorithm>

namespace rowlift::ui {

namespace {

QFont scaledFont(QFont font, double factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

constexpr double numberFactor = 0.9; // of the cells' font

} // namespace

const GridRow *GridScene::row(qint64 visual) const
{
    if (!source || visual < 0 || visual >= geometry.rows)
        return nullptr;
    return source->row(visual);
}

const GridColumn &GridScene::column(int column) const
{
    if (const GridColumn *known = m_columns.object(column))
        return *known;
    static const GridColumn none;
    if (!source || column < 0 || column >= geometry.columnCount())
        return none;
    m_columns.insert(column, new GridColumn(source->column(column)));
    return *m_columns.object(column);
}

QString GridScene::columnName(int column) const
{
    const GridColumn &c = this->column(column);
    return c.title.isEmpty() ? c.letter : c.title;
}

QFont GridScene::cellFont() const
{
    return scaledFont(font(Type::Cell), textScale);
}

QFont GridScene::numberFont(bool current) const
{
    QFont f = scaledFont(cellFont(), numberFactor);
    if (current)
        f.setWeight(static_cast<QFont::Weight>(font(Type::Strong).weight()));
    return f;
}

QFont GridScene::titleFont() const
{
    return scaledFont(font(Type::Strong), textScale);
}

QFont GridScene::smallFont() const
{
    return scaledFont(font(Type::Small), textScale);
}

int GridScene::markSize() const
{
    return std::max(px(Size::IconText), QFontMetrics(cellFont()).ascent());
}

QString cellText(const GridRow &row, int column)
{
    return row.cells.value(column);
}

bool isCut(const GridRow &row, int column)
{
    return std::find(row.cutCells.begin(), row.cutCells.end(), column) != row.cutCells.end();
}

const GridCellMark *cellMark(const GridRow &row, int column)
{
    const auto at = std::find_if(row.cellMarks.begin(), row.cellMarks.end(),
                                 [column](const GridCellMark &m) { return m.column == column; });
    return at == row.cellMarks.end() ? nullptr : &*at;
}

} // namespace rowlift::ui
