#include "ui/pages/row_story_panel.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

Words *paragraph(const QString &name, Color color, QWidget *parent)
{
    auto *words = new Words(Type::Body, color, parent);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return words;
}

} // namespace

RowStoryPanel::RowStoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_tries(paragraph(u"results.row.tries"_s, Color::Text, this))
    , m_question(paragraph(u"results.row.question"_s, Color::Text2, this))
    , m_send(new QPushButton(tr("Send this row &now"), this))
    , m_close(new QPushButton(tr("&Close"), this))
{
    setObjectName(u"results.row"_s);
    m_title->setObjectName(u"results.row.title"_s);
    m_send->setObjectName(u"results.row.send"_s);
    m_close->setObjectName(u"results.row.close"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S3), px(Space::S5), px(Space::S3));
    lines->setSpacing(px(Space::S2));
    for (Words *words : { m_title, m_tries, m_question })
        lines->addWidget(words);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    flow->addWidget(m_send);
    flow->addWidget(m_close);
    lines->addWidget(buttons);
    connect(m_send, &QPushButton::clicked, this, &RowStoryPanel::sendWanted);
    connect(m_close, &QPushButton::clicked, this, &RowStoryPanel::closeWanted);
    hide();
}

void RowStoryPanel::tell(const Telling &telling)
{
    m_title->setText(telling.title);
    setAccessibleName(telling.title);
    m_tries->setText(telling.tries.join(u'\n'));
    m_question->setText(telling.question);
    m_question->setVisible(!telling.question.isEmpty());
    m_send->setVisible(!telling.question.isEmpty());
    m_send->setAccessibleDescription(telling.question);
    show();
}

void RowStoryPanel::addToQuestion(const QString &sentence)
{
    m_question->setText(u"%1 %2"_s.arg(m_question->text(), sentence));
    m_send->setAccessibleDescription(m_question->text());
}

QWidget *RowStoryPanel::firstStop() const
{
    return m_send->isVisibleTo(this) ? m_send : m_close;
}

void RowStoryPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void RowStoryPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), color(Color::Sunk));
    drawStartBar(painter, rect(), 0, Color::ControlLine);
    drawHair(painter, rect(), ui::Edge::Bottom);
}

} // namespace rowlift::ui
