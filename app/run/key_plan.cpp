#include "app/run/key_plan.h"

#include "app/run/group_plan.h"
#include "app/run/repeated_rows.h"

#include <algorithm>

namespace rowlift {

namespace {

/// Of all rows of a schedule, those that share their key; rows that turn out to be none that can be sent may
/// be among them.
Result<Repeats> findRepeats(RecordPass &pass, const RecordKey &key, const RowSchedule &schedule,
                            const std::stop_token &stop)
{
    KeyRepeats seen;
    const RecordPass::Take take = [&seen](const EncodedRows &some) -> Done {
        for (std::size_t row = 0; row < some.size(); ++row)
            seen.add(some.record(row), some.key(row));
        return {};
    };
    if (const auto own = schedule.rowsOf(0)) {
        if (const Done passed = pass.runOver(*own, { .key = &key }, take, stop); !passed)
            return tl::unexpected(passed.error());
    } else if (const auto end = pass.runRange({ .key = &key }, take, stop); !end) {
        return tl::unexpected(end.error());
    }
    return seen.take();
}

struct SizedRow {
    qint64 record = 0;
    qint64 bytes = 0;
};

/// Those of \a wanted (ascending) that can be sent, as they are encoded.
Result<std::vector<SizedRow>> lookAt(RecordPass &records, const std::vector<qint64> &wanted,
                                     const std::stop_token &stop)
{
    std::vector<SizedRow> rows;
    rows.reserve(wanted.size());
    const Done passed = records.runOver(
        wanted, {},
        [&rows](const EncodedRows &some) -> Done {
            for (std::size_t row = 0; row < some.size(); ++row)
                rows.push_back({ .record = some.record(row), .bytes = some.size(row) });
            return {};
        },
        stop);
    if (!passed)
        return tl::unexpected(passed.error());
    return rows;
}

/// Without the rows that are not among \a rows, and the keys that then occur once.
void keepOnly(Repeats &repeats, const std::vector<SizedRow> &rows)
{
    std::erase_if(repeats, [&rows](const KeyRepeats::Repeat &repeat) {
        return !std::ranges::binary_search(rows, repeat.record, {}, &SizedRow::record);
    });
    Repeats kept;
    for (const RepeatGroup &group : groupsOf(repeats)) {
        if (group.size() > 1)
            kept.insert(kept.end(), group.begin(), group.end());
    }
    repeats = std::move(kept);
}

void putInWaves(RowSchedule &schedule, const Repeats &repeats)
{
    std::vector<RowSchedule::Later> later;
    int waves = 1;
    for (const RepeatGroup &group : groupsOf(repeats)) {
        for (std::size_t nth = 1; nth < group.size(); ++nth)
            later.push_back({ .sweep = static_cast<int>(nth), .record = group[nth].record });
        waves = std::max(waves, static_cast<int>(group.size()));
    }
    std::vector<int> waits;
    for (int sweep = 1; sweep < waves; ++sweep)
        waits.push_back(sweep);
    schedule.setLater(std::move(later));
    schedule.setWaits(std::move(waits));
}

/// Gathers the rows of one key after the other into parts.
class Gatherer {
public:
    /// The first part may be the first one of the run: it is as small as that one.
    Gatherer(const PartLimits &limits, qint64 frameBytes, qint64 mostBytes)
        : m_limits(limits)
        , m_room(limits.bytes - frameBytes)
        , m_firstRoom(limits.firstBytes - frameBytes)
        , m_mostRoom(mostBytes - frameBytes)
    {
    }

    void add(const std::vector<SizedRow> &group)
    {
        qint64 bytes = 0;
        for (const SizedRow &row : group)
            bytes += row.bytes;
        const auto rows = static_cast<qint64>(group.size());
        if (bytes > m_mostRoom || (m_limits.records > 0 && rows > m_limits.records)) {
            m_torn.push_back(group);
            return;
        }
        const bool isFirst = m_sweep <= 1;
        const qint64 most = isFirst ? m_limits.firstRows : m_limits.records;
        const bool fits
            = m_bytes + bytes <= (isFirst ? m_firstRoom : m_room) && (most == 0 || m_rows + rows <= most);
        if (m_sweep == 0 || !fits) {
            ++m_sweep;
            m_bytes = m_rows = 0;
        }
        m_bytes += bytes;
        m_rows += rows;
        for (const SizedRow &row : group)
            m_later.push_back({ .sweep = m_sweep, .record = row.record });
    }

