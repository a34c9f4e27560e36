#include "app/csv/row_reader.h"

#include "app/csv/bad_input.h"
#include "app/csv/block_decoder.h"
#include "app/csv/record_parser.h"
#include "app/csv/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace rowlift {

namespace {

constexpr std::size_t longestRecord = std::size_t(256) * 1024 * 1024;
constexpr std::size_t mostCells = 1'000'000; ///< Of a record; spreadsheet programs end at 16,384.

struct ReaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::RowReader)
};

Error recordTooLong(qint64 record)
{
    return badInput(
        ReaderWords::tr("Row %L1 is far too long for a row, so this is probably not a table. Check that you "
                        "chose the right file.")
            .arg(record + 1));
}

} // namespace

/// The text stands in m_buffer as UTF-8: m_begin to m_end is what was not given out yet.
class RowReader::Impl {
public:
    Impl(ByteSource &source, const Dialect &dialect, RowPosition from, qsizetype block)
        : m_source(&source)
        , m_dialect(dialect)
        , m_encoding(dialect.encoding)
        , m_decoder(isUtf8Name(dialect.encoding) ? nullptr : makeBlockDecoder(dialect.encoding))
        , m_parser(dialect.delimiter.first(), dialect.quote)
        , m_block(static_cast<std::size_t>(std::max<qsizetype>(block, 1)))
        , m_fromTop(from.offset == 0)
        , m_record(from.record)
        , m_readAt(from.offset)
        , m_settledOffset(from.offset)
    {
    }

    Result<bool> next(RowView &row);
    RowPosition position();

private:
    Done fill();
    Result<std::size_t> readInto(char *to, std::size_t bytes);
    Result<std::size_t> fillUtf8(std::size_t wanted);
    Result<std::size_t> fillDecoded(std::size_t wanted);
    Done passByteOrderMark();
    void settle();
    void dropSettled();
    void inspect(RowView &row, std::span<std::string_view> cells);
    void repair(std::span<std::string_view> cells, std::size_t recordBytes);
    const char *at(std::size_t index) const { return m_buffer.data() + index; }

    RowRole roleOf(const RowView &row);

    ByteSource *m_source;
    Dialect m_dialect;
    QByteArray m_encoding;
    std::unique_ptr<BlockDecoder> m_decoder; ///< Null for UTF-8, which is read as it stands.
    RecordParser m_parser;
    std::size_t m_block;
    bool m_fromTop;
    bool m_atEnd = false; ///< All of the file is in the buffer.
    qint64 m_record;
    qint64 m_readAt;

    std::string m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_suspectEnd = 0; ///< Up to here NULs or letters outside ASCII were seen: look closer.
    std::string m_raw; ///< Bytes that the decoder could not take yet.
    std::vector<char> m_repaired;

    // The place in the file that is known to belong to a place in the buffer; it moves forward as asked.
    std::size_t m_settled = 0;
    qint64 m_settledOffset;
};

Result<bool> RowReader::Impl::next(RowView &row)
{
    if (!m_decoder && !isUtf8Name(m_encoding))
        return tl::unexpected(unknownEncoding(m_encoding));
    if (m_fromTop) {
        if (const Done passed = passByteOrderMark(); !passed)
            return tl::unexpected(passed.error());
    }
    while (m_begin == m_end || !m_parser.parse(at(m_begin), at(m_end), m_atEnd)) {
        if (m_atEnd)
            return false;
        if (m_end - m_begin > longestRecord || (m_begin != m_end && m_parser.cells().size() > mostCells))
            return tl::unexpected(recordTooLong(m_record));
        if (const Done filled = fill(); !filled)
            return tl::unexpected(filled.error());
    }
    if (m_parser.cells().size() > mostCells)
        return tl::unexpected(recordTooLong(m_record));
    const std::span<std::string_view> cells = m_parser.cells();
    row = { .record = m_record,
            .cells = cells,
            .unclosedQuote = m_parser.unclosedColumn() >= 0,
            .unclosedColumn = m_parser.unclosedColumn(),
            .looseQuote = m_parser.looseQuote() };
    row.blank = std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.empty(); });
    if (m_begin < m_suspectEnd)
        inspect(row, cells);
    row.role = roleOf(row);
    m_begin = static_cast<std::size_t>(m_parser.next() - m_buffer.data());
    ++m_record;
    return true;
}

/// To be asked before the reader moves on behind the row.
RowRole RowReader::Impl::roleOf(const RowView &row)
{
    if (m_dialect.isHeader(row.record))
        return RowRole::Header;
    if (row.record < m_dialect.firstDataRecord())
        return RowRole::Title;
    if (m_dialect.lastRecord >= 0 && row.record > m_dialect.lastRecord)
        return RowRole::Below;
    if (m_dialect.dataEnd >= 0 && m_dialect.lastRecord < 0 && position().offset >= m_dialect.dataEnd)
        return RowRole::Below;
    return row.blank && m_dialect.skipEmpty ? RowRole::Blank : RowRole::Data;
}

