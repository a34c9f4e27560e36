#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"

namespace rowlift::dotdigital {

/// The request for \a path in the name of \a session.
HttpRequest requestFor(const Session &session, const QString &path);
/// What may not be shown of a session: its token, and user and password within.
std::vector<Secret> secretsIn(const Secret &token);
/// Tells whose the account is and where it lives. Also the test of a sign-in.
HttpRequest accountInfoRequest(const Session &session);

/// The interface of one account, for one thread. Puts in address and password; repeats what changes nothing
/// (PatientHttp).
class Api {
public:
    /// \a sessions and \a clock must outlive it.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock);

    /// The answer if it is a 2xx, else an error with a sentence.
    Result<HttpReply> read(const QString &path, std::stop_token stop);

private:
    std::unique_ptr<Http> m_http;
    SessionSource &m_sessions;
    Clock &m_clock;
};

} // namespace rowlift::dotdigital
