#include "ui/widgets/card.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QVBoxLayout>

namespace rowlift::ui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_title(new Words(Type::Section, Color::Text, this))
    , m_body(new QVBoxLayout)
{
    m_title->setWordWrap(true);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S4), px(Space::S3), px(Space::S4), px(Space::S3));
    lines->setSpacing(px(Space::S2));
    lines->addWidget(m_title);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(px(Space::S2));
    lines->addLayout(m_body);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), px(Size::R3), Color::Surface, Color::Line);
}

} // namespace rowlift::ui
