#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

#include <QCoreApplication>
#include <QUrl>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace rowlift {

/// A token and where it is good for.
struct Session {
    QUrl base; ///< Without a slash at its end.
    Secret token;
    QString identity; ///< Who it is, as the service names it; may be empty.

    bool operator==(const Session &) const = default;
};

/// The session of one account, shared by all lanes: made at first use, renewed by one of them at a time while
/// the others wait for the new one. Thread-safe; whoever waits hears its stop at once.
class SessionSource {
    Q_DECLARE_TR_FUNCTIONS(rowlift::SessionSource)

public:
    using SignIn = std::function<Result<Session>(std::stop_token)>;
    explicit SessionSource(SignIn signIn);

    Result<Session> current(std::stop_token stop);
    /// The session after \a stale was refused: a newer one if somebody has it already, else a new sign-in.
    Result<Session> renewed(const Session &stale, std::stop_token stop);

private:
    /// The session kept when \a good says so, else a new one.
    Result<Session> sessionThat(const std::function<bool(const Session &)> &good, std::stop_token stop);

    SignIn m_signIn;
    std::mutex m_mutex;
    std::condition_variable_any m_idle;
    bool m_signingIn = false;
    Session m_session;
};

} // namespace rowlift
