#pragma once

#include "app/accounts/account_book.h"
#include "app/accounts/secret_store.h"
#include "app/service/service.h"
#include "ui/work/work.h"

#include <functional>
#include <memory>
#include <vector>

namespace rowlift::ui {

/// Opens a session that signs in with a secret which is kept nowhere.
using TrialMaker = std::function<std::unique_ptr<ServiceSession>(const Account &, const Secret &)>;

/// The accounts that a person can choose, one list for the whole window, and what can be done with them:
/// test, add, change, enter the secret again, remove. One such task at a time; whatever may block runs
/// elsewhere.
class AccountDesk : public QObject {
    Q_OBJECT

public:
    /// What the desk stands on; outlives it.
    struct Tools {
        AccountBook &book;
        std::function<SecretStore &()> secrets; ///< Made at its first use, which may be on any thread.
        SessionMaker openSession; ///< With the secret that is kept.
        TrialMaker openTrial;
    };

    enum class Task { None, Testing, Saving, Renewing, Removing };

    /// An account as it was kept.
    struct Saved {
        Account account;
        std::optional<SecretStore::Keeping> keeping; ///< Empty: no secret was given, the kept one stays.
        std::vector<Account> own;
    };

    /// \a known: the accounts as they are now, the practice accounts among them (which always stay).
    AccountDesk(Tools tools, std::vector<Account> known, QObject *parent = nullptr);

    /// The person's own in the order of the book, then the practice accounts.
    const std::vector<Account> &all() const { return m_all; }
    std::vector<Account> own() const;
    const Account *byName(QStringView name) const;
    const Account *byId(const QUuid &id) const;
    /// The first practice account; null without one.
    const Account *practice() const;
    /// Why the list could not be read; it is the last known one then.
    const std::optional<Error> &listError() const { return m_listError; }
    Task task() const { return m_task; }
    /// What runs waits for the keychain, which may ask the person.
    bool asksKeychain() const { return m_asksKeychain; }

    /// How the last one ended; each after its signal.
    const Result<AccountFacts> &testResult() const { return m_testing.result(); }
    const Result<Saved> &saveResult() const { return m_saving.result(); }
    const Result<SecretStore::Keeping> &renewResult() const { return m_renewing.result(); }
    /// Fails also when the account is gone but its secret may not be.
    Done removeResult() const;

    /// Reads the list again: another program may have changed it.
    void refresh();
    /// Signs in and keeps nothing. An empty \a secret: the one that is kept.
    void test(const Account &account, const Secret &secret);
    void stopTest();
    /// Adds an account without an id, else changes the one of that id. An empty \a secret: the kept one
    /// stays.
    void save(const Account &account, const Secret &secret);
    /// Signs in with \a secret, and keeps it if it is right.
    void renewSecret(const Account &account, const Secret &secret);
    /// Removes the account and its secret.
    void remove(const Account &account);

Q_SIGNALS:
    void changed(); ///< The list, its error, or the task.
    void tested();
    void saved();
    void renewed();
    void removed();

private:
    struct Removed {
        std::vector<Account> own;
        Done secretForgotten;
    };

    void begin(Task task);
    void end();
    void takeOwn(std::vector<Account> own);

    Tools m_tools;
    std::vector<Account> m_all;
    std::optional<Error> m_listError;
    Task m_task = Task::None;
    bool m_asksKeychain = false;
    Work<std::vector<Account>> m_reading;
    Work<AccountFacts> m_testing;
    Work<Saved> m_saving;
    Work<SecretStore::Keeping> m_renewing;
    Work<Removed> m_removing;
};

} // namespace rowlift::ui
