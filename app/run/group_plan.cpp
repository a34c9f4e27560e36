#include "app/run/group_plan.h"

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>

namespace rowlift {

namespace {

/// Of the first rows of records, what is kept in mind.
constexpr std::size_t keptFirstRows = std::size_t(16) * 1024 * 1024;

/// A record that several rows form.
struct GroupSize {
    qint64 leader = 0;
    qint64 bytes = 0; ///< Of the record that they form; at most.
    qint64 rows = 0; ///< Those that are to come.
    bool isHeldBack = false;
};
using GroupSizes = std::vector<GroupSize>; ///< By leader: in the order of first rows.

GroupSizes groupsBehind(const Followers &followers)
{
    std::vector<qint64> leaders;
    leaders.reserve(followers.size());
    for (const PartMembers::Follower &follower : followers)
        leaders.push_back(follower.of);
    std::ranges::sort(leaders);
    GroupSizes groups;
    for (const qint64 leader : leaders) {
        if (groups.empty() || groups.back().leader != leader)
            groups.push_back({ .leader = leader, .rows = 1 });
        ++groups.back().rows;
    }
    return groups;
}

std::size_t groupOf(const GroupSizes &groups, qint64 leader)
{
    return static_cast<std::size_t>(std::ranges::lower_bound(groups, leader, {}, &GroupSize::leader)
                                    - groups.begin());
}

/// How large a record is to the byte, with no more than two of its rows in mind.
class RecordSize {
public:
    /// The next of its rows.
    void add(std::string_view bytes, const Encoder &encoder, OutBuffer &room)
    {
        if (m_base.empty()) {
            m_base.emplace_back(bytes);
            m_baseBytes = m_bytes = static_cast<qint64>(bytes.size());
            return;
        }
        std::array<std::string_view, 3> rows;
        *std::ranges::copy(m_base, rows.begin()).out = bytes;
        room.clear();
        encoder.merge(std::span(rows).first(m_base.size() + 1), room);
        const auto with = static_cast<qint64>(room.size());
        m_bytes += with - m_baseBytes;
        // The first entry of a list brings the list along; those behind it add what they have.
        if (m_base.size() == 1 && with > m_baseBytes) {
            m_base.emplace_back(bytes);
            m_baseBytes = with;
        }
    }
    qint64 bytes() const { return m_bytes; }
    std::size_t memory() const
    {
        std::size_t memory = 0;
        for (const std::string &row : m_base)
            memory += row.size();
        return memory;
    }

private:
    std::vector<std::string> m_base;
    qint64 m_baseBytes = 0;
    qint64 m_bytes = 0;
};

/// Adds up how large records become, as their rows come by.
class Reckoner {
public:
    Reckoner(const Encoder &encoder, const Followers &followers, GroupSizes &groups)
        : m_encoder(encoder)
        , m_followers(followers)
        , m_groups(groups)
    {
    }

    /// In file order.
    void take(const EncodedRows &rows)
    {
        for (std::size_t row = 0; row < rows.size(); ++row)
            take(rows.record(row), rows.part(row, 1).bytes(1));
    }

private:
    void take(qint64 record, std::string_view bytes)
    {
        while (m_next < m_followers.size() && m_followers[m_next].record < record)
            ++m_next;
        const bool follows = m_next < m_followers.size() && m_followers[m_next].record == record;
        const std::size_t at = groupOf(m_groups, follows ? m_followers[m_next].of : record);
        GroupSize &group = m_groups[at];
        --group.rows;
        auto size = m_sizes.find(at);
        if (size == m_sizes.end() && !follows) {
            size = m_sizes.try_emplace(at).first;
            m_order.push_back(at);
        }
        if (size == m_sizes.end()) { // forgotten: it adds no more than it has
            group.bytes += static_cast<qint64>(bytes.size());
            return;
        }
        const std::size_t before = size->second.memory();
        size->second.add(bytes, m_encoder, m_room);
        m_kept += size->second.memory() - before;
        group.bytes = size->second.bytes();
        if (group.rows == 0)
            forget(at);
        while (m_kept > keptFirstRows && !m_order.empty()) {
            forget(m_order.front());
            m_order.pop_front();
        }
    }

    void forget(std::size_t group)
    {
        const auto size = m_sizes.find(group);
        if (size == m_sizes.end())
            return;
        m_kept -= size->second.memory();
        m_sizes.erase(size);
    }

