#pragma once

#include "app/practice/service.h"

#include <QByteArray>
#include <QDate>

#include <deque>
#include <map>
#include <mutex>

namespace rowlift::practice::marketo {

/// How many calls the instance takes: 100 in 20 seconds, 10 at a time, 50,000 a day. Any thread.
/// Source: contracts/marketo.md, 5. With `--instant` only what a switch asks for.
class Limits {
public:
    explicit Limits(const Surroundings &around)
        : m_around(around)
    {
    }

    /// One call, from its head to its reply.
    class Visit {
    public:
        explicit Visit(Limits &limits);
        ~Visit();
        Q_DISABLE_COPY_MOVE(Visit)
        /// 606, 607 or 615, or 0: it may be executed.
        int refusedWith() const { return m_refused; }
        QByteArray words() const;
        /// The code that it was refused with in the end; some are not counted.
        void endedWith(int code) { m_code = code; }

    private:
        Limits &m_limits;
        int m_refused = 0;
        int m_code = 0;
    };

    /// The `result` of `stats/usage.json` and of `stats/errors.json`.
    QByteArray usage();
    QByteArray errors();
    void reset();

private:
    int limit(const char *name, int usually) const;
    int enter();
    void leave(bool taken, int code);
    void turnDay();

    const Surroundings &m_around;
    std::mutex m_mutex;
    std::deque<qint64> m_recent; ///< When the latest calls came.
    int m_inside = 0;
    int m_today = 0;
    QDate m_day; ///< In US Central time.
    std::map<int, int> m_refusals;
};

} // namespace rowlift::practice::marketo
