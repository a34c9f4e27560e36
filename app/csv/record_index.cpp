#include "app/csv/record_index.h"

#include <QElapsedTimer>
#include <QSet>

#include <xxhash.h>

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 bytesBetweenMarks = 64 * 1024;
constexpr qint64 millisecondsBetweenSnapshots = 100;
constexpr std::size_t listedProblems = 1000;

QString toText(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

QStringList toTexts(std::span<const std::string_view> cells)
{
    QStringList texts;
    texts.reserve(static_cast<qsizetype>(cells.size()));
    for (const std::string_view cell : cells)
        texts.append(toText(cell));
    return texts;
}

/// Sits between the file and its reader: hashes what passes, tells how far it is, and stops.
class WatchedSource : public ByteSource {
public:
    WatchedSource(ByteSource &source, const Progress &progress, std::stop_token stop)
        : m_source(source)
        , m_progress(progress)
        , m_stop(std::move(stop))
        , m_hash(XXH3_createState(), &XXH3_freeState)
    {
        XXH3_64bits_reset(m_hash.get());
    }

    qint64 size() const override { return m_source.size(); }

    Result<qint64> read(qint64 offset, std::span<char> into) override
    {
        if (m_stop.stop_requested())
            return tl::unexpected(cancelledError());
        Q_ASSERT(offset == m_bytes);
        const Result<qint64> got = m_source.read(offset, into);
        if (!got)
            return got;
        XXH3_64bits_update(m_hash.get(), into.data(), static_cast<std::size_t>(*got));
        m_bytes += *got;
        m_progress.tell(m_bytes, size());
        return got;
    }

    qint64 bytes() const { return m_bytes; }
    quint64 hash() const { return XXH3_64bits_digest(m_hash.get()); }

private:
    ByteSource &m_source;
    const Progress &m_progress;
    std::stop_token m_stop;
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> m_hash;
    qint64 m_bytes = 0;
};

int firstColumnWith(std::span<const std::string_view> cells, std::string_view what)
{
    const auto hit = std::find_if(cells.begin(), cells.end(), [what](std::string_view cell) {
        return cell.find(what) != std::string_view::npos;
    });
    return hit == cells.end() ? -1 : static_cast<int>(hit - cells.begin());
}

std::size_t widthWithoutEmptyEnd(std::span<const std::string_view> cells)
{
    std::size_t width = cells.size();
    while (width > 0 && cells[width - 1].empty())
        --width;
    return width;
}

/// What a pass over the file learns, record by record.
class IndexBuilder {
public:
    explicit IndexBuilder(const Dialect &dialect)
        : m_dialect(dialect)
    {
    }

    void take(const RowView &row);
    RecordIndex &index() { return m_index; }

private:
    void takeHeader(const RowView &row);
    void takeDataRow(const RowView &row);
    void noteOddBytes(const RowView &row);
    void note(const FileProblem &problem);

    Dialect m_dialect;
    RecordIndex m_index;
    std::size_t m_leastCells = 0; ///< A row with fewer is ragged.
    std::size_t m_mostCells = 0; ///< A row with something behind these is ragged.
    bool m_widthKnown = false;
};

void IndexBuilder::take(const RowView &row)
{
    m_index.records = row.record + 1;
    if (row.unclosedQuote || row.badBytes || row.nulBytes)
        noteOddBytes(row);
    if (row.role == RowRole::Header)
        takeHeader(row);
    else if (row.isData())
        takeDataRow(row);
}

void IndexBuilder::takeHeader(const RowView &row)
{
    m_index.header = joinedHeader(m_index.header, toTexts(row.cells));
    m_mostCells = std::max(m_mostCells, row.cells.size());
    // "Name;Mail;;": rows need not have the cells without a name
    m_leastCells = std::max(m_leastCells, widthWithoutEmptyEnd(row.cells));
    m_widthKnown = true;
    if (row.record != m_dialect.headerRecord + m_dialect.headerRows - 1)
        return;
    QSet<QString> seen;
    for (int column = 0; column < m_index.header.size(); ++column) {
        const QString name = m_index.header[column].trimmed();
        using Kind = FileProblem::Kind;
        if (name.isEmpty())
            note({ .kind = Kind::EmptyHeader, .record = row.record, .column = column });
        else if (seen.contains(name))
            note({ .kind = Kind::DuplicateHeader, .record = row.record, .column = column });
        seen.insert(name);
    }
}

void IndexBuilder::takeDataRow(const RowView &row)
{
    ++m_index.dataRows;
    if (!m_widthKnown) { // no header: the first row sets the width
        m_mostCells = row.cells.size();
        m_leastCells = row.cells.size();
        m_widthKnown = true;
        m_index.header = columnNames({}, static_cast<int>(row.cells.size()));
    }
    if (row.cells.size() == m_mostCells)
        return;
    if (row.cells.size() < m_leastCells || widthWithoutEmptyEnd(row.cells) > m_mostCells)
        note({ .kind = FileProblem::Kind::RaggedRow,
               .record = row.record,
               .cells = static_cast<int>(row.cells.size()) });
}

void IndexBuilder::noteOddBytes(const RowView &row)
{
    using Kind = FileProblem::Kind;
    using namespace std::string_view_literals;
    if (row.unclosedQuote)
        note({ .kind = Kind::UnclosedQuote, .record = row.record, .column = row.unclosedColumn });
    if (row.badBytes)
        note({ .kind = Kind::UndecodableBytes,
               .record = row.record,
               .column = firstColumnWith(row.cells, "\xEF\xBF\xBD"sv) });
    if (row.nulBytes)
        note({ .kind = Kind::NulBytes, .record = row.record, .column = firstColumnWith(row.cells, "\0"sv) });
}

void IndexBuilder::note(const FileProblem &problem)
{
    ++m_index.problemCounts[problem.kind];
    if (m_index.problems.size() < listedProblems)
        m_index.problems.push_back(problem);
}

} // namespace

