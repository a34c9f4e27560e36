#include "app/csv/clean_copy.h"

#include "app/csv/csv_writer.h"
#include "app/csv/out_buffer.h"
#include "app/csv/parted_pass.h"
#include "app/csv/record_index.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 copiedAtOnce = 64 * 1024;
constexpr std::size_t roomBehindRun = 128; ///< As RecordStream::Wish::out says.

struct CleanPart {
    OutBuffer out;
    CleanCopy facts;
};

/// Buffers that were written and can be filled again; between the threads that fill and the one that writes.
class SpareBuffers {
public:
    OutBuffer take()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_spare.empty())
            return {};
        OutBuffer buffer = std::move(m_spare.back());
        m_spare.pop_back();
        return buffer;
    }
    void give(OutBuffer buffer)
    {
        buffer.clear();
        const std::scoped_lock lock(m_mutex);
        m_spare.push_back(std::move(buffer));
    }

private:
    std::mutex m_mutex;
    std::vector<OutBuffer> m_spare;
};

QStringList cleanTexts(std::span<const std::string_view> cells)
{
    QStringList texts;
    for (const std::string_view cell : cells)
        texts.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    return texts;
}

QByteArray headerRecord(const QStringList &header)
{
    QByteArray record;
    std::vector<QByteArray> bytes;
    for (const QString &text : header)
        bytes.push_back(text.toUtf8());
    std::vector<std::string_view> cells;
    for (const QByteArray &cell : bytes)
        cells.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
    appendRecord(record, cells);
    return record;
}

class CleanPass {
public:
    CleanPass(ByteSource &source, const Dialect &dialect, const std::function<Done(std::string_view)> &write,
              const Progress &progress, std::stop_token stop)
        : m_source(source)
        , m_dialect(dialect)
        , m_write(write)
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
    }

    Result<CleanCopy> run();

private:
    Result<RowPosition> writeHead();
    Result<RowPosition> writeParts(RowPosition start);
    Done writeRest(RowPosition start);
    Done writePart(CleanPart &part, qint64 offset);
    static Done readPart(RecordStream &stream, qint64 until, CleanPart &part);

    ByteSource &m_source;
    const Dialect &m_dialect;
    const std::function<Done(std::string_view)> &m_write;
    const Progress &m_progress;
    std::stop_token m_stop;
    SpareBuffers m_spare;
    CleanCopy m_copy;
};

Result<CleanCopy> CleanPass::run()
{
    Result<RowPosition> position = writeHead();
    if (position && canReadInParts(m_dialect))
        position = writeParts(*position);
    if (!position)
        return tl::unexpected(position.error());
    if (const Done rest = writeRest(*position); !rest)
        return tl::unexpected(rest.error());
    return m_copy;
}

/// Titles, which are left out, and the header.
Result<RowPosition> CleanPass::writeHead()
{
    WatchedSource watched(m_source, m_stop);
    RecordStream stream(watched, m_dialect, {}, {});
    QStringList header;
    RowView row;
    Result<RowPosition> position = stream.begin();
    while (position && position->record < m_dialect.firstDataRecord()) {
        const Result<bool> more = stream.next(row);
        if (!more)
            return tl::unexpected(more.error());
        *position = stream.position();
        if (!*more)
            break;
        if (row.role != RowRole::Header)
            continue;
        header = joinedHeader(header, cleanTexts(row.cells));
        m_copy.damaged += row.badBytes ? 1 : 0;
    }
    if (header.isEmpty())
        return position;
    const QByteArray record = headerRecord(header);
    if (const Done written = m_write({ record.constData(), static_cast<std::size_t>(record.size()) });
        !written)
        return tl::unexpected(written.error());
    return position;
}

Result<RowPosition> CleanPass::writeParts(RowPosition start)
{
    const PartPlan plan { .dialect = dialectOfRows(m_dialect),
                          .start = start,
                          .end = m_dialect.dataEnd < 0 ? m_source.size() : m_dialect.dataEnd,
                          .partBytes = qint64(1024) * 1024 };
    const auto read = [this](RecordStream &stream, qint64 until) -> Result<CleanPart> {
        CleanPart part { .out = m_spare.take(), .facts = {} };
        if (const Done done = readPart(stream, until, part); !done)
            return tl::unexpected(done.error());
        return part;
    };
    PartedPass<CleanPart> pass(m_source, plan, read, m_stop);
    return pass.run(
        [this](CleanPart &part, RowPosition, RowPosition end) { return writePart(part, end.offset); });
}

Done CleanPass::writeRest(RowPosition start)
{
    WatchedSource watched(m_source, m_stop);
    RecordStream stream(watched, m_dialect, start, {});
    for (qint64 offset = start.offset; offset < m_source.size();) {
        CleanPart part { .out = m_spare.take(), .facts = {} };
        if (Done done = readPart(stream, offset + RowReader::blockBytes, part); !done)
            return done;
        const qint64 before = std::exchange(offset, stream.position().offset);
        if (Done done = writePart(part, offset); !done || offset == before)
            return done;
    }
    return {};
}

Done CleanPass::writePart(CleanPart &part, qint64 offset)
{
    if (Done written = m_write(part.out.text()); !written)
        return written;
    m_copy.rows += part.facts.rows;
    m_copy.damaged += part.facts.damaged;
    m_spare.give(std::move(part.out));
    m_progress.tell(offset, m_source.size());
    return {};
}

Done CleanPass::readPart(RecordStream &stream, qint64 until, CleanPart &part)
{
    RowView row;
    RecordStream::Run run;
    while (stream.position().offset < until) {
        char *const out = part.out.room(copiedAtOnce + roomBehindRun);
        const auto step = stream.step(
            { .purpose = RecordStream::Purpose::Copying, .bytes = copiedAtOnce, .out = out }, row, run);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == RecordStream::Step::End)
            break;
        if (*step == RecordStream::Step::Run) {
            part.out.endAt(run.out);
            part.facts.rows += run.records;
        } else if (row.isData()) {
            appendRecord(part.out, row.cells);
            ++part.facts.rows;
            part.facts.damaged += row.badBytes ? 1 : 0;
        }
    }
    return {};
}

} // namespace

Result<CleanCopy> copyClean(ByteSource &source, const Dialect &dialect,
                            const std::function<Done(std::string_view)> &write, const Progress &progress,
                            std::stop_token stop)
{
    return CleanPass(source, dialect, write, progress, std::move(stop)).run();
}

} // namespace rowlift
