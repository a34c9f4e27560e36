#include "ui/pages/account_secret_field.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

SecretField::SecretField(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_eye(new QPushButton(this))
{
    m_edit->setAccessibleName(label);
    setFocusProxy(m_edit);
    m_eye->setCheckable(true);
    m_eye->setObjectName(u"account.eye"_s);
    setKind(m_eye, ButtonKind::Flat);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(Space::S2));
    line->addWidget(m_edit, 1);
    line->addWidget(m_eye);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::changed);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::accepted);
    connect(m_eye, &QPushButton::toggled, this, &SecretField::show);
    show(false);
}

void SecretField::show(bool plain)
{
    m_edit->setEchoMode(plain ? QLineEdit::Normal : QLineEdit::Password);
    // A shown secret is still none for dictionaries and suggestions.
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                                | (plain ? Qt::ImhNone : Qt::ImhHiddenText));
    m_eye->setIcon(icon(plain ? u"eye-off" : u"eye", Color::AccentText));
    m_eye->setText(plain ? tr("Hide") : tr("Show"));
    m_eye->setAccessibleName(plain ? tr("Hide what was typed") : tr("Show what was typed"));
}

Secret SecretField::secret() const
{
    return Secret(m_edit->text().trimmed()); // what is copied brings blanks along
}

void SecretField::clear()
{
    m_edit->setText({}); // clear() would leave it in the undo history
    m_eye->setChecked(false);
}

} // namespace rowlift::ui
