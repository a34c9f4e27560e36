#pragma once

#include "app/base/error.h"

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rowlift {

/// Turns blocks of a file into UTF-8 and knows for a piece of that UTF-8 how many bytes of the file it was.
/// What the encoding does not know becomes U+FFFD.
class BlockDecoder {
public:
    virtual ~BlockDecoder() = default;

    /// Appends \a raw as UTF-8 to \a out and returns how many bytes it took; the rest (a character cut in
    /// two, a line without its end) is to be given again with more behind. With \a last everything is taken.
    virtual std::size_t decode(std::string_view raw, bool last, std::string &out) = 0;

    /// How many bytes of the file became \a text. To be asked for adjoining pieces, in order and each once,
    /// that begin and end where a line does (or the file).
    virtual std::size_t rawLength(std::string_view text) = 0;
};

/// UTF-8 under any of its names, or ASCII: to be read as it stands.
bool isUtf8Name(const QByteArray &encoding);

/// The decoder for an encoding by its IANA name; null when there is none of that name.
std::unique_ptr<BlockDecoder> makeBlockDecoder(const QByteArray &encoding);
/// What to tell the person then.
Error unknownEncoding(const QByteArray &encoding);

/// The mark at the beginning of \a head, if there is one: its encoding and size, else an empty name.
struct ByteOrderMark {
    QByteArray encoding;
    int bytes = 0;
};
ByteOrderMark byteOrderMarkOf(std::string_view head);

} // namespace rowlift