/// Looks for NULs and for bytes that are no characters, and puts U+FFFD in place of these.
void RowReader::Impl::inspect(RowView &row, std::span<std::string_view> cells)
{
    const auto bytes = static_cast<std::size_t>(m_parser.next() - at(m_begin));
    const std::string_view record(at(m_begin), bytes);
    row.nulBytes = std::memchr(record.data(), '\0', record.size()) != nullptr;
    if (m_decoder) {
        row.badBytes = record.find(replacementUtf8) != std::string_view::npos;
    } else if (!isValidUtf8(record)) {
        row.badBytes = true;
        repair(cells, bytes);
    }
}

void RowReader::Impl::repair(std::span<std::string_view> cells, std::size_t recordBytes)
{
    m_repaired.resize(std::max(m_repaired.size(), recordBytes * 3));
    char *to = m_repaired.data();
    for (std::string_view &cell : cells) {
        if (isValidUtf8(cell))
            continue;
        char *const end = writeRepairedUtf8(to, cell);
        cell = { to, static_cast<std::size_t>(end - to) };
        to = end;
    }
}

Done RowReader::Impl::passByteOrderMark()
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    while (m_end < mark.size() && !m_atEnd) {
        if (Done filled = fill(); !filled)
            return filled;
    }
    m_fromTop = false;
    if (std::string_view(m_buffer.data(), m_end).starts_with(mark))
        m_begin = mark.size();
    return {};
}

/// Reads at least a block more, and as much as there is already: a record that is longer than its blocks is
/// parsed again from its beginning, which this keeps at twice the work.
Done RowReader::Impl::fill()
{
    settle();
    dropSettled();
    const std::size_t before = m_end;
    const std::size_t wanted = std::max(m_block, m_end - m_begin);
    const Result<std::size_t> added = m_decoder ? fillDecoded(wanted) : fillUtf8(wanted);
    if (!added)
        return tl::unexpected(added.error());
    m_end += *added;
    const std::string_view fresh(at(before), *added);
    if (!isPlainAscii(fresh))
        m_suspectEnd = m_end;
    return {};
}

Result<std::size_t> RowReader::Impl::readInto(char *to, std::size_t bytes)
{
    const Result<qint64> got = m_source->read(m_readAt, { to, bytes });
    if (!got)
        return tl::unexpected(got.error());
    m_readAt += *got;
    m_atEnd = *got == 0 || m_readAt >= m_source->size();
    return static_cast<std::size_t>(*got);
}

Result<std::size_t> RowReader::Impl::fillUtf8(std::size_t wanted)
{
    if (m_buffer.size() < m_end + wanted)
        m_buffer.resize(m_end + wanted);
    return readInto(m_buffer.data() + m_end, wanted);
}

Result<std::size_t> RowReader::Impl::fillDecoded(std::size_t wanted)
{
    // What waits is a line not yet at its end, or part of a character: again as much as there is, at least.
    const std::size_t waiting = m_raw.size();
    const std::size_t bytes = std::max(wanted, waiting);
    if (waiting > longestRecord)
        return tl::unexpected(recordTooLong(m_record));
    m_raw.resize(waiting + bytes);
    const Result<std::size_t> got = readInto(m_raw.data() + waiting, bytes);
    if (!got)
        return got;
    m_raw.resize(waiting + *got);
    m_buffer.resize(m_end);
    m_raw.erase(0, m_decoder->decode(m_raw, m_atEnd, m_buffer));
    return m_buffer.size() - m_end;
}

/// Moves the known place to where the next record begins.
void RowReader::Impl::settle()
{
    const std::string_view passed(at(m_settled), m_begin - m_settled);
    const std::size_t raw = m_decoder ? m_decoder->rawLength(passed) : passed.size();
    m_settledOffset += static_cast<qint64>(raw);
    m_settled = m_begin;
}

void RowReader::Impl::dropSettled()
{
    std::memmove(m_buffer.data(), at(m_settled), m_end - m_settled);
    m_begin -= m_settled;
    m_end -= m_settled;
    m_suspectEnd -= std::min(m_suspectEnd, m_settled);
    m_settled = 0;
}

RowPosition RowReader::Impl::position()
{
    settle();
    // A character cut off by the end of the file is shorter than reckoned.
    return { .record = m_record, .offset = std::min(m_settledOffset, m_source->size()) };
}

RowReader::RowReader(ByteSource &source, const Dialect &dialect, RowPosition from, qsizetype block)
    : m_impl(std::make_unique<Impl>(source, dialect, from, block))
{
}

RowReader::~RowReader() = default;
RowReader::RowReader(RowReader &&) noexcept = default;
RowReader &RowReader::operator=(RowReader &&) noexcept = default;

Result<bool> RowReader::next(RowView &row)
{
    return m_impl->next(row);
}

RowPosition RowReader::position() const
{
    return m_impl->position();
}

} // namespace rowlift
