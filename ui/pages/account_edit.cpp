#include "ui/pages/account_edit.h"

#include "ui/pages/account_failure.h"
#include "ui/pages/account_form.h"
#include "ui/pages/account_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

AccountEdit::AccountEdit(AccountDesk &desk, const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_services(services)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_form(new AccountForm(this))
    , m_state(new Words(Type::Body, Color::Ok, this))
    , m_failure(new AccountFailure(u"account.failure"_s, this))
{
    m_title->setWordWrap(true);
    m_state->setObjectName(u"account.state"_s);
    m_state->setWordWrap(true);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S3));
    m_kinds = makeKinds();
    m_namePart = makeName();
    lines->addWidget(m_title);
    lines->addWidget(m_kinds);
    lines->addWidget(m_form);
    lines->addWidget(m_state);
    lines->addWidget(m_failure);
    lines->addWidget(m_namePart);
    lines->addWidget(makeButtons());
    connect(m_form, &AccountForm::edited, this, &AccountEdit::edited);
    connect(m_form, &AccountForm::accepted, this, &AccountEdit::test);
    connect(&m_desk, &AccountDesk::changed, this, &AccountEdit::refresh);
    connect(&m_desk, &AccountDesk::tested, this, &AccountEdit::takeTest);
    connect(&m_desk, &AccountDesk::saved, this, &AccountEdit::takeSave);
}

QWidget *AccountEdit::makeKinds()
{
    auto *kinds = new QWidget(this);
    kinds->setAccessibleName(tr("Kind of service"));
    m_group = new QButtonGroup(kinds);
    auto *flow = new FlowLayout(px(Space::S3), px(Space::S3), kinds);
    for (const auto &service : m_services) {
        auto *tile = new ChoiceTile(u"cloud"_s, service->name(),
                                    cannotImport(*service) ? importLater() : QString(), kinds);
        tile->setObjectName(u"account.service.%1"_s.arg(service->id()));
        m_group->addButton(tile);
        flow->addWidget(tile);
        m_tiles << tile;
        connect(tile, &ChoiceTile::clicked, this, [this, id = service->id()] { chooseService(id); });
    }
    return kinds;
}

QWidget *AccountEdit::makeName()
{
    auto *part = new QWidget(this);
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    auto *label = new Words(tr("Name of the account"), Type::Label, Color::Text, part);
    m_name = new QLineEdit(part);
    m_name->setObjectName(u"account.name"_s);
    m_name->setAccessibleName(label->text());
    auto *help
        = new Words(tr("As you want to see it here. Test proposes one."), Type::Small, Color::Text2, part);
    help->setWordWrap(true);
    m_name->setAccessibleDescription(help->text());
    label->setBuddy(m_name);
    m_forTests = new QCheckBox(tr("This account is for tests: nothing in it counts"), part);
    m_forTests->setObjectName(u"account.forTests"_s);
    lines->addWidget(label);
    lines->addWidget(m_name);
    lines->addWidget(help);
    lines->addSpacing(px(Space::S2));
    lines->addWidget(m_forTests, 0, Qt::AlignLeft);
    connect(m_name, &QLineEdit::textChanged, this, &AccountEdit::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &AccountEdit::save);
    return part;
}

QWidget *AccountEdit::makeButtons()
{
    auto *part = new QWidget(this);
    auto *lines = new QVBoxLayout(part);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S2));
    auto *buttons = new QWidget(part);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S2), buttons);
    m_test = new QPushButton(buttons);
    m_test->setObjectName(u"account.test"_s);
    m_save = new QPushButton(buttons);
    m_save->setObjectName(u"account.save"_s);
    m_cancel = new QPushButton(tr("Cancel"), buttons);
    m_cancel->setObjectName(u"account.cancel"_s);
    setKind(m_test, ButtonKind::Secondary);
    setKind(m_save, ButtonKind::Secondary);
    setKind(m_cancel, ButtonKind::Flat);
    for (QPushButton *button : { m_test, m_save, m_cancel })
        flow->addWidget(button);
    m_reason = new Words(Type::Small, Color::Text2, part);
    m_reason->setObjectName(u"account.reason"_s);
    m_reason->setWordWrap(true);
    auto *secret = new Words(tr("The secret goes into this computer's keychain and into no file. Without a "
                                "keychain it is remembered until you quit."),
                             Type::Small, Color::Text2, part);
    secret->setWordWrap(true);
    lines->addWidget(secret);
    lines->addWidget(buttons);
    lines->addWidget(m_reason);
    connect(m_test, &QPushButton::clicked, this, &AccountEdit::test);
    connect(m_save, &QPushButton::clicked, this, &AccountEdit::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT left();
    });
    return part;
}

const Service *AccountEdit::service() const
{
    return serviceById(m_services, m_service);
}

void AccountEdit::add(const QString &service)
{
    m_title->setText(tr("Add an account"));
    m_kinds->show();
    begin({});
    chooseService(service);
}

void AccountEdit::change(const Account &account)
{
    m_title->setText(tr("Change “%1”").arg(account.name));
    m_kinds->hide();
    begin(account);
    chooseService(account.service);
}

void AccountEdit::begin(const Account &account)
{
    m_base = account;
    m_service.clear();
    m_name->setText(account.name);
    m_forTests->setChecked(account.environment == Environment::Sandbox);
    edited();
}

void AccountEdit::chooseService(const QString &id)
{
    m_service = id;
    m_group->setExclusive(false); // else the last one that was checked stays so
    for (std::size_t index = 0; index < m_services.size(); ++index)
        m_tiles[static_cast<qsizetype>(index)]->setChecked(m_services[index]->id() == id);
    m_group->setExclusive(true);
    if (const Service *chosen = service())
        m_form->setAccount(*chosen, m_base, !m_base.id.isNull());
    edited();
}

