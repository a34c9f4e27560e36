#include "app/accounts/session_source.h"

#include <utility>

namespace rowlift {

SessionSource::SessionSource(SignIn signIn)
    : m_signIn(std::move(signIn))
{
}

Result<Session> SessionSource::current(std::stop_token stop)
{
    return sessionThat([](const Session &session) { return !session.token.isEmpty(); }, stop);
}

Result<Session> SessionSource::renewed(const Session &stale, std::stop_token stop)
{
    return sessionThat(
        [&stale](const Session &session) { return !session.token.isEmpty() && session.token != stale.token; },
        stop);
}

Result<Session> SessionSource::sessionThat(const std::function<bool(const Session &)> &good,
                                           std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_idle.wait(lock, stop, [this] { return !m_signingIn; }))
        return tl::unexpected(cancelledError());
    if (good(m_session))
        return m_session;

    m_signingIn = true;
    lock.unlock(); // signing in takes seconds, and the others must be able to stop meanwhile
    Result<Session> made = m_signIn(stop);
    lock.lock();
    m_signingIn = false;
    if (made)
        m_session = *made;
    m_idle.notify_all();
    if (made && !good(*made)) // a pasted token cannot be renewed
        return tl::unexpected(Error { .kind = Error::Kind::SignIn,
                                      .sentence = tr("The service does not accept this sign-in any more. "
                                                     "Sign in again with a new token."),
                                      .detail = {},
                                      .retryAfter = {} });
    return made;
}

} // namespace rowlift
