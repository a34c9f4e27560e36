#include "ui/pages/account_list.h"

#include "ui/desk/place_desk.h"
#include "ui/pages/account_failure.h"
#include "ui/pages/account_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

AccountList::AccountList(AccountDesk &desk, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_services(services)
    , m_lines(new QVBoxLayout)
    , m_none(new Words(tr("There is no account yet."), Type::Body, Color::Text2, this))
    , m_failure(new AccountFailure(u"accounts.failure"_s, this))
    , m_add(new QPushButton(tr("Add account…"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    m_add->setObjectName(u"accounts.add"_s);
    setKind(m_add, ButtonKind::Secondary);
    m_close->setObjectName(u"accounts.close"_s);
    setKind(m_close, ButtonKind::Flat);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    flow->addWidget(m_add);
    flow->addWidget(m_close);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    lines->addWidget(new Words(tr("Your accounts"), Type::Strong, Color::Text, this));
    lines->addWidget(m_none);
    lines->addLayout(m_lines);
    lines->addWidget(m_failure);
    lines->addWidget(buttons);
    connect(m_add, &QPushButton::clicked, this, &AccountList::addWanted);
    connect(m_close, &QPushButton::clicked, this, &AccountList::left);
    connect(&m_desk, &AccountDesk::changed, this, [this] {
        if (m_shown != m_desk.own())
            rebuild();
    });
    connect(&m_desk, &AccountDesk::removed, this, &AccountList::takeRemoval);
    rebuild();
}

void AccountList::begin()
{
    m_asked = {};
    m_failure->clear();
    rebuild();
}

void AccountList::rebuild()
{
    if (m_rows) {
        m_rows->setParent(nullptr);
        m_rows->deleteLater(); // one of its buttons may be what asked
    }
    m_shown = m_desk.own();
    m_rows = new QWidget(this);
    auto *lines = new QVBoxLayout(m_rows);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    for (const Account &account : m_shown) {
        lines->addWidget(rowFor(account, m_rows));
        if (account.id == m_asked)
            lines->addWidget(questionFor(account, m_rows));
    }
    m_lines->addWidget(m_rows);
    m_rows->show();
    m_none->setVisible(m_shown.empty());
}

QWidget *AccountList::rowFor(const Account &account, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S1), row);
    auto *what = new QWidget(row);
    auto *lines = new QVBoxLayout(what);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(new Words(account.name, Type::Strong, Color::Text, what));
    lines->addWidget(new Words(
        u"%1 · %2"_s.arg(serviceName(account.service, m_services), accountLine(account, m_services)),
        Type::Small, Color::Text2, what));
    auto *change = new QPushButton(tr("Change…"), row);
    change->setObjectName(u"accounts.change.%1"_s.arg(account.name));
    change->setAccessibleName(tr("Change %1", "name of an account").arg(account.name));
    auto *remove = new QPushButton(tr("Remove…"), row);
    remove->setObjectName(u"accounts.remove.%1"_s.arg(account.name));
    remove->setAccessibleName(tr("Remove %1", "name of an account").arg(account.name));
    if (!serviceById(m_services, account.service)) {
        change->setEnabled(false);
        change->setToolTip(PlaceDesk::unknownService(account.service));
    }
    flow->addWidget(what);
    for (QPushButton *button : { change, remove }) {
        setKind(button, ButtonKind::Flat);
        flow->addWidget(button);
    }
    connect(change, &QPushButton::clicked, this, [this, account] { Q_EMIT changeWanted(account); });
    connect(remove, &QPushButton::clicked, this, [this, id = account.id] { ask(id); });
    return row;
}

QWidget *AccountList::questionFor(const Account &account, QWidget *parent)
{
    auto *question = new QWidget(parent);
    question->setObjectName(u"accounts.question"_s);
    auto *lines = new QVBoxLayout(question);
    lines->setContentsMargins(px(Space::S4), 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    //: %1 name of the account, %2 the service
    auto *words
        = new Words(tr("Remove “%1” from this computer? Its secret is deleted too. Nothing changes in "
                       "%2, and what was imported stays there.")
                        .arg(account.name, serviceName(account.service, m_services)),
                    Type::Body, Color::Text, question);
    words->setWordWrap(true);
    question->setAccessibleName(words->text());
    auto *buttons = new QWidget(question);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    auto *remove = new QPushButton(tr("Remove account and secret"), buttons);
    remove->setObjectName(u"accounts.remove.yes"_s);
    setKind(remove, ButtonKind::DangerSecondary);
    auto *keep = new QPushButton(tr("Keep it"), buttons);
    keep->setObjectName(u"accounts.remove.no"_s);
    setKind(keep, ButtonKind::Flat);
    flow->addWidget(remove);
    flow->addWidget(keep);
    lines->addWidget(words);
    lines->addWidget(buttons);
    connect(remove, &QPushButton::clicked, this, [this, account] {
        m_asked = {};
        m_removing = account.name;
        m_desk.remove(account);
        rebuild();
    });
    connect(keep, &QPushButton::clicked, this, [this, name = account.name] {
        ask({});
        if (auto *again = m_rows->findChild<QPushButton *>(u"accounts.remove.%1"_s.arg(name)))
            again->setFocus(Qt::OtherFocusReason);
    });
    return question;
}

void AccountList::ask(const QUuid &account)
{
    m_asked = account;
    m_failure->clear();
    rebuild();
    if (auto *keep = m_rows->findChild<QPushButton *>(u"accounts.remove.no"_s)) {
        keep->setFocus(Qt::OtherFocusReason);
        ScrollBody::reveal(keep);
        Q_EMIT announce(m_rows->findChild<QWidget *>(u"accounts.question"_s)->accessibleName());
    }
}

void AccountList::takeRemoval()
{
    const QString name = std::exchange(m_removing, {});
    if (name.isEmpty())
        return;
    if (const Done done = m_desk.removeResult(); !done) {
        m_failure->say(done.error());
        Q_EMIT announce(done.error().sentence);
    } else {
        Q_EMIT announce(tr("“%1” is removed.").arg(name));
    }
    firstChoice()->setFocus(Qt::OtherFocusReason);
}

QWidget *AccountList::firstChoice() const
{
    if (m_shown.empty())
        return m_add;
    return m_rows->findChild<QWidget *>(u"accounts.change.%1"_s.arg(m_shown.front().name));
}

} // namespace rowlift::ui
