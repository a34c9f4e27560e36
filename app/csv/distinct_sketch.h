#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace rowlift {

/// About how many different hashes there were, in a few kilobytes. Source: Flajolet, Fusy, Gandouet and
/// Meunier, "HyperLogLog" (2007), with the harmonic mean and linear counting for few.
class DistinctSketch {
public:
    /// 2^\a precision bytes; the error is about 1.04 / 2^(\a precision / 2).
    explicit DistinctSketch(int precision)
        : m_precision(precision)
        , m_ranks(std::size_t(1) << precision)
    {
    }

    void add(std::uint64_t hash)
    {
        const auto place = static_cast<std::size_t>(hash >> (64 - m_precision));
        // the one behind keeps the count of zeros within what is left
        const std::uint64_t rest = hash << m_precision | std::uint64_t(1) << (m_precision - 1);
        const auto rank = static_cast<std::uint8_t>(std::countl_zero(rest) + 1);
        if (m_ranks[place] < rank)
            m_ranks[place] = rank;
    }

    std::int64_t estimate() const;

private:
    int m_precision;
    std::vector<std::uint8_t> m_ranks;
};

} // namespace rowlift
