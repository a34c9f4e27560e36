#include "ui/pages/account_again.h"

#include "ui/pages/account_failure.h"
#include "ui/pages/account_secret_field.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHideEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int secretChars = 44;

} // namespace

AccountAgain::AccountAgain(const QString &id, AccountDesk &accounts, const Services &services,
                           QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_services(services)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_why(new Words(Type::Body, Color::Text, this))
    , m_label(new Words(Type::Label, Color::Text, this))
    , m_secret(new SecretField({}, this))
    , m_help(new Words(Type::Small, Color::Text2, this))
    , m_failure(new AccountFailure(id + u".failure"_s, this))
    , m_signIn(new QPushButton(tr("Sign in"), this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_change(new QPushButton(tr("Change account…"), this))
{
    setObjectName(id);
    m_title->setObjectName(id + u".title"_s);
    m_why->setObjectName(id + u".why"_s);
    m_secret->edit()->setObjectName(id + u".secret"_s);
    m_secret->setMaximumWidth(secretChars * QFontMetrics(ui::font(Type::Body)).averageCharWidth());
    m_label->setBuddy(m_secret);
    m_signIn->setObjectName(id + u".signIn"_s);
    m_again->setObjectName(id + u".retry"_s);
    m_change->setObjectName(id + u".change"_s);
    setKind(m_signIn, ButtonKind::Secondary);
    setKind(m_again, ButtonKind::Flat);
    setKind(m_change, ButtonKind::Flat);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    for (QPushButton *button : { m_signIn, m_again, m_change })
        flow->addWidget(button);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    for (Words *words : { m_title, m_why, m_help })
        words->setWordWrap(true);
    for (QWidget *line : { static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_why),
                           static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_secret),
                           static_cast<QWidget *>(m_help), static_cast<QWidget *>(m_failure), buttons })
        lines->addWidget(line);
    connect(m_secret, &SecretField::changed, this, &AccountAgain::refresh);
    connect(m_secret, &SecretField::accepted, this, &AccountAgain::signIn);
    connect(m_signIn, &QPushButton::clicked, this, &AccountAgain::signIn);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT tryWanted(m_account); });
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT changeWanted(m_account); });
    connect(&m_accounts, &AccountDesk::changed, this, &AccountAgain::refresh);
    connect(&m_accounts, &AccountDesk::renewed, this, &AccountAgain::takeRenewal);
}

void AccountAgain::ask(const Account &account, const QString &title, const QString &why)
{
    if (m_account != account) {
        m_account = account;
        m_secret->clear();
        m_failure->clear();
    }
    m_title->setText(title);
    m_why->setText(why);
    refresh();
}

void AccountAgain::refresh()
{
    const Service *service = serviceById(m_services, m_account.service);
    const std::vector<SignInForm> forms = service ? service->signIn() : std::vector<SignInForm>();
    const SignInForm *form = formOfKind(forms, m_account.signIn);
    const SignInField *field = form ? form->field(SignInField::Id::Secret) : nullptr;
    m_label->setText(field ? field->label : tr("Secret"));
    m_secret->edit()->setAccessibleName(m_label->text());
    m_help->setText(field ? field->help : QString());
    m_secret->edit()->setAccessibleDescription(m_help->text());
    m_secret->edit()->setReadOnly(m_renewing); // not disabled: it has the focus
    m_signIn->setText(!m_renewing                     ? tr("Sign in")
                          : m_accounts.asksKeychain() ? tr("Waiting for this computer's keychain…")
                                                      : tr("Signing in…"));
    m_signIn->setEnabled(m_accounts.task() == AccountDesk::Task::None && !m_secret->secret().isEmpty());
}

void AccountAgain::signIn()
{
    if (!m_signIn->isEnabled())
        return;
    m_failure->clear();
    m_secret->edit()->setFocus(Qt::OtherFocusReason); // the button is disabled now
    m_renewing = true;
    m_accounts.renewSecret(m_account, m_secret->secret());
    refresh();
}

void AccountAgain::takeRenewal()
{
    if (!m_renewing)
        return;
    m_renewing = false;
    const auto &keeping = m_accounts.renewResult();
    refresh();
    if (!keeping) {
        m_failure->say(keeping.error());
        Q_EMIT announce(keeping.error().sentence);
        m_secret->edit()->setFocus(Qt::OtherFocusReason);
        m_secret->edit()->selectAll();
        ScrollBody::reveal(m_failure);
        return;
    }
    m_secret->clear();
    const QString name = m_account.name;
    Q_EMIT tryWanted(m_account);
    Q_EMIT kept(name, *keeping);
}

void AccountAgain::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous()) // only the window is put away
        return;
    m_secret->clear();
    m_failure->clear();
}

void AccountAgain::offerChange(bool offered)
{
    m_change->setVisible(offered);
}

QWidget *AccountAgain::firstField() const
{
    return m_secret->edit();
}

} // namespace rowlift::ui
