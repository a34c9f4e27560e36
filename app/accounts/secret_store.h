#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QCoreApplication>
#include <QUuid>

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rowlift {

/// The secrets of accounts: in the system's keychain, and in memory while the program runs. Where there is no
/// keychain they are remembered until the program ends; they are never written anywhere else.
///
/// The keychain library works from exactly one thread for the life of the process, so there must be one store
/// only. It owns that thread: each request is made, run and deleted there, one at a time, while the caller
/// waits. Thread-safe; every call may block until the person has answered the keychain's own question.
class SecretStore {
    Q_DECLARE_TR_FUNCTIONS(rowlift::SecretStore)

public:
    /// Where a secret is now.
    enum class Kept { InKeychain, UntilQuit };
    struct Keeping {
        Kept kept = Kept::InKeychain;
        QString why; ///< UntilQuit: what the keychain said, for support.
    };

    /// \a service: under which name the keychain lists the secrets. \a patience: the longest that a caller
    /// waits for one answer; the request itself cannot be taken back and is left alone then.
    explicit SecretStore(QString service = QStringLiteral("Rowlift"),
                         std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~SecretStore();
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;

    /// Keeps \a secret, in memory alone when the keychain will not have it. Fails only with Cancelled.
    Result<Keeping> keep(const QUuid &account, const Secret &secret, std::stop_token stop);
    /// Keeps \a next where the account's secret is kept now; it is in memory in any case. Fails with Storage
    /// when the keychain had the old one and did not take this one: told once, so that one can go on until
    /// the program ends. A stop ends the waiting, not the writing.
    Done replace(const QUuid &account, const Secret &next, std::stop_token stop);
    /// Keeps \a secret in memory alone: for machines without a keychain, and secrets of one process.
    void keepUntilQuit(const QUuid &account, const Secret &secret);
    /// The secret of \a account; nothing when none is known (or the keychain is locked: it does not tell the
    /// two apart). Fails with Storage when the keychain does not answer.
    Result<std::optional<Secret>> find(const QUuid &account, std::stop_token stop);
    /// As find(), but looks into the keychain anew when the secret came from there: another process may have
    /// replaced it.
    Result<std::optional<Secret>> findAgain(const QUuid &account, std::stop_token stop);
    /// Forgets it everywhere. That there was none is no error, but told: false then. A locked keychain looks
    /// like that as well, when the person does not unlock it: its entry stays. Fails with Storage when the
    /// keychain does not answer or does not let it go.
    Result<bool> forget(const QUuid &account, std::stop_token stop);

private:
    class Keeper;
    struct Remembered {
        Secret secret;
        Kept kept = Kept::UntilQuit;
    };

    Result<Keeping> write(const QUuid &account, const Secret &secret, bool mustHappen, std::stop_token stop);
    std::optional<Remembered> remembered(const QUuid &account);
    void remember(const QUuid &account, const Secret &secret, Kept kept);

    std::unique_ptr<Keeper> m_keeper;
    std::mutex m_mutex;
    std::map<QUuid, Remembered> m_memory;
};

} // namespace rowlift
