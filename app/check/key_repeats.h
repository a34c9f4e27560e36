#pragma once

#include <QtGlobal>

#include <memory>
#include <vector>

namespace rowlift {

/// Finds the rows that share what should be theirs alone, by a hash of it: 8 bytes a record, at the end a bit
/// more, and what the repeated ones need.
class KeyRepeats {
public:
    struct Repeat {
        quint64 hash = 0;
        qint64 record = 0;

        auto operator<=>(const Repeat &) const = default;
    };

    /// One call for each record that matters, ascending. 0: it repeats nothing.
    void add(qint64 record, quint64 hash);
    /// The records whose hash occurs more than once, by hash and then by record. Forgets all.
    std::vector<Repeat> take();

private:
    template <typename See>
    void forEach(const See &see) const;

    static constexpr std::size_t chunkRecords = std::size_t(64) * 1024;
    /// By record, from the first one on. In chunks, so that nothing is copied when it grows.
    std::vector<std::unique_ptr<quint64[]>> m_chunks;
    std::size_t m_used = 0; ///< Of all chunks.
    qint64 m_first = -1;
};

} // namespace rowlift
