#include "app/check/repeated_keys.h"

#include "app/mapping/blanks.h"

#include <xxhash.h>

#include <algorithm>

namespace rowlift {

void RepeatedKeys::add(qint64 record, std::string_view value)
{
    const auto row = static_cast<qint64>(m_hashes.size());
    if (m_steps.empty() || m_steps.back().offset != record - row)
        m_steps.push_back({ row, record - row });
    value = withoutBlanks(value); // services do not keep them
    if (value.empty()) {
        m_hashes.push_back(0);
        return;
    }
    m_folded.assign(value.begin(), value.end());
    if (!m_caseMatters) {
        for (char &c : m_folded) {
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        }
    }
    const quint64 hash = XXH3_64bits(m_folded.data(), m_folded.size());
    m_hashes.push_back(hash == 0 ? 1 : hash);
}

std::vector<qint64> RepeatedKeys::repeated() const
{
    std::vector<quint64> several = m_hashes;
    std::ranges::sort(several);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < several.size(); ++i) {
        const bool again = several[i] != 0 && several[i] == several[i - 1];
        if (again && (kept == 0 || several[kept - 1] != several[i]))
            several[kept++] = several[i];
    }
    several.resize(kept);
    if (several.empty())
        return {};

    std::vector<qint64> records;
    auto step = m_steps.begin();
    for (std::size_t row = 0; row < m_hashes.size(); ++row) {
        while (step + 1 != m_steps.end() && (step + 1)->row <= static_cast<qint64>(row))
            ++step;
        if (std::ranges::binary_search(several, m_hashes[row]))
            records.push_back(static_cast<qint64>(row) + step->offset);
    }
    return records;
}

} // namespace rowlift
