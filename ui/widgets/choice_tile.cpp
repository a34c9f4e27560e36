#include "ui/widgets/choice_tile.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>

namespace rowlift::ui {

ChoiceTile::ChoiceTile(const QString &iconName, const QString &name, const QString &line, QWidget *parent)
    : QRadioButton(name, parent)
    , m_icon(iconName)
{
    setLine(line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void ChoiceTile::setLine(const QString &line)
{
    m_line = line;
    setAccessibleDescription(line);
    setToolTip(line);
    updateGeometry();
    update();
}

int ChoiceTile::textStart() const
{
    const int icon = m_icon.isEmpty() ? 0 : px(Size::IconTile) + px(Space::S3);
    return px(Space::S3) + icon;
}

QSize ChoiceTile::sizeHint() const
{
    const QFontMetrics name(ui::font(Type::Strong));
    const QFontMetrics line(ui::font(Type::Small));
    const int words
        = std::max(name.size(Qt::TextShowMnemonic, text()).width(), line.horizontalAdvance(m_line));
    const int tick = px(Size::IconText) + px(Space::S2);
    const int lines = name.height() + (m_line.isEmpty() ? 0 : line.height() + 2);
    const int icon = m_icon.isEmpty() ? 0 : px(Size::IconTile);
    return { textStart() + words + tick + px(Space::S3), std::max(lines, icon) + 2 * px(Space::S3) };
}

QSize ChoiceTile::minimumSizeHint() const
{
    return { textStart() + ui::px(Size::IconText)
                 + QFontMetrics(ui::font(Type::Strong)).averageCharWidth() * 12,
             sizeHint().height() };
}

bool ChoiceTile::hitButton(const QPoint &at) const
{
    return rect().contains(at);
}

void ChoiceTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool chosen = isChecked();
    const Color fill = chosen ? Color::AccentSoft
        : !isEnabled()        ? Color::Sunk
        : underMouse()        ? Color::Sunk
                              : Color::Surface;
    const Color edge = chosen ? Color::AccentText
        : !isEnabled()        ? Color::Line
        : underMouse()        ? Color::Text2
                              : Color::ControlLine;
    drawBox(painter, rect(), px(Size::R2), fill, edge, chosen ? 2 : 1);

    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int side = px(Size::IconTile);
    if (!m_icon.isEmpty())
        drawIcon(painter, visual(QRect(px(Space::S3), (height() - side) / 2, side, side)), m_icon,
                 !isEnabled() ? Color::Disabled
                     : chosen ? Color::AccentText
                              : Color::Text2);
    const int tick = px(Size::IconText);
    if (chosen)
        drawIcon(painter, visual(QRect(width() - px(Space::S3) - tick, px(Space::S3), tick, tick)), u"tick",
                 Color::AccentText);

    const int nameHeight = QFontMetrics(ui::font(Type::Strong)).height();
    const int lineHeight = m_line.isEmpty() ? 0 : QFontMetrics(ui::font(Type::Small)).height() + 2;
    const QRect room(textStart(), (height() - nameHeight - lineHeight) / 2,
                     width() - textStart() - px(Space::S3) - tick - px(Space::S2), nameHeight);
    constexpr auto start = Qt::AlignLeft | Qt::AlignVCenter;
    QString plain = text();
    plain.remove(u'&');
    drawWords(painter, visual(room), ui::font(Type::Strong), isEnabled() ? Color::Text : Color::Disabled,
              start, plain);
    const QRect under(room.left(), room.bottom() + 1, width() - room.left() - px(Space::S3), lineHeight);
    drawWords(painter, visual(under), ui::font(Type::Small), isEnabled() ? Color::Text2 : Color::Disabled,
              start, m_line);
}

} // namespace rowlift::ui
