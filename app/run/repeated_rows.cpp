#include "app/run/repeated_rows.h"

#include "app/run/lone_field.h"

#include <algorithm>

namespace rowlift {

namespace {

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

/// The first row of each key, told by the keys themselves.
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

} // namespace

std::unique_ptr<RecordPass> keyPass(const RecordPass &records, const RecordKey &key, RepeatedKeys meaning,
                                    bool writes)
{
    const auto alone = RecordKey::of({ records.fields()[key.index()] }, records.schema(),
                                     records.draft().target.sent(), meaning);
    return records.withEncoder(std::make_unique<KeyEncoder>(*alone, writes),
                               fieldAlone(records.draft(), records.givenFields()[key.index()]));
}

RecordKey keyAlone(const RecordPass &pass, RepeatedKeys meaning)
{
    return *RecordKey::of(pass.fields(), pass.schema(), pass.draft().target.sent(), meaning);
}

std::vector<RepeatGroup> groupsOf(const Repeats &repeats)
{
    std::vector<RepeatGroup> groups;
    for (std::size_t begin = 0; begin < repeats.size();) {
        std::size_t end = begin;
        while (end < repeats.size() && repeats[end].hash == repeats[begin].hash)
            ++end;
        groups.push_back(RepeatGroup(repeats).subspan(begin, end - begin));
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

Result<Followers> behindTheFirst(const Repeats &repeats, RecordPass &pass, const std::stop_token &stop)
{
    Repeats inFile = repeats;
    std::ranges::sort(inFile, {}, &KeyRepeats::Repeat::record);
    FirstRows first;
    Followers followers;
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
    if (!passed)
        return tl::unexpected(passed.error());
    return followers;
}

} // namespace rowlift
