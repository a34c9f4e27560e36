#include "ui/pages/consent_line.h"

#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QPushButton>
#include <QStyle>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

ConsentLine::ConsentLine(const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_words(new Words(Type::Small, Color::Text2, this))
    , m_change(new QPushButton(tr("Change…"), this))
{
    m_words->setObjectName(u"map.consentWords."_s + place);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_change->setObjectName(u"map.consent."_s + place);
    setKind(m_change, ButtonKind::Flat);
    connect(m_change, &QPushButton::clicked, this, &ConsentLine::changeWanted);
}

void ConsentLine::say(const QString &words, const QString &column)
{
    m_words->setText(words);
    //: %1 the name of a column
    m_change->setAccessibleName(tr("Change what %1 means for contact").arg(column));
    m_change->setAccessibleDescription(words);
    place();
}

/// As much as they need, and the button stands behind them.
int ConsentLine::wordsWidth(int width) const
{
    const int needed = m_words->fontMetrics().horizontalAdvance(m_words->text()) + px(Space::S2);
    return std::clamp(width - m_change->sizeHint().width() - px(Space::S2), 1, std::max(1, needed));
}

int ConsentLine::heightForWidth(int width) const
{
    return std::max(m_words->heightForWidth(wordsWidth(width)), m_change->sizeHint().height());
}

void ConsentLine::place()
{
    const int wide = wordsWidth(width());
    const QSize button = m_change->sizeHint();
    const auto visual
        = [this](const QRect &room) { return QStyle::visualRect(layoutDirection(), rect(), room); };
    const int high = m_words->heightForWidth(wide);
    m_words->setGeometry(visual({ 0, std::max(0, (button.height() - high) / 2), wide, high }));
    m_change->setGeometry(visual({ wide + px(Space::S2), 0, button.width(), button.height() }));
}

void ConsentLine::resizeEvent(QResizeEvent *)
{
    place();
}

void ConsentLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        place();
}

} // namespace rowlift::ui
