#include "app/csv/piece_hash.h"

#include <xxhash.h>

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::size_t hashedBlock = std::size_t(256) * 1024;

} // namespace

PieceHash::PieceHash(qint64 fileBytes)
    : m_fileBytes(fileBytes)
    , m_pieces(static_cast<std::size_t>((fileBytes + pieceBytes - 1) / pieceBytes))
{
}

void PieceHash::set(qint64 piece, quint64 hash)
{
    const std::scoped_lock lock(m_mutex);
    m_pieces[static_cast<std::size_t>(piece)] = hash;
}

Result<quint64> PieceHash::whole(ByteSource &source, const std::stop_token &stop)
{
    std::vector<char> block;
    for (std::size_t piece = 0; piece < m_pieces.size(); ++piece) {
        if (m_pieces[piece])
            continue;
        block.resize(hashedBlock);
        WatchedSource watched(source, stop, this);
        const qint64 begin = static_cast<qint64>(piece) * pieceBytes;
        const qint64 end = std::min(begin + pieceBytes, m_fileBytes);
        for (qint64 at = begin; at < end;) {
            const auto wanted = static_cast<std::size_t>(std::min<qint64>(hashedBlock, end - at));
            const Result<qint64> got = watched.read(at, { block.data(), wanted });
            if (!got)
                return tl::unexpected(got.error());
            at += std::max<qint64>(*got, 1);
        }
    }
    std::vector<quint64> hashes;
    for (const std::optional<quint64> &piece : m_pieces)
        hashes.push_back(piece.value_or(0));
    return quint64(XXH3_64bits(hashes.data(), hashes.size() * sizeof(quint64)));
}

WatchedSource::WatchedSource(ByteSource &source, std::stop_token stop, PieceHash *hash)
    : m_source(source)
    , m_stop(std::move(stop))
    , m_hash(hash)
    , m_state(hash ? XXH3_createState() : nullptr, [](XXH3_state_s *state) { XXH3_freeState(state); })
{
}

WatchedSource::~WatchedSource() = default;

Result<qint64> WatchedSource::read(qint64 offset, std::span<char> into)
{
    if (m_stop.stop_requested())
        return tl::unexpected(cancelledError());
    const Result<qint64> got = m_source.read(offset, into);
    if (got && m_hash)
        hash(offset, into.first(static_cast<std::size_t>(*got)));
    return got;
}

void WatchedSource::hash(qint64 offset, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const qint64 piece = offset / PieceHash::pieceBytes;
        const qint64 end = std::min((piece + 1) * PieceHash::pieceBytes, m_hash->fileBytes());
        const auto here
            = static_cast<std::size_t>(std::min<qint64>(end - offset, static_cast<qint64>(bytes.size())));
        if (offset % PieceHash::pieceBytes == 0) {
            XXH3_64bits_reset(m_state.get());
            m_hashedTo = offset;
        }
        if (m_hashedTo == offset && here > 0) {
            XXH3_64bits_update(m_state.get(), bytes.data(), here);
            m_hashedTo += static_cast<qint64>(here);
            if (m_hashedTo == end)
                m_hash->set(piece, XXH3_64bits_digest(m_state.get()));
        } else {
            m_hashedTo = -1;
        }
        offset += static_cast<qint64>(here);
        bytes = bytes.subspan(std::max<std::size_t>(here, 1));
    }
}

} // namespace rowlift
