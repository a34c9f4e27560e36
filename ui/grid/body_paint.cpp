#include "ui/grid/cell_paint.h"
#include "ui/grid/grid_paint.h"
#include "ui/grid/grid_scene.h"
#include "ui/style/style.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace rowlift::ui {

namespace {

constexpr int placeholderHeight = 10;

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
        , m_rightToLeft(scene.geometry.rightToLeft)
        , m_cellFont(scene.cellFont())
        , m_cellMetrics(m_cellFont)
        , m_smallFont(scene.smallFont())
        , m_smallMetrics(m_smallFont)
        , m_markSize(scene.markSize())
        , m_hair(currentTheme() == Theme::HighContrast ? 2 : 1)
        , m_severalSelected(scene.selection.rows() > 1
                            || scene.selection.firstColumn != scene.selection.lastColumn)
    {
        m_firstColumn = m_geometry.nearestColumn(m_geometry.frozenWidth());
        m_lastColumn = m_geometry.nearestColumn(m_geometry.viewport.width() - 1);
    }

    MissingRows paint(const QRect &exposed);

private:
    void paintRow(qint64 visual, const GridRow &row);
    void paintCells(qint64 visual, const GridRow &row);
    void paintCell(qint64 visual, const GridRow &row, int column);
    void paintSpilling(const GridRow &row, qint64 visual);
    void paintTag(qint64 visual, const GridRow &row, const QRect &line);
    void paintNumber(qint64 visual, const GridRow *row);
    void paintResult(const GridRow &row, const QRect &logical, const QColor &ground);
    void paintPlaceholder(qint64 visual);
    void paintFrame();
    void paintFrozenEdge();

    [[nodiscard]] QColor rowGround(qint64 visual, const GridRow &row) const;
    [[nodiscard]] bool leftOut(const GridRow &row) const
    {
        return row.hatched || row.mark == GridMark::LeftOut;
    }
    [[nodiscard]] CellTextLook lookOn(const QColor &ground, bool hatched, bool quiet) const
    {
        const bool backed = hatched && currentTheme() == Theme::HighContrast;
        return { .color = color(quiet ? Color::Text3 : Color::Text),
                 .faint = color(Color::Text3),
                 .ground = ground,
                 .backed = backed,
                 .rightToLeft = m_rightToLeft };
    }
    [[nodiscard]] QRect padded(const QRect &cell) const
    {
        return cell.adjusted(px(Space::S2), 0, -px(Space::S2), 0);
    }
    [[nodiscard]] QRect columnsArea() const
    {
        return m_geometry.mirrored({ m_geometry.frozenWidth(), 0,
                                     m_geometry.viewport.width() - m_geometry.frozenWidth(),
                                     m_geometry.viewport.height() });
    }

    QPainter &m_painter;
    const GridScene &m_scene;
    const GridGeometry &m_geometry;
    bool m_rightToLeft;
    QFont m_cellFont;
    QFontMetrics m_cellMetrics;
    QFont m_smallFont;
    QFontMetrics m_smallMetrics;
    int m_markSize;
    int m_hair; ///< The row's bottom line, which marks stay clear of.
    bool m_severalSelected;
    int m_firstColumn = 0;
    int m_lastColumn = -1;
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
        const QRect beside(0, note.top(), m_geometry.frozenWidth(), note.height());
        m_painter.fillRect(m_geometry.mirrored(beside), color(Color::Sunk));
        drawHair(m_painter, QRectF(0, note.top(), width, note.height()), Edge::Bottom);
    }
    paintFrozenEdge();
    paintFrame();
    return missing;
}

QColor BodyPainter::rowGround(qint64 visual, const GridRow &row) const
{
    if (leftOut(row))
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
    if (leftOut(row))
        drawHatching(m_painter, behindNumbers);
    paintCells(visual, row);
    paintTag(visual, row, line);
    paintNumber(visual, &row);
    if (m_geometry.resultWidth > 0)
        paintResult(row, m_geometry.resultRect(visual), ground);
}

void BodyPainter::paintCells(qint64 visual, const GridRow &row)
{
    if (m_geometry.columnCount() == 0)
        return;
    m_painter.save();
    m_painter.setClipRect(columnsArea(), Qt::IntersectClip);
    if (row.hatched) {
        paintSpilling(row, visual);
    } else {
        for (int column = m_firstColumn; column <= m_lastColumn; ++column)
            paintCell(visual, row, column);
    }
    m_painter.restore();
}

void BodyPainter::paintCell(qint64 visual, const GridRow &row, int column)
{
    const QRect cell = m_geometry.mirrored(m_geometry.cellRect(visual, column)).adjusted(0, 0, 0, -m_hair);
    const GridCellMark *mark = cellMark(row, column);
    const CellMarkLook look = mark == nullptr ? CellMarkLook {} : lookFor(mark->mark);
    // One cell is selected by its frame alone, as in spreadsheets.
    const bool selected = m_severalSelected && m_scene.selection.contains(visual, column);
    QColor ground = rowGround(visual, row);
    if (look.fill || selected) {
        ground = color(selected ? Color::Selection : *look.fill);
        m_painter.fillRect(cell, ground);
    }
    const int icon = look.icon ? m_markSize + px(Space::S1) : 0;
    const QRect text = padded(m_rightToLeft ? cell.adjusted(icon, 0, 0, 0) : cell.adjusted(0, 0, -icon, 0));
    const GridColumn &about = m_scene.columns[static_cast<std::size_t>(column)];
    const bool quiet = !about.imported || leftOut(row);
    CellTextLook words = lookOn(ground, leftOut(row), quiet);
    words.endAligned = about.endAligned;
    if (about.link)
        words.color = color(Color::AccentText);
    if (look.fill || selected)
        words.color = words.faint = color(selected ? Color::OnSelection : Color::Text);
    QFont face = m_cellFont;
    if (row.mark == GridMark::LeftOut)
        face.setStrikeOut(true);
    if (row.header)
        face.setWeight(QFont::DemiBold);
    face.setUnderline(about.link);
    m_painter.setFont(face);
    const QString shown = shownCellText(cellText(row, column));
    drawCellText(m_painter, text, shown, row.header ? QFontMetrics(face) : m_cellMetrics, words);
    if (mark != nullptr) // last: the fade of cut text must not wash out the pattern
        drawCellMark(m_painter, cell, mark->mark, m_markSize, m_rightToLeft);
}

