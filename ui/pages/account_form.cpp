#include "ui/pages/account_form.h"

#include "ui/pages/account_secret_field.h"
#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// For tests and accessibility tools.
QString accountFieldName(SignInField::Id id)
{
    switch (id) {
    case SignInField::Id::Url:
        return u"account.url"_s;
    case SignInField::Id::User:
        return u"account.user"_s;
    case SignInField::Id::Secret:
        break;
    }
    return u"account.secret"_s;
}

} // namespace

AccountForm::AccountForm(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    connect(this, &AccountForm::edited, this, &AccountForm::refreshSecret);
}

void AccountForm::setAccount(const Service &service, const Account &account, bool secretIsKept)
{
    m_service = &service;
    m_forms = service.signIn();
    m_account = account;
    m_kept = secretIsKept ? std::optional(account) : std::nullopt;
    const SignInForm *known = formOfKind(m_forms, account.signIn);
    m_form = known ? static_cast<std::size_t>(known - m_forms.data()) : 0;
    rebuild();
}

void AccountForm::rebuild()
{
    m_rows.clear();
    if (m_body) {
        m_body->setParent(nullptr);
        m_body->deleteLater(); // a radio button of it may be what asked
    }
    m_body = new QWidget(this);
    auto *lines = new QVBoxLayout(m_body);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    if (m_forms.size() > 1)
        addKinds(m_body);
    for (const SignInField &field : form().fields)
        addRow(field, m_body);
    m_lines->addWidget(m_body);
    m_body->show();
    refreshSecret();
}

/// How to sign in, where there are several ways.
void AccountForm::addKinds(QWidget *body)
{
    auto *kinds = new QWidget(body);
    kinds->setAccessibleName(tr("How to sign in"));
    auto *flow = new FlowLayout(px(Space::S4), px(Space::S1), kinds);
    for (std::size_t index = 0; index < m_forms.size(); ++index) {
        auto *kind = new QRadioButton(m_forms[index].label, kinds);
        kind->setObjectName(u"account.kind.%1"_s.arg(signInId(m_forms[index].kind)));
        kind->setChecked(index == m_form);
        connect(kind, &QRadioButton::clicked, this, [this, index, name = kind->objectName()] {
            keepTyped();
            m_form = index;
            rebuild();
            if (auto *same = m_body->findChild<QRadioButton *>(name))
                same->setFocus();
            Q_EMIT edited();
        });
        flow->addWidget(kind);
    }
    body->layout()->addWidget(kinds);
    static_cast<QVBoxLayout *>(body->layout())->addSpacing(px(Space::S3));
}

/// What was typed goes on to the next form, as it stands.
void AccountForm::keepTyped()
{
    for (const Row &row : m_rows) {
        if (row.edit && row.field.id == SignInField::Id::Url)
            m_account.url = QUrl(row.edit->text().trimmed(), QUrl::TolerantMode);
        else if (row.edit)
            m_account.user = row.edit->text().trimmed();
    }
}

void AccountForm::addRow(const SignInField &field, QWidget *body)
{
    Row row { .field = field };
    auto *lines = static_cast<QVBoxLayout *>(body->layout());
    const QString text
        = field.optional ? tr("%1 (may stay empty)", "label of a field").arg(field.label) : field.label;
    auto *label = new Words(text, Type::Label, Color::Text, body);
    QWidget *editor = makeEditor(row, body);
    label->setBuddy(editor);
    QWidget *named = row.secret ? row.secret->edit() : editor;
    named->setObjectName(accountFieldName(field.id));
    named->setAccessibleName(text);
    named->setAccessibleDescription(field.help);
    lines->addWidget(label);
    lines->addWidget(editor);
    if (!field.help.isEmpty()) {
        auto *help = new Words(field.help, Type::Small, Color::Text2, body);
        help->setWordWrap(true);
        lines->addWidget(help);
    }
    lines->addSpacing(px(Space::S3));
    m_rows.push_back(std::move(row));
}

