#pragma once

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace rowlift {

/// Some records of a file, at one bit for each record up to the last of them.
class RecordSet {
public:
    /// Records come in ascending order, each once.
    void append(qint64 record);

    qint64 count() const { return m_count; }
    bool contains(qint64 record) const;
    /// The record that is number \a index of the set, from 0; \a index is below count().
    qint64 at(qint64 index) const;

private:
    std::vector<std::uint64_t> m_words;
    std::vector<qint64> m_before; ///< For each eight words: how many records there are before them.
    qint64 m_count = 0;
};

} // namespace rowlift
