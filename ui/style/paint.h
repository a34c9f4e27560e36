#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionFrame;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

/// How Style draws each stock control. For Style only.
namespace rowlift::ui {

void paintButtonPanel(QPainter &painter, const QStyleOption &option, const QWidget *button);
void paintButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *button);
void paintToolPanel(QPainter &painter, const QStyleOption &option);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadio(QPainter &painter, const QStyleOption &option);

void paintFieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *field);
void paintCombo(QPainter &painter, const QStyleOptionComboBox &option, const QWidget *combo);
void paintSpin(QPainter &painter, const QStyleOptionSpinBox &option, const QWidget *spin,
               const QStyle &style);
void paintFrame(QPainter &painter, const QStyleOption &option, const QWidget *framed);
void paintShapedFrame(QPainter &painter, const QStyleOptionFrame &option);

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void paintMenuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents);

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option);
void paintTab(QPainter &painter, const QStyleOptionTab &option);
void paintHeader(QPainter &painter, const QStyleOptionHeader &option);
void paintItemPanel(QPainter &painter, const QStyleOptionViewItem &option, const QWidget *view);
void paintArrow(QPainter &painter, const QRect &where, Qt::ArrowType arrow, bool enabled);

/// Rooms inside combo and spin boxes.
[[nodiscard]] QRect comboPart(const QStyleOptionComboBox &option, QStyle::SubControl part);
[[nodiscard]] QRect spinPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);
[[nodiscard]] QRect scrollPart(const QStyleOptionSlider &option, QStyle::SubControl part);

/// Whether a combo shows no edge until it is pointed at: see setQuiet().
[[nodiscard]] bool isQuiet(const QWidget *combo);

} // namespace rowlift::ui
