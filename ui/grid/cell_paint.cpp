#include "ui/grid/cell_paint.h"

#include "ui/style/style.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int fadeWidth = 12;
constexpr int cornerSide = 7;
constexpr qsizetype longestShown = 400; // characters; wider than any screen
constexpr QChar lineBreak(0x23CE);
constexpr QChar blankDot(0x00B7);

void fadeOut(QPainter &painter, const QRect &rect, bool towardsLeft, const QColor &ground)
{
    QRect edge = rect;
    if (towardsLeft)
        edge.setWidth(fadeWidth);
    else
        edge.setLeft(rect.right() + 1 - fadeWidth);
    QColor clear = ground;
    clear.setAlpha(0);
    QLinearGradient fade(edge.topLeft(), QPoint(edge.right() + 1, edge.top()));
    fade.setColorAt(0, towardsLeft ? ground : clear);
    fade.setColorAt(1, towardsLeft ? clear : ground);
    painter.fillRect(edge, fade);
}

/// Words in the text's colour, line breaks in the faint one, one after the other.
void drawPieces(QPainter &painter, QRect rect, const QString &text, const QFontMetrics &metrics,
                const CellTextLook &look, int flags)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const bool isBreak = text.at(from) == lineBreak;
        const qsizetype next = isBreak ? from + 1 : text.indexOf(lineBreak, from);
        const QString piece = text.mid(from, next < 0 ? -1 : next - from);
        painter.setPen(isBreak ? look.faint : look.color);
        painter.drawText(rect, flags, piece);
        rect.setLeft(rect.left() + metrics.horizontalAdvance(piece));
        from += piece.size();
    }
}

} // namespace

QString shownCellText(QStringView cell)
{
    QString shown;
    const QStringView head = cell.left(longestShown);
    shown.reserve(head.size());
    bool blanksOnly = !head.isEmpty();
    for (qsizetype i = 0; i < head.size(); ++i) {
        const QChar c = head.at(i);
        if (c == u'\r' && i + 1 < head.size() && head.at(i + 1) == u'\n')
            continue;
        const bool breaks = c == u'\n' || c == u'\r' || c == QChar::LineSeparator;
        blanksOnly = blanksOnly && !breaks && c.isSpace();
        if (breaks)
            shown += lineBreak;
        else
            shown += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return blanksOnly ? QString(blankDot) : shown;
}

void drawCellText(QPainter &painter, const QRect &rect, const QString &text, const QFontMetrics &metrics,
                  const CellTextLook &look)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const bool ownRightToLeft = text.isRightToLeft();
    const int width = metrics.horizontalAdvance(text);
    const bool cut = width > rect.width();
    const bool atRight = cut ? ownRightToLeft : look.endAligned != look.rightToLeft;
    const int flags = static_cast<int>(Qt::TextSingleLine | Qt::AlignVCenter | Qt::AlignAbsolute)
        | static_cast<int>(atRight ? Qt::AlignRight : Qt::AlignLeft);
    if (look.backed) {
        const int shown = std::min(width, rect.width());
        const int top = rect.top() + (rect.height() - metrics.height()) / 2;
        painter.fillRect(atRight ? rect.right() + 1 - shown : rect.left(), top, shown, metrics.height(),
                         look.ground);
    }
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(ownRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    if (cut) {
        painter.save();
        painter.setClipRect(rect, Qt::IntersectClip);
    }
    if (text.contains(lineBreak) && !ownRightToLeft) {
        QRect start = rect;
        if (atRight)
            start.setLeft(rect.right() + 1 - width);
        drawPieces(painter, start, text, metrics, look, (flags & ~int(Qt::AlignRight)) | int(Qt::AlignLeft));
    } else {
        painter.setPen(text.size() == 1 && text.front() == blankDot ? look.faint : look.color);
        painter.drawText(rect, flags, text);
    }
    if (cut) {
        fadeOut(painter, rect, atRight, look.ground);
        painter.restore();
    }
    painter.setLayoutDirection(before);
}

CellMarkLook lookFor(GridMark mark)
{
    switch (mark) {
    case GridMark::Problem:
    case GridMark::Failed:
        return { Color::ProblemSoft, Underline::Solid, Color::ProblemMark, true, false };
    case GridMark::HeadsUp:
    case GridMark::InWithWarning:
        return { Color::HeadsUpSoft, Underline::Dashed, Color::HeadsUpMark, true, false };
    case GridMark::Fixed:
        return { Color::OkSoft, Underline::Dotted, Color::OkMark, true, false };
    case GridMark::Unknown:
        return { Color::InfoSoft, Underline::LongDash, Color::InfoMark, true, false };
    case GridMark::Edited:
        return { {}, {}, Color::AccentText, false, true };
    case GridMark::None:
    case GridMark::LeftOut:
    case GridMark::In:
    case GridMark::Waiting:
    case GridMark::NotSent:
        break;
    }
    return {};
}

std::optional<Mark> shapeFor(GridMark mark)
{
    switch (mark) {
    case GridMark::None:
        return {};
    case GridMark::Problem:
        return Mark::Problem;
    case GridMark::HeadsUp:
    case GridMark::InWithWarning:
        return Mark::HeadsUp;
    case GridMark::Failed:
        return Mark::Failed;
    case GridMark::Edited:
        return Mark::Edited;
    case GridMark::Fixed:
        return Mark::Fixed;
    case GridMark::LeftOut:
        return Mark::LeftOut;
    case GridMark::In:
        return Mark::In;
    case GridMark::Unknown:
        return Mark::Unknown;
    case GridMark::Waiting:
        return Mark::Waiting;
    case GridMark::NotSent:
        return Mark::NotSent;
    }
    return {};
}

void drawCellMark(QPainter &painter, const QRect &cell, GridMark mark, int iconSize, bool rightToLeft)
{
    const CellMarkLook look = lookFor(mark);
    if (look.underline)
        drawUnderline(painter, cell, *look.underline, look.line);
    if (look.corner) {
        const QPointF tip = rightToLeft ? QPointF(cell.topLeft()) : QPointF(cell.right() + 1, cell.top());
        const qreal inwards = rightToLeft ? cornerSide : -cornerSide;
        QPainterPath corner(tip);
        corner.lineTo(tip + QPointF(inwards, 0));
        corner.lineTo(tip + QPointF(0, cornerSide));
        corner.closeSubpath();
        painter.fillPath(corner, color(look.line));
    }
    if (!look.icon)
        return;
    const int gap = px(Space::S1);
    const int left = rightToLeft ? cell.left() + gap : cell.right() + 1 - gap - iconSize;
    drawMark(painter, QRectF(left, cell.top() + (cell.height() - iconSize) / 2.0, iconSize, iconSize),
             *shapeFor(mark));
}

} // namespace rowlift::ui
