#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QPainter>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionSpinBox>

namespace rowlift::ui {

namespace {

constexpr int arrowRoom = 28;
constexpr int spinArrowRoom = 24;
constexpr int chevronSide = 12;

Color fieldEdge(const QStyleOption &option, const QWidget *field)
{
    if (!option.state.testFlag(QStyle::State_Enabled))
        return Color::Line;
    if (isWrong(field))
        return Color::ProblemMark;
    if (field != nullptr && field->property("doubt").toBool())
        return Color::HeadsUpMark;
    return option.state.testFlag(QStyle::State_MouseOver) ? Color::Text2 : Color::ControlLine;
}

void paintFieldBox(QPainter &painter, const QStyleOption &option, const QWidget *field)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    drawBox(painter, option.rect, px(Size::R2), enabled ? Color::Surface : Color::Sunk,
            fieldEdge(option, field), isWrong(field) ? 2 : 1);
}

QRect centredSquare(const QRect &room, int side)
{
    return { room.left() + (room.width() - side) / 2, room.top() + (room.height() - side) / 2, side, side };
}

} // namespace

bool isQuiet(const QWidget *combo)
{
    return combo != nullptr && combo->property("quiet").toBool();
}

void paintFieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *field)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame != nullptr && frame->lineWidth <= 0)
        return; // the editor inside a combo or spin box, whose own box is drawn already
    paintFieldBox(painter, option, field);
}

void paintCombo(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *combo)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const bool open = option.state.testFlag(QStyle::State_On);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const bool doubt = combo != nullptr && combo->property("doubt").toBool();
    if (!isQuiet(combo) || isWrong(combo) || doubt || (enabled && (hover || open || focus)))
        paintFieldBox(painter, option, combo);
    const QRect arrow = centredSquare(comboPart(option, QStyle::SC_ComboBoxArrow), chevronSide);
    drawIcon(painter, arrow, u"chevron-down", enabled ? Color::Text2 : Color::Disabled);
}

QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    QRect rect = option.rect;
    switch (part) {
    case QStyle::SC_ComboBoxArrow:
        rect.setLeft(rect.right() + 1 - arrowRoom);
        break;
    case QStyle::SC_ComboBoxEditField:
        rect.adjust(px(Space::S2), 1, -arrowRoom, -1);
        break;
    default:
        return rect;
    }
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintSpin(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *spin, const QStyle &)
{
    if (option.frame)
        paintFieldBox(painter, option, spin);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag can, QStringView name) {
        const QRect room = spinPart(option, part);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled) && option.stepEnabled.testFlag(can);
        if (enabled && option.activeSubControls == part)
            drawBox(painter, QRectF(room).adjusted(1, 1, -2, -1), px(Size::R1), Color::AccentSoft);
        QRect icon(0, 0, 10, 10);
        icon.moveCenter(room.center());
        drawIcon(painter, icon, name, enabled ? Color::Text2 : Color::Disabled);
    };
    step(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, u"chevron-up");
    step(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, u"chevron-down");
}

QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int side = buttons ? spinArrowRoom : 0;
    const QRect all = option.rect;
    const int middle = all.top() + all.height() / 2;
    QRect rect = all;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        rect = QRect(all.right() + 1 - side, all.top(), side, middle - all.top());
        break;
    case QStyle::SC_SpinBoxDown:
        rect = QRect(all.right() + 1 - side, middle, side, all.bottom() + 1 - middle);
        break;
    case QStyle::SC_SpinBoxEditField:
        rect = all.adjusted(px(Space::S2) - 2, 1, -std::max(side, px(Space::S2)), -1);
        break;
    default:
        return all;
    }
    return QStyle::visualRect(option.direction, all, rect);
}

void paintFrame(QPainter &painter, const QStyleOption &option, const QWidget *framed)
{
    const bool list = qobject_cast<const QAbstractItemView *>(framed) != nullptr;
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const Color edge = focus ? Color::AccentText : list ? Color::Line : fieldEdge(option, framed);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = focus ? 2 : 1;
    const qreal half = width / 2;
    painter.setPen(QPen(color(edge), width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), px(Size::R1),
                            px(Size::R1));
    painter.restore();
}

void paintShapedFrame(QPainter &painter, const QStyleOptionFrame &option)
{
    QRectF middle(option.rect);
    if (option.frameShape == QFrame::HLine) {
        middle.setTop(option.rect.center().y());
        drawHair(painter, middle, Edge::Top);
    } else {
        middle.setLeft(option.rect.center().x());
        middle.setWidth(1);
        painter.fillRect(middle, color(Color::Line));
    }
}

} // namespace rowlift::ui