QWidget *AccountForm::makeEditor(Row &row, QWidget *body)
{
    const SignInField &field = row.field;
    if (field.isSecret()) {
        row.secret = new SecretField(field.label, body);
        connect(row.secret, &SecretField::changed, this, &AccountForm::edited);
        connect(row.secret, &SecretField::accepted, this, &AccountForm::accepted);
        return row.secret;
    }
    if (!field.choices.empty()) {
        row.choice = makeChoice(field, body);
        return row.choice;
    }
    row.edit
        = new QLineEdit(field.id == SignInField::Id::Url ? m_account.url.toString() : m_account.user, body);
    row.edit->setPlaceholderText(field.placeholder);
    connect(row.edit, &QLineEdit::textChanged, this, &AccountForm::edited);
    connect(row.edit, &QLineEdit::returnPressed, this, &AccountForm::accepted);
    return row.edit;
}

QComboBox *AccountForm::makeChoice(const SignInField &field, QWidget *body)
{
    auto *choice = new QComboBox(body);
    for (const SignInChoice &offered : field.choices) {
        choice->addItem(offered.label, offered.url);
        if (offered.url == m_account.url)
            choice->setCurrentIndex(choice->count() - 1);
    }
    connect(choice, &QComboBox::currentIndexChanged, this, &AccountForm::edited);
    return choice;
}

void AccountForm::readUrl(const Row &row, Result<Account> &account) const
{
    if (row.choice) {
        account->url = row.choice->currentData().toUrl();
        return;
    }
    const QString typed = row.edit->text().trimmed();
    if (typed.isEmpty()) {
        account->url.clear();
        return;
    }
    const auto address = m_service->address(typed);
    if (address)
        account->url = *address;
    else
        account = tl::unexpected(address.error());
}

Result<Account> AccountForm::account() const
{
    Result<Account> account = m_account;
    account->service = m_service->id();
    account->signIn = form().kind;
    account->user.clear();
    for (const Row &row : m_rows) {
        if (row.field.id == SignInField::Id::User)
            account->user = row.choice ? row.choice->currentText() : row.edit->text().trimmed();
    }
    for (const Row &row : m_rows) {
        if (row.field.id == SignInField::Id::Url)
            readUrl(row, account);
    }
    return account;
}

Secret AccountForm::secret() const
{
    const auto row = std::ranges::find_if(m_rows, [](const Row &each) { return each.secret != nullptr; });
    return row == m_rows.end() ? Secret() : row->secret->secret();
}

/// The secret that is known goes nowhere else by itself, nor with another name.
bool AccountForm::isSameDoor() const
{
    if (!m_kept || m_kept->signIn != form().kind)
        return false;
    const auto now = account();
    return now && now->url.scheme() == m_kept->url.scheme() && now->url.host() == m_kept->url.host()
        && now->url.port() == m_kept->url.port() && now->user == m_kept->user;
}

void AccountForm::refreshSecret()
{
    for (const Row &row : m_rows) {
        if (row.secret)
            row.secret->edit()->setPlaceholderText(mayStayEmpty(row.field)
                                                       ? tr("Leave this empty to keep the one that is known")
                                                       : row.field.placeholder);
    }
}

bool AccountForm::mayStayEmpty(const SignInField &field) const
{
    return field.optional || (field.isSecret() && isSameDoor());
}

QString AccountForm::missing() const
{
    for (const Row &row : m_rows) {
        const bool empty = row.secret ? row.secret->secret().isEmpty()
            : row.edit                ? row.edit->text().trimmed().isEmpty()
                                      : false;
        if (empty && !mayStayEmpty(row.field))
            return row.field.label;
    }
    return {};
}

QWidget *AccountForm::firstField() const
{
    return m_rows.empty() ? nullptr : editorOf(m_rows.front());
}

QWidget *AccountForm::editorOf(const Row &row)
{
    if (row.secret)
        return row.secret->edit();
    return row.edit ? static_cast<QWidget *>(row.edit) : row.choice;
}

QWidget *AccountForm::fieldOf(const Error &error) const
{
    if (error.kind != Error::Kind::SignIn && error.kind != Error::Kind::BadInput)
        return nullptr;
    const auto wrong = error.kind == Error::Kind::SignIn ? SignInField::Id::Secret : SignInField::Id::Url;
    const auto row
        = std::ranges::find_if(m_rows, [wrong](const Row &each) { return each.field.id == wrong; });
    return row == m_rows.end() ? nullptr : editorOf(*row);
}

void AccountForm::clearSecrets()
{
    for (const Row &row : m_rows) {
        if (row.secret)
            row.secret->clear();
    }
}

} // namespace rowlift::ui
