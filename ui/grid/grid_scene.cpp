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

QString GridScene::columnName(int column) const
{
    if (column < 0 || column >= static_cast<int>(columns.size()))
        return {};
    const GridColumn &c = columns[static_cast<std::size_t>(column)];
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

const GridCellMark *cellMark(const GridRow &row, int column)
{
    const auto at = std::find_if(row.cellMarks.begin(), row.cellMarks.end(),
                                 [column](const GridCellMark &m) { return m.column == column; });
    return at == row.cellMarks.end() ? nullptr : &*at;
}

} // namespace rowlift::ui
