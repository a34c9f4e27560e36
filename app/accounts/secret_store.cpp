#include "app/accounts/secret_store.h"

#include <QThread>
#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <deque>

namespace rowlift {

namespace {

/// One request and its answer, shared by the caller who waits and the thread that works.
struct KeychainTicket {
    enum class Ask { Read, Write, Delete };

    Ask ask = Ask::Read;
    QString key;
    Secret secret; ///< To be written, or as read.
    QKeychain::Error error = QKeychain::NoError;
    QString errorText;
    bool answered = false;
    bool abandoned = false; ///< Nobody waits any more: not to be begun.
    bool mustHappen = false; ///< Even when nobody waits any more.

    std::mutex mutex;
    std::condition_variable_any changed;
};

using TicketPtr = std::shared_ptr<KeychainTicket>;

/// Lives in the keychain's thread.
class KeychainDesk : public QObject {
public:
    explicit KeychainDesk(QString service)
        : m_service(std::move(service))
    {
    }

    void take(const TicketPtr &ticket)
    {
        m_waiting.push_back(ticket);
        startNext();
    }
    bool idle() const { return !m_job; }

private:
    void startNext()
    {
        while (!m_job && !m_waiting.empty()) {
            m_current = m_waiting.front();
            m_waiting.pop_front();
            if (const std::lock_guard lock(m_current->mutex); m_current->abandoned)
                continue;
            m_job = jobFor(*m_current);
            m_job->setInsecureFallback(false);
            m_job->setKey(m_current->key);
            // The job deletes itself once it has finished, however late that is.
            connect(m_job, &QKeychain::Job::finished, this, [this](QKeychain::Job *job) { finish(job); });
            m_job->start();
        }
    }

    QKeychain::Job *jobFor(const KeychainTicket &ticket) const
    {
        switch (ticket.ask) {
        case KeychainTicket::Ask::Write: {
            auto *job = new QKeychain::WritePasswordJob(m_service);
            job->setTextData(ticket.secret.reveal());
            return job;
        }
        case KeychainTicket::Ask::Delete:
            return new QKeychain::DeletePasswordJob(m_service);
        case KeychainTicket::Ask::Read:
            break;
        }
        return new QKeychain::ReadPasswordJob(m_service);
    }

    void finish(QKeychain::Job *job)
    {
        {
            const std::lock_guard lock(m_current->mutex);
            m_current->error = job->error();
            m_current->errorText = job->errorString();
            if (m_current->ask == KeychainTicket::Ask::Read && job->error() == QKeychain::NoError)
                m_current->secret = Secret(static_cast<QKeychain::ReadPasswordJob *>(job)->textData());
            m_current->answered = true;
        }
        m_current->changed.notify_all();
        m_current.reset();
        m_job = nullptr;
        // Behind the job's own deletion: two at a time are what the library cannot bear.
        QMetaObject::invokeMethod(
            this, [this] { startNext(); }, Qt::QueuedConnection);
    }

    QString m_service;
    std::deque<TicketPtr> m_waiting;
    TicketPtr m_current;
    QKeychain::Job *m_job = nullptr;
};

} // namespace

class SecretStore::Keeper {
public:
    Keeper(QString service, std::chrono::milliseconds patience)
        : m_patience(patience)
        , m_thread(std::make_unique<QThread>())
        , m_desk(std::make_unique<KeychainDesk>(std::move(service)))
    {
        m_desk->moveToThread(m_thread.get());
        m_thread->start();
    }

    ~Keeper()
    {
        bool idle = false;
        QMetaObject::invokeMethod(
            m_desk.get(), [this] { return m_desk->idle(); }, Qt::BlockingQueuedConnection, &idle);
        m_thread->quit();
        m_thread->wait();
        // A job that still runs crashes when it is deleted: it and its thread stay until the process ends.
        if (idle)
            return;
        static_cast<void>(m_desk.release());
        static_cast<void>(m_thread.release());
    }

    /// False: \a stop was requested.
    bool run(const TicketPtr &ticket, std::stop_token stop)
    {
        QMetaObject::invokeMethod(
            m_desk.get(), [desk = m_desk.get(), ticket] { desk->take(ticket); }, Qt::QueuedConnection);
        std::unique_lock lock(ticket->mutex);
        ticket->changed.wait_for(lock, stop, m_patience, [&ticket] { return ticket->answered; });
        if (ticket->answered)
            return true;
        ticket->abandoned = !ticket->mustHappen;
        if (stop.stop_requested())
            return false;
        ticket->error = QKeychain::OtherError;
        ticket->errorText = QStringLiteral("no answer within %1 s")
                                .arg(std::chrono::duration_cast<std::chrono::seconds>(m_patience).count());
        return true;
    }

private:
    std::chrono::milliseconds m_patience;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<KeychainDesk> m_desk;
};

SecretStore::SecretStore(QString service, std::chrono::milliseconds patience)
    : m_keeper(std::make_unique<Keeper>(std::move(service), patience))
{
}

SecretStore::~SecretStore() = default;

std::optional<SecretStore::Remembered> SecretStore::remembered(const QUuid &account)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_memory.find(account);
    return known == m_memory.end() ? std::nullopt : std::optional(known->second);
}

