#include "ui/widgets/words.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>

namespace rowlift::ui {

Words::Words(Type type, Color color, QWidget *parent)
    : QLabel(parent)
    , m_type(type)
    , m_color(color)
{
    // Else a parent on Base would have the text drawn in its own role.
    setForegroundRole(QPalette::WindowText);
    dress();
}

Words::Words(const QString &text, Type type, Color color, QWidget *parent)
    : Words(type, color, parent)
{
    setText(text);
}

void Words::setType(Type type)
{
    m_type = type;
    dress();
}

void Words::setColor(Color color)
{
    m_color = color;
    dress();
}

void Words::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::ApplicationFontChange || type == QEvent::StyleChange)
        dress();
}

void Words::dress()
{
    if (m_dressing)
        return; // setPalette() sends PaletteChange again
    const QScopedValueRollback guard(m_dressing, true);
    setFont(ui::font(m_type));
    QPalette own = palette();
    own.setColor(QPalette::Active, QPalette::WindowText, ui::color(m_color));
    own.setColor(QPalette::Inactive, QPalette::WindowText, ui::color(m_color));
    own.setColor(QPalette::Disabled, QPalette::WindowText, ui::color(Color::Disabled));
    setPalette(own);
}

ElidedWords::ElidedWords(Type type, Color color, Qt::TextElideMode elide, QWidget *parent)
    : Words(type, color, parent)
    , m_words(color)
    , m_face(type)
    , m_elide(elide)
{
    setTextFormat(Qt::PlainText);
}

QSize ElidedWords::minimumSizeHint() const
{
    return { 0, QLabel::minimumSizeHint().height() };
}

void ElidedWords::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawWords(painter, rect(), ui::font(m_face), isEnabled() ? m_words : Color::Disabled, alignment(), text(),
              m_elide);
}

void ElidedWords::resizeEvent(QResizeEvent *event)
{
    Words::resizeEvent(event);
    setToolTip(fontMetrics().horizontalAdvance(text()) > width() ? text() : QString());
}

} // namespace rowlift::ui
