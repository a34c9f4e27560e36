#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/paint.h"
#include "ui/style/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace rowlift::ui {

namespace {

QSize buttonSize(const QStyleOptionButton &option, const QWidget *button)
{
    const ButtonKind kind = kindOf(button);
    const bool strong = kind == ButtonKind::Primary || kind == ButtonKind::Danger;
    const QFontMetrics metrics(font(strong ? Type::Strong : Type::Label));
    const int padding = kind == ButtonKind::Flat ? px(Space::S3) : px(Space::S4);
    int width = metrics.size(Qt::TextShowMnemonic | Qt::TextSingleLine, option.text).width() + 2 * padding;
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : px(Space::S2));
    if (option.features.testFlag(QStyleOptionButton::HasMenu))
        width += px(Size::IconText);
    const bool small = option.text.isEmpty() || kind == ButtonKind::Flat;
    const int height = kind == ButtonKind::Flat ? heightFor(Size::ControlInTable, metrics)
                                                : heightFor(Size::Control, metrics);
    return { std::max(width, small ? px(Size::Target) : 72), height };
}

QSize comboSize(const QSize &contents, const QWidget *combo)
{
    const QFontMetrics metrics = combo == nullptr ? QFontMetrics(font(Type::Body)) : combo->fontMetrics();
    const int height = heightFor(isQuiet(combo) ? Size::ControlInTable : Size::Control, metrics);
    return { contents.width() + 28 + 2 * px(Space::S2), height };
}

QSize fieldSize(const QSize &contents, const QWidget *field)
{
    const QFontMetrics metrics = field == nullptr ? QFontMetrics(font(Type::Body)) : field->fontMetrics();
    return { contents.width() + 2 * px(Space::S2), heightFor(Size::Control, metrics) };
}

} // namespace

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool hovers = qobject_cast<QAbstractButton *>(widget) != nullptr
        || qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QAbstractSpinBox *>(widget) != nullptr
        || qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QTabBar *>(widget) != nullptr;
    if (hovers)
        widget->setAttribute(Qt::WA_Hover);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        control == CC_ComboBox && combo)
        return comboPart(*combo, part);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        control == CC_SpinBox && spin)
        return spinPart(*spin, part);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        control == CC_ScrollBar && bar)
        return scrollPart(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth <= 0)
            return option->rect;
        const int side = px(Space::S2) - 2; // QLineEdit adds 2 of its own
        return option->rect.adjusted(side, 1, -side, -1);
    }
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return buttonSize(*button, widget);
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth <= 0)
            return contents;
        return fieldSize(contents, widget);
    case CT_SpinBox:
        return fieldSize(contents + QSize(24, 0), widget);
    case CT_ComboBox:
        return comboSize(contents, widget);
    case CT_CheckBox:
    case CT_RadioButton: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return size.expandedTo({ 0, px(Size::Target) });
    }
    case CT_ToolButton:
        return (contents + QSize(px(Space::S2), px(Space::S2))).expandedTo({ 28, 28 });
    case CT_MenuItem:
        if (const auto *entry = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return menuItemSize(*entry, contents);
        break;
    case CT_MenuBarItem:
        return contents + QSize(px(Space::S4), px(Space::S2));
    case CT_TabBarTab:
        return (contents + QSize(px(Space::S2), 0)).expandedTo({ 48, px(Size::Control) + 4 });
    case CT_ItemViewItem:
        return QProxyStyle::sizeFromContents(type, option, contents, widget)
            .expandedTo({ 0, px(Size::Target) + 4 });
    case CT_ProgressBar:
        return { contents.width(), px(Size::Progress) };
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return px(Size::ScrollBar);
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return px(Size::CheckBox);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_HeaderMargin:
        return px(Space::S2);
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return px(Space::S3);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return focusRoom;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return px(Size::IconText);
    case PM_ToolBarIconSize:
        return px(Size::IconRail);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuPanelWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuVMargin:
    case PM_MenuBarHMargin:
        return px(Space::S1);
    case PM_MenuBarVMargin:
        return 1;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Table_GridLineColor:
        return static_cast<int>(ui::color(Color::Line).rgb());
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
        return icon(u"close", Color::Text2);
    case SP_MessageBoxWarning:
        return icon(u"triangle", Color::HeadsUpMark);
    case SP_MessageBoxCritical:
        return icon(u"octagon", Color::ProblemMark);
    case SP_MessageBoxInformation:
        return icon(u"info", Color::InfoMark);
    case SP_MessageBoxQuestion:
        return icon(u"question", Color::InfoMark);
    case SP_ToolBarHorizontalExtensionButton:
        return icon(u"more", Color::Text2);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace rowlift::ui
