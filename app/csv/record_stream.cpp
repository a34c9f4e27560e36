#include "app/csv/record_stream.h"

#include "app/csv/bad_input.h"
#include "app/csv/quote_search.h"
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
constexpr std::size_t lookedAheadFrom = std::size_t(4) * 1024 * 1024;

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

RecordStream::RecordStream(ByteSource &source, const Dialect &dialect, RowPosition from,
                           const Options &options)
    : m_dialect(dialect)
    , m_window(source, options.raw || options.table ? QByteArray() : dialect.encoding, from.offset,
               static_cast<std::size_t>(std::max<qsizetype>(options.block, 1)))
    , m_parser(dialect)
    , m_badBytes(options.table ? &options.table->badBytes() : options.badBytes)
    , m_table(options.table)
    , m_canRun(canRun(dialect))
    , m_canCut(canCut(dialect) && (dialect.quote != '\0' || !m_window.isRaw() || m_badBytes))
    , m_record(from.record)
{
    for (const QByteArray &word : dialect.blankWords)
        m_blankWords.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
    m_dialect.blankWords.clear();
    m_window.setUntil(options.until);
}

Done RecordStream::open()
{
    if (m_opened)
        return {};
    m_opened = true;
    return m_table ? Done() : m_window.open(); // what looks like a mark of UTF-8 is none in other encodings
}

Result<RowPosition> RecordStream::begin()
{
    if (const Done opened = open(); !opened)
        return tl::unexpected(opened.error());
    return position();
}

Result<bool> RecordStream::next(RowView &row)
{
    const Result<bool> parsed = parse();
    if (!parsed || !*parsed)
        return parsed;
    const bool endMatters = m_dialect.dataEnd >= 0 && m_dialect.lastRecord < 0;
    const qint64 offset = endMatters ? m_window.offset() : 0;
    row = { .record = m_record,
            .cells = {},
            .unclosedQuote = m_parser.unclosedColumn() >= 0,
            .unclosedColumn = m_parser.unclosedColumn(),
            .looseQuote = m_parser.looseColumn() >= 0,
            .looseColumn = m_parser.looseColumn() };
    if (m_badBytes || m_window.isSuspectAt(m_window.begin()))
        inspect(row);
    if (m_parser.changesBytes())
        m_window.settleTo(m_parser.next());
    const std::span<std::string_view> cells = m_parser.takeCells(m_window.begin());
    row.cells = cells;
    if (m_table)
        decode(cells);
    else if (row.badBytes && !m_window.isDecoded())
        repair(cells);
    if (!m_blankWords.empty() && !m_parser.isComment())
        emptyBlankWords(cells);
    row.blank = std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return cell.empty(); });
    row.role = roleOf(row, offset);
    m_window.passTo(m_parser.next());
    ++m_record;
    return true;
}

/// Finds the next record whole, or says that there is none.
Result<bool> RecordStream::parse()
{
    if (const Done opened = open(); !opened)
        return tl::unexpected(opened.error());
    while (m_window.size() == 0 || !m_parser.parse(m_window.begin(), m_window.end(), m_window.atEnd())) {
        if (m_window.atEnd())
            return false;
        const bool tooLong = std::max(m_window.size(), m_window.waiting()) > longestRecord;
        if (tooLong || (m_window.size() > 0 && m_parser.cellCount() > mostCells))
            return tl::unexpected(recordTooLong(m_record));
        const bool lookingAhead = m_parser.openCell() && m_window.size() > lookedAheadFrom && !m_lookedAhead;
        if (const Done read = lookingAhead ? lookAhead() : m_window.fill(); !read)
            return tl::unexpected(read.error());
    }
    m_lookedAhead = false;
    if (m_parser.cellCount() > mostCells)
        return tl::unexpected(recordTooLong(m_record));
    return true;
}