Result<RecordIndex> indexRecords(ByteSource &source, const Dialect &dialect, const Progress &progress,
                                 const std::function<void(const RecordIndex &)> &grown, std::stop_token stop)
{
    WatchedSource watched(source, progress, std::move(stop));
    RowReader reader(watched, dialect);
    IndexBuilder builder(dialect);
    RecordIndex &index = builder.index();
    index.marks.push_back({});
    QElapsedTimer sinceSnapshot;
    RowPosition position;
    RowView row;
    for (;;) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (position.offset - index.marks.back().offset >= bytesBetweenMarks) {
            index.marks.push_back(position);
            const bool due
                = !sinceSnapshot.isValid() || sinceSnapshot.elapsed() >= millisecondsBetweenSnapshots;
            if (grown && due) {
                index.bytes = position.offset;
                grown(index);
                sinceSnapshot.start();
            }
        }
        builder.take(row);
        position = reader.position();
    }
    index.bytes = watched.bytes();
    index.contentHash = watched.hash();
    return std::move(index);
}

Result<std::vector<TextRow>> readRows(ByteSource &source, const Dialect &dialect,
                                      const std::vector<RowPosition> &marks, qint64 first, qint64 count,
                                      qint64 mostCells)
{
    const auto behind
        = std::upper_bound(marks.begin(), marks.end(), first,
                           [](qint64 record, const RowPosition &mark) { return record < mark.record; });
    RowReader reader(source, dialect, behind == marks.begin() ? RowPosition {} : *std::prev(behind));
    std::vector<TextRow> rows;
    RowView row;
    qint64 cells = 0;
    while (static_cast<qint64>(rows.size()) < count && cells < mostCells) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (row.record < first)
            continue;
        cells += static_cast<qint64>(row.cells.size());
        rows.push_back(
            { .record = row.record, .cells = toTexts(row.cells), .blank = row.blank, .role = row.role });
    }
    return rows;
}

} // namespace rowlift
