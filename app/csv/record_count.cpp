#include "app/csv/parted_pass.h"
#include "app/csv/record_index.h"

namespace rowlift {

namespace {

constexpr qint64 countedAtOnce = 256 * 1024;

Done countInto(RecordCount &count, RecordStream &stream, qint64 until)
{
    RowView row;
    RecordStream::Run run;
    while (stream.position().offset < until) {
        const auto step = stream.step({ .bytes = countedAtOnce }, row, run);
        if (!step)
            return tl::unexpected(step.error());
        if (*step == RecordStream::Step::End)
            break;
        const bool isRun = *step == RecordStream::Step::Run;
        count.records += isRun ? run.records : 1;
        count.dataRows += isRun ? run.records - run.blank : row.isData() ? 1 : 0;
    }
    return {};
}

} // namespace

Result<RecordCount> countRecords(ByteSource &source, const Dialect &dialect, const Progress &progress,
                                 std::stop_token stop)
{
    RecordCount count;
    RowPosition position;
    WatchedSource watched(source, stop);
    if (canReadInParts(dialect)) {
        RecordStream head(watched, dialect, {}, {});
        const Result<RowPosition> begin = head.begin();
        if (!begin)
            return tl::unexpected(begin.error());
        position = *begin;
        RowView row;
        while (position.record < dialect.firstDataRecord()) {
            const Result<bool> more = head.next(row);
            if (!more)
                return tl::unexpected(more.error());
            position = head.position();
            if (!*more)
                break;
            ++count.records;
            count.dataRows += row.isData() ? 1 : 0;
        }
        const PartPlan plan { .dialect = dialectOfRows(dialect),
                              .start = position,
                              .end = dialect.dataEnd < 0 ? source.size() : dialect.dataEnd,
                              .raw = true };
        const auto read = [](RecordStream &stream, qint64 until) -> Result<RecordCount> {
            RecordCount part;
            if (const Done done = countInto(part, stream, until); !done)
                return tl::unexpected(done.error());
            return part;
        };
        PartedPass<RecordCount> pass(source, plan, read, stop);
        const auto take = [&](const RecordCount &part, RowPosition, RowPosition end) -> Done {
            count.records += part.records;
            count.dataRows += part.dataRows;
            progress.tell(end.offset, source.size());
            return {};
        };
        const Result<RowPosition> end = pass.run(take);
        if (!end)
            return tl::unexpected(end.error());
        position = *end;
    }
    RecordStream rest(watched, dialect, position, {});
    if (const Done done = countInto(count, rest, source.size()); !done)
        return tl::unexpected(done.error());
    return count;
}

} // namespace rowlift
