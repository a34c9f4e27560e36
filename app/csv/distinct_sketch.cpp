#include "app/csv/distinct_sketch.h"

#include <cmath>

namespace rowlift {

std::int64_t DistinctSketch::estimate() const
{
    const auto places = static_cast<double>(m_ranks.size());
    double sum = 0;
    int empty = 0;
    for (const std::uint8_t rank : m_ranks) {
        sum += std::ldexp(1.0, -rank);
        empty += rank == 0 ? 1 : 0;
    }
    const double alpha = 0.7213 / (1 + 1.079 / places);
    const double estimate = alpha * places * places / sum;
    if (estimate <= 2.5 * places && empty > 0)
        return std::llround(places * std::log(places / empty));
    return std::llround(estimate);
}

} // namespace rowlift