QWidget *AccountEdit::firstField() const
{
    return service() ? m_form->firstField() : m_tiles.value(0);
}

/// What was tried is not what stands there any more.
void AccountEdit::edited()
{
    if (m_testing)
        m_desk.stopTest();
    m_testing = false;
    m_saveWhenRight = false;
    m_tried = Tried::No;
    m_failure->clear();
    refresh();
}

void AccountEdit::leave()
{
    edited();
    m_form->clearSecrets();
}

void AccountEdit::test()
{
    if (!m_test->isEnabled())
        return;
    if (m_testing) {
        edited(); // the button says Stop
        return;
    }
    const auto account = m_form->account();
    if (!account) {
        fail(account.error());
        focusAfterFailure(account.error());
        return;
    }
    m_failure->clear();
    m_testing = true;
    const bool bySave = m_save->hasFocus();
    m_desk.test(*account, m_form->secret());
    refresh();
    if (bySave) // it is off meanwhile, and what comes next in the order is Cancel
        m_test->setFocus(Qt::OtherFocusReason);
}

void AccountEdit::takeTest()
{
    if (!m_testing)
        return;
    m_testing = false;
    const auto &facts = m_desk.testResult();
    if (!facts) {
        m_tried = Tried::Wrong;
        fail(facts.error());
        focusAfterFailure(facts.error());
        return;
    }
    m_tried = Tried::Right;
    m_facts = *facts;
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(proposedName(m_facts, service()->name(), m_desk.all()));
    refresh();
    if (m_saveWhenRight) {
        save();
        return;
    }
    Q_EMIT announce(m_state->text());
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
    ScrollBody::reveal(m_save);
    ScrollBody::reveal(m_state);
}

void AccountEdit::save()
{
    if (!m_save->isEnabled())
        return;
    if (m_tried == Tried::No) {
        test();
        m_saveWhenRight = m_testing;
        return;
    }
    m_saveWhenRight = false;
    auto account = m_form->account();
    if (!account) {
        fail(account.error());
        return;
    }
    account->name = m_name->text().trimmed();
    if (!service()->tellsEnvironment())
        account->environment = m_forTests->isChecked() ? Environment::Sandbox : Environment::Production;
    else if (m_tried == Tried::Right)
        account->environment = m_facts.environment;
    m_saving = true;
    m_failure->clear();
    m_keeping = !m_form->secret().isEmpty();
    m_desk.save(*account, m_form->secret());
    refresh();
    m_state->setFocus(Qt::OtherFocusReason); // all else is off meanwhile, but Cancel
    ScrollBody::reveal(m_state);
}

void AccountEdit::takeSave()
{
    if (!m_saving)
        return;
    m_saving = false;
    const auto &result = m_desk.saveResult();
    if (!result) {
        fail(result.error());
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
        return;
    }
    leave();
    Q_EMIT saved(*result);
}

void AccountEdit::fail(const Error &error)
{
    m_saveWhenRight = false;
    m_failure->say(error);
    refresh();
    Q_EMIT announce(error.sentence);
    ScrollBody::reveal(m_save);
    ScrollBody::reveal(m_failure);
}

/// To what is to be mended; a button that was off meanwhile has lost it.
void AccountEdit::focusAfterFailure(const Error &error)
{
    QWidget *wrong = m_form->fieldOf(error);
    (wrong ? wrong : m_test)->setFocus(Qt::OtherFocusReason);
}

void AccountEdit::refresh()
{
    const bool chosen = service() != nullptr;
    const bool others = m_desk.task() != AccountDesk::Task::None && !m_testing; // busy with something else
    const QString missing = chosen ? m_form->missing() : QString();
    const bool named = !m_name->text().trimmed().isEmpty();
    m_form->setVisible(chosen);
    m_form->setEnabled(!m_saving);
    m_namePart->setVisible(chosen);
    m_namePart->setEnabled(!m_saving);
    m_forTests->setVisible(chosen && !service()->tellsEnvironment());
    m_test->setVisible(chosen);
    m_test->setText(m_testing ? tr("Stop") : tr("Test"));
    m_test->setEnabled(missing.isEmpty() && !others);
    m_save->setVisible(chosen);
    m_save->setText(m_tried == Tried::Wrong ? tr("Save anyway") : tr("Save account"));
    // Without a name the test proposes one.
    m_save->setEnabled(missing.isEmpty() && !others && !m_testing && (named || m_tried != Tried::Wrong));
    m_state->setText(stateWords());
    m_state->setVisible(!m_state->text().isEmpty());
    m_reason->setText(reasonWords(missing, named));
    m_reason->setVisible(!m_reason->text().isEmpty());
}

QString AccountEdit::stateWords() const
{
    if (m_testing)
        return tr("Signing in…");
    if (m_saving)
        return m_keeping ? tr("Waiting for this computer's keychain…") : tr("Saving…");
    return m_tried == Tried::Right ? signedInWords(m_facts, *service()) : QString();
}

/// Why a button is off.
QString AccountEdit::reasonWords(const QString &missing, bool named) const
{
    if (!service())
        return tr("Choose the kind of service.");
    if (!missing.isEmpty())
        return tr("Fill in “%1” to continue.").arg(missing);
    return m_tried == Tried::Wrong && !named ? tr("Give the account a name to save it anyway.") : QString();
}

} // namespace rowlift::ui
