#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_paint.h"
#include "ui/grid/grid_scene.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

class HeaderPainter {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::Grid)

public:
    HeaderPainter(QPainter &painter, const GridScene &scene, int height)
        : m_painter(painter)
        , m_scene(scene)
        , m_geometry(scene.geometry)
        , m_height(height)
        , m_title(scene.titleFont())
        , m_titleMetrics(m_title)
        , m_small(scene.smallFont())
        , m_smallMetrics(m_small)
        , m_icon(std::max(px(Size::IconHeader), m_smallMetrics.ascent() - 1))
    {
    }

    void paint();

private:
    void paintColumn(int column);
    void paintTitle(const GridColumn &about, const QRect &line, const QColor &ground);
    void paintSecondLine(const GridColumn &about, QRect line, const QColor &ground);
    void paintFrozen();
    void paintFrozenColumnsEdge();
    void paintHiddenNeighbours(int column, const QRect &drawn);
    void paintFrame(const QRect &drawn);
    [[nodiscard]] Color groundOf(int column) const;
    [[nodiscard]] QRect upperLine(const QRect &cell) const;
    [[nodiscard]] QRect lowerLine(const QRect &cell) const;
    [[nodiscard]] QRect iconAt(const QRect &line) const;

    [[nodiscard]] CellTextLook lookOn(Color words, const QColor &ground) const
    {
        return { .color = color(words),
                 .faint = color(Color::Text3),
                 .ground = ground,
                 .rightToLeft = m_geometry.rightToLeft };
    }

    [[nodiscard]] const ReadyText &small(const QString &text) const
    {
        return m_scene.texts.find(text, Face::Small, m_small);
    }
    [[nodiscard]] const ReadyText &title(const QString &text) const
    {
        return m_scene.texts.find(text, Face::Title, m_title);
    }

    QPainter &m_painter;
    const GridScene &m_scene;
    const GridGeometry &m_geometry;
    int m_height;
    QFont m_title;
    QFontMetrics m_titleMetrics;
    QFont m_small;
    QFontMetrics m_smallMetrics;
    int m_icon;
};

void HeaderPainter::paint()
{
    const QRect whole(0, 0, m_geometry.viewport.width(), m_height);
    m_painter.fillRect(whole, color(Color::Sunk));
    const std::vector<int> columns = m_geometry.visibleColumns();
    for (const bool frozen : { true, false }) {
        QRect clip = m_geometry.clipOf(frozen);
        clip.setHeight(m_height);
        m_painter.save();
        m_painter.setClipRect(m_geometry.mirrored(clip));
        for (const int column : columns) {
            if (m_geometry.isFrozen(column) == frozen)
                paintColumn(column);
        }
        m_painter.restore();
    }
    paintFrozen();
    drawHair(m_painter, whole, Edge::Bottom, Color::ControlLine);
}

QRect HeaderPainter::upperLine(const QRect &cell) const
{
    const int pad = px(Space::S2);
    return { cell.left() + pad, cell.top() + pad, cell.width() - 2 * pad, m_titleMetrics.height() };
}

QRect HeaderPainter::lowerLine(const QRect &cell) const
{
    const int pad = px(Space::S2);
    return { cell.left() + pad, cell.bottom() + 1 - pad - m_smallMetrics.height(), cell.width() - 2 * pad,
             m_smallMetrics.height() };
}

QRect HeaderPainter::iconAt(const QRect &line) const
{
    return { line.left(), line.top() + (line.height() - m_icon) / 2, m_icon, m_icon };
}

void HeaderPainter::paintColumn(int column)
{
    const QRect cell(m_geometry.columnLeft(column), 0, m_geometry.columnWidth(column), m_height);
    const QRect drawn = m_geometry.mirrored(cell);
    const QColor ground = color(groundOf(column));
    m_painter.fillRect(drawn, ground);
    const GridColumn &about = m_scene.column(column);
    paintTitle(about, upperLine(cell), ground);
    paintSecondLine(about, lowerLine(cell), ground);
    drawHair(m_painter, drawn, Edge::End, column == m_scene.resizing ? Color::AccentText : Color::Line);
    paintHiddenNeighbours(column, drawn);
    if (m_scene.onHeader && column == m_scene.currentColumn)
        paintFrame(drawn);
}

Color HeaderPainter::groundOf(int column) const
{
    if (column == m_scene.hoverHeader)
        return Color::AccentSoft;
    const auto &ranges = m_scene.selection.ranges();
    const auto whole = [this, column](const GridRange &range) {
        return range.contains(0, column) && range.rows() == m_geometry.rows;
    };
    return std::any_of(ranges.begin(), ranges.end(), whole) ? Color::Selection : Color::Sunk;
}

