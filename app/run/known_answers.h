#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace rowlift {

/// Whether records were found for values, by 63 bits of a hash of each, in 16 to 32 bytes a value. What it
/// has no room for it does not know. Used by one thread.
class KnownAnswers {
public:
    explicit KnownAnswers(std::size_t most)
        : m_most(most)
    {
    }

    void add(quint64 hash, bool found)
    {
        if (m_known >= m_most || of(hash))
            return;
        if (2 * (m_known + 1) > m_table.size())
            grow();
        ++m_known;
        m_table[placeOf(hash)] = wordOf(hash) | (found ? 1 : 0);
    }
    /// Empty: it does not know.
    std::optional<bool> of(quint64 hash) const
    {
        const quint64 word = m_table.empty() ? 0 : m_table[placeOf(hash)];
        return word == 0 ? std::nullopt : std::optional((word & 1) != 0);
    }

private:
    static constexpr std::size_t leastPlaces = 1024;

    /// Without the bit for the answer, and not 0.
    static quint64 wordOf(quint64 hash)
    {
        const quint64 word = hash & ~quint64(1);
        return word == 0 ? 2 : word;
    }
    /// Where it is, or would be.
    std::size_t placeOf(quint64 hash) const
    {
        const quint64 word = wordOf(hash);
        std::size_t place = static_cast<std::size_t>(word >> 1) & (m_table.size() - 1);
        while (m_table[place] != 0 && (m_table[place] & ~quint64(1)) != word)
            place = (place + 1) & (m_table.size() - 1);
        return place;
    }
    void grow()
    {
        std::vector<quint64> before(m_table.empty() ? leastPlaces : 2 * m_table.size());
        before.swap(m_table);
        for (const quint64 word : before) {
            if (word != 0)
                m_table[placeOf(word)] = word;
        }
    }

    std::size_t m_most;
    std::size_t m_known = 0;
    std::vector<quint64> m_table; ///< As many places as a power of two; 0: free.
};

} // namespace rowlift
