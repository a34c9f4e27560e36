#include "ui/widgets/command_bar.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

CommandBar::CommandBar(QWidget *parent)
    : QWidget(parent)
    , m_activity(new ElidedWords(Type::Small, Color::Text2, Qt::ElideRight, this))
    , m_progress(new ProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_reason(new Words(Type::Small, Color::Text2, this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_secondary(new QPushButton(this))
    , m_primary(new QPushButton(this))
{
    setAccessibleName(tr("Commands"));
    m_activity->setObjectName(u"shell.activity"_s);
    m_progress->setAccessibleName(tr("Progress of the work in the background"));
    m_progress->setFixedWidth(120);
    m_stop->setObjectName(u"shell.stop"_s);
    setKind(m_stop, ButtonKind::Flat);
    m_reason->setObjectName(u"shell.primaryReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_back->setObjectName(u"shell.back"_s);
    m_secondary->setObjectName(u"shell.secondary"_s);
    m_primary->setObjectName(u"shell.primary"_s);
    setKind(m_primary, ButtonKind::Primary);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(Space::S4), px(Space::S3), px(Space::S4), px(Space::S3));
    row->setSpacing(px(Space::S2));
    row->addWidget(m_activity, 2);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
    row->addSpacing(px(Space::S4));
    row->addWidget(m_reason, 3);
    row->addSpacing(px(Space::S1));
    for (QPushButton *button : { m_back, m_secondary, m_primary })
        row->addWidget(button);

    connect(m_stop, &QPushButton::clicked, this, &CommandBar::stopPressed);
    connect(m_back, &QPushButton::clicked, this, &CommandBar::backPressed);
    connect(m_secondary, &QPushButton::clicked, this, &CommandBar::secondaryPressed);
    connect(m_primary, &QPushButton::clicked, this, &CommandBar::primaryPressed);
    clearActivity();
    setPrimary({});
    setSecondary({});
}

void CommandBar::setActivity(const QString &line, std::optional<double> share, bool stoppable)
{
    m_activity->setText(line);
    m_progress->setVisible(true);
    if (share)
        m_progress->setShares(*share);
    else
        m_progress->setBusy();
    m_stop->setVisible(stoppable);
}

void CommandBar::clearActivity()
{
    m_activity->clear();
    m_progress->hide();
    m_stop->hide();
}

void CommandBar::setPrimary(const QString &text, bool enabled, const QString &reason)
{
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
    m_primary->setEnabled(enabled);
    m_primary->setAccessibleDescription(enabled ? QString() : reason);
    m_reason->setText(enabled ? QString() : reason);
}

void CommandBar::setPrimaryDanger(bool danger)
{
    const ButtonKind kind = danger ? ButtonKind::Danger : ButtonKind::Primary;
    if (kindOf(m_primary) != kind)
        setKind(m_primary, kind);
}

void CommandBar::setSecondary(const QString &text, bool enabled)
{
    m_secondary->setText(text);
    m_secondary->setVisible(!text.isEmpty());
    m_secondary->setEnabled(enabled);
}

void CommandBar::setBack(bool visible, bool enabled)
{
    m_back->setVisible(visible);
    m_back->setEnabled(enabled);
}

void CommandBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Color::Window));
    drawHair(painter, rect(), Edge::Top);
}

} // namespace rowlift::ui
