#pragma once

#include "app/csv/file_facts.h"
#include "app/csv/value_pattern.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// Rows that something was seen in, all counted, the first listed.
struct RowNotes {
    qint64 count = 0;
    std::vector<qint64> records;
    std::string example;

    /// Records come in ascending order; one that comes twice counts once. \a left: how many more numbers all
    /// the lists of a file may hold.
    void note(qint64 record, std::string_view value, qint64 &left)
    {
        if (record == m_last)
            return;
        m_last = record;
        if (count++ == 0)
            example = keptText(value);
        if (records.size() < FileFact::listed && left > 0
            && count == static_cast<qint64>(records.size()) + 1) {
            records.push_back(record);
            --left;
        }
    }

private:
    qint64 m_last = -1;
};

/// Values of digits alone, by how many they have.
struct DigitNotes {
    static constexpr std::size_t lengths = 16;

    std::array<RowNotes, lengths> rows;
    std::array<std::array<std::uint32_t, 10>, lengths> firstDigits = {};
};

} // namespace rowlift
