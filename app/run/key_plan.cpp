#include "app/run/key_plan.h"

#include "app/check/key_repeats.h"
#include "app/run/lone_field.h"

#include <algorithm>
#include <unordered_map>

namespace rowlift {

namespace {

using Repeats = std::vector<KeyRepeats::Repeat>; // by hash, then by record

/// Writes the key of a record and nothing else, or not even that: who reads with it is told the keys of rows.
class KeyEncoder : public Encoder {
public:
    KeyEncoder(const RecordKey &key, bool writes)
        : m_key(key)
        , m_writes(writes)
    {
    }

    QByteArray prologue() const override { return {}; }
    QByteArray epilogue() const override { return {}; }
    void encode(qint64, std::span<const std::string_view> values, OutBuffer &out) const override
    {
        std::string room;
        if (m_writes)
            out.append(m_key.keyOf(values, room));
    }

private:
    RecordKey m_key;
    bool m_writes;
};

std::unique_ptr<RecordPass> keyPass(const RecordPass &records, const RecordKey &key, RepeatedKeys meaning,
                                    bool writes)
{
    const auto alone = RecordKey::of({ records.fields()[key.index()] }, records.schema(),
                                     records.draft().target.sent(), meaning);
    return records.withEncoder(std::make_unique<KeyEncoder>(*alone, writes),
                               fieldAlone(records.draft(), records.givenFields()[key.index()]));
}

/// Rows that share a key, within Repeats.
using Group = std::span<const KeyRepeats::Repeat>;

std::vector<Group> groupsOf(const Repeats &repeats)
{
    std::vector<Group> groups;
    for (std::size_t begin = 0; begin < repeats.size();) {
        std::size_t end = begin;
        while (end < repeats.size() && repeats[end].hash == repeats[begin].hash)
            ++end;
        groups.push_back(Group(repeats).subspan(begin, end - begin));
        begin = end;
    }
    return groups;
}

std::vector<qint64> recordsOf(const Repeats &repeats)
{
    std::vector<qint64> records;
    records.reserve(repeats.size());
    for (const KeyRepeats::Repeat &repeat : repeats)
        records.push_back(repeat.record);
    std::ranges::sort(records);
    return records;
}

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
    for (const Group &group : groupsOf(repeats)) {
        if (group.size() > 1)
            kept.insert(kept.end(), group.begin(), group.end());
    }
    repeats = std::move(kept);
}

void putInWaves(RowSchedule &schedule, const Repeats &repeats)
{
    std::vector<RowSchedule::Later> later;
    int waves = 1;
    for (const Group &group : groupsOf(repeats)) {
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

/// The first row of each key, told by the keys themselves: a hash may be that of several.
class FirstRows {
public:
    /// The first row with \a key, which is this one when there was none; rows come in file order.
    qint64 of(quint64 hash, std::string_view key, qint64 record)
    {
        const auto [begin, end] = m_entries.equal_range(hash);
        for (auto entry = begin; entry != end; ++entry) {
            if (std::string_view(m_keys).substr(entry->second.at, entry->second.size) == key)
                return entry->second.record;
        }
        m_entries.emplace(hash, Entry { .record = record, .at = m_keys.size(), .size = key.size() });
        m_keys.append(key);
        return record;
    }

private:
    struct Entry {
        qint64 record;
        std::size_t at;
        std::size_t size;
    };
    std::unordered_multimap<quint64, Entry> m_entries;
    std::string m_keys;
};

/// \a pass writes keys.
Done putBehindTheFirst(RowSchedule &schedule, const Repeats &repeats, RecordPass &pass,
                       const std::stop_token &stop)
{
    Repeats inFile = repeats;
    std::ranges::sort(inFile, {}, &KeyRepeats::Repeat::record);
    FirstRows first;
    std::vector<PartMembers::Follower> followers;
    auto next = inFile.begin();
    const Done passed = pass.runOver(
        recordsOf(repeats), {},
        [&](const EncodedRows &rows) -> Done {
            for (std::size_t row = 0; row < rows.size(); ++row, ++next) {
                while (next->record < rows.record(row))
                    ++next; // the file changes: nothing of it is used
                const qint64 of = first.of(next->hash, rows.part(row, 1).bytes(1), next->record);
                if (of != next->record)
                    followers.push_back({ .record = next->record, .of = of });
            }
            return {};
        },
        stop);
    if (passed)
        schedule.setFollowers(std::move(followers));
    return passed;
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
    std::vector<Group> groups = groupsOf(repeats);
    std::ranges::sort(groups, {}, [](const Group &group) { return group.front().record; });
    std::vector<SizedRow> own;
    for (const Group &group : groups) {
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
    const RepeatedKeys meaning = kind.repeatedKeysOf(target.operation);
    const auto key = meaning == RepeatedKeys::Apart
        ? std::nullopt
        : RecordKey::of(records.fields(), records.schema(), target, meaning);
    if (!key)
        return schedule;
    const auto pass = keyPass(records, *key, meaning, false);
    const auto alone = RecordKey::of(pass->fields(), records.schema(), target, meaning);
    auto repeats = findRepeats(*pass, *alone, schedule, stop);
    if (!repeats)
        return tl::unexpected(repeats.error());
    records.noteMarksOf(*pass);
    if (repeats->empty())
        return schedule;
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
        const auto writer = keyPass(records, *key, meaning, true);
        if (const Done put = putBehindTheFirst(schedule, *repeats, *writer, stop); !put)
            return tl::unexpected(put.error());
    }
    return schedule;
}

Result<std::vector<qint64>> repeatedBehind(RecordPass &records, const JobKind &kind,
                                           const std::vector<qint64> &wanted, const std::stop_token &stop)
{
    const Target target = records.draft().target.sent();
    const RepeatedKeys meaning = kind.repeatedKeysOf(target.operation);
    const auto key = RecordKey::of(records.fields(), records.schema(), target, meaning);
    std::vector<qint64> overtaken;
    if (!key)
        return overtaken;
    const auto pass = keyPass(records, *key, meaning, false);
    const auto alone = RecordKey::of(pass->fields(), records.schema(), target, meaning);
    const auto repeats = findRepeats(*pass, *alone, RowSchedule(), stop);
    if (!repeats)
        return tl::unexpected(repeats.error());
    for (const Group &group : groupsOf(*repeats)) {
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