/// A cell that is long already may be one that is closed nowhere: before all of it is read into memory,
/// whether it has an end.
Done RecordStream::lookAhead()
{
    m_lookedAhead = true;
    if (m_window.isDecoded() || (m_dialect.escape != '\0' && m_dialect.escape != m_dialect.quote))
        return {};
    using Answer = QuoteSearch::Answer;
    QuoteSearch search(m_dialect.quote, RecordParser::longestQuotedCell);
    const char *const cell = m_parser.openCell();
    Answer answer = search.take({ cell, static_cast<std::size_t>(m_window.end() - cell) });
    std::vector<char> block(RowReader::blockBytes);
    for (qint64 further = 0; answer == Answer::Unknown;) {
        const Result<std::size_t> got = m_window.peek(further, block);
        if (!got)
            return tl::unexpected(got.error());
        further += static_cast<qint64>(*got);
        answer = *got == 0 ? search.atEnd() : search.take({ block.data(), *got });
    }
    if (answer == Answer::NeverCloses)
        m_parser.openCellNeverCloses();
    return {};
}

RowRole RecordStream::roleOf(const RowView &row, qint64 offset) const
{
    if (m_parser.isComment())
        return RowRole::Comment;
    if (m_dialect.isHeader(row.record))
        return RowRole::Header;
    if (row.record < m_dialect.firstDataRecord())
        return RowRole::Title;
    if (m_dialect.lastRecord >= 0 && row.record > m_dialect.lastRecord)
        return RowRole::Below;
    if (m_dialect.dataEnd >= 0 && m_dialect.lastRecord < 0 && offset >= m_dialect.dataEnd)
        return RowRole::Below;
    return row.blank && m_dialect.skipEmpty ? RowRole::Blank : RowRole::Data;
}

void RecordStream::emptyBlankWords(std::span<std::string_view> cells) const
{
    for (std::string_view &cell : cells) {
        if (std::find(m_blankWords.begin(), m_blankWords.end(), cell) != m_blankWords.end())
            cell = {};
    }
}

/// How many bytes of \a text are characters before the first that are none.
std::size_t RecordStream::validLength(std::string_view text) const
{
    if (!m_window.isRaw())
        return validUtf8Length(text);
    const auto bad = std::find_if(text.begin(), text.end(), [this](char c) {
        return m_badBytes->contains(static_cast<std::uint8_t>(c));
    });
    return static_cast<std::size_t>(bad - text.begin());
}

/// Looks for NULs and for bytes that are no characters.
void RecordStream::inspect(RowView &row)
{
    const std::string_view record = m_parser.record();
    row.nulBytes = std::memchr(record.data(), '\0', record.size()) != nullptr;
    if (m_window.isDecoded()) {
        row.badBytes = record.find(replacementUtf8) != std::string_view::npos;
        return;
    }
    const std::size_t good = validLength(record);
    row.badBytes = good < record.size();
    row.badOffset = row.badBytes ? m_window.offset() + static_cast<qint64>(good) : -1;
}

/// Puts U+FFFD in place of bytes that are no characters.
void RecordStream::repair(std::span<std::string_view> cells)
{
    m_repaired.resize(std::max(m_repaired.size(), m_parser.record().size() * 3));
    char *to = m_repaired.data();
    for (std::string_view &cell : cells) {
        if (validLength(cell) == cell.size())
            continue;
        char *end = to;
        if (!m_window.isRaw()) {
            end = writeRepairedUtf8(to, cell);
        } else {
            for (const char c : cell) {
                const bool bad = m_badBytes->contains(static_cast<std::uint8_t>(c));
                const std::string_view piece = bad ? replacementUtf8 : std::string_view(&c, 1);
                end = std::copy(piece.begin(), piece.end(), end);
            }
        }
        cell = { to, static_cast<std::size_t>(end - to) };
        to = end;
    }
}

/// For single rows of a window that is not decoded.
void RecordStream::decode(std::span<std::string_view> cells)
{
    m_repaired.resize(std::max(
        m_repaired.size(), m_parser.record().size() * SingleByteTable::mostBytes + SingleByteTable::slack));
    char *to = m_repaired.data();
    for (std::string_view &cell : cells) {
        char *const end = m_table->decode(cell, to);
        cell = { to, static_cast<std::size_t>(end - to) };
        to = end;
    }
}

} // namespace rowlift
