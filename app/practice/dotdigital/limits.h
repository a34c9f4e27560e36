#pragma once

#include "app/practice/http_message.h"
#include "app/practice/service.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <deque>
#include <mutex>
#include <optional>

namespace rowlift::practice::dotdigital {

/// How many calls the account takes: by tiers and minutes, or, with `throttling=flat`, in an hour. Any
/// thread. Source: contracts/dotdigital.md, 3. With `--instant` only what a switch asks for.
class Limits {
public:
    enum class Tier { Low, Medium, High, Unlimited };
    /// One call as it was counted.
    struct Visit {
        Tier tier = Tier::Unlimited;
        bool refused = false;
        int limit = 0;
        int remaining = 0;
        qint64 reset = 0; ///< Seconds since 1970.
        bool flat = false;
    };

    explicit Limits(const Surroundings &around)
        : m_around(around)
    {
    }

    Visit enter(const Request &request);
    /// The refusal of a call that was one too many.
    static Response refusalOf(const Visit &visit, bool isV3);
    /// Adds the four headers that every reply of a tiered account has.
    static void dress(Response &response, const Visit &visit);
    int callsInLastHour();
    int callsRemaining();
    void reset();

private:
    static Tier tierOf(const Request &request);
    int limit(const char *name, int usually) const;
    void forgetOld(qint64 now);

    const Surroundings &m_around;
    std::mutex m_mutex;
    qint64 m_minute = 0;
    std::array<int, 3> m_used { 0, 0, 0 };
    std::deque<qint64> m_hour; ///< When the calls of the last hour came.
};

} // namespace rowlift::practice::dotdigital
