#include "app/check/key_repeats.h"

#include <algorithm>
#include <bit>

namespace rowlift {

namespace {

/// Which hashes were met, and which twice, roughly: by one bit each of a table of its own.
class RoughlyTwice {
public:
    explicit RoughlyTwice(std::size_t hashes)
        : m_bits(std::bit_ceil(std::max<std::size_t>(hashes * bitsEach, 64)))
        , m_once(m_bits / 64)
        , m_twice(m_bits / 64)
    {
    }

    void meet(quint64 hash)
    {
        const auto [word, bit] = place(hash);
        m_twice[word] |= m_once[word] & bit;
        m_once[word] |= bit;
    }
    /// False: it was met once for certain.
    bool mayBeTwice(quint64 hash) const
    {
        const auto [word, bit] = place(hash);
        return (m_twice[word] & bit) != 0;
    }

private:
    static constexpr std::size_t bitsEach = 4;

    struct Place {
        std::size_t word;
        quint64 bit;
    };
    Place place(quint64 hash) const
    {
        const std::size_t at = static_cast<std::size_t>(hash >> 16) & (m_bits - 1);
        return { at / 64, quint64(1) << (at % 64) };
    }

    std::size_t m_bits;
    std::vector<quint64> m_once;
    std::vector<quint64> m_twice;
};

} // namespace

void KeyRepeats::add(qint64 record, quint64 hash)
{
    if (m_first < 0)
        m_first = record;
    const auto at = static_cast<std::size_t>(record - m_first);
    while (m_chunks.size() <= at / chunkRecords)
        m_chunks.push_back(std::make_unique<quint64[]>(chunkRecords));
    m_chunks[at / chunkRecords][at % chunkRecords] = hash;
    m_used = at + 1;
}

template <typename See>
void KeyRepeats::forEach(const See &see) const
{
    for (std::size_t chunk = 0; chunk < m_chunks.size(); ++chunk) {
        const std::size_t begin = chunk * chunkRecords;
        const std::size_t size = std::min(chunkRecords, m_used - begin);
        for (std::size_t at = 0; at < size; ++at) {
            if (m_chunks[chunk][at] != 0)
                see(m_first + static_cast<qint64>(begin + at), m_chunks[chunk][at]);
        }
    }
}

std::vector<KeyRepeats::Repeat> KeyRepeats::take()
{
    std::vector<Repeat> repeats;
    {
        RoughlyTwice roughly(m_used);
        forEach([&roughly](qint64, quint64 hash) { roughly.meet(hash); });
        forEach([&](qint64 record, quint64 hash) {
            if (roughly.mayBeTwice(hash))
                repeats.push_back({ .hash = hash, .record = record });
        });
    }
    m_chunks.clear();
    m_used = 0;
    m_first = -1;
    std::ranges::sort(repeats);
    auto kept = repeats.begin();
    for (auto group = repeats.begin(); group != repeats.end();) {
        const auto end = std::find_if(group, repeats.end(),
                                      [group](const Repeat &repeat) { return repeat.hash != group->hash; });
        kept = end - group > 1 ? std::move(group, end, kept) : kept;
        group = end;
    }
    repeats.erase(kept, repeats.end());
    return repeats;
}

} // namespace rowlift
