#include "ui/grid/cell_paint.h"

#include "ui/style/style.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int fadeWidth = 12;
constexpr int cornerSide = 7;

/// In strips of a pixel: a gradient costs more than the text that it hides.
void fadeOut(QPainter &painter, const QRect &rect, bool towardsLeft, const QColor &ground)
{
    const int width = std::min(fadeWidth, rect.width());
    QColor veil = ground;
    for (int at = 0; at < width; ++at) {
        veil.setAlpha(255 * (at + 1) / width);
        const int x = towardsLeft ? rect.left() + width - 1 - at : rect.right() + 1 - width + at;
        painter.fillRect(QRect(x, rect.top(), 1, rect.height()), veil);
    }
}

/// Words in the text's colour, line breaks in the faint one, one after the other.
void drawPieces(QPainter &painter, QRect rect, const QString &text, const QFontMetrics &metrics,
                const CellTextLook &look, int flags)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const bool isBreak = text.at(from) == shownLineBreak;
        const qsizetype next = isBreak ? from + 1 : text.indexOf(shownLineBreak, from);
        const QString piece = text.mid(from, next < 0 ? -1 : next - from);
        painter.setPen(isBreak ? look.faint : look.color);
        painter.drawText(rect, flags, piece);
        rect.setLeft(rect.left() + metrics.horizontalAdvance(piece));
        from += piece.size();
    }
}

void drawShaped(QPainter &painter, const QRect &rect, const ReadyText &text, bool atRight,
                const CellTextLook &look)
{
    const int left = atRight ? rect.right() + 1 - text.width : rect.left();
    painter.setPen(look.color);
    painter.drawStaticText(left, rect.top() + (rect.height() - text.height) / 2, text.shaped);
}

void drawUnshaped(QPainter &painter, const QRect &rect, const ReadyText &text, bool atRight,
                  const CellTextLook &look)
{
    constexpr int line = static_cast<int>(Qt::TextSingleLine | Qt::AlignVCenter | Qt::AlignAbsolute);
    const bool ownRightToLeft = text.shown.isRightToLeft();
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(ownRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    if (text.shown.contains(shownLineBreak) && !ownRightToLeft) {
        QRect start = rect;
        if (atRight)
            start.setLeft(rect.right() + 1 - text.width);
        drawPieces(painter, start, text.shown, painter.fontMetrics(), look, line | int(Qt::AlignLeft));
    } else {
        painter.setPen(text.shown == QString(shownBlank) ? look.faint : look.color);
        painter.drawText(rect, line | int(atRight ? Qt::AlignRight : Qt::AlignLeft), text.shown);
    }
    painter.setLayoutDirection(before);
}

} // namespace

QString shownCellText(QStringView cell)
{
    QString shown;
    const QStringView head = cell.left(longestShownText);
    shown.reserve(head.size());
    bool blanksOnly = !head.isEmpty();
    for (qsizetype i = 0; i < head.size(); ++i) {
        const QChar c = head.at(i);
        if (c == u'\r' && i + 1 < head.size() && head.at(i + 1) == u'\n')
            continue;
        const bool breaks = c == u'\n' || c == u'\r' || c == QChar::LineSeparator;
        blanksOnly = blanksOnly && !breaks && c.isSpace();
        if (breaks)
            shown += shownLineBreak;
        else
            shown += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return blanksOnly ? QString(shownBlank) : shown;
}

void drawCellText(QPainter &painter, const QRect &rect, const ReadyText &text, const CellTextLook &look)
{
    if (text.shown.isEmpty() || rect.width() <= 0)
        return;
    const bool ownRightToLeft = !text.isPlain && text.shown.isRightToLeft();
    const bool cut = text.width > rect.width();
    const bool atRight = cut ? ownRightToLeft : look.endAligned != look.rightToLeft;
    if (look.backed) {
        const int shown = std::min(text.width, rect.width());
        const int height = painter.fontMetrics().height();
        const int top = rect.top() + (rect.height() - height) / 2;
        painter.fillRect(atRight ? rect.right() + 1 - shown : rect.left(), top, shown, height, look.ground);
    }
    if (cut) {
        painter.save();
        painter.setClipRect(rect, Qt::IntersectClip);
    }
    if (text.isPlain)
        drawShaped(painter, rect, text, atRight, look);
    else
        drawUnshaped(painter, rect, text, atRight, look);
    if (cut) {
        fadeOut(painter, rect, atRight, look.ground);
        painter.restore();
    }
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
