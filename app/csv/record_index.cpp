#include "app/csv/record_index.h"

#include "app/csv/index_builder.h"
#include "app/csv/parted_pass.h"

#include <QElapsedTimer>

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 millisecondsBetweenSnapshots = 100;

std::string_view beginningOf(std::string_view cell)
{
    if (cell.size() <= mostCellBytes)
        return cell;
    std::size_t size = mostCellBytes;
    while (size > 0 && (static_cast<unsigned char>(cell[size]) & 0xC0) == 0x80)
        --size;
    return cell.substr(0, size);
}

TextRow toText(const RowView &row)
{
    TextRow text { .record = row.record, .cells = {}, .blank = row.blank, .role = row.role };
    text.cells.reserve(static_cast<qsizetype>(row.cells.size()));
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const std::string_view whole = row.cells[column];
        const std::string_view cell = beginningOf(whole);
        if (cell.size() < whole.size())
            text.cut.push_back(
                { .column = static_cast<int>(column), .bytes = static_cast<qint64>(whole.size()) });
        text.cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    }
    return text;
}

qint64 shownBytes(const RowView &row)
{
    std::size_t bytes = 0;
    for (const std::string_view cell : row.cells)
        bytes += std::min(cell.size(), mostCellBytes);
    return static_cast<qint64>(bytes);
}

using Step = RecordStream::Step;

/// One pass over a file for its index.
class IndexPass {
public:
    IndexPass(ByteSource &source, const Dialect &dialect, const Progress &progress,
              const std::function<void(const RecordIndex &)> &grown, std::stop_token stop)
        : m_source(source)
        , m_dialect(dialect)
        , m_progress(progress)
        , m_grown(grown)
        , m_stop(std::move(stop))
        , m_hash(source.size())
        , m_builder(dialect)
    {
    }

    Result<RecordIndex> run();

private:
    Result<RowPosition> readHead();
    Result<RowPosition> readParts(RowPosition start, bool raw, const ByteSet *badBytes);
    Done readRest(RowPosition start);
    static Done readPart(RecordStream &stream, qint64 until, IndexBuilder &builder);
    void tell(qint64 offset);

    ByteSource &m_source;
    const Dialect &m_dialect;
    const Progress &m_progress;
    const std::function<void(const RecordIndex &)> &m_grown;
    std::stop_token m_stop;
    PieceHash m_hash;
    IndexBuilder m_builder;
    QElapsedTimer m_sinceSnapshot;
    qint64 m_told = 0;
};

Result<RecordIndex> IndexPass::run()
{
    m_builder.mark({});
    RowPosition position;
    const bool utf8 = isUtf8Name(m_dialect.encoding);
    const std::optional<ByteSet> badBytes = badBytesOf(m_dialect.encoding);
    if (RecordStream::canRun(m_dialect) && (utf8 || badBytes)) {
        const Result<RowPosition> head = readHead();
        if (!head)
            return tl::unexpected(head.error());
        const Result<RowPosition> parts = readParts(*head, !utf8, utf8 ? nullptr : &*badBytes);
        if (!parts)
            return tl::unexpected(parts.error());
        position = *parts;
    }
    if (position.offset < m_source.size()) {
        if (const Done rest = readRest(position); !rest)
            return tl::unexpected(rest.error());
    }
    const Result<quint64> hash = m_hash.whole(m_source, m_stop);
    if (!hash)
        return tl::unexpected(hash.error());
    m_builder.index().bytes = m_source.size();
    m_builder.index().contentHash = *hash;
    tell(m_source.size());
    return std::move(m_builder.index());
}

/// Reads up to where only rows of data are left, and the width of the table is known.
Result<RowPosition> IndexPass::readHead()
{
    WatchedSource watched(m_source, m_stop);
    RecordStream stream(watched, m_dialect, {}, {});
    RowView row;
    RowPosition position;
    while (position.record < m_dialect.firstDataRecord() || m_builder.width() == 0) {
        m_builder.mark(position);
        const Result<bool> more = stream.next(row);
        if (!more)
            return tl::unexpected(more.error());
        position = stream.position();
        if (!*more)
            break;
        m_builder.take(row);
    }
    return position;
}

