#pragma once

#include "app/base/clock.h"
#include "app/net/http.h"

#include <QRandomGenerator>

#include <functional>

namespace rowlift {

/// How long to keep asking.
/// Source: contracts/salesforce.md, section 6, "General".
struct RetryPolicy {
    int tries = 6;
    std::chrono::milliseconds firstWait {
        1'000
    }; ///< Doubles from try to try, plus up to half as much by chance.
    std::chrono::milliseconds longestWait { 60'000 };
    std::chrono::milliseconds patience { 600'000 }; ///< Over all tries.
    /// Whether \a reply, to a GET, says "not now" in a service's own way. 429, 500, 502, 503 and 504 always
    /// do.
    std::function<bool(const HttpReply &reply)> notNow;
};

/// An Http that repeats what is safe to repeat: a GET that broke off or was answered "not now", and any
/// request that found no connection. The wait that the service names is kept. Everything else passes through
/// once.
class PatientHttp : public Http {
public:
    PatientHttp(std::unique_ptr<Http> http, Clock &clock, RetryPolicy policy, quint32 seed);

    Result<HttpReply> send(const HttpRequest &request, const Progress &upload, std::stop_token stop) override;

private:
    bool worthRepeating(const HttpRequest &request, const Result<HttpReply> &answer) const;
    std::chrono::milliseconds waitAfter(int failures, const Result<HttpReply> &answer);

    std::unique_ptr<Http> m_http;
    Clock &m_clock;
    RetryPolicy m_policy;
    QRandomGenerator m_chance;
};

} // namespace rowlift
