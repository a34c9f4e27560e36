#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionHeader>
#include <QStyleOptionProgressBar>
#include <QStyleOptionSlider>
#include <QStyleOptionTab>
#include <QStyleOptionViewItem>

namespace rowlift::ui {

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    if (option.minimum >= option.maximum)
        return;
    const bool active
        = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    const qreal inset = active ? 1.5 : 2.5;
    QRectF rect(handle);
    if (option.orientation == Qt::Vertical)
        rect.adjust(inset, 2, -inset, -2);
    else
        rect.adjust(2, inset, -2, -inset);
    drawBox(painter, rect, std::min(rect.width(), rect.height()) / 2,
            active ? Color::Text3 : Color::ControlLine);
}

QRect scrollPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    constexpr int shortest = 32;
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64 { option.maximum } - option.minimum;
    int handle = length;
    if (range > 0) {
        const qint64 page = std::max(1, option.pageStep);
        handle = std::clamp(static_cast<int>(page * length / (range + page)), std::min(shortest, length),
                            length);
    }
    const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                   length - handle, option.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect r = vertical ? QRect(0, from, option.rect.width(), size)
                                 : QRect(from, 0, size, option.rect.height());
        return QStyle::visualRect(option.direction, option.rect, r.translated(option.rect.topLeft()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(at, handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + handle, length - at - handle);
    default:
        return {};
    }
}

void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option)
{
    QRectF track(option.rect);
    const qreal thick = std::min<qreal>(px(Size::Progress), track.height());
    track = QRectF(track.left(), track.center().y() - thick / 2, track.width(), thick);
    drawBox(painter, track, px(Size::R1), Color::Line);
    QRectF done = track;
    if (option.maximum <= option.minimum) {
        done.setWidth(track.width() / 3);
        done.moveCenter(track.center());
    } else {
        const qreal share = std::clamp(
            (option.progress - option.minimum) * 1.0 / (option.maximum - option.minimum), 0.0, 1.0);
        done.setWidth(track.width() * share);
        if (option.direction == Qt::RightToLeft)
            done.moveRight(track.right());
    }
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(track, px(Size::R1), px(Size::R1));
    painter.setClipPath(clip);
    const bool strong = currentTheme() == Theme::HighContrast;
    if (strong)
        painter.fillRect(track, color(Color::Surface));
    painter.fillRect(done, color(Color::AccentText));
    painter.restore();
    if (strong) {
        painter.setPen(QPen(color(Color::Text), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), px(Size::R1), px(Size::R1));
    }
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const QRectF rect(option.rect);
    if (hover && !selected)
        drawBox(painter, rect.adjusted(2, 2, -2, -4), px(Size::R2), Color::AccentSoft);
    if (selected) {
        const QRectF line(rect.left() + px(Space::S2), rect.bottom() - 2, rect.width() - px(Space::S4), 2);
        painter.fillRect(line, color(Color::AccentText));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Color::AccentText), px(Size::Ring)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -5), px(Size::R2), px(Size::R2));
        painter.restore();
    }
}

void paintHeader(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, color(Color::Sunk));
    const QRectF rect(option.rect);
    drawHair(painter, rect, option.orientation == Qt::Horizontal ? Edge::Bottom : Edge::End,
             Color::ControlLine);
    if (option.orientation == Qt::Horizontal && option.position != QStyleOptionHeader::End
        && option.position != QStyleOptionHeader::OnlyOneSection)
        drawHair(painter, rect.adjusted(0, 6, 0, -6), Edge::End);
}

void paintItemPanel(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *view)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = enabled && option.state.testFlag(QStyle::State_MouseOver);
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    if (!selected && !hover)
        return;
    const bool list = qobject_cast<const QListView *>(view) != nullptr;
    drawBox(painter, option.rect, list ? px(Size::R1) : 0, selected ? Color::Selection : Color::AccentSoft);
}

void paintArrow(QPainter &painter, const QRect &where, Qt::ArrowType arrow, bool enabled)
{
    const int side = std::min({ 12, where.width(), where.height() });
    QRect square(0, 0, side, side);
    square.moveCenter(where.center());
    const Color name = enabled ? Color::Text2 : Color::Disabled;
    const auto draw = [&](QStringView icon) {
        // The arrow was asked for by its true direction: never mirror it again.
        painter.drawPixmap(square.topLeft(), pixmap(icon, side, name, painter.device()->devicePixelRatioF()));
    };
    switch (arrow) {
    case Qt::UpArrow:
        return draw(u"chevron-up");
    case Qt::DownArrow:
        return draw(u"chevron-down");
    case Qt::LeftArrow:
        return draw(u"chevron-left");
    case Qt::RightArrow:
        return draw(u"chevron-right");
    case Qt::NoArrow:
        return;
    }
}

} // namespace rowlift::ui