/// A title row reads as in a spreadsheet: its words run on over the blank cells behind them.
void BodyPainter::paintSpilling(const GridRow &row, qint64 visual)
{
    m_painter.setFont(m_cellFont);
    const CellTextLook words = lookOn(color(Color::LeftOut), true, true);
    const int columns = m_geometry.columnCount();
    for (int column = 0; column <= m_lastColumn; ++column) {
        const QString text = shownCellText(cellText(row, column));
        if (text.isEmpty())
            continue;
        int last = column;
        while (last + 1 < columns && cellText(row, last + 1).isEmpty())
            ++last;
        const QRect cells = m_geometry.cellRect(visual, column).united(m_geometry.cellRect(visual, last));
        drawCellText(m_painter, padded(m_geometry.mirrored(cells)), text, m_cellMetrics, words);
        column = last;
    }
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
    CellTextLook look = lookOn(color(Color::Sunk), false, true);
    look.endAligned = true;
    if (current || patterned)
        look.color = color(current ? Color::Text : Color::Text2);
    drawCellText(m_painter, padded(cell), QLocale().toString(row->number), QFontMetrics(face), look);
}

void BodyPainter::paintResult(const GridRow &row, const QRect &logical, const QColor &ground)
{
    const QRect cell = m_geometry.mirrored(logical);
    m_painter.fillRect(cell, ground);
    if (leftOut(row))
        drawHatching(m_painter, cell);
    m_painter.setFont(m_cellFont);
    const CellTextLook look = lookOn(ground, leftOut(row), leftOut(row));
    drawCellText(m_painter, padded(cell), shownCellText(row.result), m_cellMetrics, look);
}

void BodyPainter::paintPlaceholder(qint64 visual)
{
    static constexpr std::array shares { 62, 45, 74, 38, 55, 68, 41 };
    const QRect line = m_geometry.rowRect(visual);
    const int top = line.top() + (line.height() - placeholderHeight) / 2;
    const auto bar = [this, top](const QRect &cell, std::size_t seed) {
        const QRect inner = padded(cell);
        const QRect logical(inner.left(), top, inner.width() * shares[seed % shares.size()] / 100,
                            placeholderHeight);
        drawBox(m_painter, m_geometry.mirrored(logical), px(Size::R1), Color::Line);
    };
    m_painter.save();
    m_painter.setClipRect(columnsArea(), Qt::IntersectClip);
    for (int column = m_firstColumn; m_geometry.columnCount() > 0 && column <= m_lastColumn; ++column)
        bar(m_geometry.cellRect(visual, column), static_cast<std::size_t>(visual * 3 + column));
    m_painter.restore();
    if (m_geometry.resultWidth > 0)
        bar(m_geometry.resultRect(visual), static_cast<std::size_t>(visual));
    paintNumber(visual, nullptr);
    bar(m_geometry.numberRect(visual), 0);
}

void BodyPainter::paintFrozenEdge()
{
    const QRect numbers(0, 0, m_geometry.numberWidth, m_geometry.viewport.height());
    const QRect frozen(0, 0, m_geometry.frozenWidth(), m_geometry.viewport.height());
    drawHair(m_painter, m_geometry.mirrored(numbers), Edge::End);
    if (m_geometry.resultWidth > 0)
        drawHair(m_painter, m_geometry.mirrored(frozen), Edge::End);
    if (m_scene.resizing < 0)
        return;
    const int left = m_geometry.columnLeft(m_scene.resizing);
    const QRect column(left, 0, m_geometry.columnWidth(m_scene.resizing), m_geometry.viewport.height());
    drawHair(m_painter, m_geometry.mirrored(column), Edge::End, Color::AccentText);
}

void BodyPainter::paintFrame()
{
    if (m_scene.currentRow < 0 || m_scene.currentColumn < 0 || m_geometry.columnCount() == 0)
        return;
    const QRect cell = m_geometry.mirrored(m_geometry.cellRect(m_scene.currentRow, m_scene.currentColumn));
    m_painter.save();
    m_painter.setClipRect(columnsArea(), Qt::IntersectClip);
    const int width = m_scene.focused ? px(Size::Ring) : 1;
    const QColor edge = color(m_scene.focused ? Color::AccentText : Color::ControlLine);
    QPainterPath frame;
    frame.addRect(cell);
    frame.addRect(cell.adjusted(width, width, -width, -width));
    m_painter.fillPath(frame, edge);
    m_painter.restore();
}

} // namespace

MissingRows paintGridBody(QPainter &painter, const GridScene &scene, const QRect &exposed)
{
    painter.setLayoutDirection(scene.geometry.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    return BodyPainter(painter, scene).paint(exposed);
}

} // namespace rowlift::ui
