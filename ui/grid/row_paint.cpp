#include "ui/grid/row_paint.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace rowlift::ui {

namespace {

constexpr int placeholderHeight = 10;
constexpr int spillsFrom = 200; // columns left of the view where a title may begin

} // namespace

bool looksLeftOut(const GridRow &row)
{
    return row.hatched || row.mark == GridMark::LeftOut;
}

CellTextLook textLookOn(const GridScene &scene, const QColor &ground, bool hatched, bool quiet)
{
    return { .color = color(quiet ? Color::Text3 : Color::Text),
             .faint = color(Color::Text3),
             .ground = ground,
             .backed = hatched && currentTheme() == Theme::HighContrast,
             .rightToLeft = scene.geometry.rightToLeft };
}

QRect paddedCell(const QRect &cell)
{
    return cell.adjusted(px(Space::S2), 0, -px(Space::S2), 0);
}

RowPainter::RowPainter(QPainter &painter, const GridScene &scene)
    : m_painter(painter)
    , m_scene(scene)
    , m_geometry(scene.geometry)
    , m_markSize(scene.markSize())
    , m_hair(currentTheme() == Theme::HighContrast ? 2 : 1)
{
    for (const int column : m_geometry.visibleColumns())
        m_places.push_back({ column, m_geometry.columnLeft(column), m_geometry.columnWidth(column),
                             m_geometry.isFrozen(column), &scene.column(column) });
    // One cell is selected by its frame alone, as in spreadsheets.
    if (!scene.selection.isSeveral())
        return;
    const qint64 top = m_geometry.nearestRow(0);
    const qint64 bottom = m_geometry.nearestRow(m_geometry.viewport.height() - 1);
    std::copy_if(scene.selection.ranges().begin(), scene.selection.ranges().end(),
                 std::back_inserter(m_selected),
                 [=](const GridRange &range) { return range.firstRow <= bottom && range.lastRow >= top; });
}

bool RowPainter::isSelected(qint64 visual, int column) const
{
    return std::any_of(m_selected.begin(), m_selected.end(),
                       [visual, column](const GridRange &range) { return range.contains(visual, column); });
}

void RowPainter::useFace(Face face)
{
    if (m_face == face)
        return;
    m_face = face;
    m_font = m_scene.cellFont();
    m_font.setStrikeOut(face == Face::LeftOut);
    m_font.setUnderline(face == Face::Link);
    if (face == Face::HeaderCell)
        m_font.setWeight(QFont::DemiBold);
    m_painter.setFont(m_font);
}

Face RowPainter::faceOf(const GridRow &row, const GridColumn &about) const
{
    if (row.mark == GridMark::LeftOut)
        return Face::LeftOut;
    if (row.header)
        return Face::HeaderCell;
    return about.link ? Face::Link : Face::Cell;
}

/// What scrolls goes behind the frozen columns, so each part has a clip of its own.
template <typename Paint>
void RowPainter::inEachPart(Paint paint)
{
    for (const bool frozen : { true, false }) {
        const QRect clip = m_geometry.clipOf(frozen);
        if (clip.isEmpty())
            continue;
        m_painter.save();
        m_painter.setClipRect(m_geometry.mirrored(clip), Qt::IntersectClip);
        paint(frozen);
        m_painter.restore();
        m_face.reset();
    }
}

void RowPainter::paint(qint64 visual, const GridRow &row, const QColor &ground)
{
    inEachPart([&](bool frozen) {
        if (row.hatched) {
            paintSpilling(row, visual, frozen);
            return;
        }
        for (const Place &place : m_places) {
            if (place.frozen == frozen)
                paintCell(visual, row, place, ground);
        }
    });
}

/// A hit is seen first, then the selection, then the mark.
RowPainter::CellGround RowPainter::fillCell(const QRect &cell, qint64 visual, int column,
                                            const CellMarkLook &mark, const QColor &ground)
{
    if (!m_scene.hits.isEmpty() && m_scene.hits.contains(visual, column)) {
        const bool current = visual == m_scene.currentRow && column == m_scene.currentColumn;
        drawBox(m_painter, cell.adjusted(1, 1, -1, -1), px(Size::R1),
                current ? Color::Accent : Color::AccentSoft, Color::AccentText);
        return { color(current ? Color::Accent : Color::AccentSoft),
                 color(current ? Color::OnAccent : Color::Text) };
    }
    const bool selected = isSelected(visual, column);
    if (!selected && !mark.fill)
        return { ground, {} };
    const QColor fill = color(selected ? Color::Selection : *mark.fill);
    m_painter.fillRect(cell, fill);
    return { fill, color(selected ? Color::OnSelection : Color::Text) };
}

