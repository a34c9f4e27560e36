#include "app/run/retry_wait.h"

#include <algorithm>
#include <array>

namespace rowlift {

using namespace std::chrono_literals;

namespace {
constexpr std::array<std::chrono::milliseconds, 7> retryDelays { 1s, 2s, 4s, 8s, 16s, 32s, 60s };
}

bool mayPass(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::BadReply:
    case Error::Kind::ServiceFault:
    case Error::Kind::RateLimit:
    case Error::Kind::QueueFull:
        return true;
    case Error::Kind::Quota:
    case Error::Kind::Cancelled:
    case Error::Kind::SignIn:
    case Error::Kind::Rejected:
    case Error::Kind::BadInput:
    case Error::Kind::Storage:
        return false;
    }
    return false;
}

std::optional<std::chrono::milliseconds> RetryWait::after(const Error &error, std::chrono::milliseconds now,
                                                          std::chrono::milliseconds patience)
{
    if (!m_blockedSince)
        m_blockedSince = now;
    // A wait that the service names and that is longer than patience: better left for later at once.
    const auto named = error.retryAfter.value_or(0ms);
    if (now - *m_blockedSince + named >= patience)
        return {};
    const auto step = std::min(static_cast<size_t>(m_tries++), retryDelays.size() - 1);
    std::uniform_real_distribution<double> around(0.75, 1.25);
    const std::chrono::milliseconds own(
        static_cast<qint64>(around(m_chance) * static_cast<double>(retryDelays[step].count())));
    // No sooner than the service asks for, but less and less often, too: each try may cost a job there. The
    // wait that it names is kept to the moment as long as it is the longer one.
    return std::max(named, own);
}

void RetryWait::wayIsFree()
{
    m_blockedSince.reset();
    m_tries = 0;
}

} // namespace rowlift
