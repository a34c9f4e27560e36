#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"

#include <QUrlQuery>

namespace rowlift::marketo {

/// One call of the REST or bulk interface.
struct Call {
    QByteArray method = "GET";
    QString path {}; ///< From the root: "/rest/v1/leads/describe2.json".
    QUrlQuery query {};
    QString right {}; ///< The permission that it takes, in Marketo's words: for the error.
};

/// The interface of one account, for one thread. Puts in address and token; gets a new token once when the
/// old one is refused, inside an answer of 200 as well; repeats what changes nothing (PatientHttp).
class Api {
public:
    /// \a sessions and \a clock must outlive it.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock);

    /// The answer, whatever it says.
    Result<HttpReply> ask(const Call &call, std::stop_token stop);
    /// The answer if it is a success, else an error with a sentence.
    Result<HttpReply> send(const Call &call, std::stop_token stop);

private:
    std::unique_ptr<Http> m_http;
    SessionSource &m_sessions;
};

} // namespace rowlift::marketo
