#pragma once

#include "app/check/check.h"
#include "app/check/key_repeats.h"

#include <span>
#include <unordered_map>

namespace rowlift {

/// So many bytes of what stands once in records are compared at most; of the records that are met behind
/// them nobody tells whether their rows agree.
constexpr std::size_t mostComparedBytes = std::size_t(64) * 1024 * 1024;

/// In what the rows of a record disagree that stands in it once: the rows in file order, each value by a
/// hash of it.
class DifferingRows {
public:
    /// Of one field: the rows with another value than the first of their record, and those first ones.
    struct Differing {
        std::vector<qint64> rows; ///< Ascending once taken.
        qint64 records = 0;
    };

    explicit DifferingRows(std::size_t fields);
    /// \a key: not 0.
    void add(qint64 record, quint64 key, std::span<const quint32> values);
    std::vector<Differing> take();

private:
    struct Seen {
        qint64 record = 0; ///< The first row.
        std::vector<bool> differs = {}; ///< By field; empty: no row does.
    };

    std::size_t m_fields;
    std::size_t m_mostRecords;
    std::unordered_map<quint64, quint32> m_places; ///< In m_seen, by key.
    std::vector<Seen> m_seen;
    std::vector<quint32> m_values; ///< Of the first rows.
    std::vector<Differing> m_differing;
};

/// Tells \a check which rows form a record, by \a repeated (KeyRepeats::take()): rows of a record of which
/// another one has a problem get one, too. What \a leftOut has by itself keeps no other row back.
void settleRecords(const std::vector<KeyRepeats::Repeat> &repeated, const std::vector<qint64> &leftOut,
                   CheckResult &check);

} // namespace rowlift
