#include "app/practice/marketo/limits.h"

#include "app/practice/json_text.h"
#include "app/practice/marketo/envelope.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <limits>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 window = 20'000; ///< Milliseconds.
constexpr int usualRate = 100;
constexpr int usualConcurrent = 10;
constexpr int usualDailyCalls = 50'000;

/// Calls that end so count neither for the day nor for the rate. Source: contracts/marketo.md, 6.1.
constexpr std::array uncounted { 601, 602, 604, 605, 608, 611 };

bool counts(int code)
{
    return std::find(uncounted.begin(), uncounted.end(), code) == uncounted.end();
}

} // namespace

Limits::Visit::Visit(Limits &limits)
    : m_limits(limits)
    , m_refused(limits.enter())
    , m_code(m_refused)
{
}

Limits::Visit::~Visit()
{
    m_limits.leave(m_refused == 0, m_code);
}

QByteArray Limits::Visit::words() const
{
    if (m_refused != 606)
        return {};
    return "Max rate limit '" + QByteArray::number(m_limits.limit("rate", usualRate))
        + "' exceeded with in '20' secs";
}

int Limits::limit(const char *name, int usually) const
{
    return m_around.switches.number(QString::fromLatin1(name),
                                    m_around.instant ? std::numeric_limits<int>::max() : usually);
}

int Limits::enter()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_around.clock.now();
    turnDay();
    while (!m_recent.empty() && m_recent.front() <= now - window)
        m_recent.pop_front();
    ++m_inside;
    if (m_today >= limit("daily-calls", usualDailyCalls))
        return 607;
    if (m_inside > limit("concurrent", usualConcurrent))
        return 615;
    if (static_cast<int>(m_recent.size()) >= limit("rate", usualRate))
        return 606;
    m_recent.push_back(now);
    return 0;
}

void Limits::leave(bool taken, int code)
{
    const std::scoped_lock lock(m_mutex);
    --m_inside;
    if (code != 0)
        ++m_refusals[code];
    if (counts(code))
        ++m_today;
    else if (taken && !m_recent.empty())
        m_recent.pop_back();
}

void Limits::turnDay()
{
    static const QTimeZone central("America/Chicago");
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_around.clock.now(), central).date();
    if (day == m_day)
        return;
    m_day = day;
    m_today = 0;
    m_refusals.clear();
}

QByteArray Limits::usage()
{
    const std::scoped_lock lock(m_mutex);
    turnDay();
    JsonText user;
    user.text("userId", "rowlift-api@acme.example"_ba).number("count", m_today);
    JsonText text;
    text.text("date", m_day.toString(Qt::ISODate).toLatin1())
        .number("total", m_today)
        .raw("users"_ba, jsonArray({ user.object() }));
    return jsonArray({ text.object() });
}

QByteArray Limits::errors()
{
    const std::scoped_lock lock(m_mutex);
    turnDay();
    QByteArrayList each;
    int total = 0;
    for (const auto &[code, count] : m_refusals) {
        JsonText one;
        one.text("errorCode", QByteArray::number(code)).number("count", count);
        each.append(one.object());
        total += count;
    }
    JsonText text;
    text.text("date", m_day.toString(Qt::ISODate).toLatin1())
        .number("total", total)
        .raw("errors"_ba, jsonArray(each));
    return jsonArray({ text.object() });
}

void Limits::reset()
{
    const std::scoped_lock lock(m_mutex);
    m_recent.clear();
    m_today = 0;
    m_refusals.clear();
}

} // namespace rowlift::practice::marketo
