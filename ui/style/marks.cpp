#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QPen glyphPen(Color name, qreal width = 1.75)
{
    return QPen(color(name), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void fill(QPainter &painter, const QPainterPath &shape, Mark mark)
{
    painter.setPen(QPen(color(markColor(mark)), 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color(markColor(mark)));
    painter.drawPath(shape);
}

void fillDisc(QPainter &painter, Mark mark)
{
    QPainterPath disc;
    disc.addEllipse(QPointF(8, 8), 6.5, 6.5);
    fill(painter, disc, mark);
}

void drawRing(QPainter &painter, Mark mark)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(glyphPen(markColor(mark), 1.5));
    painter.drawEllipse(QPointF(8, 8), 6.25, 6.25);
}

void drawExclamation(QPainter &painter, qreal top, qreal bottom, qreal dot)
{
    painter.setPen(glyphPen(Color::Surface));
    painter.drawLine(QPointF(8, top), QPointF(8, bottom));
    painter.setPen(glyphPen(Color::Surface, 2));
    painter.drawPoint(QPointF(8, dot));
}

void drawTick(QPainter &painter, Color name)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(glyphPen(name));
    painter.drawPolyline(QPolygonF({ { 5, 8.3 }, { 7.2, 10.5 }, { 11.2, 5.9 } }));
}

void drawTriangle(QPainter &painter, Mark mark)
{
    QPainterPath shape;
    shape.addPolygon(QPolygonF({ { 8, 2.25 }, { 14.5, 13.5 }, { 1.5, 13.5 } }));
    shape.closeSubpath();
    painter.setPen(QPen(color(markColor(mark)), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(color(markColor(mark)));
    painter.drawPath(shape);
    drawExclamation(painter, 6.2, 9, 11.6);
}

void drawOctagon(QPainter &painter, Mark mark)
{
    QPainterPath shape;
    shape.addPolygon(QPolygonF({ { 5.2, 1.6 },
                                 { 10.8, 1.6 },
                                 { 14.4, 5.2 },
                                 { 14.4, 10.8 },
                                 { 10.8, 14.4 },
                                 { 5.2, 14.4 },
                                 { 1.6, 10.8 },
                                 { 1.6, 5.2 } }));
    shape.closeSubpath();
    fill(painter, shape, mark);
    drawExclamation(painter, 4.6, 8.4, 11.2);
}

void drawHalfRing(QPainter &painter)
{
    drawRing(painter, Mark::Current);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Color::AccentText));
    const int start = (isMirrored(painter) ? 90 : 270) * 16;
    painter.drawPie(QRectF(3.75, 3.75, 8.5, 8.5), start, 180 * 16);
}

void drawCross(QPainter &painter)
{
    painter.setPen(glyphPen(Color::Surface));
    painter.drawLine(QPointF(5.6, 5.6), QPointF(10.4, 10.4));
    painter.drawLine(QPointF(10.4, 5.6), QPointF(5.6, 10.4));
}

void drawQuestion(QPainter &painter)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(glyphPen(Color::Surface, 1.6));
    QPainterPath hook(QPointF(6, 6.2));
    hook.cubicTo({ 6.1, 3.6 }, { 10, 3.7 }, { 10, 6.1 });
    hook.cubicTo({ 10, 7.6 }, { 8, 7.6 }, { 8, 9.2 });
    painter.drawPath(hook);
    painter.setPen(glyphPen(Color::Surface, 2));
    painter.drawPoint(QPointF(8, 11.7));
}

void drawLetterI(QPainter &painter)
{
    painter.setPen(glyphPen(Color::Surface));
    painter.drawLine(QPointF(8, 7.4), QPointF(8, 11.3));
    painter.setPen(glyphPen(Color::Surface, 2));
    painter.drawPoint(QPointF(8, 4.8));
}

/// The icon that draws a mark which is only lines, or nothing.
QStringView iconOf(Mark mark)
{
    switch (mark) {
    case Mark::Locked:
        return u"lock";
    case Mark::LeftOut:
        return u"crossed-circle";
    case Mark::In:
        return u"tick";
    case Mark::Waiting:
        return u"clock";
    case Mark::Edited:
        return u"pencil";
    default:
        return {};
    }
}

void drawShape(QPainter &painter, Mark mark)
{
    switch (mark) {
    case Mark::NotStarted:
    case Mark::NotSent:
        drawRing(painter, mark);
        break;
    case Mark::Current:
        drawHalfRing(painter);
        break;
    case Mark::Fixed:
        drawRing(painter, mark);
        drawTick(painter, markColor(mark));
        break;
    case Mark::Done:
        fillDisc(painter, mark);
        drawTick(painter, Color::Surface);
        break;
    case Mark::Failed:
        fillDisc(painter, mark);
        drawCross(painter);
        break;
    case Mark::Unknown:
        fillDisc(painter, mark);
        drawQuestion(painter);
        break;
    case Mark::Info:
        fillDisc(painter, mark);
        drawLetterI(painter);
        break;
    case Mark::Attention:
    case Mark::HeadsUp:
        drawTriangle(painter, mark);
        break;
    case Mark::Problem:
        drawOctagon(painter, mark);
        break;
    case Mark::Locked:
    case Mark::LeftOut:
    case Mark::In:
    case Mark::Waiting:
    case Mark::Edited:
        break;
    }
}

} // namespace

void drawMark(QPainter &painter, const QRectF &where, Mark mark)
{
    if (const QStringView name = iconOf(mark); !name.isEmpty()) {
        drawIcon(painter, where, name, markColor(mark));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(where.topLeft());
    painter.scale(where.width() / 16, where.height() / 16);
    drawShape(painter, mark);
    painter.restore();
}

Color markColor(Mark mark)
{
    switch (mark) {
    case Mark::NotStarted:
        return Color::ControlLine;
    case Mark::Current:
    case Mark::Edited:
        return Color::AccentText;
    case Mark::Done:
    case Mark::In:
    case Mark::Fixed:
        return Color::OkMark;
    case Mark::Attention:
    case Mark::HeadsUp:
        return Color::HeadsUpMark;
    case Mark::Problem:
    case Mark::Failed:
        return Color::ProblemMark;
    case Mark::Unknown:
    case Mark::Info:
        return Color::InfoMark;
    case Mark::Locked:
    case Mark::LeftOut:
    case Mark::Waiting:
    case Mark::NotSent:
        break;
    }
    return Color::Text3;
}

} // namespace rowlift::ui
