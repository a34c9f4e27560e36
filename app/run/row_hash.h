#pragma once

#include <QtGlobal>

#include <xxhash.h>

#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

inline quint64 cellHash(std::string_view cell)
{
    return XXH3_64bits(cell.data(), cell.size());
}

/// Takes one more cell into the hash of a row; tells "ab","c" from "a","bc".
inline quint64 withCell(quint64 hash, quint64 cell)
{
    constexpr quint64 spread = 0x9E37'79B9'7F4A'7C15ULL;
    hash = (hash ^ cell) * spread;
    return hash ^ (hash >> 32);
}

/// Of a row by some of its cells; those that are missing at its end are blank.
inline quint64 rowHash(std::span<const std::string_view> cells, const std::vector<int> &columns)
{
    quint64 hash = 0;
    for (const int column : columns) {
        const auto index = static_cast<std::size_t>(column);
        hash = withCell(hash, cellHash(index < cells.size() ? cells[index] : std::string_view()));
    }
    return hash;
}

/// The same by the hashes of all its cells.
inline quint64 rowHash(std::span<const quint64> cells, const std::vector<int> &columns)
{
    quint64 hash = 0;
    for (const int column : columns)
        hash = withCell(hash, cells[static_cast<std::size_t>(column)]);
    return hash;
}

} // namespace rowlift
