#include "ui/pages/chip_strip.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestChip = 28; ///< In characters; the tooltip has the rest.

QFont chipFont()
{
    return ui::font(Type::Small);
}

int crossSide()
{
    return px(Size::IconHeader);
}

} // namespace

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

void Chip::say(const ChipLook &look, const QString &of)
{
    m_look = look;
    setText(look.text);
    setToolTip(look.tip.toHtmlEscaped());
    //: %1 what is done to values: "trim"; %2 the name of a field
    setAccessibleName(tr("%1 for %2").arg(look.text, of));
    setAccessibleDescription(tr("%1. Delete removes it.").arg(look.tip));
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    const int words = std::min(metrics.horizontalAdvance(text()), longestChip * metrics.averageCharWidth());
    return { words + 1 + 2 * px(Space::S2) + px(Space::S1) + crossSide(),
             std::max(px(Size::Target), metrics.height() + px(Space::S1)) };
}

QRect Chip::cross() const
{
    const int side = crossSide();
    return QStyle::visualRect(layoutDirection(), rect(),
                              { width() - px(Space::S2) - side, (height() - side) / 2, side, side });
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawBox(painter, rect(), px(Size::R1), underMouse() ? Color::AccentSoft : Color::Sunk, Color::Line);
    const QRect words(px(Space::S2), 0, width() - 2 * px(Space::S2) - px(Space::S1) - crossSide(), height());
    drawWords(painter, QStyle::visualRect(layoutDirection(), rect(), words), chipFont(), Color::Text2,
              Qt::AlignLeft | Qt::AlignVCenter, text());
    drawIcon(painter, cross(), u"close", Color::Text3);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    const int reach = px(Space::S2);
    if (isDown() && cross().adjusted(-reach, -reach, reach, reach).contains(event->position().toPoint())) {
        setDown(false);
        event->accept();
        Q_EMIT removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

ChipStrip::ChipStrip(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    auto *rest = new QPushButton(this);
    rest->setObjectName(name + u".more"_s);
    setKind(rest, ButtonKind::Flat);
    m_rest = rest;
    connect(m_rest, &QAbstractButton::clicked, this, [this] {
        const auto hidden = std::ranges::find_if(m_chips, [](const Chip *chip) { return chip->isHidden(); });
        if (hidden != m_chips.end())
            Q_EMIT opened((*hidden)->look());
    });
}

int ChipStrip::stripHeight()
{
    return std::max(px(Size::Target), QFontMetrics(chipFont()).height() + px(Space::S1)) + px(Space::S2);
}

Chip *ChipStrip::make(int number)
{
    auto *chip = new Chip(this);
    chip->setObjectName(u"%1.%2"_s.arg(m_name).arg(number));
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { Q_EMIT opened(chip->look()); });
    connect(chip, &Chip::removed, this, [this, chip] { Q_EMIT removed(chip->look()); });
    return chip;
}

void ChipStrip::say(const QList<ChipLook> &chips, const QString &of)
{
    while (m_chips.size() < chips.size())
        m_chips << make(static_cast<int>(m_chips.size()));
    m_count = chips.size();
    for (qsizetype at = 0; at < m_count; ++at)
        m_chips[at]->say(chips[at], of);
    place();
}

void ChipStrip::place()
{
    int left = 0;
    bool room = true;
    int hidden = 0;
    const int rest = m_rest->sizeHint().width();
    for (qsizetype at = 0; at < m_chips.size(); ++at) {
        Chip *chip = m_chips[at];
        const QSize size = chip->sizeHint();
        const bool last = at + 1 == m_count;
        room = room && at < m_count && left + size.width() + (last ? 0 : px(Space::S1) + rest) <= width();
        chip->setVisible(room);
        hidden += at < m_count && !room ? 1 : 0;
        if (!room)
            continue;
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), { { left, 0 }, size }));
        left += size.width() + px(Space::S1);
    }
    //: So many more things are done to the value; they have no room here
    m_rest->setText(tr("+%1").arg(hidden));
    m_rest->setAccessibleName(tr("%n more", nullptr, hidden));
    const QSize size(std::max(rest, m_rest->sizeHint().width()), height() - px(Space::S2));
    m_rest->setGeometry(QStyle::visualRect(layoutDirection(), rect(), { { left, 0 }, size }));
    m_rest->setVisible(hidden > 0);
}

QList<QWidget *> ChipStrip::focusOrder() const
{
    QList<QWidget *> order;
    for (Chip *chip : m_chips) {
        if (!chip->isHidden())
            order << chip;
    }
    return order << m_rest;
}

void ChipStrip::resizeEvent(QResizeEvent *)
{
    place();
}

void ChipStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

} // namespace rowlift::ui
