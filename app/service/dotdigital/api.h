#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"
#include "app/service/dotdigital/api_error.h"

namespace rowlift::dotdigital {

/// One call of the interface, of either version.
struct Call {
    QByteArray method = "GET";
    /// From the root, percent-encoded, with its query: "/v2/address-books?select=1000&skip=0". What stands
    /// for something in it goes through pathPart().
    QString path {};
    QByteArray accept = "application/json";
    QByteArray contentType {}; ///< Of what is sent; empty when nothing is.
    QString bodyFile {}; ///< As HttpRequest::bodyFile, with what is in front and behind.
    QByteArray beforeFile {};
    QByteArray behindFile {};
    QString saveTo {}; ///< As HttpRequest::saveTo.
    qint64 mostBytes = 0; ///< As HttpRequest::mostBytes.
};

/// \a text as one part of a path, whatever signs it has: "a/b" is "a%2Fb", and an e-mail address is itself.
QString pathPart(const QString &text);

/// The request for \a path in the name of \a session.
HttpRequest requestFor(const Session &session, const QString &path);
/// What may not be shown of a session: its token, and user and password within.
std::vector<Secret> secretsIn(const Secret &token);
/// Tells whose the account is and where it lives. Also the test of a sign-in.
HttpRequest accountInfoRequest(const Session &session);

/// What is sent once more by itself when it found no connection, or read and was answered "not now".
enum class Repeats {
    Patiently, ///< See PatientHttp. The end of a rate limit is waited for.
    Never ///< Whoever asks repeats, and shows it.
};

/// The interface of one account, for one thread. Puts in address and password.
class Api {
public:
    /// \a sessions and \a clock must outlive it.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock,
        Repeats repeats = Repeats::Patiently);

    /// The answer, whatever it says; of one that is no 2xx nothing secret is left. What changes something is
    /// never sent twice. What breaks off before the whole of its body has left is an error of kind Network:
    /// nobody can have carried it out.
    Result<HttpReply> ask(const Call &call, const Progress &upload, std::stop_token stop);
    /// Whether the latest ask(), which brought no answer but \a error, has certainly changed nothing: no
    /// connection came about, there was nobody to go out as, or the end of its body had not left.
    bool leftNothing(const Error &error) const;
    /// The answer of a GET if it is a 2xx, else an error with a sentence.
    Result<HttpReply> read(const QString &path, std::stop_token stop);
    /// The error that \a reply is.
    Error refusal(const Call &call, const HttpReply &reply) const;
    /// \a call as it may be named in an error: never with the password.
    HttpRequest named(const Call &call) const;

    /// False when it was stopped meanwhile.
    bool wait(std::chrono::milliseconds time, const std::stop_token &stop)
    {
        return m_clock.sleepFor(time, stop);
    }

private:
    std::unique_ptr<Http> m_http;
    SessionSource &m_sessions;
    Clock &m_clock;
    QUrl m_base; ///< Of the latest call.
    bool m_isOut = false; ///< The latest call has left.
    bool m_isCut = false; ///< It broke off before the end of its body had left.
};

} // namespace rowlift::dotdigital
