#include "app/net/patient_http.h"

#include "app/base/logging.h"
#include "app/net/redact.h"
#include "app/net/retry_after.h"

#include <algorithm>
#include <array>

namespace rowlift {

PatientHttp::PatientHttp(std::unique_ptr<Http> http, Clock &clock, RetryPolicy policy, quint32 seed)
    : m_http(std::move(http))
    , m_clock(clock)
    , m_policy(std::move(policy))
    , m_chance(seed)
{
}

Result<HttpReply> PatientHttp::send(const HttpRequest &request, const Progress &upload, std::stop_token stop)
{
    const auto begun = m_clock.elapsed();
    for (int failures = 1;; ++failures) {
        Result<HttpReply> answer = m_http->send(request, upload, stop);
        if (failures >= m_policy.tries || !worthRepeating(request, answer))
            return answer;
        const auto wait = waitAfter(failures, answer);
        if (m_clock.elapsed() - begun + wait > m_policy.patience)
            return answer;
        qCDebug(logNet) << "again in" << wait.count() << "ms:" << request.method << redactedUrl(request.url);
        if (!m_clock.sleepFor(wait, stop))
            return tl::unexpected(cancelledError());
    }
}

bool PatientHttp::worthRepeating(const HttpRequest &request, const Result<HttpReply> &answer) const
{
    const bool reads = request.method == "GET";
    if (!answer) {
        const Error::Kind kind = answer.error().kind;
        return kind == Error::Kind::Network
            || (reads && (kind == Error::Kind::Timeout || kind == Error::Kind::BadReply));
    }
    if (!reads)
        return false;
    constexpr std::array busy { 429, 500, 502, 503, 504 };
    return std::ranges::find(busy, answer->status) != busy.end()
        || (m_policy.notNow && m_policy.notNow(*answer));
}

std::chrono::milliseconds PatientHttp::waitAfter(int failures, const Result<HttpReply> &answer)
{
    if (answer) {
        if (const auto named = retryAfter(answer->header("Retry-After"), m_clock.now()))
            return *named;
    }
    const auto doubled = m_policy.firstWait * (qint64(1) << std::min(failures - 1, 20));
    const auto wait = std::min<std::chrono::milliseconds>(doubled, m_policy.longestWait);
    return wait + std::chrono::milliseconds(qint64(m_chance.generateDouble() * 0.5 * double(wait.count())));
}

} // namespace rowlift
