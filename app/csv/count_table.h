#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// Counts texts by their 64 bit hash, in a room that is bounded. Two texts with the same hash count as one:
/// among the few thousand that there is room for that does not happen.
template <typename Extra>
class CountTable {
public:
    struct Entry {
        std::uint64_t hash = 0;
        std::int64_t count = 0;
        std::string text;
        Extra extra = {};
    };

    static constexpr std::size_t mostRoom = 8192;

    explicit CountTable(std::size_t room)
        : m_room(std::min(room, mostRoom))
    {
    }

    bool isFull() const { return m_entries.size() >= m_room; }
    const std::vector<Entry> &entries() const { return m_entries; } ///< As first seen, until pruned.

    Entry *find(std::uint64_t hash)
    {
        if (m_index.empty())
            return nullptr;
        for (std::size_t slot = slotOf(hash);; slot = (slot + 1) & (m_index.size() - 1)) {
            const std::uint32_t held = m_index[slot];
            if (held == 0)
                return nullptr;
            if ((held >> placeBits) != tagOf(hash))
                continue;
            Entry &entry = m_entries[(held & placeMask) - 1];
            if (entry.hash == hash)
                return &entry;
        }
    }

    /// To be called when it is not there and the table is not full. Entries move.
    Entry &add(std::uint64_t hash, std::string_view text, const Extra &extra)
    {
        m_entries.push_back({ hash, 0, std::string(text), extra });
        if (m_entries.size() * 2 > m_index.size())
            rebuildIndex();
        else
            enter(m_entries.size() - 1);
        return m_entries.back();
    }

    /// Makes room for \a room texts at most, half of which are free then: the least frequent go, and are told
    /// to \a gone.
    template <typename Gone>
    void prune(std::size_t room, Gone gone)
    {
        m_room = std::min(room, m_room);
        const std::size_t keep = m_room / 2;
        if (m_entries.size() <= keep)
            return;
        std::vector<std::int64_t> counts;
        counts.reserve(m_entries.size());
        for (const Entry &entry : m_entries)
            counts.push_back(entry.count);
        const auto cut = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() - keep);
        std::nth_element(counts.begin(), cut, counts.end());
        const std::int64_t least = cut == counts.end() ? *std::prev(cut) + 1 : *cut;
        std::size_t kept = 0;
        for (std::size_t at = 0; at < m_entries.size(); ++at) {
            if (m_entries[at].count > least) {
                if (kept != at)
                    m_entries[kept] = std::move(m_entries[at]);
                ++kept;
            } else {
                gone(m_entries[at]);
            }
        }
        m_entries.resize(kept);
        m_index.clear();
        rebuildIndex();
    }

private:
    static constexpr unsigned placeBits = 14; ///< Of a slot: the place + 1; the rest is a tag.
    static constexpr std::uint32_t placeMask = (1u << placeBits) - 1;
    static_assert(mostRoom < placeMask);

    static std::uint32_t tagOf(std::uint64_t hash)
    {
        return static_cast<std::uint32_t>(hash >> (32 + placeBits)) & (~0u >> placeBits);
    }
    std::size_t slotOf(std::uint64_t hash) const
    {
        return static_cast<std::size_t>(hash) & (m_index.size() - 1);
    }

    void enter(std::size_t place)
    {
        const std::uint64_t hash = m_entries[place].hash;
        std::size_t slot = slotOf(hash);
        while (m_index[slot] != 0)
            slot = (slot + 1) & (m_index.size() - 1);
        m_index[slot] = tagOf(hash) << placeBits | static_cast<std::uint32_t>(place + 1);
    }

    void rebuildIndex()
    {
        const std::size_t slots = std::bit_ceil(std::max<std::size_t>(m_entries.size() * 4, 16));
        m_index.assign(slots, 0);
        for (std::size_t place = 0; place < m_entries.size(); ++place)
            enter(place);
    }

    std::size_t m_room;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_index;
};

} // namespace rowlift
