#include "ui/widgets/notice.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct NoticeLook {
    Color soft;
    Color mark;
    Mark icon;
};

NoticeLook noticeLook(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::HeadsUp:
        return { Color::HeadsUpSoft, Color::HeadsUpMark, Mark::HeadsUp };
    case Notice::Kind::Problem:
        return { Color::ProblemSoft, Color::ProblemMark, Mark::Problem };
    case Notice::Kind::Success:
        return { Color::OkSoft, Color::OkMark, Mark::Done };
    case Notice::Kind::Info:
        break;
    }
    return { Color::InfoSoft, Color::InfoMark, Mark::Info };
}

constexpr int widestText = 72; ///< characters
constexpr int narrowestText = 36; ///< Beside buttons.

} // namespace

NoticeBar::NoticeBar(const Notice &notice, QWidget *parent)
    : QFrame(parent)
    , m_notice(notice)
{
    setObjectName(u"notice."_s + notice.id);
    setAccessibleName(spoken(notice));
    auto *row = new QHBoxLayout(this);
    const int inset = px(Space::S3) + px(Space::S1) + px(Size::IconRail) + px(Space::S3);
    row->setContentsMargins(inset, px(Space::S2), px(Space::S2), px(Space::S2));
    row->setSpacing(px(Space::S1));

    auto *text = new Words(notice.text, Type::Body, Color::Text, this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setMinimumHeight(heightFor(Size::ControlInTable, text->fontMetrics()));
    text->setMaximumWidth(text->fontMetrics().averageCharWidth() * widestText);
    m_inner = new QBoxLayout(QBoxLayout::LeftToRight);
    m_inner->setSpacing(px(Space::S1));
    row->addLayout(m_inner, 1);
    m_inner->addWidget(text, 100);
    m_inner->addStretch(1);
    m_buttons = new QWidget(this);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins({});
    buttons->setSpacing(px(Space::S1));
    m_buttons->setVisible(!notice.buttons.isEmpty());
    m_inner->addWidget(m_buttons, 0, Qt::AlignTop | Qt::AlignLeft);
    for (const Notice::Button &button : notice.buttons) {
        auto *press = new QPushButton(button.text, m_buttons);
        press->setObjectName(u"notice.%1.%2"_s.arg(notice.id, button.id));
        setKind(press, ButtonKind::Flat);
        buttons->addWidget(press);
        connect(press, &QPushButton::clicked, this, [this, id = button.id] { Q_EMIT buttonPressed(id); });
    }
    if (notice.dismissible) {
        auto *close = new QToolButton(this);
        close->setObjectName(u"notice.%1.close"_s.arg(notice.id));
        close->setIcon(icon(u"close", Color::Text2));
        close->setAutoRaise(true);
        close->setAccessibleName(tr("Close this notice"));
        close->setToolTip(tr("Close"));
        row->addWidget(close, 0, Qt::AlignTop);
        connect(close, &QToolButton::clicked, this, &NoticeBar::dismissed);
    }
}

QString NoticeBar::spoken(const Notice &notice)
{
    switch (notice.kind) {
    case Notice::Kind::HeadsUp:
        return tr("Heads-up: %1").arg(notice.text);
    case Notice::Kind::Problem:
        return tr("Problem: %1").arg(notice.text);
    case Notice::Kind::Success:
        return tr("Done: %1").arg(notice.text);
    case Notice::Kind::Info:
        break;
    }
    return tr("Note: %1").arg(notice.text);
}

/// Beside the text the buttons must leave it room to be read.
void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int besides = layout()->contentsMargins().left() + m_buttons->sizeHint().width();
    const bool beside = width() - besides >= fontMetrics().averageCharWidth() * narrowestText;
    m_inner->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const NoticeLook look = noticeLook(m_notice.kind);
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawBox(painter, rect(), px(Size::R2), look.soft);
    drawStartBar(painter, rect(), px(Size::R2), look.mark);
    const int side = px(Size::IconRail);
    const int line = heightFor(Size::ControlInTable, fontMetrics());
    const QRect square(px(Space::S3) + px(Space::S1), px(Space::S2) + (line - side) / 2, side, side);
    drawMark(painter, QStyle::visualRect(layoutDirection(), rect(), square), look.icon);
}

NoticeArea::NoticeArea(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"page.notices"_s);
    setAccessibleName(tr("Notices"));
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    hide();
}

void NoticeArea::put(const Notice &notice)
{
    const auto same = [&notice](const Notice &other) { return other.id == notice.id; };
    const auto at = std::find_if(m_notices.begin(), m_notices.end(), same);
    if (at != m_notices.end() && *at == notice)
        return;
    if (at != m_notices.end())
        *at = notice;
    else
        m_notices.append(notice);
    rebuild();
    if (!m_quiet)
        announce(this, NoticeBar::spoken(notice));
}

void NoticeArea::take(const QString &id)
{
    if (m_notices.removeIf([&id](const Notice &notice) { return notice.id == id; }) > 0)
        rebuild();
}

void NoticeArea::clear()
{
    m_notices.clear();
    m_unfolded = false;
    rebuild();
}

/// Bars that say the same stay, and with them the focus that may be in one.
void NoticeArea::rebuild()
{
    QList<NoticeBar *> old;
    while (QLayoutItem *taken = layout()->takeAt(0)) {
        if (auto *bar = qobject_cast<NoticeBar *>(taken->widget()))
            old.append(bar);
        else
            retire(taken->widget());
        delete taken;
    }
    const int count = static_cast<int>(m_notices.size());
    const int shown = m_unfolded ? count : std::min(count, mostVisible);
    for (int i = 0; i < shown; ++i) {
        const auto same = [&notice = m_notices[i]](const NoticeBar *bar) { return bar->notice() == notice; };
        const auto at = std::find_if(old.begin(), old.end(), same);
        if (at == old.end()) {
            addBar(m_notices[i]);
        } else {
            layout()->addWidget(*at);
            old.erase(at);
        }
    }
    for (NoticeBar *bar : old)
        retire(bar);
    if (count > shown)
        addMore(count - shown);
    setVisible(count > 0);
}

/// Later, for it may be the bar whose button was pressed just now.
void NoticeArea::retire(QWidget *widget)
{
    widget->hide();
    widget->deleteLater();
}

void NoticeArea::addBar(const Notice &notice)
{
    auto *bar = new NoticeBar(notice, this);
    layout()->addWidget(bar);
    connect(bar, &NoticeBar::buttonPressed, this,
            [this, id = notice.id](const QString &button) { Q_EMIT buttonPressed(id, button); });
    connect(bar, &NoticeBar::dismissed, this, [this, id = notice.id] {
        take(id);
        Q_EMIT dismissed(id);
    });
}

void NoticeArea::addMore(int hidden)
{
    auto *more = new QPushButton(tr("%n more", "notices", hidden), this);
    more->setObjectName(u"page.notices.more"_s);
    setKind(more, ButtonKind::Flat);
    layout()->addWidget(more);
    layout()->setAlignment(more, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] {
        m_unfolded = true;
        rebuild();
    });
}

} // namespace rowlift::ui
