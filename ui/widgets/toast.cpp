#include "ui/widgets/toast.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// The toast's ground is the text's colour, so its button is drawn in the surface's.
class ToastButton : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(ui::font(Type::Strong));
        return { metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * px(Space::S3),
                 heightFor(Size::ControlInTable, metrics) };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(ui::color(Color::Surface), hasFocus() ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(Size::R2), px(Size::R2));
        painter.setFont(ui::font(Type::Strong));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    }
};

} // namespace

Toast::Toast(QWidget *over)
    : QWidget(over)
    , m_text(new Words(Type::Body, Color::Surface, this))
    , m_undo(new ToastButton(tr("&Undo"), this))
{
    setObjectName(u"shell.toast"_s);
    m_undo->setObjectName(u"shell.toast.undo"_s);
    m_timer.setSingleShot(true);
    m_timer.setInterval(usualStay);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(Space::S4), px(Space::S2), px(Space::S2), px(Space::S2));
    row->setSpacing(px(Space::S4));
    row->addWidget(m_text);
    row->addWidget(m_undo);
    connect(&m_timer, &QTimer::timeout, this, &Toast::goIfLeft);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT undoPressed();
    });
    over->installEventFilter(this);
    m_undo->installEventFilter(this);
    hide();
}

void Toast::tell(const QString &text, bool undoable)
{
    m_text->setText(text);
    m_text->setMinimumHeight(heightFor(Size::ControlInTable, m_text->fontMetrics()));
    m_undo->setVisible(undoable);
    setAccessibleName(text);
    place();
    show();
    raise();
    m_timer.start();
    announce(this, text);
}

void Toast::setStay(std::chrono::milliseconds stay)
{
    m_timer.setInterval(stay);
}

void Toast::setFoot(int distance)
{
    m_foot = distance;
    place();
}

void Toast::goIfLeft()
{
    if (underMouse() || m_undo->hasFocus())
        m_timer.start();
    else
        hide();
}

void Toast::place()
{
    layout()->activate();
    adjustSize();
    const QRect room
        = parentWidget()->rect().adjusted(px(Space::S4), 0, -px(Space::S4), -m_foot - px(Space::S4));
    QRect own(QPoint(), size().boundedTo(room.size()));
    own.moveBottomLeft(room.bottomLeft());
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(), own));
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_undo && event->type() == QEvent::FocusOut && isVisible())
        m_timer.start();
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_timer.start();
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), px(Size::R2), Color::Text);
}

} // namespace rowlift::ui
