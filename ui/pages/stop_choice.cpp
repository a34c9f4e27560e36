#include "ui/pages/stop_choice.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

StopChoice::StopChoice(QWidget *parent)
    : QWidget(parent)
    , m_stays(new Words(Type::Body, Color::Text2, this))
    , m_soft(new QPushButton(tr("Stop &after the current part"), this))
    , m_now(new QPushButton(this))
    , m_keep(new QPushButton(tr("&Keep importing"), this))
{
    setObjectName(u"run.stopChoice"_s);
    m_soft->setObjectName(u"run.stopAfterPart"_s);
    m_now->setObjectName(u"run.stopNow"_s);
    m_keep->setObjectName(u"run.keep"_s);
    setKind(m_soft, ButtonKind::Secondary);
    setKind(m_now, ButtonKind::DangerSecondary);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S2));
    auto *question
        = new Words(tr("How should it stop? Rows that are in stay in. What was not sent can be sent "
                       "later: this import stays in the list."),
                    Type::Body, Color::Text, this);
    question->setWordWrap(true);
    lines->addWidget(question);
    m_stays->setObjectName(u"run.stopStays"_s);
    m_stays->setWordWrap(true);
    lines->addWidget(m_stays);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    for (QPushButton *button : { m_soft, m_now, m_keep })
        flow->addWidget(button);
    lines->addWidget(buttons);
    connect(m_soft, &QPushButton::clicked, this, &StopChoice::stopAfterParts);
    connect(m_now, &QPushButton::clicked, this, &StopChoice::stopNow);
    connect(m_keep, &QPushButton::clicked, this, &StopChoice::kept);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &StopChoice::kept);
    hide();
}

void StopChoice::ask()
{
    show();
    m_keep->setFocus(Qt::OtherFocusReason);
}

void StopChoice::offer(const QString &service, bool underWay, bool canDrop, bool softly)
{
    //: %1 "Salesforce"
    m_now->setText(!underWay     ? tr("Stop &here")
                       : canDrop ? tr("Stop &now — ask %1 to drop what it has not done yet").arg(service)
                                 : tr("Stop &now — send nothing more"));
    m_soft->setVisible(underWay && softly);
    //: %1 "Marketo"
    m_stays->setText(tr("What %1 has already cannot be called back. Its results are fetched when Rowlift "
                        "runs again.")
                         .arg(service));
    m_stays->setVisible(underWay && !canDrop);
    m_now->setAccessibleDescription(underWay && !canDrop ? m_stays->text() : QString());
}

} // namespace rowlift::ui
