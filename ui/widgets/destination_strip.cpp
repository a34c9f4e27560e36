#include "ui/widgets/destination_strip.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QPainter>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct StripLook {
    Color ground;
    Color text;
    QStringView icon;
};

StripLook stripLook(DestinationStrip::Kind kind)
{
    switch (kind) {
    case DestinationStrip::Kind::Production:
        return { Color::StripProduction, Color::StripProductionText, u"cloud" };
    case DestinationStrip::Kind::Sandbox:
        return { Color::StripSandbox, Color::StripSandboxText, u"cloud" };
    case DestinationStrip::Kind::Practice:
        break;
    }
    return { Color::StripPractice, Color::StripPracticeText, u"shield" };
}

} // namespace

DestinationStrip::DestinationStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

QString DestinationStrip::kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Production:
        return tr("Production");
    case Kind::Sandbox:
        return tr("Sandbox");
    case Kind::Practice:
        break;
    }
    return tr("Practice");
}

void DestinationStrip::setDestination(Kind kind, const QString &account, const QString &user)
{
    m_kind = kind;
    if (kind == Kind::Practice)
        m_rest = tr("nothing leaves this computer");
    else
        m_rest = user.isEmpty() ? account : tr("%1, %2", "account, user").arg(account, user);
    setAccessibleName(sentence());
    setToolTip(sentence());
    show();
    update();
}

void DestinationStrip::clear()
{
    m_rest.clear();
    hide();
}

QString DestinationStrip::sentence() const
{
    return tr("%1 — %2", "kind of account — its name").arg(kindWord(m_kind), m_rest);
}

QSize DestinationStrip::sizeHint() const
{
    const QFontMetrics metrics(ui::font(Type::Strong));
    return { metrics.horizontalAdvance(sentence()) + px(Size::IconText) + 2 * px(Space::S4) + px(Space::S2),
             heightFor(Size::Strip, metrics) };
}

QSize DestinationStrip::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

void DestinationStrip::paintEvent(QPaintEvent *)
{
    const StripLook look = stripLook(m_kind);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), color(look.ground));
    if (currentTheme() == Theme::HighContrast)
        drawHair(painter, rect(), Edge::Bottom);

    const auto visual = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int side = px(Size::IconText);
    const QRect iconRect(px(Space::S4), (height() - side) / 2, side, side);
    drawIcon(painter, visual(iconRect), look.icon, look.text);
    const int wordWidth = QFontMetrics(ui::font(Type::Strong)).horizontalAdvance(kindWord(m_kind)) + 1;
    const QRect word(iconRect.right() + 1 + px(Space::S2), 0, wordWidth, height());
    constexpr auto start = Qt::AlignLeft | Qt::AlignVCenter;
    drawWords(painter, visual(word), ui::font(Type::Strong), look.text, start, kindWord(m_kind));
    const QRect rest(word.right() + 1, 0, width() - word.right() - 1 - px(Space::S4), height());
    drawWords(painter, visual(rest), ui::font(Type::Body), look.text, start, u" — "_s + m_rest);
}

} // namespace rowlift::ui