    void finish(RowSchedule &schedule)
    {
        std::vector<int> waits;
        std::vector<std::size_t> begins(m_torn.size(), 0);
        for (bool isMore = !m_torn.empty(), isFirst = true; isMore; isFirst = false) {
            isMore = false;
            if (!isFirst)
                waits.push_back(m_sweep + 1);
            for (std::size_t group = 0; group < m_torn.size(); ++group) {
                if (begins[group] < m_torn[group].size())
                    begins[group] = tear(m_torn[group], begins[group]);
                isMore = isMore || begins[group] < m_torn[group].size();
            }
        }
        schedule.setLater(std::move(m_later));
        schedule.setWaits(std::move(waits));
        schedule.setOneParts();
    }

private:
    /// A sweep of the rows from \a begin on that the service takes at once; returns where the rest begins.
    std::size_t tear(const std::vector<SizedRow> &group, std::size_t begin)
    {
        ++m_sweep;
        qint64 bytes = 0;
        std::size_t end = begin;
        while (end < group.size() && (end == begin || bytes + group[end].bytes <= m_mostRoom)
               && (m_limits.records == 0 || static_cast<qint64>(end - begin) < m_limits.records)) {
            bytes += group[end].bytes;
            m_later.push_back({ .sweep = m_sweep, .record = group[end++].record });
        }
        return end;
    }

    PartLimits m_limits;
    qint64 m_room;
    qint64 m_firstRoom;
    qint64 m_mostRoom;
    int m_sweep = 0;
    qint64 m_bytes = 0;
    qint64 m_rows = 0;
    std::vector<RowSchedule::Later> m_later;
    std::vector<std::vector<SizedRow>> m_torn; ///< More than fits into a part.
};

/// \a rows: all of \a repeats, by record.
void gather(RowSchedule &schedule, const Repeats &repeats, const std::vector<SizedRow> &rows,
            Gatherer gatherer)
{
    std::vector<RepeatGroup> groups = groupsOf(repeats);
    std::ranges::sort(groups, {}, [](const RepeatGroup &group) { return group.front().record; });
    std::vector<SizedRow> own;
    for (const RepeatGroup &group : groups) {
        own.clear();
        for (const KeyRepeats::Repeat &repeat : group)
            own.push_back(*std::ranges::lower_bound(rows, repeat.record, {}, &SizedRow::record));
        gatherer.add(own);
    }
    gatherer.finish(schedule);
}

} // namespace

Result<RowSchedule> scheduleRows(RecordPass &records, const JobKind &kind, const PartLimits &limits,
                                 std::optional<std::vector<qint64>> attempt, const std::stop_token &stop)
{
    RowSchedule schedule(std::move(attempt));
    const Target target = records.draft().target.sent();
    const RepeatedKeys meaning = kind.repeatedKeysOf(target);
    const auto key = meaning == RepeatedKeys::Apart
        ? std::nullopt
        : RecordKey::of(records.fields(), records.schema(), target, meaning);
    if (!key)
        return schedule;
    const auto pass = keyPass(records, *key, meaning, false);
    auto repeats = findRepeats(*pass, keyAlone(*pass, meaning), schedule, stop);
    if (!repeats)
        return tl::unexpected(repeats.error());
    records.noteMarksOf(*pass);
    if (repeats->empty())
        return schedule;
    if (meaning == RepeatedKeys::Groups) {
        const Done put = putInGroups(schedule, *repeats, records, *key, limits, kind.maxBodyBytes, stop);
        return put ? Result<RowSchedule>(std::move(schedule)) : tl::unexpected(put.error());
    }
    const auto rows = lookAt(records, recordsOf(*repeats), stop);
    if (!rows)
        return tl::unexpected(rows.error());
    keepOnly(*repeats, *rows);
    if (meaning == RepeatedKeys::Waves) {
        putInWaves(schedule, *repeats);
    } else if (meaning == RepeatedKeys::Together) {
        gather(schedule, *repeats, *rows,
               Gatherer(limits, frameBytesOf(records.encoder()), kind.maxBodyBytes));
    } else {
        auto followers = behindTheFirst(*repeats, *keyPass(records, *key, meaning, true), stop);
        if (!followers)
            return tl::unexpected(followers.error());
        schedule.setFollowers(std::move(*followers));
    }
    return schedule;
}

Result<std::vector<qint64>> repeatedBehind(RecordPass &records, const JobKind &kind,
                                           const std::vector<qint64> &wanted, const std::stop_token &stop)
{
    const Target target = records.draft().target.sent();
    const RepeatedKeys meaning = kind.repeatedKeysOf(target);
    const auto key = RecordKey::of(records.fields(), records.schema(), target, meaning);
    std::vector<qint64> overtaken;
    if (!key)
        return overtaken;
    const auto pass = keyPass(records, *key, meaning, false);
    const auto repeats = findRepeats(*pass, keyAlone(*pass, meaning), RowSchedule(), stop);
    if (!repeats)
        return tl::unexpected(repeats.error());
    for (const RepeatGroup &group : groupsOf(*repeats)) {
        bool isOther = false; // one behind it
        for (std::size_t row = group.size(); row-- > 0;) {
            if (!std::ranges::binary_search(wanted, group[row].record))
                isOther = true;
            else if (isOther)
                overtaken.push_back(group[row].record);
        }
    }
    std::ranges::sort(overtaken);
    return overtaken;
}

} // namespace rowlift
