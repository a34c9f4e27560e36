#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_paint.h"
#include "ui/grid/grid_scene.h"
#include "ui/grid/row_paint.h"
#include "ui/style/style.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int waitingBar = 10; // high

QColor halfway(const QColor &a, const QColor &b)
{
    return QColor::fromRgbF((a.redF() + b.redF()) / 2, (a.greenF() + b.greenF()) / 2,
                            (a.blueF() + b.blueF()) / 2);
}

/// Paints row after row; lives for one paint event.
class BodyPainter {
public:
    BodyPainter(QPainter &painter, const GridScene &scene)
        : m_painter(painter)
        , m_scene(scene)
        , m_geometry(scene.geometry)
        , m_cells(painter, scene)
        , m_cellFont(scene.cellFont())
        , m_smallFont(scene.smallFont())
        , m_smallMetrics(m_smallFont)
        , m_markSize(scene.markSize())
        , m_hair(currentTheme() == Theme::HighContrast ? 2 : 1)
    {
    }

    MissingRows paint(const QRect &exposed);

private:
    void paintRow(qint64 visual, const GridRow &row);
    void paintTag(qint64 visual, const GridRow &row, const QRect &line);
    void paintNumber(qint64 visual, const GridRow *row);
    void paintResult(const GridRow &row, const QRect &logical, const QColor &ground);
    void paintPlaceholder(qint64 visual);
    void paintFrame();
    void paintFrozenEdge();
    [[nodiscard]] QColor rowGround(qint64 visual, const GridRow &row) const;

    QPainter &m_painter;
    const GridScene &m_scene;
    const GridGeometry &m_geometry;
    RowPainter m_cells;
    QFont m_cellFont;
    QFont m_smallFont;
    QFontMetrics m_smallMetrics;
    int m_markSize;
    int m_hair; ///< The row's bottom line, which marks stay clear of.
};

MissingRows BodyPainter::paint(const QRect &exposed)
{
    const int width = m_geometry.viewport.width();
    m_painter.fillRect(exposed, color(Color::Surface));
    m_painter.fillRect(m_geometry.mirrored({ 0, exposed.top(), m_geometry.numberWidth, exposed.height() }),
                       color(Color::Sunk));
    MissingRows missing { 0, 0 };
    qint64 row = m_geometry.rowAt(exposed.top());
    for (; row >= 0 && row < m_geometry.rows; ++row) {
        const QRect line = m_geometry.rowRect(row);
        if (line.top() > exposed.bottom())
            break;
        if (const GridRow *data = m_scene.row(row)) {
            paintRow(row, *data);
        } else {
            missing.first = missing.second == 0 ? row : missing.first;
            missing.second = row - missing.first + 1;
            paintPlaceholder(row);
        }
        drawHair(m_painter, QRectF(0, line.top(), width, line.height()), Edge::Bottom);
    }
    const QRect note = m_geometry.noteRect();
    if (!note.isEmpty()) {
        const QRect beside(0, note.top(), m_geometry.leadWidth(), note.height());
        m_painter.fillRect(m_geometry.mirrored(beside), color(Color::Sunk));
        drawHair(m_painter, QRectF(0, note.top(), width, note.height()), Edge::Bottom);
    }
    paintFrozenEdge();
    paintFrame();
    return missing;
}

QColor BodyPainter::rowGround(qint64 visual, const GridRow &row) const
{
    if (looksLeftOut(row))
        return color(Color::LeftOut);
    if (row.header)
        return color(Color::Sunk);
    if (visual == m_scene.hoverRow)
        return halfway(color(Color::Surface), color(Color::AccentSoft));
    return color(Color::Surface);
}

void BodyPainter::paintRow(qint64 visual, const GridRow &row)
{
    const QRect line = m_geometry.rowRect(visual);
    const QColor ground = rowGround(visual, row);
    const QRect behindNumbers = m_geometry.mirrored(line.adjusted(m_geometry.numberWidth, 0, 0, 0));
    m_painter.fillRect(behindNumbers, ground);
    if (looksLeftOut(row))
        drawHatching(m_painter, behindNumbers);
    m_cells.paint(visual, row, ground);
    paintTag(visual, row, line);
    paintNumber(visual, &row);
    if (m_geometry.resultWidth > 0)
        paintResult(row, m_geometry.resultRect(visual), ground);
}

void BodyPainter::paintTag(qint64 visual, const GridRow &row, const QRect &line)
{
    if (row.tag.isEmpty())
        return;
    const int width = m_smallMetrics.horizontalAdvance(row.tag) + 2 * px(Space::S2);
    const int height = m_smallMetrics.height() + px(Space::S1);
    const QRect chip(line.right() + 1 - width - px(Space::S2), line.top() + (line.height() - height) / 2,
                     width, height);
    // Never over the cell that it is about.
    const auto hides
        = [&](const GridCellMark &mark) { return m_geometry.cellRect(visual, mark.column).intersects(chip); };
    if (std::any_of(row.cellMarks.begin(), row.cellMarks.end(), hides))
        return;
    const QRect place = m_geometry.mirrored(chip);
    drawBox(m_painter, place, px(Size::R1), Color::Surface, Color::Line);
    m_painter.setFont(m_smallFont);
    m_painter.setPen(color(Color::Text3));
    m_painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, row.tag);
}