void RowPainter::paintCell(qint64 visual, const GridRow &row, const Place &place, const QColor &ground)
{
    const QRect line = m_geometry.rowRect(visual);
    const QRect logical(place.left, line.top(), place.width, line.height());
    const QRect cell = m_geometry.mirrored(logical).adjusted(0, 0, 0, -m_hair);
    const GridCellMark *mark = cellMark(row, place.column);
    const CellMarkLook look = mark == nullptr ? CellMarkLook {} : lookFor(mark->mark);
    const CellGround filled = fillCell(cell, visual, place.column, look, ground);
    const bool cut = isCut(row, place.column);
    const int signs = (look.icon ? 1 : 0) + (cut ? 1 : 0);
    const int room = signs * (m_markSize + px(Space::S1));
    const bool rightToLeft = m_geometry.rightToLeft;
    const QRect text = paddedCell(rightToLeft ? cell.adjusted(room, 0, 0, 0) : cell.adjusted(0, 0, -room, 0));
    const bool quiet = !place.about->imported || looksLeftOut(row);
    CellTextLook words = textLookOn(m_scene, filled.color, looksLeftOut(row), quiet);
    words.endAligned = place.about->endAligned;
    if (place.about->link)
        words.color = color(Color::AccentText);
    if (filled.words)
        words.color = words.faint = *filled.words;
    const Face face = faceOf(row, *place.about);
    useFace(face);
    if (place.column < row.cells.size())
        drawCellText(m_painter, text, m_scene.texts.find(row.cells.at(place.column), face, m_font), words);
    if (cut) {
        const int beside = text.right() + 1 + px(Space::S2);
        const int left = rightToLeft ? text.left() - px(Space::S2) - m_markSize : beside;
        const QRectF where(left, cell.top() + (cell.height() - m_markSize) / 2.0, m_markSize, m_markSize);
        drawIcon(m_painter, where, u"more", filled.words ? Color::Text : Color::Text3);
    }
    if (mark != nullptr) // last: the fade of cut text must not wash out the pattern
        drawCellMark(m_painter, cell, mark->mark, m_markSize, rightToLeft);
}

/// A title row reads as in a spreadsheet: its words run on over the blank cells behind them.
void RowPainter::paintSpilling(const GridRow &row, qint64 visual, bool frozen)
{
    const ColumnLayout &columns = m_geometry.columns;
    const int held = m_geometry.frozenPlaces();
    const auto first = std::find_if(m_places.begin(), m_places.end(),
                                    [frozen](const Place &place) { return place.frozen == frozen; });
    if (first == m_places.end())
        return;
    const auto blank = [&](int place) {
        const int column = columns.columnAt(place);
        return column >= row.cells.size() || row.cells.at(column).isEmpty();
    };
    const int end = frozen ? held : columns.placeOf(m_places.back().column) + 1;
    int place = columns.placeOf(first->column);
    const int least = std::max(frozen ? 0 : held, place - spillsFrom);
    while (place > least && blank(place))
        --place;
    useFace(Face::Cell);
    const CellTextLook words = textLookOn(m_scene, color(Color::LeftOut), true, true);
    while (place < end) {
        const int from = place++;
        if (blank(from))
            continue;
        while (place < end && blank(place))
            ++place;
        const int column = columns.columnAt(from);
        const QRect cells = m_geometry.cellRect(visual, column)
                                .united(m_geometry.cellRect(visual, columns.columnAt(place - 1)));
        drawCellText(m_painter, paddedCell(m_geometry.mirrored(cells)),
                     m_scene.texts.find(row.cells.at(column), Face::Cell, m_font), words);
    }
}

void RowPainter::paintPlaceholder(qint64 visual)
{
    static constexpr std::array shares { 62, 45, 74, 38, 55, 68, 41 };
    const QRect line = m_geometry.rowRect(visual);
    const int top = line.top() + (line.height() - placeholderHeight) / 2;
    inEachPart([&](bool frozen) {
        for (const Place &place : m_places) {
            if (place.frozen != frozen)
                continue;
            const QRect inner = paddedCell({ place.left, line.top(), place.width, line.height() });
            const auto seed = static_cast<std::size_t>(visual * 3 + place.column);
            const QRect bar(inner.left(), top, inner.width() * shares[seed % shares.size()] / 100,
                            placeholderHeight);
            drawBox(m_painter, m_geometry.mirrored(bar), px(Size::R1), Color::Line);
        }
    });
}

} // namespace rowlift::ui
