#include "ui/widgets/empty_state.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

EmptyState::EmptyState(const QString &iconName, const QString &sentence, const QString &line, QWidget *parent)
    : QWidget(parent)
    , m_icon(iconName)
    , m_iconRoom(new QWidget(this))
    , m_sentence(new Words(Type::Section, Color::Text, this))
    , m_line(new Words(Type::Body, Color::Text2, this))
    , m_button(new QPushButton(this))
{
    const int side = px(Size::IconEmpty);
    m_iconRoom->setFixedSize(side, side);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S5), px(Space::S5), px(Space::S5));
    lines->setSpacing(px(Space::S2));
    lines->addStretch(1);
    lines->addWidget(m_iconRoom, 0, Qt::AlignHCenter);
    lines->addSpacing(px(Space::S1));
    for (Words *words : { m_sentence, m_line }) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignHCenter);
        lines->addWidget(words);
    }
    lines->addSpacing(px(Space::S2));
    lines->addWidget(m_button, 0, Qt::AlignHCenter);
    lines->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::buttonPressed);
    setTexts(sentence, line);
    setButton({});
}

void EmptyState::setButton(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::setTexts(const QString &sentence, const QString &line)
{
    m_sentence->setText(sentence);
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(line);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawIcon(painter, m_iconRoom->geometry(), m_icon, Color::Text3);
}

} // namespace rowlift::ui
