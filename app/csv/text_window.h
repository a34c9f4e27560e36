#pragma once

#include "app/base/result.h"
#include "app/csv/block_decoder.h"
#include "app/csv/byte_source.h"

#include <cstdlib>
#include <memory>
#include <string>

namespace rowlift {

/// The part of a file that is being read, as UTF-8 in memory: grows at its end by blocks, is given back at
/// its beginning.
class TextWindow {
public:
    /// How many bytes may be read (not written to) in front of begin() and behind end().
    static constexpr std::size_t margin = 64;

    /// \a encoding: an IANA name; "" gives the bytes as they stand and never looks closer at them.
    TextWindow(ByteSource &source, const QByteArray &encoding, qint64 offset, std::size_t block);

    /// To be called once, first: fails when the encoding is not known; passes over a byte order mark.
    Done open();
    /// Reads at least a block more, and as much as there is already: a record that is longer than its blocks
    /// is parsed again from its beginning, which this keeps at twice the work. Moves what begin() points to.
    Done fill();
    /// Blocks end at the offset \a until, and behind it are small: somebody else reads from there on.
    void setUntil(qint64 until) { m_until = until; }
    qint64 until() const { return m_until; }

    char *begin() { return m_text.get() + m_begin; }
    const char *end() const { return m_text.get() + m_end; }
    std::size_t size() const { return m_end - m_begin; }
    std::size_t waiting() const { return m_raw.size(); } ///< Bytes that are not decoded yet.
    bool atEnd() const { return m_atEnd; } ///< All of the file is in the window.
    bool isDecoded() const { return m_decoder != nullptr; }
    bool isRaw() const { return m_encoding.isEmpty(); }
    /// NULs or bytes that are no characters may be behind it: look closer.
    bool isSuspectAt(const char *at) const { return at < m_text.get() + m_suspectEnd; }

    void passTo(const char *next) { m_begin = static_cast<std::size_t>(next - m_text.get()); }
    /// To be asked before the bytes of the window are changed in front of \a next.
    void settleTo(const char *next);
    /// Reads from behind end() on, and further on from there, without keeping it; for windows that are not
    /// decoded.
    Result<std::size_t> peek(qint64 further, std::span<char> into);
    /// Where begin() is in the file; 0 includes the byte order mark.
    qint64 offset();

private:
    struct Free {
        void operator()(char *memory) const { std::free(memory); } // NOLINT: from realloc
    };

    void dropPassed();
    bool looksOdd(const char *begin, std::size_t bytes) const;
    void reserve(std::size_t bytes);
    Result<std::size_t> readInto(char *to, std::size_t bytes);
    Result<std::size_t> readDecoded(std::size_t wanted);

    ByteSource *m_source;
    QByteArray m_encoding;
    std::unique_ptr<BlockDecoder> m_decoder; ///< Null for UTF-8, which is read as it stands.
    std::size_t m_block;
    qint64 m_readAt;
    qint64 m_until = -1;
    bool m_atEnd = false;

    std::unique_ptr<char, Free> m_text; ///< From realloc(): pages that no byte was read into cost nothing.
    std::size_t m_capacity = 0;
    std::size_t m_begin = margin;
    std::size_t m_end = margin;
    std::size_t m_suspectEnd = 0; ///< Up to here such may be.
    std::string m_raw; ///< Bytes that the decoder could not take yet.
    std::string m_decoded;

    // The place in the file that is known to belong to a place in the window; it moves forward as asked.
    std::size_t m_settled = margin;
    qint64 m_settledOffset;
};

} // namespace rowlift
