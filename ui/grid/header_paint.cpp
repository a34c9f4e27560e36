#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_paint.h"
#include "ui/grid/grid_scene.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QPainter>

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
    if (m_geometry.columnCount() > 0) {
        m_painter.save();
        m_painter.setClipRect(m_geometry.mirrored(whole.adjusted(m_geometry.frozenWidth(), 0, 0, 0)));
        const int last = m_geometry.nearestColumn(whole.width() - 1);
        for (int column = m_geometry.nearestColumn(m_geometry.frozenWidth()); column <= last; ++column)
            paintColumn(column);
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
    const QColor ground = color(column == m_scene.hoverHeader ? Color::AccentSoft : Color::Sunk);
    m_painter.fillRect(drawn, ground);
    const GridColumn &about = m_scene.columns[static_cast<std::size_t>(column)];
    paintTitle(about, upperLine(cell), ground);
    paintSecondLine(about, lowerLine(cell), ground);
    drawHair(m_painter, drawn, Edge::End, column == m_scene.resizing ? Color::AccentText : Color::Line);
}

void HeaderPainter::paintTitle(const GridColumn &about, const QRect &line, const QColor &ground)
{
    QRect rest = line;
    CellTextLook look = lookOn(Color::Text3, ground);
    if (!about.letter.isEmpty()) {
        m_painter.setFont(m_small);
        const int width = m_smallMetrics.horizontalAdvance(about.letter);
        // Both stand on one base line.
        const int drop = m_titleMetrics.ascent() - m_smallMetrics.ascent();
        const QRect letter(line.left(), line.top() + drop, width, m_smallMetrics.height());
        drawCellText(m_painter, m_geometry.mirrored(letter), about.letter, m_smallMetrics, look);
        rest.setLeft(line.left() + width + px(Space::S2));
    }
    m_painter.setFont(m_title);
    look.color = color(about.imported ? Color::Text : Color::Text3);
    drawCellText(m_painter, m_geometry.mirrored(rest), shownCellText(about.title), m_titleMetrics, look);
}

void HeaderPainter::paintSecondLine(const GridColumn &about, QRect line, const QColor &ground)
{
    const bool mapped = about.imported && !about.target.isEmpty();
    const Color words = mapped ? Color::Field : Color::Text3;
    const QString iconName = !about.imported ? u"crossed-circle"_s : mapped ? u"arrow"_s : about.kindIcon;
    if (!iconName.isEmpty()) {
        drawIcon(m_painter, m_geometry.mirrored(iconAt(line)), iconName, words);
        line.setLeft(line.left() + m_icon + px(Space::S1));
    }
    const QString text = mapped ? about.target : about.typeLine;
    if (const auto shape = shapeFor(about.mark)) {
        const int room = line.width() - m_icon - px(Space::S1);
        const int width = std::min(m_smallMetrics.horizontalAdvance(text), room);
        const QRect after(line.left() + width + px(Space::S1), line.top(), m_icon, line.height());
        drawMark(m_painter, m_geometry.mirrored(iconAt(after)), *shape);
        line.setWidth(width);
    }
    m_painter.setFont(m_small);
    const CellTextLook look = lookOn(words, ground);
    drawCellText(m_painter, m_geometry.mirrored(line), text, m_smallMetrics, look);
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
    drawCellText(m_painter, m_geometry.mirrored(upperLine(numbers).translated(0, drop)), tr("Row"),
                 m_smallMetrics, look);
    drawHair(m_painter, m_geometry.mirrored(numbers), Edge::End);
    if (m_geometry.resultWidth == 0)
        return;
    const QRect results(m_geometry.numberWidth, 0, m_geometry.resultWidth, m_height);
    m_painter.fillRect(m_geometry.mirrored(results), color(Color::Sunk));
    look.endAligned = false;
    look.color = color(Color::Text);
    m_painter.setFont(m_title);
    drawCellText(m_painter, m_geometry.mirrored(upperLine(results)), tr("Result"), m_titleMetrics, look);
    drawHair(m_painter, m_geometry.mirrored(results), Edge::End);
}

} // namespace

void paintGridHeader(QPainter &painter, const GridScene &scene, int height)
{
    painter.setLayoutDirection(scene.geometry.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    HeaderPainter(painter, scene, height).paint();
}

} // namespace rowlift::ui
