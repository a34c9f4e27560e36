#include "app/csv/single_byte_table.h"

#include "app/csv/block_decoder.h"
#include "app/csv/byte_scan.h"
#include "app/csv/utf8.h"

#include <QStringDecoder>

#include <algorithm>
#include <bit>
#include <cstdint>

namespace rowlift {

std::optional<SingleByteTable> SingleByteTable::of(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    if (encoding.isEmpty() || isUtf8Name(encoding) || upper.startsWith("ISO-2022") || upper.startsWith("HZ")
        || upper.startsWith("UTF-"))
        return std::nullopt;
    QStringDecoder decoder(encoding.constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QByteArray all(256, '\0');
    for (qsizetype byte = 0; byte < all.size(); ++byte)
        all[byte] = static_cast<char>(static_cast<unsigned char>(byte));
    const QString text = decoder.decode(all);
    return text.size() == all.size() ? std::optional<SingleByteTable>(text) : std::nullopt;
}

SingleByteTable::SingleByteTable(const QString &all)
{
    for (std::size_t byte = 0; byte < m_characters.size(); ++byte) {
        const char16_t unit = all[static_cast<qsizetype>(byte)].unicode();
        std::string utf8;
        appendUtf8(utf8, unit);
        std::memcpy(m_characters[byte].utf8.data(), utf8.data(), utf8.size());
        m_characters[byte].bytes = utf8.size();
        m_asciiStands = m_asciiStands && (byte >= 0x80 || unit == byte);
        if (byte >= 0x80 && utf8 == replacementUtf8)
            m_bad.add(static_cast<std::uint8_t>(byte));
    }
}

char *SingleByteTable::decode(std::string_view text, char *to) const
{
    const std::size_t padded = m_asciiStands && text.size() > slack ? text.size() - slack : 0;
    to = decodePadded(text.substr(0, padded), to);
    for (const char c : text.substr(padded))
        to = put(c, to);
    return to;
}

/// ASCII is copied by sixteen bytes; what of these stands behind the first other byte is written over.
char *SingleByteTable::decodePadded(std::string_view text, char *to) const
{
    const char *from = text.data();
    const char *const end = from + text.size();
    while (from < end) {
        const unsigned high = highBytesOf16(from);
        std::memcpy(to, from, slack);
        const auto ascii = std::min<std::ptrdiff_t>(high == 0 ? 16 : std::countr_zero(high), end - from);
        from += ascii;
        to += ascii;
        while (high != 0 && from < end && *from < 0)
            to = put(*from++, to);
    }
    return to;
}

} // namespace rowlift