Result<RowPosition> IndexPass::readParts(RowPosition start, bool raw, const ByteSet *badBytes)
{
    const PartPlan plan { .dialect = dialectOfRows(m_dialect),
                          .start = start,
                          .end = m_dialect.dataEnd < 0 ? m_source.size() : m_dialect.dataEnd,
                          .raw = raw,
                          .badBytes = badBytes,
                          .hash = &m_hash };
    const auto read = [this](RecordStream &stream, qint64 until) -> Result<RecordIndex> {
        IndexBuilder builder = m_builder.partBuilder(stream.position().record);
        if (const Done done = readPart(stream, until, builder); !done)
            return tl::unexpected(done.error());
        return std::move(builder.index());
    };
    PartedPass<RecordIndex> pass(m_source, plan, read, m_stop);
    return pass.run([this](RecordIndex &part, RowPosition begin, RowPosition end) -> Done {
        m_builder.take(part, begin);
        tell(end.offset);
        return {};
    });
}

/// What has to be read by one thread: rows that need a closer look, and what stands below the table.
Done IndexPass::readRest(RowPosition start)
{
    WatchedSource watched(m_source, m_stop, &m_hash);
    RecordStream stream(watched, m_dialect, start, {});
    while (start.offset < m_source.size()) {
        const qint64 until = start.offset + PieceHash::pieceBytes;
        const qint64 before = m_builder.index().records;
        if (Done done = readPart(stream, until, m_builder); !done)
            return done;
        if (m_builder.index().records == before)
            break;
        start = stream.position();
        tell(start.offset);
    }
    return {};
}

Done IndexPass::readPart(RecordStream &stream, qint64 until, IndexBuilder &builder)
{
    RowView row;
    RecordStream::Run run;
    for (;;) {
        const RowPosition position = stream.position();
        if (position.offset >= until)
            return {};
        builder.mark(position);
        const bool widthKnown = builder.width() > 0;
        const Result<Step> step
            = stream.step({ .purpose = RecordStream::Purpose::Judging,
                            .cells = builder.width(),
                            .bytes = widthKnown ? builder.bytesToMark(position.offset) : 0 },
                          row, run);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == Step::End)
            return {};
        if (*step == Step::Run)
            builder.take(run);
        else
            builder.take(row);
    }
}

void IndexPass::tell(qint64 offset)
{
    if (offset == m_told)
        return;
    m_told = offset;
    m_progress.tell(offset, m_source.size());
    const bool due = !m_sinceSnapshot.isValid() || m_sinceSnapshot.elapsed() >= millisecondsBetweenSnapshots;
    if (!m_grown || !due || offset == m_source.size())
        return;
    m_builder.index().bytes = offset;
    m_grown(m_builder.index());
    m_sinceSnapshot.start();
}

} // namespace

Result<RecordIndex> indexRecords(ByteSource &source, const Dialect &dialect, const Progress &progress,
                                 const std::function<void(const RecordIndex &)> &grown, std::stop_token stop)
{
    return IndexPass(source, dialect, progress, grown, std::move(stop)).run();
}

Result<std::vector<TextRow>> readRows(ByteSource &source, const Dialect &dialect,
                                      const std::vector<RowPosition> &marks, qint64 first, qint64 count,
                                      const RowsLimit &limit)
{
    const auto behind
        = std::upper_bound(marks.begin(), marks.end(), first,
                           [](qint64 record, const RowPosition &mark) { return record < mark.record; });
    RowReader reader(source, dialect, behind == marks.begin() ? RowPosition {} : *std::prev(behind));
    std::vector<TextRow> rows;
    RowView row;
    qint64 cells = 0;
    qint64 bytes = 0;
    bool anyData = false;
    while (static_cast<qint64>(rows.size()) < count && cells < limit.cells
           && (bytes < limit.bytes || !anyData)) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (row.record < first)
            continue;
        cells += static_cast<qint64>(row.cells.size());
        rows.push_back(toText(row));
        bytes += shownBytes(row);
        anyData = anyData || row.isData();
    }
    return rows;
}

} // namespace rowlift
