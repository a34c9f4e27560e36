#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"
#include "app/service/salesforce/api_error.h"
#include "app/service/salesforce/object_facts.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <optional>

namespace rowlift::salesforce {

/// One call of the REST interface.
struct Call {
    QByteArray method = "GET";
    QString path {}; ///< From the root: apiRoot + "/sobjects". What is percent-encoded stays so.
    QUrlQuery query {};
    QByteArray contentType {}; ///< Of what is sent; empty when nothing is.
    QByteArray accept = "application/json";
    HttpHeaders headers {}; ///< Further ones.
    QByteArray body {};
    QString bodyFile {};
    QString saveTo {};
    qint64 mostBytes = 0; ///< As HttpRequest::mostBytes.
};

/// The request as it may be named in an error: never with the token.
HttpRequest publicRequest(const Call &call);

/// The object in \a reply, which answers \a call.
Result<QJsonObject> objectIn(const Call &call, const HttpReply &reply);

/// What is sent once more by itself when it found no connection, or read and was answered "not now".
enum class Repeats {
    Patiently, ///< See PatientHttp.
    Never ///< Whoever asks repeats, and shows it.
};

/// The REST interface of one account, for one thread. Puts in address and token, and gets a new token when
/// the old one has expired, which has changed nothing by then.
class Api {
public:
    /// \a sessions and \a clock must outlive it.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock,
        Repeats repeats = Repeats::Patiently);

    /// The answer, whatever its status.
    Result<HttpReply> ask(const Call &call, const Progress &upload, std::stop_token stop);
    /// The answer if it is a 2xx, else an error with a sentence.
    Result<HttpReply> send(const Call &call, const Progress &upload, std::stop_token stop);
    /// The object in a 2xx answer.
    Result<QJsonObject> sendForObject(const Call &call, std::stop_token stop);

    const std::optional<ApiUsage> &usage() const { return m_usage; }
    /// The id of the user who is signed in; empty where this app may not know it.
    Result<QString> userId(std::stop_token stop);

    /// What is known of the account's objects; of this interface alone unless it is shared.
    KnownObjects &known() { return *m_known; }
    void share(std::shared_ptr<KnownObjects> known) { m_known = std::move(known); }

    QDateTime now() const { return m_clock.now(); }
    std::chrono::milliseconds elapsed() const { return m_clock.elapsed(); }

private:
    Result<HttpReply> askWith(const Session &session, const Call &call, const Progress &upload,
                              std::stop_token stop);

    std::unique_ptr<Http> m_http;
    SessionSource &m_sessions;
    Clock &m_clock;
    std::optional<ApiUsage> m_usage;
    QString m_userId; ///< Once it is known.
    std::shared_ptr<KnownObjects> m_known = std::make_shared<KnownObjects>();
};

} // namespace rowlift::salesforce