void BodyPainter::paintNumber(qint64 visual, const GridRow *row)
{
    const bool current = visual == m_scene.currentRow;
    const QRect logical = m_geometry.numberRect(visual);
    const QRect cell = m_geometry.mirrored(logical).adjusted(0, 0, 0, -m_hair);
    const GridMark mark = row == nullptr ? GridMark::None : row->mark;
    const bool patterned = mark == GridMark::Unknown;
    m_painter.fillRect(cell, color(patterned ? Color::InfoSoft : Color::Sunk));
    if (patterned)
        drawUnderline(m_painter, cell, Underline::LongDash, Color::InfoMark);
    if (const auto shape = shapeFor(mark)) {
        const QRect icon(px(Space::S2), logical.top() + (logical.height() - m_markSize) / 2, m_markSize,
                         m_markSize);
        drawMark(m_painter, m_geometry.mirrored(icon), *shape);
    }
    if (row == nullptr)
        return;
    const QFont face = m_scene.numberFont(current);
    m_painter.setFont(face);
    CellTextLook look = textLookOn(m_scene, color(Color::Sunk), false, true);
    look.endAligned = true;
    if (current || patterned)
        look.color = color(current ? Color::Text : Color::Text2);
    const Face kind = current ? Face::CurrentNumber : Face::Number;
    drawCellText(m_painter, paddedCell(cell), m_scene.texts.find(QLocale().toString(row->number), kind, face),
                 look);
}

void BodyPainter::paintResult(const GridRow &row, const QRect &logical, const QColor &ground)
{
    const QRect cell = m_geometry.mirrored(logical);
    m_painter.fillRect(cell, ground);
    if (looksLeftOut(row))
        drawHatching(m_painter, cell);
    m_painter.setFont(m_cellFont);
    const CellTextLook look = textLookOn(m_scene, ground, looksLeftOut(row), looksLeftOut(row));
    drawCellText(m_painter, paddedCell(cell), m_scene.texts.find(row.result, Face::Cell, m_cellFont), look);
}

void BodyPainter::paintPlaceholder(qint64 visual)
{
    m_cells.paintPlaceholder(visual);
    paintNumber(visual, nullptr);
    const auto bar = [this](const QRect &cell) {
        const QRect inner = paddedCell(cell);
        const int top = cell.top() + (cell.height() - waitingBar) / 2;
        const QRect logical(inner.left(), top, inner.width() * 3 / 5, waitingBar);
        drawBox(m_painter, m_geometry.mirrored(logical), px(Size::R1), Color::Line);
    };
    if (m_geometry.resultWidth > 0)
        bar(m_geometry.resultRect(visual));
    bar(m_geometry.numberRect(visual));
}

void BodyPainter::paintFrozenEdge()
{
    const int height = m_geometry.viewport.height();
    drawHair(m_painter, m_geometry.mirrored({ 0, 0, m_geometry.numberWidth, height }), Edge::End);
    if (m_geometry.resultWidth > 0)
        drawHair(m_painter, m_geometry.mirrored({ 0, 0, m_geometry.leadWidth(), height }), Edge::End);
    if (m_geometry.frozenPlaces() > 0)
        drawHair(m_painter, m_geometry.mirrored({ 0, 0, m_geometry.frozenWidth(), height }), Edge::End,
                 Color::ControlLine);
    if (m_scene.resizing < 0)
        return;
    const int left = m_geometry.columnLeft(m_scene.resizing);
    const QRect column(left, 0, m_geometry.columnWidth(m_scene.resizing), height);
    drawHair(m_painter, m_geometry.mirrored(column), Edge::End, Color::AccentText);
}

void BodyPainter::paintFrame()
{
    if (m_scene.currentRow < 0 || m_scene.currentColumn < 0 || m_geometry.columnCount() == 0)
        return;
    const bool focused = m_scene.focused && !m_scene.onHeader;
    const QRect cell = m_geometry.mirrored(m_geometry.cellRect(m_scene.currentRow, m_scene.currentColumn));
    const QRect clip = m_geometry.clipOf(m_geometry.isFrozen(m_scene.currentColumn));
    m_painter.save();
    m_painter.setClipRect(m_geometry.mirrored(clip), Qt::IntersectClip);
    const int width = focused ? px(Size::Ring) : 1;
    QPainterPath frame;
    frame.addRect(cell);
    frame.addRect(cell.adjusted(width, width, -width, -width));
    m_painter.fillPath(frame, color(focused ? Color::AccentText : Color::ControlLine));
    m_painter.restore();
}

} // namespace

MissingRows paintGridBody(QPainter &painter, const GridScene &scene, const QRect &exposed)
{
    painter.setLayoutDirection(scene.geometry.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    return BodyPainter(painter, scene).paint(exposed);
}

} // namespace rowlift::ui
