#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QPolygonF>
#include <QStyleOptionButton>

namespace rowlift::ui {

namespace {

struct ButtonLook {
    Color fill;
    Color edge;
    Color text;
    bool framed;
    bool filled;
};

ButtonLook disabledLook(ButtonKind kind)
{
    const bool flat = kind == ButtonKind::Flat;
    return { Color::Sunk, Color::Line, Color::Disabled, !flat, !flat };
}

ButtonLook lookOf(ButtonKind kind, QStyle::State state)
{
    if (!state.testFlag(QStyle::State_Enabled))
        return disabledLook(kind);
    const bool pressed = state.testFlag(QStyle::State_Sunken);
    const bool on = state.testFlag(QStyle::State_On);
    const bool hover = state.testFlag(QStyle::State_MouseOver);
    switch (kind) {
    case ButtonKind::Primary: {
        const Color fill = pressed ? Color::AccentPressed : hover ? Color::AccentHover : Color::Accent;
        return { fill, fill, Color::OnAccent, false, true };
    }
    case ButtonKind::Danger: {
        const Color fill = pressed || hover ? Color::DangerHover : Color::Danger;
        return { fill, fill, Color::OnAccent, false, true };
    }
    case ButtonKind::Flat: {
        const Color fill = pressed ? Color::Selection : Color::AccentSoft;
        const Color text = pressed ? Color::OnSelection : Color::AccentText;
        return { fill, fill, text, false, pressed || hover || on };
    }
    case ButtonKind::DangerSecondary:
        return { pressed || hover ? Color::ProblemSoft : Color::Surface, Color::ProblemMark, Color::Problem,
                 true, true };
    case ButtonKind::Secondary:
        break;
    }
    const Color fill = pressed ? Color::Line : on ? Color::AccentSoft : hover ? Color::Sunk : Color::Surface;
    return { fill, hover ? Color::Text2 : Color::ControlLine, Color::Text, true, true };
}

/// Line would hide the text in high contrast, where it is the text's own colour.
ButtonLook legible(ButtonLook look)
{
    if (currentTheme() == Theme::HighContrast && look.fill == Color::Line)
        look.fill = Color::Surface;
    return look;
}

} // namespace

void paintButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *button)
{
    const ButtonLook look = legible(lookOf(kindOf(button), option.state));
    if (look.filled)
        drawBox(painter, option.rect, px(Size::R2), look.fill, look.edge, look.framed ? 1 : 0);
}

void paintButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *button)
{
    const ButtonKind kind = kindOf(button);
    const ButtonLook look = legible(lookOf(kind, option.state));
    const bool strong = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    painter.save();
    painter.setFont(strong ? font(Type::Strong) : font(Type::Label));
    const QFontMetrics metrics = painter.fontMetrics();
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    QRect room = option.rect.adjusted(px(Space::S2), 0, -px(Space::S2), 0);
    if (menu)
        room.setRight(room.right() - px(Size::IconText));
    const int iconSide = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconSide > 0 && !option.text.isEmpty() ? px(Space::S2) : 0;
    const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const int textWidth = metrics.size(flags, option.text).width();
    QRect block(0, 0, std::min(room.width(), iconSide + gap + textWidth), room.height());
    block.moveCenter(room.center());
    const QRect iconRect(block.left(), block.top() + (block.height() - iconSide) / 2, iconSide, iconSide);
    const QRect textRect = block.adjusted(iconSide + gap, 0, 0, 0);
    if (iconSide > 0) {
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        option.icon.paint(&painter, QStyle::visualRect(option.direction, block, iconRect), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter.setPen(color(look.text));
    painter.drawText(
        QStyle::visualRect(option.direction, block, textRect), flags,
        metrics.elidedText(option.text, Qt::ElideRight, textRect.width() + 1, Qt::TextShowMnemonic));
    if (menu) {
        const QRect arrow(option.rect.right() - px(Space::S2) - 12,
                          option.rect.top() + (option.rect.height() - 12) / 2, 12, 12);
        drawIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), u"chevron-down",
                 look.text);
    }
    painter.restore();
}

void paintToolPanel(QPainter &painter, const QStyleOption &option)
{
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool hover
        = option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    if (pressed || on || hover)
        drawBox(painter, option.rect, px(Size::R2), Color::AccentSoft);
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const QRectF box(option.rect);
    if (!on && !partly) {
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        drawBox(painter, box, px(Size::R1), enabled ? Color::Surface : Color::Sunk,
                enabled ? (hover ? Color::Text2 : Color::ControlLine) : Color::Line, 1.5);
        return;
    }
    drawBox(painter, box, px(Size::R1), enabled ? Color::Accent : Color::Disabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Color glyph = enabled ? Color::OnAccent : Color::Surface;
    painter.setPen(QPen(color(glyph), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(box.topLeft());
    painter.scale(box.width() / 18, box.height() / 18);
    if (partly)
        painter.drawLine(QPointF(5, 9), QPointF(13, 9));
    else
        painter.drawPolyline(QPolygonF({ { 4.6, 9.3 }, { 7.7, 12.4 }, { 13.4, 6 } }));
    painter.restore();
}

void paintRadio(QPainter &painter, const QStyleOption &option)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const QRectF box(option.rect);
    const qreal radius = box.width() / 2;
    if (!option.state.testFlag(QStyle::State_On)) {
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        drawBox(painter, box, radius, enabled ? Color::Surface : Color::Sunk,
                enabled ? (hover ? Color::Text2 : Color::ControlLine) : Color::Line, 1.5);
        return;
    }
    drawBox(painter, box, radius, enabled ? Color::Accent : Color::Disabled);
    const qreal dot = box.width() * 0.28;
    drawBox(painter, box.adjusted(dot, dot, -dot, -dot), radius, enabled ? Color::OnAccent : Color::Surface);
}

} // namespace rowlift::ui
