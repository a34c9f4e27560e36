#pragma once

#include "app/csv/byte_source.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

struct XXH3_state_s;

namespace rowlift {

/// A hash of a file that several readers can make together, each of its own pieces: XXH3 of the XXH3 of each
/// 4 MiB.
class PieceHash {
public:
    static constexpr qint64 pieceBytes = qint64(4) * 1024 * 1024;

    explicit PieceHash(qint64 fileBytes);
    void set(qint64 piece, quint64 hash);
    /// The hash of all; pieces that nobody has hashed are read from \a source.
    Result<quint64> whole(ByteSource &source, const std::stop_token &stop);
    qint64 fileBytes() const { return m_fileBytes; }

private:
    qint64 m_fileBytes;
    std::mutex m_mutex; ///< Readers in several threads set pieces.
    std::vector<std::optional<quint64>> m_pieces;
};

/// Sits between a file and its reader: stops, and hashes the whole pieces that are read from beginning to
/// end.
class WatchedSource : public ByteSource {
public:
    WatchedSource(ByteSource &source, std::stop_token stop, PieceHash *hash = nullptr);
    ~WatchedSource() override;

    qint64 size() const override { return m_source.size(); }
    Result<qint64> read(qint64 offset, std::span<char> into) override;

private:
    void hash(qint64 offset, std::span<const char> bytes);

    ByteSource &m_source;
    std::stop_token m_stop;
    PieceHash *m_hash;
    std::unique_ptr<XXH3_state_s, std::function<void(XXH3_state_s *)>> m_state;
    qint64 m_hashedTo
        = -1; ///< The state holds the bytes from the beginning of its piece to here; -1: nothing.
};

} // namespace rowlift
