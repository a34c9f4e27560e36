#pragma once

#include "app/run/ledger.h"
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

    /// The one record that \a leader forms with \a followers; lives until the next call. Empty: one of them
    /// did not come.
    std::optional<std::string_view> merged(const Encoder &encoder, qint64 leader,
                                           std::span<const PartMembers::Follower> followers)
    {
        auto own = of(leader);
        if (followers.empty() || !own)
            return own;
        std::vector<std::string_view> rows { *own };
        for (const PartMembers::Follower &follower : followers) {
            if (own = of(follower.record); !own)
                return {};
            rows.push_back(*own);
        }
        m_merged.clear();
        encoder.merge(rows, m_merged);
        return m_merged.text();
    }

private:
    OutBuffer m_merged;
    std::unordered_map<qint64, std::string> m_rows;
};

} // namespace rowlift
