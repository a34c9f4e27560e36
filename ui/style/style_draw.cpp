#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QStyleOption>

namespace rowlift::ui {

namespace {

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

/// The focus of items in lists, which draw it inside themselves. Controls have the ring outside: see
/// FocusRing.
void paintItemFocus(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Color::AccentText), px(Size::Ring)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), px(Size::R1), px(Size::R1));
    painter.restore();
}

bool isItemFocus(const QStyleOption &option, const QWidget *widget)
{
    return widget != nullptr && widget->inherits("QAbstractItemView")
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void paintBranch(QPainter &painter, const QStyleOption &option)
{
    if (!option.state.testFlag(QStyle::State_Children))
        return;
    const bool open = option.state.testFlag(QStyle::State_Open);
    const bool mirrored = option.direction == Qt::RightToLeft;
    paintArrow(painter, option.rect, open ? Qt::DownArrow : mirrored ? Qt::LeftArrow : Qt::RightArrow, true);
}

} // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    switch (element) {
    case PE_PanelButtonCommand:
        return paintButtonPanel(*painter, *option, widget);
    case PE_PanelButtonTool:
        return paintToolPanel(*painter, *option);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadio(*painter, *option);
    case PE_PanelLineEdit:
        return paintFieldPanel(*painter, *option, widget);
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameButtonTool:
        return;
    case PE_Frame:
        return paintFrame(*painter, *option, widget);
    case PE_FrameFocusRect:
        if (isItemFocus(*option, widget))
            paintItemFocus(*painter, *option);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(option))
            paintItemPanel(*painter, *item, widget);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelTipLabel:
    case PE_PanelMenu:
        return drawBox(*painter, option->rect, 0, Color::Surface, Color::ControlLine);
    case PE_FrameMenu:
        return;
    case PE_PanelMenuBar:
        painter->fillRect(option->rect, ui::color(Color::Rail));
        return drawHair(*painter, option->rect, Edge::Bottom);
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        return drawHair(*painter, option->rect, element == PE_FrameTabWidget ? Edge::Top : Edge::Bottom);
    case PE_IndicatorArrowUp:
        return paintArrow(*painter, option->rect, Qt::UpArrow, enabled);
    case PE_IndicatorArrowDown:
    case PE_IndicatorButtonDropDown:
        return paintArrow(*painter, option->rect, Qt::DownArrow, enabled);
    case PE_IndicatorArrowLeft:
        return paintArrow(*painter, option->rect, Qt::LeftArrow, enabled);
    case PE_IndicatorArrowRight:
        return paintArrow(*painter, option->rect, Qt::RightArrow, enabled);
    case PE_IndicatorBranch:
        return paintBranch(*painter, *option);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        return paintButtonPanel(*painter, *option, widget);
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option))
            paintButtonLabel(*painter, *button, widget);
        return;
    case CE_MenuItem:
        if (const auto *entry = as<QStyleOptionMenuItem>(option))
            paintMenuItem(*painter, *entry);
        return;
    case CE_MenuBarItem:
        if (const auto *entry = as<QStyleOptionMenuItem>(option))
            paintMenuBarItem(*painter, *entry);
        return;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, ui::color(Color::Rail));
    case CE_ProgressBar:
        if (const auto *bar = as<QStyleOptionProgressBar>(option))
            paintProgress(*painter, *bar);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(option))
            paintTab(*painter, *tab);
        return;
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(option))
            paintHeader(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        return painter->fillRect(option->rect, ui::color(Color::Sunk));
    case CE_Splitter:
        return drawHair(*painter, option->rect,
                        option->state.testFlag(State_Horizontal) ? Edge::Start : Edge::Top);
    case CE_FocusFrame:
        return drawFocusRing(*painter,
                             QRectF(option->rect).adjusted(focusRoom, focusRoom, -focusRoom, -focusRoom),
                             px(Size::R2));
    case CE_ShapedFrame:
        if (const auto *frame = as<QStyleOptionFrame>(option);
            frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine))
            return paintShapedFrame(*painter, *frame);
        return QProxyStyle::drawControl(element, option, painter, widget);
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = as<QStyleOptionComboBox>(option))
            paintCombo(*painter, *combo, widget);
        return;
    case CC_SpinBox:
        if (const auto *spin = as<QStyleOptionSpinBox>(option))
            paintSpin(*painter, *spin, widget, *this);
        return;
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(option))
            paintScrollBar(*painter, *bar, scrollPart(*bar, SC_ScrollBarSlider));
        return;
    default:
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace rowlift::ui
