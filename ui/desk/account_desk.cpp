#include "ui/desk/account_desk.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

bool isPractice(const Account &account)
{
    return account.environment == Environment::Practice;
}

template <typename Match>
const Account *firstThat(const std::vector<Account> &accounts, Match match)
{
    const auto found = std::ranges::find_if(accounts, match);
    return found == accounts.end() ? nullptr : &*found;
}

} // namespace

AccountDesk::AccountDesk(Tools tools, std::vector<Account> known, QObject *parent)
    : QObject(parent)
    , m_tools(std::move(tools))
    , m_all(std::move(known))
{
    std::ranges::stable_partition(m_all, [](const Account &account) { return !isPractice(account); });
    connect(&m_reading, &WorkBase::finished, this, [this] {
        const auto &read = m_reading.result();
        m_listError = read ? std::nullopt : std::optional(read.error());
        takeOwn(read ? *read : own());
    });
    connect(&m_testing, &WorkBase::finished, this, [this] {
        end();
        Q_EMIT tested();
    });
    connect(&m_saving, &WorkBase::finished, this, [this] {
        end();
        if (m_saving.result())
            takeOwn(m_saving.result()->own);
        Q_EMIT saved();
    });
    connect(&m_renewing, &WorkBase::progressed, this, [this] {
        m_asksKeychain = true;
        Q_EMIT changed();
    });
    connect(&m_renewing, &WorkBase::finished, this, [this] {
        end();
        Q_EMIT renewed();
    });
    connect(&m_removing, &WorkBase::finished, this, [this] {
        end();
        if (m_removing.result())
            takeOwn(m_removing.result()->own);
        Q_EMIT removed();
    });
}

std::vector<Account> AccountDesk::own() const
{
    std::vector<Account> own;
    std::ranges::copy_if(m_all, std::back_inserter(own),
                         [](const Account &account) { return !isPractice(account); });
    return own;
}

const Account *AccountDesk::byName(QStringView name) const
{
    return firstThat(m_all, [name](const Account &account) { return account.name == name; });
}

const Account *AccountDesk::byId(const QUuid &id) const
{
    return firstThat(m_all, [&id](const Account &account) { return account.id == id; });
}

const Account *AccountDesk::practice() const
{
    return firstThat(m_all, isPractice);
}

Done AccountDesk::removeResult() const
{
    const auto &result = m_removing.result();
    return result ? result->secretForgotten : tl::unexpected(result.error());
}

void AccountDesk::begin(Task task)
{
    m_task = task;
    m_reading.cancel(); // it would bring the list of before
    Q_EMIT changed();
}

void AccountDesk::end()
{
    m_task = Task::None;
    m_asksKeychain = false;
    Q_EMIT changed();
}

void AccountDesk::takeOwn(std::vector<Account> own)
{
    std::ranges::copy_if(m_all, std::back_inserter(own), isPractice);
    m_all = std::move(own);
    Q_EMIT changed();
}

void AccountDesk::refresh()
{
    if (m_task != Task::None)
        return;
    m_reading.start([&book = m_tools.book](const Progress &, std::stop_token) { return book.accounts(); });
}

void AccountDesk::test(const Account &account, const Secret &secret)
{
    if (m_task != Task::None)
        return;
    begin(Task::Testing);
    m_testing.start([this, account, secret](const Progress &, std::stop_token stop) {
        const auto session
            = secret.isEmpty() ? m_tools.openSession(account) : m_tools.openTrial(account, secret);
        return session->test(std::move(stop));
    });
}

void AccountDesk::stopTest()
{
    if (m_task != Task::Testing)
        return;
    m_testing.cancel();
    end();
}

void AccountDesk::save(const Account &account, const Secret &secret)
{
    if (m_task != Task::None)
        return;
    begin(Task::Saving);
    m_saving.start([this, account, secret](const Progress &, std::stop_token stop) -> Result<Saved> {
        Saved saved { .account = account, .keeping = {}, .own = {} };
        if (account.id.isNull()) {
            const auto added = m_tools.book.add(account);
            if (!added)
                return tl::unexpected(added.error());
            saved.account = *added;
        } else if (const Done changed = m_tools.book.change(account); !changed) {
            return tl::unexpected(changed.error());
        }
        if (!secret.isEmpty()) {
            const auto keeping = m_tools.secrets().keep(saved.account.id, secret, std::move(stop));
            if (!keeping)
                return tl::unexpected(keeping.error());
            saved.keeping = *keeping;
        }
        const auto own = m_tools.book.accounts();
        if (!own)
            return tl::unexpected(own.error());
        saved.own = *own;
        return saved;
    });
}

void AccountDesk::renewSecret(const Account &account, const Secret &secret)
{
    if (m_task != Task::None)
        return;
    begin(Task::Renewing);
    m_renewing.start([this, account, secret](const Progress &progress,
                                             std::stop_token stop) -> Result<SecretStore::Keeping> {
        const auto facts = m_tools.openTrial(account, secret)->test(stop);
        if (!facts)
            return tl::unexpected(facts.error());
        progress.tell(1, 2);
        return m_tools.secrets().keep(account.id, secret, stop);
    });
}

void AccountDesk::remove(const Account &account)
{
    if (m_task != Task::None)
        return;
    begin(Task::Removing);
    m_removing.start([this, id = account.id](const Progress &, std::stop_token stop) -> Result<Removed> {
        if (const Done removed = m_tools.book.remove(id); !removed)
            return tl::unexpected(removed.error());
        Removed removed;
        if (const auto forgotten = m_tools.secrets().forget(id, std::move(stop)); !forgotten)
            removed.secretForgotten = tl::unexpected(forgotten.error());
        const auto own = m_tools.book.accounts();
        if (!own)
            return tl::unexpected(own.error());
        removed.own = *own;
        return removed;
    });
}

} // namespace rowlift::ui
