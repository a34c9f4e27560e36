#include "app/accounts/session_source.h"

#include <utility>

namespace rowlift {

namespace {

/// A session with less left than this is renewed first: a request may take a while to arrive.
constexpr std::chrono::seconds spareLife { 60 };

bool hasToken(const Session &session)
{
    return !session.token.isEmpty();
}

} // namespace

SessionSource::SessionSource(SignIn signIn, Clock &clock, WhileAlive handsOut)
    : m_signIn(std::move(signIn))
    , m_clock(clock)
    , m_handsOut(handsOut)
{
}

Result<Session> SessionSource::current(std::stop_token stop)
{
    return sessionThat(hasToken, hasToken, std::move(stop));
}

Result<Session> SessionSource::renewed(const Session &stale, std::stop_token stop)
{
    const Test isAnother
        = [&stale](const Session &session) { return hasToken(session) && session.token != stale.token; };
    return sessionThat(isAnother, m_handsOut == WhileAlive::SameToken ? Test(hasToken) : isAnother,
                       std::move(stop));
}

bool SessionSource::isDue() const
{
    return m_renewAt && m_clock.elapsed() >= *m_renewAt;
}

Result<Session> SessionSource::sessionThat(const Test &good, const Test &fresh, std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    const qint64 before = m_signIns;
    if (!m_idle.wait(lock, stop, [this] { return !m_signingIn; }))
        return tl::unexpected(cancelledError());
    const bool isOfNow = m_signIns != before && !m_refusal;
    if ((isOfNow ? fresh : good)(m_session) && !isDue())
        return m_session;
    // Lanes that waited for a sign-in that was refused do not try it once more each: accounts get locked by
    // that. A lane's own stop, though, says nothing about the others.
    if (m_signIns != before && m_refusal && !m_refusal->cancelled())
        return tl::unexpected(*m_refusal);

    m_signingIn = true;
    lock.unlock(); // signing in takes seconds, and the others must be able to stop meanwhile
    return signInAnew(fresh, std::move(stop));
}

Result<Session> SessionSource::signInAnew(const Test &fresh, std::stop_token stop)
{
    const auto asked = m_clock.elapsed();
    Result<Session> made = m_signIn(std::move(stop));
    if (made && !fresh(*made)) // a pasted token cannot be renewed
        made = tl::unexpected(Error { .kind = Error::Kind::SignIn,
                                      .sentence = tr("The service does not accept this sign-in any more. "
                                                     "Sign in again with a new token."),
                                      .detail = {},
                                      .retryAfter = {} });
    const std::lock_guard lock(m_mutex);
    m_signingIn = false;
    ++m_signIns;
    m_refusal = made ? std::nullopt : std::optional(made.error());
    if (made) {
        m_session = *made;
        m_renewAt.reset();
        // The service may hand out the same session again, close to its end: then that is used up.
        if (const auto life = made->lifetime)
            m_renewAt = asked + (*life > spareLife ? *life - spareLife : *life);
    }
    m_idle.notify_all();
    return made;
}

} // namespace rowlift