    const Encoder &m_encoder;
    const Followers &m_followers;
    GroupSizes &m_groups;
    std::size_t m_next = 0;
    std::unordered_map<std::size_t, RecordSize> m_sizes; ///< By group: those that are kept in mind.
    std::deque<std::size_t> m_order; ///< Of these, and of some that are forgotten.
    std::size_t m_kept = 0; ///< Bytes.
    OutBuffer m_room;
};

Result<qint64> exactSize(RecordPass &records, const Followers &byLeader, qint64 leader,
                         const std::stop_token &stop)
{
    std::vector<qint64> rows { leader };
    for (const PartMembers::Follower &follower :
         std::ranges::equal_range(byLeader, leader, {}, &PartMembers::Follower::of))
        rows.push_back(follower.record);
    RecordSize size;
    OutBuffer room;
    const Done passed = records.runOver(
        rows, {},
        [&](const EncodedRows &some) -> Done {
            for (std::size_t row = 0; row < some.size(); ++row)
                size.add(some.part(row, 1).bytes(1), records.encoder(), room);
            return {};
        },
        stop);
    return passed ? Result<qint64>(size.bytes()) : tl::unexpected(passed.error());
}

/// Whole records, one behind the other, in parts.
std::vector<RowSchedule::Later> gathered(const GroupSizes &groups, const PartLimits &limits,
                                         qint64 frameBytes)
{
    std::vector<RowSchedule::Later> leaders;
    int sweep = 0;
    qint64 bytes = 0;
    qint64 records = 0;
    for (const GroupSize &group : groups) {
        if (group.isHeldBack)
            continue;
        const bool isFirst = sweep <= 1; // it may be the first one of the run, which is small
        const qint64 room = (isFirst ? limits.firstBytes : limits.bytes) - frameBytes;
        const qint64 most = isFirst ? limits.firstRows : limits.records;
        if (sweep == 0 || bytes + group.bytes > room || (most > 0 && records >= most)) {
            ++sweep;
            bytes = records = 0;
        }
        bytes += group.bytes;
        ++records;
        leaders.push_back({ .sweep = sweep, .record = group.leader });
    }
    return leaders;
}

/// Takes the rows of records that are held back out of \a followers, and returns them with the first ones.
std::vector<qint64> takeHeldBack(const GroupSizes &groups, Followers &followers)
{
    std::vector<qint64> heldBack;
    for (const GroupSize &group : groups) {
        if (group.isHeldBack)
            heldBack.push_back(group.leader);
    }
    if (heldBack.empty())
        return heldBack;
    const std::size_t leaders = heldBack.size();
    std::erase_if(followers, [&](const PartMembers::Follower &follower) {
        const auto end = heldBack.begin() + static_cast<std::ptrdiff_t>(leaders);
        const bool isOne = std::binary_search(heldBack.begin(), end, follower.of);
        if (isOne)
            heldBack.push_back(follower.record);
        return isOne;
    });
    std::ranges::sort(heldBack);
    return heldBack;
}

} // namespace

Done putInGroups(RowSchedule &schedule, const Repeats &repeats, RecordPass &records, const RecordKey &key,
                 const PartLimits &limits, qint64 mostBytes, const std::stop_token &stop)
{
    auto followers = behindTheFirst(repeats, *keyPass(records, key, RepeatedKeys::Groups, true), stop);
    if (!followers)
        return tl::unexpected(followers.error());
    GroupSizes groups = groupsBehind(*followers);
    std::vector<qint64> rows;
    rows.reserve(groups.size() + followers->size());
    for (const GroupSize &group : groups)
        rows.push_back(group.leader);
    for (const PartMembers::Follower &follower : *followers)
        rows.push_back(follower.record);
    std::ranges::sort(rows);
    Reckoner reckoner(records.encoder(), *followers, groups);
    const Done passed = records.runOver(
        rows, {},
        [&reckoner](const EncodedRows &some) -> Done {
            reckoner.take(some);
            return {};
        },
        stop);
    if (!passed)
        return passed;

    const qint64 frameBytes = frameBytesOf(records.encoder());
    std::ranges::stable_sort(*followers, {}, &PartMembers::Follower::of);
    qint64 missing = 0; // rows that the pass does not make
    for (GroupSize &group : groups) {
        missing += group.rows;
        group.isHeldBack = group.rows > 0;
        if (group.isHeldBack || group.bytes + frameBytes <= mostBytes)
            continue;
        const auto bytes = exactSize(records, *followers, group.leader, stop);
        if (!bytes)
            return tl::unexpected(bytes.error());
        group.bytes = *bytes;
        group.isHeldBack = *bytes + frameBytes > mostBytes;
    }
    auto heldBack = takeHeldBack(groups, *followers);
    const qint64 passedOn = static_cast<qint64>(heldBack.size()) - missing;
    schedule.setGroups(gathered(groups, limits, frameBytes), std::move(*followers), std::move(heldBack),
                       passedOn);
    return {};
}

} // namespace rowlift
