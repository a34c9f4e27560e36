#pragma once

#include "app/run/record_pass.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace rowlift {

/// Encoded rows that were read in the order of the file and are to be written in another one. For the rows of
/// one part, and parts that need this are small.
class RowsInOrder {
public:
    void add(const EncodedRows &rows)
    {
        for (std::size_t row = 0; row < rows.size(); ++row)
            m_rows.emplace(rows.record(row), rows.part(row, 1).bytes(1));
    }
    /// With the separator behind it. Empty: it did not come.
    std::optional<std::string_view> of(qint64 record) const
    {
        const auto found = m_rows.find(record);
        return found == m_rows.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    }

private:
    std::unordered_map<qint64, std::string> m_rows;
};

} // namespace rowlift
