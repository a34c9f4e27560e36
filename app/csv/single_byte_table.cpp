#include "app/csv/single_byte_table.h"

#include "app/csv/block_decoder.h"
#include "app/csv/utf8.h"

#include <QStringDecoder>

#include <bit>
#include <cstdint>

namespace rowlift {

namespace {

static_assert(std::endian::native == std::endian::little, "the first byte in memory is the lowest of a word");

constexpr std::uint64_t outsideAscii = 0x8080808080808080ULL;

std::uint64_t loadWord(const char *from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

} // namespace

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

char *SingleByteTable::decodeEach(const char *from, const char *end, char *to) const
{
    for (; from != end; ++from)
        to = put(*from, to);
    return to;
}

/// ASCII is copied by words; what of a word stands behind its first other byte is written over.
char *SingleByteTable::decode(std::string_view text, char *to) const
{
    const char *from = text.data();
    const char *const end = from + text.size();
    while (m_asciiStands && end - from >= static_cast<std::ptrdiff_t>(sizeof(std::uint64_t))) {
        const std::uint64_t word = loadWord(from);
        const std::uint64_t high = word & outsideAscii;
        std::memcpy(to, &word, sizeof word);
        const int ascii = high == 0 ? static_cast<int>(sizeof word) : std::countr_zero(high) / 8;
        from += ascii;
        to += ascii;
        while (high != 0 && from != end && *from < 0)
            to = put(*from++, to);
    }
    return decodeEach(from, end, to);
}

} // namespace rowlift
