#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QStyleOptionMenuItem>

namespace rowlift::ui {

namespace {

constexpr int markRoom = 28; ///< Ticks and icons before the text, always there so that texts line up.
constexpr int endRoom = 28; ///< Submenu arrows.

void paintMenuMark(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &room)
{
    QRect square(0, 0, px(Size::IconText), px(Size::IconText));
    square.moveCenter(room.center());
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            drawIcon(painter, square, u"tick", enabled ? Color::AccentText : Color::Disabled);
        return;
    }
    option.icon.paint(&painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void paintSeparator(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const QRectF line(option.rect.left() + 8, option.rect.center().y(), option.rect.width() - 16, 1);
    drawHair(painter, line, Edge::Top);
}

} // namespace

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        paintSeparator(painter, option);
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = option.state.testFlag(QStyle::State_Selected) && enabled;
    const bool strong = selected && currentTheme() == Theme::HighContrast;
    if (selected)
        drawBox(painter, QRectF(option.rect).adjusted(4, 0, -4, 0), px(Size::R1),
                strong ? Color::Selection : Color::AccentSoft);

    const auto visual
        = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QRect mark = option.rect.adjusted(px(Space::S2), 0, 0, 0);
    mark.setWidth(markRoom);
    paintMenuMark(painter, option, visual(mark));

    painter.save();
    painter.setFont(option.font);
    const Color words = enabled ? (strong ? Color::OnSelection : Color::Text) : Color::Disabled;
    painter.setPen(color(words));
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const auto tab = option.text.indexOf(u'\t');
    const QRect room = option.rect.adjusted(px(Space::S2) + markRoom + px(Space::S1), 0, -endRoom, 0);
    painter.drawText(visual(room), flags | Qt::AlignLeft, option.text.left(tab));
    if (tab >= 0) {
        painter.setPen(color(enabled ? (strong ? Color::OnSelection : Color::Text2) : Color::Disabled));
        painter.drawText(visual(room.adjusted(0, 0, endRoom - px(Space::S4), 0)), flags | Qt::AlignRight,
                         option.text.mid(tab + 1));
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(option.rect.right() - endRoom + 6,
                          option.rect.top() + (option.rect.height() - 12) / 2, 12, 12);
        drawIcon(painter, visual(arrow), u"chevron-right", words);
    }
}

void paintMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, color(Color::Rail));
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool selected = option.state.testFlag(QStyle::State_Selected) && enabled;
    if (selected)
        drawBox(painter, QRectF(option.rect).adjusted(0, 2, 0, -2), px(Size::R1), Color::AccentSoft);
    painter.setPen(color(enabled ? Color::Text : Color::Disabled));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return { contents.width(), px(Space::S2) + 1 };
    const QFontMetrics metrics(option.font);
    const auto tab = option.text.indexOf(u'\t');
    const int words = metrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, option.text.left(tab)).width();
    const int keys = tab < 0 ? 0 : px(Space::S5) + metrics.horizontalAdvance(option.text.mid(tab + 1));
    // Qt adds the widest shortcut itself; ours is counted here, so take the larger of both.
    const int width = px(Space::S2) + markRoom + px(Space::S1) + words + keys + endRoom;
    return { std::max(width, contents.width() + markRoom + endRoom), std::max(28, metrics.height() + 10) };
}

} // namespace rowlift::ui
