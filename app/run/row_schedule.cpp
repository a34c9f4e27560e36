#include "app/run/row_schedule.h"

#include <algorithm>
#include <tuple>

namespace rowlift {

RowSchedule::RowSchedule(std::optional<std::vector<qint64>> records)
    : m_firstSweep(std::move(records))
    , m_begins { 0 }
{
}

void RowSchedule::setLater(std::vector<Later> rows)
{
    std::ranges::sort(rows);
    for (const Later &row : rows) {
        while (sweeps() <= row.sweep)
            m_begins.push_back(m_later.size());
        m_later.push_back(row.record);
    }
    takeFromFirstSweep(m_later);
}

void RowSchedule::takeFromFirstSweep(std::span<const qint64> rows)
{
    m_others.insert(m_others.end(), rows.begin(), rows.end());
    std::ranges::sort(m_others);
    if (m_firstSweep)
        std::erase_if(*m_firstSweep,
                      [this](qint64 record) { return std::ranges::binary_search(m_others, record); });
}

void RowSchedule::setFollowers(std::vector<PartMembers::Follower> followers)
{
    std::ranges::sort(followers, {}, [](const PartMembers::Follower &follower) {
        return std::tuple(follower.of, follower.record);
    });
    std::vector<qint64> rows;
    rows.reserve(followers.size());
    for (const PartMembers::Follower &follower : followers)
        rows.push_back(follower.record);
    takeFromFirstSweep(rows);
    m_followers = std::move(followers);
}

void RowSchedule::setGroups(const std::vector<Later> &leaders, std::vector<PartMembers::Follower> followers,
                            std::vector<qint64> heldBack, qint64 passed)
{
    std::ranges::sort(followers, {}, [](const PartMembers::Follower &follower) {
        return std::tuple(follower.of, follower.record);
    });
    m_followers = std::move(followers);
    m_heldBack = std::move(heldBack);
    m_heldBackPassed = passed;
    m_isGrouped = m_areOneParts = true;
    m_orderBegins = { 0 };
    for (const Later &leader : leaders) {
        while (sweeps() <= leader.sweep) {
            m_begins.push_back(m_later.size());
            m_orderBegins.push_back(m_order.size());
        }
        m_order.push_back(leader.record);
        m_later.push_back(leader.record);
        for (const PartMembers::Follower &follower : followersOf(leader.record))
            m_later.push_back(follower.record);
    }
    for (std::size_t sweep = 1; sweep < m_begins.size(); ++sweep) {
        const std::size_t end = sweep + 1 < m_begins.size() ? m_begins[sweep + 1] : m_later.size();
        std::sort(m_later.begin() + static_cast<std::ptrdiff_t>(m_begins[sweep]),
                  m_later.begin() + static_cast<std::ptrdiff_t>(end));
    }
    takeFromFirstSweep(m_later);
    takeFromFirstSweep(m_heldBack);
}

void RowSchedule::setPortions(const std::vector<Portion> &portions)
{
    m_firstSweep.emplace();
    m_later.clear();
    m_order.clear();
    m_waits.clear();
    m_begins = { 0 };
    for (const Portion &portion : portions) {
        if (portion.waits)
            m_waits.push_back(sweeps());
        m_begins.push_back(m_later.size());
        m_order.insert(m_order.end(), portion.records.begin(), portion.records.end());
        m_later.insert(m_later.end(), portion.records.begin(), portion.records.end());
        std::sort(m_later.begin() + static_cast<std::ptrdiff_t>(m_begins.back()), m_later.end());
    }
    m_orderBegins = m_begins;
    m_areOneParts = true;
}

std::span<const qint64> RowSchedule::orderOf(int sweep) const
{
    if (sweep == 0 || m_order.empty())
        return {};
    const auto at = static_cast<std::size_t>(sweep);
    const std::size_t end = at + 1 < m_orderBegins.size() ? m_orderBegins[at + 1] : m_order.size();
    return std::span(m_order).subspan(m_orderBegins[at], end - m_orderBegins[at]);
}

int RowSchedule::wave(int sweep) const
{
    return static_cast<int>(std::ranges::upper_bound(m_waits, sweep) - m_waits.begin()) + 1;
}

std::optional<std::span<const qint64>> RowSchedule::rowsOf(int sweep) const
{
    if (sweep == 0)
        return m_firstSweep ? std::optional(std::span<const qint64>(*m_firstSweep)) : std::nullopt;
    const auto at = static_cast<std::size_t>(sweep);
    const std::size_t end = at + 1 < m_begins.size() ? m_begins[at + 1] : m_later.size();
    return std::span(m_later).subspan(m_begins[at], end - m_begins[at]);
}

std::span<const PartMembers::Follower> RowSchedule::followersOf(qint64 record) const
{
    const auto own = std::ranges::equal_range(m_followers, record, {}, &PartMembers::Follower::of);
    return { own.begin(), own.end() };
}

} // namespace rowlift
