#include "ui/style/draw.h"

#include "ui/style/style.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace rowlift::ui {

namespace {

qreal snapped(qreal value, qreal ratio)
{
    return std::round(value * ratio) / ratio;
}

bool isSoft(Color fill)
{
    switch (fill) {
    case Color::AccentSoft:
    case Color::OkSoft:
    case Color::HeadsUpSoft:
    case Color::ProblemSoft:
    case Color::InfoSoft:
    case Color::FieldSoft:
        return true;
    default:
        return false;
    }
}

qreal lineWidth()
{
    return currentTheme() == Theme::HighContrast ? 2.0 : 1.0;
}

} // namespace

bool isMirrored(const QPainter &painter)
{
    const auto own = painter.layoutDirection();
    return (own == Qt::LayoutDirectionAuto ? QGuiApplication::layoutDirection() : own) == Qt::RightToLeft;
}

void drawHair(QPainter &painter, const QRectF &rect, Edge edge, Color name)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const qreal width = std::max(1.0, std::round(lineWidth() * ratio)) / ratio;
    const bool left = (edge == Edge::Start) != isMirrored(painter);
    QRectF line = rect;
    switch (edge) {
    case Edge::Top:
        line.setTop(snapped(rect.top(), ratio));
        line.setHeight(width);
        break;
    case Edge::Bottom:
        line.setTop(snapped(rect.bottom(), ratio) - width);
        line.setHeight(width);
        break;
    case Edge::Start:
    case Edge::End:
        line.setLeft(left ? snapped(rect.left(), ratio) : snapped(rect.right(), ratio) - width);
        line.setWidth(width);
        break;
    }
    painter.fillRect(line, color(name));
}

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, Color fill, Color edge, qreal width)
{
    const bool frameSoft = width <= 0 && currentTheme() == Theme::HighContrast && isSoft(fill);
    const qreal drawn = frameSoft ? 2.0 : (width > 0 ? std::max(width, lineWidth()) : 0.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(fill));
    painter.setPen(drawn > 0 ? QPen(color(frameSoft ? Color::Text : edge), drawn) : QPen(Qt::NoPen));
    const qreal half = drawn / 2;
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), std::max(0.0, radius - half),
                            std::max(0.0, radius - half));
    painter.restore();
}

void drawBox(QPainter &painter, const QRectF &rect, qreal radius, Color fill)
{
    drawBox(painter, rect, radius, fill, fill, 0);
}

void drawFocusRing(QPainter &painter, const QRectF &control, qreal radius)
{
    const qreal ring = px(Size::Ring);
    const qreal out = ring + ring / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Color::AccentText), ring));
    painter.drawRoundedRect(control.adjusted(-out, -out, out, out), radius + out, radius + out);
    painter.restore();
}

void drawStartBar(QPainter &painter, const QRectF &rect, qreal radius, Color name)
{
    constexpr qreal thick = 3;
    const QRectF bar(isMirrored(painter) ? rect.right() - thick : rect.left(), rect.top(), thick,
                     rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    QPainterPath strip;
    strip.addRect(bar);
    painter.fillPath(shape.intersected(strip), color(name));
    painter.restore();
}

void drawHatching(QPainter &painter, const QRectF &rect)
{
    constexpr qreal distance = 6;
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Color::Line), 1));
    // Counted from the origin, so that the lines of neighbouring cells meet.
    const qreal first = std::floor((rect.left() + rect.top()) / distance) * distance;
    for (qreal sum = first; sum < rect.right() + rect.bottom(); sum += distance)
        painter.drawLine(QPointF(sum - rect.top(), rect.top()), QPointF(sum - rect.bottom(), rect.bottom()));
    painter.restore();
}

void drawUnderline(QPainter &painter, const QRectF &rect, Underline pattern, Color name)
{
    constexpr qreal thick = 2;
    QPen pen(color(name), thick);
    pen.setCapStyle(Qt::FlatCap);
    // In units of the pen's width.
    switch (pattern) {
    case Underline::Solid:
        break;
    case Underline::Dashed:
        pen.setDashPattern({ 2.0, 1.5 });
        break;
    case Underline::Dotted:
        pen.setDashPattern({ 1.0, 1.0 });
        break;
    case Underline::LongDash:
        pen.setDashPattern({ 4.0, 2.0 });
        break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(pen);
    const qreal y = rect.bottom() - thick / 2;
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    painter.restore();
}

void drawWords(QPainter &painter, const QRectF &rect, const QFont &face, Color name, Qt::Alignment alignment,
               const QString &text, Qt::TextElideMode elide)
{
    painter.setFont(face);
    painter.setPen(color(name));
    const QFontMetricsF metrics(face, painter.device());
    const Qt::Alignment visual
        = QStyle::visualAlignment(isMirrored(painter) ? Qt::RightToLeft : Qt::LeftToRight, alignment);
    const QString line = metrics.elidedText(text, elide, rect.width() + 0.5);
    painter.drawText(rect, static_cast<int>(visual | Qt::AlignAbsolute) | Qt::TextSingleLine, line);
}

} // namespace rowlift::ui
