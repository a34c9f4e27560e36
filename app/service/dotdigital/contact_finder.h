#pragma once

#include "app/base/clock.h"
#include "app/service/dotdigital/api.h"
#include "app/service/service.h"

#include <memory>
#include <mutex>
#include <optional>

namespace rowlift::dotdigital {

/// Tells which contacts an account has: asks for each by itself, or reads the list of all of them where that
/// takes fewer calls. The list is good for as long as one look-up goes on, and only for who is in it: a
/// contact may slip from page to page while they are read, or come later, so that whoever is not in it is
/// asked for by itself. Of a contact it keeps 16 bytes. Thread-safe: several find() at a time ask side by
/// side. Source: contracts/dotdigital.md, 8 (3).
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
    /// About how many calls find() takes for so many values of contacts that are there; in a list that is
    /// read, each that is not there takes one more.
    qint64 callsFor(qint64 values) const;

    /// Few, so that those that are asked for by themselves are shared among who asks side by side.
    static constexpr int valuesAtOnce = 50;

private:
    struct Known {
        quint64 email = 0; ///< A hash of it, in one case of letters.
        qint64 id = 0;
    };
    struct Snapshot {
        qint64 read = 0; ///< So many contacts, page by page.
        bool isWhole = false; ///< Its end was reached, and it is in order.
        std::vector<Known> byEmail;
        std::vector<qint64> ids; ///< Ascending.
    };
    /// One that is whole never changes: who holds it may read it without the mutex.
    using List = std::shared_ptr<Snapshot>;
    using Matches = std::vector<RecordMatch>;

    Result<Matches> findAll(Api &api, const QStringList &values, std::stop_token stop);
    /// The list where it is worth it, read if need be; null where it is not.
    Result<List> listFor(Api &api, qint64 values, std::stop_token stop);
    void keepListFor(std::chrono::milliseconds time);

    Result<bool> hasMoreThan(Api &api, qint64 contacts, std::stop_token stop);
    Result<bool> isListCheaper(Api &api, qint64 values, std::stop_token stop);
    Done readOn(Api &api, Snapshot &list, std::stop_token stop) const;
    static bool findInList(const Snapshot &list, const QString &value, Matches &found);
    static Done findByItself(Api &api, const QString &value, Matches &found, std::stop_token stop);

    Clock &m_clock;
    mutable std::mutex m_mutex; // guards what follows
    List m_list;
    std::chrono::milliseconds m_listIsGood { 0 }; ///< Until then, by the clock's elapsed().
    std::optional<qint64> m_atMost; ///< So many contacts, or fewer.
    bool m_isMeasured = false;
    qint64 m_asked = 0; ///< Values that were asked for by themselves.
};

} // namespace rowlift::dotdigital
