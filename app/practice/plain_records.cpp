#include "app/practice/plain_records.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace rowlift::practice {

namespace {

constexpr qsizetype plainBlock = 512 * 1024;

const char *found(const char *from, const char *end, char wanted)
{
    return from == end
        ? nullptr
        : static_cast<const char *>(std::memchr(from, wanted, static_cast<std::size_t>(end - from)));
}

/// In sums of one byte, which the compiler makes many at a time of.
std::size_t countOf(const char *from, const char *end, char wanted)
{
    std::size_t count = 0;
    while (from != end) {
        const char *const blockEnd = from + std::min<std::ptrdiff_t>(end - from, 255);
        std::uint8_t some = 0;
        for (; from != blockEnd; ++from)
            some = static_cast<std::uint8_t>(some + (*from == wanted ? 1 : 0));
        count += some;
    }
    return count;
}

/// Takes the line end away; false when it is another one than wanted.
bool withoutLineEnd(std::string_view *record, bool crLf)
{
    const bool ended = record->ends_with('\n');
    record->remove_suffix(ended);
    const bool carriageReturn = record->ends_with('\r');
    if (ended && crLf && carriageReturn) {
        record->remove_suffix(1);
        return true;
    }
    return !carriageReturn && !(ended && crLf);
}

/// Behind the quote that closes the cell which \a quote opens; null when there is none.
const char *behindQuoted(const char *quote, const char *end)
{
    for (;;) {
        quote = found(quote + 1, end, '"');
        if (!quote || quote + 1 == end || quote[1] != '"')
            return quote ? quote + 1 : nullptr;
        ++quote;
    }
}

bool hasForm(std::string_view record, const PlainForm &form)
{
    if (!withoutLineEnd(&record, form.crLf))
        return false;
    const char *const begin = record.data();
    const char *const end = begin + record.size();
    std::size_t delimiters = 0;
    for (const char *at = begin;;) {
        const char *quote = found(at, end, '"');
        const char *const plainEnd = quote ? quote : end;
        delimiters += countOf(at, plainEnd, form.delimiter);
        if (found(at, plainEnd, '\r'))
            return false;
        if (!quote)
            break;
        if (quote != begin && quote[-1] != form.delimiter)
            return false;
        at = behindQuoted(quote, end);
        if (!at || (at != end && *at != form.delimiter))
            return false;
    }
    return delimiters + 1 == form.columns;
}

} // namespace

PlainRecords::PlainRecords(const QString &path)
    : m_file(path)
{
    static_cast<void>(m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
}

void PlainRecords::seek(qint64 offset)
{
    m_file.seek(offset);
    m_block.clear();
    m_at = 0;
}

bool PlainRecords::fill()
{
    m_block.remove(0, m_at);
    m_at = 0;
    const qsizetype before = m_block.size();
    const qsizetype room = std::max(plainBlock, before);
    m_block.resize(before + room);
    const qint64 got = m_file.read(m_block.data() + before, room);
    m_block.resize(before + std::max<qint64>(got, 0));
    return got > 0;
}

bool PlainRecords::next(std::string_view *record)
{
    qsizetype looked = 0; // of the record, from its beginning
    bool quoted = false;
    for (;;) {
        const char *const begin = m_block.constData() + m_at;
        const char *const end = m_block.constData() + m_block.size();
        const char *const from = begin + looked;
        const char *const lineEnd = found(from, end, '\n');
        if (!lineEnd && fill())
            continue;
        const char *const behind = lineEnd ? lineEnd + 1 : m_block.constData() + m_block.size();
        const char *const now = m_block.constData() + m_at; // a fill that found nothing may have moved it
        quoted ^= countOf(now + looked, behind, '"') % 2 != 0;
        looked = behind - now;
        if (quoted && lineEnd)
            continue;
        *record = { now, static_cast<std::size_t>(looked) };
        m_at += looked;
        return looked > 0;
    }
}

std::optional<qint64> plainRecordsIn(const QString &path, qint64 offset, const PlainForm &form)
{
    PlainRecords records(path);
    records.seek(offset);
    qint64 count = 0;
    for (std::string_view record; records.next(&record); ++count)
        if (!hasForm(record, form))
            return std::nullopt;
    return records.isOpen() ? std::optional(count) : std::nullopt;
}

} // namespace rowlift::practice