/// A thick edge where columns are hidden behind this one, or before it when it is the first.
void HeaderPainter::paintHiddenNeighbours(int column, const QRect &drawn)
{
    const ColumnLayout &columns = m_geometry.columns;
    const int width = px(Size::Ring) + 1;
    const bool mirrored = m_geometry.rightToLeft;
    const QRect left(drawn.left(), drawn.top(), width, m_height);
    const QRect right(drawn.right() + 1 - width, drawn.top(), width, m_height);
    if (column + 1 < columns.count() && columns.isHidden(column + 1))
        m_painter.fillRect(mirrored ? left : right, color(Color::ControlLine));
    if (column > 0 && columns.placeOf(column) == 0)
        m_painter.fillRect(mirrored ? right : left, color(Color::ControlLine));
}

void HeaderPainter::paintFrame(const QRect &drawn)
{
    const int width = m_scene.focused ? px(Size::Ring) : 1;
    QPainterPath frame;
    frame.addRect(drawn);
    frame.addRect(drawn.adjusted(width, width, -width, -width));
    m_painter.fillPath(frame, color(m_scene.focused ? Color::AccentText : Color::ControlLine));
}

void HeaderPainter::paintTitle(const GridColumn &about, const QRect &line, const QColor &ground)
{
    QRect rest = line;
    const Color quiet = ground == color(Color::Sunk) ? Color::Text3 : Color::Text2;
    CellTextLook look = lookOn(quiet, ground);
    if (!about.letter.isEmpty()) {
        m_painter.setFont(m_small);
        const int width = small(about.letter).width;
        // Both stand on one base line.
        const int drop = m_titleMetrics.ascent() - m_smallMetrics.ascent();
        const QRect letter(line.left(), line.top() + drop, width, m_smallMetrics.height());
        drawCellText(m_painter, m_geometry.mirrored(letter), small(about.letter), look);
        rest.setLeft(line.left() + width + px(Space::S2));
    }
    m_painter.setFont(m_title);
    look.color = color(about.imported ? Color::Text : quiet);
    drawCellText(m_painter, m_geometry.mirrored(rest), title(about.title), look);
}

void HeaderPainter::paintSecondLine(const GridColumn &about, QRect line, const QColor &ground)
{
    const bool mapped = about.imported && !about.target.isEmpty();
    const Color quiet = ground == color(Color::Sunk) ? Color::Text3 : Color::Text2;
    const Color words = mapped ? Color::Field : quiet;
    const QString iconName = !about.imported ? u"crossed-circle"_s : mapped ? u"arrow"_s : about.kindIcon;
    if (!iconName.isEmpty()) {
        drawIcon(m_painter, m_geometry.mirrored(iconAt(line)), iconName, words);
        line.setLeft(line.left() + m_icon + px(Space::S1));
    }
    const QString text = mapped ? about.target : about.typeLine;
    if (const auto shape = shapeFor(about.mark)) {
        const int room = line.width() - m_icon - px(Space::S1);
        const int width = std::min(small(text).width, room);
        const QRect after(line.left() + width + px(Space::S1), line.top(), m_icon, line.height());
        drawMark(m_painter, m_geometry.mirrored(iconAt(after)), *shape);
        line.setWidth(width);
    }
    m_painter.setFont(m_small);
    const CellTextLook look = lookOn(words, ground);
    drawCellText(m_painter, m_geometry.mirrored(line), small(text), look);
}

void HeaderPainter::paintFrozen()
{
    const QRect numbers(0, 0, m_geometry.numberWidth, m_height);
    m_painter.fillRect(m_geometry.mirrored(numbers), color(Color::Sunk));
    CellTextLook look = lookOn(Color::Text3, color(Color::Sunk));
    look.endAligned = true;
    m_painter.setFont(m_small);
    const int drop = m_titleMetrics.ascent() - m_smallMetrics.ascent();
    //: Above the column of row numbers.
    drawCellText(m_painter, m_geometry.mirrored(upperLine(numbers).translated(0, drop)), small(tr("Row")),
                 look);
    drawHair(m_painter, m_geometry.mirrored(numbers), Edge::End);
    paintFrozenColumnsEdge();
    if (m_geometry.resultWidth == 0)
        return;
    const QRect results(m_geometry.numberWidth, 0, m_geometry.resultWidth, m_height);
    m_painter.fillRect(m_geometry.mirrored(results), color(Color::Sunk));
    look.endAligned = false;
    look.color = color(Color::Text);
    m_painter.setFont(m_title);
    drawCellText(m_painter, m_geometry.mirrored(upperLine(results)), title(tr("Result")), look);
    drawHair(m_painter, m_geometry.mirrored(results), Edge::End);
}

void HeaderPainter::paintFrozenColumnsEdge()
{
    if (m_geometry.frozenPlaces() > 0)
        drawHair(m_painter, m_geometry.mirrored({ 0, 0, m_geometry.frozenWidth(), m_height }), Edge::End,
                 Color::ControlLine);
}

} // namespace

void paintGridHeader(QPainter &painter, const GridScene &scene, int height)
{
    painter.setLayoutDirection(scene.geometry.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    HeaderPainter(painter, scene, height).paint();
}

} // namespace rowlift::ui
