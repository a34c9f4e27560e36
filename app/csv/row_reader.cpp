#include "app/csv/row_reader.h"

#include "app/csv/bad_input.h"
#include "app/csv/record_parser.h"
#include "app/csv/text_window.h"
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

class RowReader::Impl {
public:
    Impl(ByteSource &source, const Dialect &dialect, RowPosition from, qsizetype block)
        : m_dialect(dialect)
        , m_window(source, dialect.encoding, from.offset,
                   static_cast<std::size_t>(std::max<qsizetype>(block, 1)))
        , m_parser(dialect)
        , m_record(from.record)
    {
        for (const QByteArray &word : dialect.blankWords)
            m_blankWords.emplace_back(word.constData(), static_cast<std::size_t>(word.size()));
        m_dialect.blankWords.clear();
    }

    Result<bool> next(RowView &row);
    RowPosition position() { return { .record = m_record, .offset = m_window.offset() }; }

private:
    Result<bool> parse();
    void emptyBlankWords(std::span<std::string_view> cells) const;
    void inspect(RowView &row);
    void repair(std::span<std::string_view> cells);
    RowRole roleOf(const RowView &row, qint64 offset) const;

    Dialect m_dialect;
    std::vector<std::string> m_blankWords;
    TextWindow m_window;
    RecordParser m_parser;
    bool m_opened = false;
    qint64 m_record;
    std::vector<char> m_repaired;
};

Result<bool> RowReader::Impl::next(RowView &row)
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
    if (m_window.isSuspectAt(m_window.begin()))
        inspect(row);
    if (m_parser.changesBytes())
        m_window.settleTo(m_parser.next());
    const std::span<std::string_view> cells = m_parser.takeCells(m_window.begin());
    row.cells = cells;
    if (row.badBytes && !m_window.isDecoded())
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
Result<bool> RowReader::Impl::parse()
{
    if (!m_opened) {
        if (const Done opened = m_window.open(); !opened)
            return tl::unexpected(opened.error());
        m_opened = true;
    }
    while (m_window.size() == 0 || !m_parser.parse(m_window.begin(), m_window.end(), m_window.atEnd())) {
        if (m_window.atEnd())
            return false;
        const bool tooLong = std::max(m_window.size(), m_window.waiting()) > longestRecord;
        if (tooLong || (m_window.size() > 0 && m_parser.cellCount() > mostCells))
            return tl::unexpected(recordTooLong(m_record));
        if (const Done filled = m_window.fill(); !filled)
            return tl::unexpected(filled.error());
    }
    if (m_parser.cellCount() > mostCells)
        return tl::unexpected(recordTooLong(m_record));
    return true;
}

RowRole RowReader::Impl::roleOf(const RowView &row, qint64 offset) const
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

void RowReader::Impl::emptyBlankWords(std::span<std::string_view> cells) const
{
    for (std::string_view &cell : cells) {
        if (std::find(m_blankWords.begin(), m_blankWords.end(), cell) != m_blankWords.end())
            cell = {};
    }
}

/// Looks for NULs and for bytes that are no characters.
void RowReader::Impl::inspect(RowView &row)
{
    const auto bytes = static_cast<std::size_t>(m_parser.next() - m_window.begin());
    const std::string_view record(m_window.begin(), bytes);
    row.nulBytes = std::memchr(record.data(), '\0', record.size()) != nullptr;
    row.badBytes = m_window.isDecoded() ? record.find(replacementUtf8) != std::string_view::npos
                                        : !isValidUtf8(record);
}

/// Puts U+FFFD in place of bytes that are no characters.
void RowReader::Impl::repair(std::span<std::string_view> cells)
{
    const auto bytes = static_cast<std::size_t>(m_parser.next() - m_window.begin());
    m_repaired.resize(std::max(m_repaired.size(), bytes * 3));
    char *to = m_repaired.data();
    for (std::string_view &cell : cells) {
        if (isValidUtf8(cell))
            continue;
        char *const end = writeRepairedUtf8(to, cell);
        cell = { to, static_cast<std::size_t>(end - to) };
        to = end;
    }
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
