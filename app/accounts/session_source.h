#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/secret.h"

#include <QCoreApplication>
#include <QUrl>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace rowlift {

/// A token and where it is good for.
struct Session {
    QUrl base; ///< Without a slash at its end.
    Secret token;
    QString identity; ///< Who it is, as the service names it; may be empty.
    /// How long it is good, counted from the asking, where the service tells.
    std::optional<std::chrono::milliseconds> lifetime = {};

    bool operator==(const Session &) const = default;
};

/// What a service hands out for a sign-in while an earlier token is alive.
enum class WhileAlive {
    AnotherToken,
    SameToken ///< With less life left. A refusal of it may have been a passing one.
};

/// The session of one account, shared by all lanes: made at first use, renewed by one of them at a time while
/// the others wait for the new one, or share the refusal. One whose end is known is renewed before that.
/// Thread-safe; whoever waits hears its stop at once.
class SessionSource {
    Q_DECLARE_TR_FUNCTIONS(rowlift::SessionSource)

public:
    using SignIn = std::function<Result<Session>(std::stop_token)>;
    /// \a clock must outlive it.
    SessionSource(SignIn signIn, Clock &clock, WhileAlive handsOut = WhileAlive::AnotherToken);

    Result<Session> current(std::stop_token stop);
    /// The session after \a stale was refused: a newer one if somebody has it already, else a new sign-in. Of
    /// WhileAlive::SameToken it may be the same once more, as of just now.
    Result<Session> renewed(const Session &stale, std::stop_token stop);

private:
    using Test = std::function<bool(const Session &)>;
    /// The session kept when it is not at its end and \a good says so, else a new one, which is \a fresh. One
    /// that was made while this waited is as good as one that is made for it.
    Result<Session> sessionThat(const Test &good, const Test &fresh, std::stop_token stop);
    Result<Session> signInAnew(const Test &fresh, std::stop_token stop);
    bool isDue() const;

    SignIn m_signIn;
    Clock &m_clock;
    WhileAlive m_handsOut;
    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_idle;
    bool m_signingIn = false;
    Session m_session;
    std::optional<std::chrono::milliseconds> m_renewAt; ///< By the clock's elapsed().
    qint64 m_signIns = 0; ///< That have ended, either way.
    std::optional<Error> m_refusal; ///< How the last one ended, if not well.
};

} // namespace rowlift
