#include "app/practice/dotdigital/limits.h"

#include "app/practice/dotdigital/call.h"

#include <algorithm>
#include <limits>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 oneMinute = 60'000;
constexpr qint64 oneHour = 3'600'000;
constexpr int usualHourly = 2000; ///< Source: contracts/dotdigital.md, 3.

struct TierWords {
    const char *scope;
    const char *name; ///< Of the switch.
    int usually; ///< Calls a minute. Not published: these are wide.
};

constexpr std::array tierWords {
    TierWords { "lowCallRate", "low-calls", 600 },
    TierWords { "mediumCallRate", "medium-calls", 3000 },
    TierWords { "highCallRate", "high-calls", 6000 },
};
constexpr int noLimit = 100'000; ///< What the headers say of calls that are not counted.

} // namespace

Limits::Tier Limits::tierOf(const Request &request)
{
    const QString &path = request.path;
    const bool imports = path.contains(u"/import");
    if (request.method == "GET")
        return imports || path.contains(u"/async/") ? Tier::Unlimited
            : path == u"/v2/contacts" || path == u"/contacts/v3" || path.endsWith(u"/contacts") ? Tier::Low
                                                                                                : Tier::High;
    return imports ? Tier::Low : Tier::Medium;
}

int Limits::limit(const char *name, int usually) const
{
    return m_around.switches.number(QString::fromLatin1(name),
                                    m_around.instant ? std::numeric_limits<int>::max() : usually);
}

void Limits::forgetOld(qint64 now)
{
    while (!m_hour.empty() && m_hour.front() <= now - oneHour)
        m_hour.pop_front();
    if (now / oneMinute != m_minute) {
        m_minute = now / oneMinute;
        m_used.fill(0);
    }
}

Limits::Visit Limits::enter(const Request &request)
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_around.clock.now();
    forgetOld(now);
    Visit visit;
    visit.flat = m_around.switches.text(u"throttling"_s) == u"flat";
    visit.tier = tierOf(request);
    visit.reset = (now / oneMinute + 1) * 60;
    if (visit.flat) {
        visit.refused = static_cast<int>(m_hour.size()) >= limit("calls-per-hour", usualHourly);
    } else if (visit.tier == Tier::Unlimited) {
        visit.limit = visit.remaining = noLimit;
    } else {
        const auto index = static_cast<std::size_t>(visit.tier);
        visit.limit = limit(tierWords[index].name, tierWords[index].usually);
        visit.refused = m_used[index] >= visit.limit;
        m_used[index] += !visit.refused;
        visit.remaining = visit.limit - m_used[index];
    }
    if (!visit.refused)
        m_hour.push_back(now);
    return visit;
}

Response Limits::refusalOf(const Visit &visit, bool isV3)
{
    const QByteArray words
        = "Your account has generated excess API activity and is being temporarily capped."_ba;
    if (isV3)
        return refusalV3(visit.flat ? 400 : 429, "api:usageExceeded"_ba, words);
    return sentence(visit.flat ? 400 : 429, words + " Error: ERROR_APIUSAGE_EXCEEDED");
}

void Limits::dress(Response &response, const Visit &visit)
{
    if (visit.flat)
        return;
    const auto index = static_cast<std::size_t>(visit.tier);
    response.with("X-RateLimit-Limit"_ba, QByteArray::number(visit.limit))
        .with("X-RateLimit-Remaining"_ba, QByteArray::number(visit.remaining))
        .with("X-RateLimit-Reset"_ba, QByteArray::number(visit.reset))
        .with("X-RateLimit-Scope"_ba,
              index < tierWords.size() ? QByteArray(tierWords[index].scope) : "unlimitedCallRate"_ba);
}

int Limits::callsInLastHour()
{
    const std::scoped_lock lock(m_mutex);
    forgetOld(m_around.clock.now());
    return static_cast<int>(m_hour.size());
}

int Limits::callsRemaining()
{
    return std::max(0, m_around.switches.number(u"calls-per-hour"_s, usualHourly) - callsInLastHour());
}

void Limits::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_used.fill(0);
    m_hour.clear();
}

} // namespace rowlift::practice::dotdigital
