#pragma once

#include "app/accounts/session_source.h"
#include "app/base/clock.h"
#include "app/net/http.h"

#include <QJsonObject>
#include <QUrlQuery>

#include <optional>

namespace rowlift::salesforce {

/// One call of the REST interface.
struct Call {
    QByteArray method = "GET";
    QString path {}; ///< From the root: apiRoot + "/sobjects".
    QUrlQuery query {};
    QByteArray contentType {}; ///< Of what is sent; empty when nothing is.
    QByteArray accept = "application/json";
    QByteArray body {};
    QString bodyFile {};
    QString saveTo {};
};

/// Calls used of the 24 hours' allowance, as the latest answer told.
struct ApiUsage {
    qint64 used = 0;
    qint64 most = 0;

    bool operator==(const ApiUsage &) const = default;
};

/// Reads a Sforce-Limit-Info header: "api-usage=18/5000".
std::optional<ApiUsage> usageFrom(const QByteArray &limitInfo);

/// The REST interface of one account, for one thread. Puts in address and token; gets a new token once when
/// the old one has expired; repeats what changes nothing (PatientHttp).
class Api {
public:
    /// \a sessions and \a clock must outlive it.
    Api(std::unique_ptr<Http> http, SessionSource &sessions, Clock &clock);

    /// The answer, whatever its status.
    Result<HttpReply> ask(const Call &call, const Progress &upload, std::stop_token stop);
    /// The answer if it is a 2xx, else an error with a sentence.
    Result<HttpReply> send(const Call &call, const Progress &upload, std::stop_token stop);
    /// The object in a 2xx answer.
    Result<QJsonObject> sendForObject(const Call &call, std::stop_token stop);

    const std::optional<ApiUsage> &usage() const { return m_usage; }
    QDateTime now() const { return m_clock.now(); }

private:
    Result<HttpReply> askWith(const Session &session, const Call &call, const Progress &upload,
                              std::stop_token stop);

    std::unique_ptr<Http> m_http;
    SessionSource &m_sessions;
    Clock &m_clock;
    std::optional<ApiUsage> m_usage;
};

} // namespace rowlift::salesforce
