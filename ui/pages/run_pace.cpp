#include "ui/pages/run_pace.h"

#include <algorithm>

namespace rowlift::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenPoints = 1s;
constexpr auto longest = 2min;
constexpr auto ofSpeed = 10s;
constexpr auto soonestSpeed = 2s;
constexpr auto soonestTimeLeft = 10s;
constexpr double leastShareForTimeLeft = 0.05;

double rate(std::chrono::milliseconds span, qint64 rows)
{
    return span > 0ms ? static_cast<double>(rows) / static_cast<double>(span.count()) : 0;
}

} // namespace

void RunPace::begin(std::chrono::milliseconds now, qint64 done)
{
    m_first = { now, done };
    m_last = m_first;
    m_step = m_first;
    m_steps = 0;
    m_points = { m_first };
}

void RunPace::note(std::chrono::milliseconds now, qint64 done)
{
    if (m_points.empty())
        begin(now, done);
    if (done > m_last.done) {
        m_step = { now, done };
        ++m_steps;
    }
    m_last = { now, done };
    if (now - m_points.back().when >= betweenPoints)
        m_points.push_back(m_last);
    while (now - m_points.front().when > longest)
        m_points.pop_front();
}

std::optional<qint64> RunPace::rowsPerSecond() const
{
    const auto from = std::ranges::find_if(
        m_points, [this](const Point &point) { return m_last.when - point.when <= ofSpeed; });
    if (from == m_points.end() || m_last.when - from->when < soonestSpeed)
        return {};
    const double perMillisecond = rate(m_last.when - from->when, m_last.done - from->done);
    return perMillisecond > 0 ? std::optional(static_cast<qint64>(perMillisecond * 1000)) : std::nullopt;
}

std::optional<std::chrono::milliseconds> RunPace::timeLeft(qint64 rows) const
{
    const bool early = m_last.when - m_first.when < soonestTimeLeft
        || static_cast<double>(m_last.done) < static_cast<double>(rows) * leastShareForTimeLeft;
    if (early || m_points.empty() || m_last.done >= rows)
        return {};
    const Point &from = m_points.front();
    const double perMillisecond = rate(m_last.when - from.when, m_last.done - from.done);
    if (perMillisecond <= 0)
        return {};
    return std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(rows - m_last.done) / perMillisecond));
}

std::optional<std::chrono::milliseconds> RunPace::timeLeftByParts(qint64 rows) const
{
    constexpr int fewestSteps = 2;
    if (m_steps < fewestSteps || m_last.done >= rows)
        return {};
    const double perMillisecond = rate(m_step.when - m_first.when, m_step.done - m_first.done);
    if (perMillisecond <= 0)
        return {};
    const auto left = std::chrono::milliseconds(
        static_cast<qint64>(static_cast<double>(rows - m_step.done) / perMillisecond));
    const auto since = m_last.when - m_step.when;
    return since < left ? std::optional(left - since) : std::nullopt;
}

} // namespace rowlift::ui
