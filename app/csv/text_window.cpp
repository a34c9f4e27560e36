#include "app/csv/text_window.h"

#include "app/csv/structural_scan.h"
#include "app/csv/utf8.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace rowlift {

namespace {

constexpr std::size_t smallBlock = 8 * 1024;
constexpr std::size_t keptCapacity = std::size_t(4) * 1024 * 1024;

} // namespace

TextWindow::TextWindow(ByteSource &source, const QByteArray &encoding, qint64 offset, std::size_t block)
    : m_source(&source)
    , m_encoding(encoding)
    , m_decoder(encoding.isEmpty() || isUtf8Name(encoding) ? nullptr : makeBlockDecoder(encoding))
    , m_block(std::max<std::size_t>(block, 1))
    , m_readAt(offset)
    , m_settledOffset(offset)
{
    reserve(0);
}

Done TextWindow::open()
{
    if (!m_decoder && !isRaw() && !isUtf8Name(m_encoding))
        return tl::unexpected(unknownEncoding(m_encoding));
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (m_readAt != 0)
        return {};
    while (size() < mark.size() && !m_atEnd) {
        if (Done filled = fill(); !filled)
            return filled;
    }
    if (std::string_view(begin(), size()).starts_with(mark))
        m_begin += mark.size();
    return {};
}

Done TextWindow::fill()
{
    settleTo(begin());
    dropPassed();
    std::size_t wanted = m_block;
    if (m_until >= 0 && m_readAt < m_until)
        wanted = std::min(m_block, static_cast<std::size_t>(m_until - m_readAt));
    else if (m_until >= 0)
        wanted = std::min(m_block, smallBlock);
    wanted = std::max(wanted, size());
    const std::size_t before = m_end;
    Result<std::size_t> added = 0;
    if (m_decoder) {
        added = readDecoded(wanted);
    } else {
        reserve(m_end + wanted);
        added = readInto(m_text.get() + m_end, wanted);
    }
    if (!added)
        return tl::unexpected(added.error());
    m_end += *added;
    std::memset(m_text.get() + m_end, 0, margin);
    if (looksOdd(m_text.get() + before, *added))
        m_suspectEnd = m_end;
    return {};
}

/// NULs or bytes that are no characters may be in what was read.
bool TextWindow::looksOdd(const char *begin, std::size_t bytes) const
{
    const std::string_view text(begin, bytes);
    if (isRaw())
        return false;
    if (m_decoder)
        return text.find('\0') != std::string_view::npos
            || text.find(replacementUtf8) != std::string_view::npos;
    if (!isPlainUtf8(begin, begin + bytes))
        return true;
    // At the end of the file nothing follows that would show that a character is cut off.
    return m_atEnd && static_cast<unsigned char>(begin[static_cast<std::ptrdiff_t>(bytes) - 1]) >= 0x80;
}

void TextWindow::reserve(std::size_t bytes)
{
    const std::size_t needed = bytes + margin;
    const bool tooLarge = m_capacity > keptCapacity && needed < m_capacity / 4;
    if (m_text && needed <= m_capacity && !tooLarge)
        return;
    auto *memory = static_cast<char *>(std::realloc(m_text.get(), needed)); // NOLINT: grows in place
    if (!memory)
        throw std::bad_alloc();
    if (!m_text)
        std::memset(memory, 0, needed);
    static_cast<void>(m_text.release());
    m_text.reset(memory);
    m_capacity = needed;
}

Result<std::size_t> TextWindow::readInto(char *to, std::size_t bytes)
{
    const Result<qint64> got = m_source->read(m_readAt, { to, bytes });
    if (!got)
        return tl::unexpected(got.error());
    m_readAt += *got;
    m_atEnd = *got == 0 || m_readAt >= m_source->size();
    return static_cast<std::size_t>(*got);
}

Result<std::size_t> TextWindow::peek(qint64 further, std::span<char> into)
{
    const Result<qint64> got = m_source->read(m_readAt + further, into);
    if (!got)
        return tl::unexpected(got.error());
    return static_cast<std::size_t>(*got);
}

Result<std::size_t> TextWindow::readDecoded(std::size_t wanted)
{
    // What waits is a line not yet at its end, or part of a character: again as much as there is, at least.
    const std::size_t waiting = m_raw.size();
    const std::size_t bytes = std::max(wanted, waiting);
    m_raw.resize(waiting + bytes);
    const Result<std::size_t> got = readInto(m_raw.data() + waiting, bytes);
    if (!got)
        return got;
    m_raw.resize(waiting + *got);
    m_decoded.clear();
    m_raw.erase(0, m_decoder->decode(m_raw, m_atEnd, m_decoded));
    reserve(m_end + m_decoded.size());
    std::copy(m_decoded.begin(), m_decoded.end(), m_text.get() + m_end);
    return m_decoded.size();
}

void TextWindow::settleTo(const char *next)
{
    const char *const from = m_text.get() + m_settled;
    if (next <= from)
        return;
    const std::string_view passed(from, static_cast<std::size_t>(next - from));
    m_settledOffset += static_cast<qint64>(m_decoder ? m_decoder->rawLength(passed) : passed.size());
    m_settled += passed.size();
}

void TextWindow::dropPassed()
{
    const std::size_t passed = m_begin - margin;
    std::memmove(m_text.get() + margin, begin(), size());
    m_begin -= passed;
    m_end -= passed;
    m_settled -= passed;
    m_suspectEnd -= std::min(m_suspectEnd, passed);
}

qint64 TextWindow::offset()
{
    settleTo(begin());
    // A character cut off by the end of the file is shorter than reckoned.
    return std::min(m_settledOffset, m_source->size());
}

} // namespace rowlift
