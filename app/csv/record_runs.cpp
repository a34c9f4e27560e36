#include "app/csv/record_stream.h"

#include <algorithm>

// What a stream does with many records at once.
namespace rowlift {

namespace {

constexpr std::size_t farthestSeek = std::size_t(1024) * 1024;
constexpr std::size_t guessedFrom = std::size_t(32) * 1024;

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

/// Whether the masks of a scan can tell delimiters and quotes.
bool hasOneByteSigns(const Dialect &dialect)
{
    const char delimiter = dialect.delimiter.first();
    const bool oneByte = dialect.delimiter.isOneByte() && isAscii(delimiter) && delimiter != '\0'
        && delimiter != '\n' && delimiter != '\r';
    return oneByte && isAscii(dialect.quote) && dialect.quote != delimiter && dialect.quote != '\n'
        && dialect.quote != '\r';
}

bool hasEscapes(const Dialect &dialect)
{
    return dialect.escape != '\0' && dialect.escape != dialect.quote;
}

/// The end of the first line end outside quotes, or null.
const char *behindLineEnd(const char *at, const char *end, char quote, bool quoted)
{
    for (; at + 1 < end; ++at) {
        if (quote != '\0' && *at == quote)
            quoted = !quoted;
        else if (!quoted && (*at == '\n' || *at == '\r'))
            return *at == '\r' && at[1] == '\n' ? at + 2 : at + 1;
    }
    return nullptr;
}

} // namespace

bool RecordStream::canRun(const Dialect &dialect)
{
    return hasOneByteSigns(dialect) && !hasEscapes(dialect) && !dialect.trim && dialect.blankWords.isEmpty()
        && dialect.lastRecord < 0;
}

bool RecordStream::canCut(const Dialect &dialect)
{
    const bool runs = dialect.trim && dialect.delimiter.first() == ' ';
    return hasOneByteSigns(dialect) && isAscii(dialect.escape) && !runs;
}

Result<RecordStream::Step> RecordStream::step(const Wish &wish, RowView &row, Run &run)
{
    if (m_canRun && isRunPossible()) {
        const Result<bool> scanned
            = scan(wish.bytes, [&](std::size_t bytes) { return scanWindow(wish, bytes, run); });
        if (!scanned || *scanned)
            return scanned ? Result<Step>(Step::Run) : tl::unexpected(scanned.error());
    }
    m_nextIsOdd = false;
    const Result<bool> more = next(row);
    if (!more)
        return tl::unexpected(more.error());
    return *more ? Step::Row : Step::End;
}

Result<bool> RecordStream::nextRows(RowBatch &batch, const CellWish &wish)
{
    batch.want(wish);
    if (m_canCut && isRunPossible()) {
        const Result<bool> scanned
            = scan(wish.bytes, [&](std::size_t bytes) { return cutWindow(batch, bytes); });
        if (!scanned || *scanned)
            return scanned;
    }
    m_nextIsOdd = false;
    const Result<RowPosition> begin = this->begin();
    if (!begin)
        return tl::unexpected(begin.error());
    RowView row;
    const Result<bool> more = next(row);
    if (more && *more)
        batch.takeSingle(row, begin->offset);
    return more;
}

/// Passes over about so many bytes of the file; false: not even over one record.
template <typename Pass>
Result<bool> RecordStream::scan(qint64 bytes, const Pass &pass)
{
    if (const Done opened = open(); !opened)
        return tl::unexpected(opened.error());
    for (;;) {
        if (m_window.isDecoded() && (m_dialect.dataEnd >= 0 || m_window.isSuspectAt(m_window.begin())))
            return false;
        // Of UTF-16 half as many bytes are in the window as in the file, or more.
        qint64 wanted = m_window.isDecoded() ? bytes / 2 : bytes;
        for (const qint64 end : { m_dialect.dataEnd, m_window.until() }) {
            if (end >= 0)
                wanted = std::min(wanted, end - m_window.offset());
        }
        const qint64 there = std::min(wanted, static_cast<qint64>(m_window.size()));
        if (there > 0 && pass(static_cast<std::size_t>(there)))
            return true;
        if (m_nextIsOdd || wanted <= static_cast<qint64>(m_window.size()) || m_window.atEnd())
            return false;
        if (const Done filled = m_window.fill(); !filled)
            return tl::unexpected(filled.error());
    }
}

ScanRules RecordStream::scanRules() const
{
    return { .delimiter = m_dialect.delimiter.first(),
             .quote = m_dialect.quote,
             .comment = m_dialect.comment.isEmpty() ? '\0' : m_dialect.comment.front(),
             .cellsOverLines = static_cast<std::size_t>(std::max(m_dialect.columns, 0)) };
}

bool RecordStream::scanWindow(const Wish &wish, std::size_t bytes, Run &run)
{
    const bool copying = wish.purpose == Purpose::Copying;
    const bool judging = wish.purpose != Purpose::Counting;
    ScanRules rules = scanRules();
    rules.cells = wish.cells;
    rules.blankIsOdd = copying || !m_dialect.skipEmpty;
    rules.utf8 = judging && !m_window.isDecoded() && !m_window.isRaw();
    rules.badBytes = judging ? m_badBytes : nullptr;
    const char *const begin = m_window.begin();
    const ScannedRun passed = copying ? scanAndCopy(begin, begin + bytes, rules, wish.out)
                                      : scanRecords(begin, begin + bytes, rules);
    m_nextIsOdd = passed.odd;
    if (passed.records == 0)
        return false;
    run = { .records = static_cast<qint64>(passed.records),
            .blank = static_cast<qint64>(passed.blank),
            .out = passed.out };
    m_parser.jumped();
    m_window.passTo(passed.next);
    m_record += run.records;
    return true;
}

bool RecordStream::cutWindow(RowBatch &batch, std::size_t bytes)
{
    ScanRules rules = scanRules();
    const char *const begin = m_window.begin();
    rules.utf8 = !m_window.isDecoded() && !m_window.isRaw() && m_window.isSuspectAt(begin);
    rules.badBytes = m_badBytes;
    rules.escape = hasEscapes(m_dialect) ? m_dialect.escape : '\0';
    const qint64 offset = m_window.offset();
    const ScannedRun passed = cutRecords(begin, begin + bytes, rules, batch.m_cut);
    m_nextIsOdd = passed.odd;
    if (passed.records == 0)
        return false;
    batch.takeRun({ .text = begin,
                    .firstRecord = m_record,
                    .lastRecord = m_dialect.lastRecord,
                    .offset = offset,
                    .quote = m_dialect.quote,
                    .delimiter = m_dialect.delimiter.first(),
                    .skipEmpty = m_dialect.skipEmpty,
                    .trim = m_dialect.trim,
                    .blankWords = &m_blankWords,
                    .table = m_table });
    if (m_window.isDecoded()) {
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            batch.m_offsets.push_back(m_window.offset());
            m_window.passTo(begin + batch.m_cut.behind(row));
        }
    }
    m_parser.jumped();
    m_window.passTo(passed.next);
    m_record += static_cast<qint64>(passed.records);
    return true;
}

