#include "app/csv/record_set.h"

#include <algorithm>
#include <bit>

namespace rowlift {

namespace {
constexpr std::size_t bitsInWord = 64;
constexpr std::size_t wordsInGroup = 8;
} // namespace

void RecordSet::append(qint64 record)
{
    const auto bit = static_cast<std::size_t>(record);
    while (m_words.size() <= bit / bitsInWord) {
        if (m_words.size() % wordsInGroup == 0)
            m_before.push_back(m_count);
        m_words.push_back(0);
    }
    m_words[bit / bitsInWord] |= std::uint64_t(1) << (bit % bitsInWord);
    ++m_count;
}

bool RecordSet::contains(qint64 record) const
{
    const auto bit = static_cast<std::size_t>(record);
    return record >= 0 && bit / bitsInWord < m_words.size()
        && ((m_words[bit / bitsInWord] >> (bit % bitsInWord)) & 1) != 0;
}

qint64 RecordSet::at(qint64 index) const
{
    Q_ASSERT(index >= 0 && index < m_count);
    const auto group = std::prev(std::upper_bound(m_before.begin(), m_before.end(), index));
    auto rest = static_cast<int>(index - *group);
    auto word = static_cast<std::size_t>(group - m_before.begin()) * wordsInGroup;
    for (; std::popcount(m_words[word]) <= rest; ++word)
        rest -= std::popcount(m_words[word]);
    std::uint64_t bits = m_words[word];
    for (; rest > 0; --rest)
        bits &= bits - 1;
    return static_cast<qint64>(word * bitsInWord) + std::countr_zero(bits);
}

} // namespace rowlift