void SecretStore::remember(const QUuid &account, const Secret &secret, Kept kept)
{
    const std::lock_guard lock(m_mutex);
    m_memory[account] = { .secret = secret, .kept = kept };
}

void SecretStore::keepUntilQuit(const QUuid &account, const Secret &secret)
{
    remember(account, secret, Kept::UntilQuit);
}

Result<SecretStore::Keeping> SecretStore::keep(const QUuid &account, const Secret &secret,
                                               std::stop_token stop)
{
    return write(account, secret, false, std::move(stop));
}

Result<SecretStore::Keeping> SecretStore::write(const QUuid &account, const Secret &secret, bool mustHappen,
                                                std::stop_token stop)
{
    const auto ticket = std::make_shared<KeychainTicket>();
    ticket->ask = KeychainTicket::Ask::Write;
    ticket->key = account.toString(QUuid::WithoutBraces);
    ticket->secret = secret;
    ticket->mustHappen = mustHappen;
    if (!m_keeper->run(ticket, std::move(stop)))
        return tl::unexpected(cancelledError());
    const std::lock_guard lock(ticket->mutex);
    const bool taken = ticket->error == QKeychain::NoError;
    remember(account, secret, taken ? Kept::InKeychain : Kept::UntilQuit);
    return taken ? Keeping() : Keeping { .kept = Kept::UntilQuit, .why = ticket->errorText };
}

Done SecretStore::replace(const QUuid &account, const Secret &next, std::stop_token stop)
{
    const auto before = remembered(account);
    const Kept kept = before ? before->kept : Kept::InKeychain;
    remember(account, next, kept); // the old one is good no more, whatever becomes of this
    if (kept == Kept::UntilQuit)
        return {};
    const auto keeping = write(account, next, true, std::move(stop));
    if (!keeping)
        return tl::unexpected(keeping.error());
    if (keeping->kept == Kept::InKeychain)
        return {};
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence = tr("The service changed the secret of this account, but this computer's keychain "
                               "did not take the new one. You can go on until you quit Rowlift; then sign in "
                               "again."),
                .detail = keeping->why,
                .retryAfter = {} });
}

Result<std::optional<Secret>> SecretStore::find(const QUuid &account, std::stop_token stop)
{
    if (const auto known = remembered(account))
        return std::optional(known->secret);
    const auto ticket = std::make_shared<KeychainTicket>();
    ticket->key = account.toString(QUuid::WithoutBraces);
    if (!m_keeper->run(ticket, std::move(stop)))
        return tl::unexpected(cancelledError());
    const std::lock_guard lock(ticket->mutex);
    if (ticket->error == QKeychain::EntryNotFound)
        return std::optional<Secret>();
    if (ticket->error != QKeychain::NoError)
        return tl::unexpected(
            Error { .kind = Error::Kind::Storage,
                    .sentence = tr("The keychain of this computer does not answer, so the secret of this "
                                   "account cannot be read. Unlock the keychain, or enter the secret again."),
                    .detail = ticket->errorText,
                    .retryAfter = {} });
    remember(account, ticket->secret, Kept::InKeychain);
    return std::optional(ticket->secret);
}

Result<std::optional<Secret>> SecretStore::findAgain(const QUuid &account, std::stop_token stop)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_memory.find(account);
        if (known != m_memory.end() && known->second.kept == Kept::InKeychain)
            m_memory.erase(known);
    }
    return find(account, std::move(stop));
}

Result<bool> SecretStore::forget(const QUuid &account, std::stop_token stop)
{
    const bool inKeychain = remembered(account).value_or(Remembered()).kept == Kept::InKeychain;
    {
        const std::lock_guard lock(m_mutex);
        m_memory.erase(account); // whatever the keychain says
    }
    // Reading makes the keychain ask to be unlocked; deleting passes over what is locked without a word.
    const auto read = std::make_shared<KeychainTicket>();
    const auto removal = std::make_shared<KeychainTicket>();
    removal->ask = KeychainTicket::Ask::Delete;
    for (const TicketPtr &ticket : { read, removal }) {
        ticket->key = account.toString(QUuid::WithoutBraces);
        if (!m_keeper->run(ticket, stop))
            return tl::unexpected(cancelledError());
    }
    const std::scoped_lock both(read->mutex, removal->mutex);
    const bool found = inKeychain || read->error == QKeychain::NoError;
    if (removal->error == QKeychain::NoError || (removal->error == QKeychain::EntryNotFound && !found))
        return found;
    return tl::unexpected(Error {
        .kind = Error::Kind::Storage,
        .sentence
        = tr("This computer's keychain does not let the secret of this account go. Unlock it and try again, "
             "or open the keychain's own program and delete the entry of Rowlift there."),
        .detail = removal->errorText,
        .retryAfter = {} });
}

} // namespace rowlift