Result<bool> RecordStream::seekRecord()
{
    if (const Done opened = open(); !opened)
        return tl::unexpected(opened.error());
    m_record = 0;
    while (!m_window.atEnd() && m_window.size() < guessedFrom) {
        if (const Done filled = m_window.fill(); !filled)
            return tl::unexpected(filled.error());
    }
    const ScanRules rules { .delimiter = m_dialect.delimiter.first(), .quote = m_dialect.quote };
    const char *const near = m_window.begin() + std::min(m_window.size(), guessedFrom);
    const bool quoted = looksQuotedAt(m_window.begin(), near, rules);
    for (;;) {
        if (const char *next = behindLineEnd(m_window.begin(), m_window.end(), m_dialect.quote, quoted)) {
            m_window.passTo(next);
            return true;
        }
        if (m_window.atEnd() || m_window.size() > farthestSeek)
            return false;
        if (const Done filled = m_window.fill(); !filled)
            return tl::unexpected(filled.error());
    }
}

std::optional<SingleByteTable> lateTableOf(const Dialect &dialect)
{
    const bool asciiComment = std::all_of(dialect.comment.begin(), dialect.comment.end(), isAscii);
    if (!RecordStream::canCut(dialect) || !asciiComment)
        return std::nullopt;
    std::optional<SingleByteTable> table = SingleByteTable::of(dialect.encoding);
    return table && table->asciiStands() ? table : std::nullopt;
}

std::optional<ByteSet> badBytesOf(const QByteArray &encoding)
{
    const std::optional<SingleByteTable> table = SingleByteTable::of(encoding);
    return table && table->asciiStands() ? std::optional(table->badBytes()) : std::nullopt;
}

} // namespace rowlift
