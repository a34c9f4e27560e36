#pragma once

#include "app/base/clock.h"
#include "app/service/dotdigital/api.h"
#include "app/service/service.h"

#include <mutex>
#include <optional>

namespace rowlift::dotdigital {

/// Tells which contacts an account has: asks for each by itself, or reads the list of all of them where that
/// takes fewer calls; what it has read then is good for some minutes. Of a contact it keeps 16 bytes.
/// Thread-safe. Source: contracts/dotdigital.md, 8 (3).
class ContactFinder {
public:
    /// \a clock must outlive it.
    explicit ContactFinder(Clock &clock)
        : m_clock(clock)
    {
    }

    /// Learns about how many contacts there are, with a few small calls, once; where that fails nothing is
    /// known of it.
    void measure(Api &api, std::stop_token stop);
    /// Those of \a values that contacts have: e-mail addresses in any case, ids, mobile numbers, told apart
    /// by their shape.
    Result<std::vector<RecordMatch>> find(Api &api, const QStringList &values, std::stop_token stop);
    /// About how many calls find() takes for so many values.
    qint64 callsFor(qint64 values) const;

    static constexpr int valuesAtOnce = 500;

private:
    struct Known {
        quint64 email = 0; ///< A hash of it, in one case of letters.
        qint64 id = 0;
    };
    struct Snapshot {
        std::chrono::milliseconds taken { 0 }; ///< By the clock's elapsed().
        std::vector<Known> byEmail;
        std::vector<qint64> ids; ///< Ascending.
    };
    using Matches = std::vector<RecordMatch>;

    Result<bool> hasMoreThan(Api &api, qint64 contacts, std::stop_token stop);
    Result<bool> isListCheaper(Api &api, qint64 values, std::stop_token stop);
    Done readAll(Api &api, std::stop_token stop);
    void findInList(const QString &value, Matches &found) const;
    Done findByItself(Api &api, const QString &value, Matches &found, std::stop_token stop) const;

    Clock &m_clock;
    mutable std::mutex m_mutex; // guards what follows
    std::optional<Snapshot> m_list;
    std::optional<qint64> m_atMost; ///< So many contacts, or fewer.
    bool m_isMeasured = false;
    qint64 m_asked = 0; ///< Values that were asked for by themselves.
};

} // namespace rowlift::dotdigital
