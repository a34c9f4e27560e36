#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"
#include "app/service/marketo/api_error.h"
#include "app/service/marketo/call_pacer.h"

#include <QUrlQuery>

namespace rowlift::marketo {

/// One call of the REST or bulk interface.
struct Call {
    QByteArray method = "GET";
    QString path {}; ///< From the root: "/rest/v1/leads/describe2.json".
    QUrlQuery query {}; ///< What is percent-encoded stays so.
    QString right {}; ///< The permission that it takes, in Marketo's words: for the error.
    QByteArray contentType {}; ///< Of what is sent; empty when nothing is.
    QString bodyFile {}; ///< As HttpRequest::bodyFile, with what is in front and behind.
    QByteArray beforeFile {};
    QByteArray behindFile {};
    /// For an answer that is text in lines when all is well. One that is not stands in HttpReply::body, and
    /// there is no file then.
    QString saveTo {};
    qint64 mostBytes = 0; ///< As HttpRequest::mostBytes.
};

/// The request as it may be named in an error: never with the token.
HttpRequest publicRequest(const Call &call);

/// What is sent once more by itself when it found no connection, or read and was answered "not now".
enum class Repeats {
    Patiently, ///< See PatientHttp.
    Never ///< Whoever asks repeats, and shows it.
};

/// The interface of one account, for one thread. Puts in address and token; asks for the token once more when
/// it is refused, which Marketo does inside an answer of 200, and repeats the call with what it is given
/// then, be it the same. Refused again, that is an error.
class Api {
public:
    /// \a sessions and \a clock must outlive it; \a pacer is shared by all of the account.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock, std::shared_ptr<CallPacer> pacer,
        Repeats repeats = Repeats::Patiently);

    /// The answer, whatever it says. What breaks off before the whole of its body has left is an error of
    /// kind Network: nobody can have carried it out.
    Result<HttpReply> ask(const Call &call, const Progress &upload, std::stop_token stop);
    /// Whether the latest ask(), which brought no answer but \a error, has certainly changed nothing: no
    /// connection came about, there was no token to go out with, it was stopped before its turn came, or the
    /// end of its body had not left.
    bool leftNothing(const Error &error) const;
    /// The envelope of an answer that is a success, else an error with a sentence.
    Result<Envelope> send(const Call &call, std::stop_token stop);
    /// The error that \a reply is.
    Error refusal(const Call &call, const HttpReply &reply) const;

    /// False when it was stopped meanwhile.
    bool wait(std::chrono::milliseconds time, const std::stop_token &stop)
    {
        return m_clock.sleepFor(time, stop);
    }

private:
    Result<HttpReply> askWith(const Session &session, const Call &call, const Progress &upload,
                              std::stop_token stop);

    std::unique_ptr<Http> m_http;
    PacedHttp *m_paced; ///< In m_http.
    SessionSource &m_sessions;
    Clock &m_clock;
    bool m_isOut = false; ///< The latest call has left, and was not refused for its token.
    bool m_isCut = false; ///< It broke off before the end of its body had left.
};

} // namespace rowlift::marketo
