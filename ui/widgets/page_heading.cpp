#include "ui/widgets/page_heading.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

PageHeading::PageHeading(QWidget *parent)
    : QWidget(parent)
    , m_title(new Words(Type::Title, Color::Text, this))
    , m_subline(new Words(Type::Body, Color::Text2, this))
    , m_why(new QPushButton(tr("Why this step"), this))
{
    setObjectName(u"page.heading"_s);
    setFocusPolicy(Qt::ClickFocus);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"page.heading.title"_s);
    m_subline->setWordWrap(true);
    m_subline->setObjectName(u"page.heading.subline"_s);
    m_subline->hide();
    setKind(m_why, ButtonKind::Flat);
    m_why->setIcon(icon(u"question", Color::AccentText));
    m_why->setObjectName(u"page.why"_s);
    m_why->hide();

    auto *lines = new QVBoxLayout;
    lines->setSpacing(px(Space::S1));
    lines->addWidget(m_title);
    lines->addWidget(m_subline);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(Space::S4));
    row->addLayout(lines, 1);
    row->addWidget(m_why, 0, Qt::AlignTop);
    connect(m_why, &QPushButton::clicked, this, &PageHeading::whyAsked);
}

void PageHeading::setTitle(const QString &title)
{
    if (title != m_title->text()) {
        m_subline->setMinimumHeight(0);
        m_subline->hide();
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void PageHeading::setSubline(const QString &subline)
{
    // What is below does not move under the mouse while an answer is changed: its place is kept.
    if (!subline.isEmpty())
        m_subline->setMinimumHeight(0);
    else if (m_subline->isVisible())
        m_subline->setMinimumHeight(m_subline->height());
    m_subline->setText(subline);
    m_subline->setVisible(!subline.isEmpty() || m_subline->minimumHeight() > 0);
    setAccessibleDescription(subline);
}

void PageHeading::setExplainable(bool explainable)
{
    m_why->setVisible(explainable);
}

QString PageHeading::title() const
{
    return m_title->text();
}

QString PageHeading::subline() const
{
    return m_subline->text();
}

void PageHeading::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    // Put here by the window while there is nothing to press yet: a frame would only flash by.
    m_ringed = event->reason() != Qt::OtherFocusReason;
    update();
}

void PageHeading::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PageHeading::paintEvent(QPaintEvent *)
{
    if (!hasFocus() || !m_ringed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Color::AccentText), px(Size::Ring)));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(Size::R2), px(Size::R2));
}

} // namespace rowlift::ui
