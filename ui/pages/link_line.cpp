#include "ui/pages/link_line.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int wrapFlags = Qt::TextWordWrap | Qt::TextShowMnemonic; ///< The latter shows "&&" as it was meant.
constexpr int leastCharacters = 12;

} // namespace

LinkLine::LinkLine(const QString &text, Type type, QWidget *parent)
    : QAbstractButton(parent)
    , m_type(type)
{
    say(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LinkLine::say(const QString &text)
{
    setText(QString(text).replace(u'&', QStringLiteral("&&"))); // no letter of it is a short cut
    setAccessibleName(text);
    updateGeometry();
}

QRect LinkLine::textRoom(int width) const
{
    const int chevron = px(Size::IconText) + px(Space::S1);
    return { px(Space::S2), px(Space::S1), std::max(1, width - 2 * px(Space::S2) - chevron), 1 };
}

int LinkLine::heightForWidth(int width) const
{
    const QFontMetrics metrics(ui::font(m_type));
    const int lines
        = metrics.boundingRect(QRect(0, 0, textRoom(width).width(), 0), wrapFlags, text()).height();
    return std::max(px(Size::Target), lines + 2 * px(Space::S1));
}

QSize LinkLine::sizeHint() const
{
    const QFontMetrics metrics(ui::font(m_type));
    const int wide = metrics.size(Qt::TextSingleLine | Qt::TextShowMnemonic, text()).width()
        + 2 * px(Space::S2) + px(Size::IconText) + 2 * px(Space::S1);
    return { wide, heightForWidth(wide) };
}

QSize LinkLine::minimumSizeHint() const
{
    const QFontMetrics metrics(ui::font(m_type));
    return { leastCharacters * metrics.averageCharWidth(), px(Size::Target) };
}

void LinkLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

void LinkLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (isDown() || underMouse())
        drawBox(painter, rect(), px(Size::R1), Color::AccentSoft);
    QRect room = textRoom(width());
    room.setHeight(height() - 2 * px(Space::S1));
    const auto visual
        = [this](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    painter.setFont(ui::font(m_type));
    painter.setPen(ui::color(Color::Text));
    const auto alignment = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(visual(room), static_cast<int>(alignment) | wrapFlags, text());
    const int side = px(Size::IconText);
    const QRect chevron(width() - px(Space::S2) - side, (height() - side) / 2, side, side);
    drawIcon(painter, visual(chevron), u"chevron-right",
             underMouse() || hasFocus() ? Color::AccentText : Color::Text3);
}

} // namespace rowlift::ui
