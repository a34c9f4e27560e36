#include "ui/pages/activity_list.h"

#include "ui/pages/run_notices.h"
#include "ui/pages/run_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostLines = 500;
}

ActivityList::ActivityList(QWidget *parent)
    : QWidget(parent)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S2));
    auto *top = new QHBoxLayout;
    m_fold = new QToolButton(this);
    m_fold->setObjectName(u"run.activity.fold"_s);
    m_fold->setText(tr("Activity"));
    m_fold->setCheckable(true);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setMinimumHeight(px(Size::Target));
    m_newest = new ElidedWords(Type::Small, Color::Text2, Qt::ElideRight, this); // it has one line only
    top->addWidget(m_fold);
    top->addWidget(m_newest, 1);
    lines->addLayout(top);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"run.activity"_s);
    m_list->setAccessibleName(tr("Activity"));
    m_list->hide();
    lines->addWidget(m_list);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_list->setVisible(open);
        m_newest->setVisible(!open);
    });
}

void ActivityList::begin()
{
    m_list->clear();
    m_newest->clear();
    m_states.clear();
    m_trouble.reset();
    m_held.clear();
    m_began = false;
}

void ActivityList::take(const RunSnapshot &run, const RunTalk &talk, const QDateTime &now)
{
    m_held.clear();
    bool moved = false;
    for (const PartLine &part : run.parts)
        moved = take(part, talk, now) || moved;
    m_began = true;
    if (!run.trouble.sentence.isEmpty()) {
        takeTrouble(run.trouble, talk.service, now);
    } else if (m_trouble && moved) { // a way that only ended with the run was not free
        m_trouble.reset();
        add(tr("The trouble is over, the import goes on."), now);
    }
}

void ActivityList::takeTrouble(const RunTrouble &trouble, const QString &service, const QDateTime &now)
{
    if (m_trouble == trouble.kind)
        return;
    m_trouble = trouble.kind;
    add(troubleSentence(trouble, service), now);
}

void ActivityList::held(const QString &why, const QDateTime &now)
{
    m_trouble.reset();
    if (why.isEmpty() || std::exchange(m_held, why) == why)
        return;
    add(why, now);
}

/// Whether it got on.
bool ActivityList::take(const PartLine &part, const RunTalk &talk, const QDateTime &now)
{
    const auto place = static_cast<size_t>(part.number);
    const bool known = place < m_states.size();
    if (known && m_states[place] == part.state)
        return false;
    const bool sending = part.state == PartState::Uploading || part.state == PartState::Closing;
    const bool said = known && sending
        && (m_states[place] == PartState::Opening || m_states[place] == PartState::Uploading);
    if (!known)
        m_states.resize(place + 1, PartState::Planned);
    m_states[place] = part.state;
    if (!m_began && isFinal(part.state))
        return false;
    const bool leftOver = !known && m_began && part.state == PartState::Waiting;
    if (const QString news = said ? QString()
            : leftOver            ? leftOverNews(part)
                                  : partNews(part, talk);
        !news.isEmpty())
        add(news, now);
    return part.state != PartState::Planned && part.state != PartState::Waiting
        && part.state != PartState::Opening;
}

void ActivityList::add(const QString &sentence, const QDateTime &now)
{
    const QString line
        = u"%1  %2"_s.arg(QLocale().toString(now.toLocalTime().time(), u"HH:mm:ss"_s), sentence);
    m_newest->setText(line);
    m_list->insertItem(0, line);
    if (m_list->count() > mostLines)
        delete m_list->takeItem(m_list->count() - 1);
}

} // namespace rowlift::ui
