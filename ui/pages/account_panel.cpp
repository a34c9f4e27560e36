#include "ui/pages/account_panel.h"

#include "ui/pages/account_edit.h"
#include "ui/pages/account_list.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

AccountPanel::AccountPanel(AccountDesk &desk, const Services &services, QWidget *parent)
    : Card({}, parent)
    , m_list(new AccountList(desk, services, this))
    , m_edit(new AccountEdit(desk, services, this))
{
    setObjectName(u"where.accounts"_s);
    setAccessibleName(tr("Accounts"));
    body()->addWidget(m_list);
    body()->addWidget(m_edit);
    m_list->hide();
    m_edit->hide();
    hide();
    connect(m_list, &AccountList::addWanted, this, [this] { add({}); });
    connect(m_list, &AccountList::changeWanted, this, &AccountPanel::change);
    connect(m_list, &AccountList::left, this, &AccountPanel::close);
    connect(m_list, &AccountList::announce, this, &AccountPanel::announce);
    connect(m_edit, &AccountEdit::announce, this, &AccountPanel::announce);
    connect(m_edit, &AccountEdit::left, this, &AccountPanel::leaveEdit);
    connect(m_edit, &AccountEdit::saved, this, [this](const AccountDesk::Saved &saved) {
        const bool isNew = m_adding;
        if (isNew)
            close();
        else
            leaveEdit();
        Q_EMIT this->saved(saved, isNew);
    });
}

void AccountPanel::open(QWidget *part)
{
    m_list->setVisible(part == m_list);
    m_edit->setVisible(part == m_edit);
    m_open = true;
    show();
    Q_EMIT openChanged();
    if (QWidget *first = firstField())
        first->setFocus(Qt::OtherFocusReason);
}

void AccountPanel::add(const QString &service)
{
    m_fromList = m_open && !m_list->isHidden();
    m_adding = true;
    m_edit->add(service);
    open(m_edit);
}

void AccountPanel::change(const Account &account)
{
    m_fromList = m_open && !m_list->isHidden();
    m_adding = false;
    m_edit->change(account);
    open(m_edit);
}

void AccountPanel::manage()
{
    m_list->begin();
    open(m_list);
}

void AccountPanel::leaveEdit()
{
    if (m_fromList)
        manage();
    else
        close();
}

void AccountPanel::close()
{
    if (!m_open)
        return;
    m_edit->leave();
    m_open = false;
    hide();
    Q_EMIT openChanged();
}

bool AccountPanel::isEditing() const
{
    return m_open && !m_edit->isHidden();
}

QWidget *AccountPanel::firstField() const
{
    return m_edit->isHidden() ? m_list->firstChoice() : m_edit->firstField();
}

void AccountPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Card::keyPressEvent(event);
        return;
    }
    if (m_edit->isHidden()) {
        close();
        return;
    }
    m_edit->leave();
    leaveEdit();
}

} // namespace rowlift::ui
