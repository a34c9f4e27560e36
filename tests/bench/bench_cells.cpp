// How fast rows come as cells: nanoseconds a row and gigabytes a second, for one thread and two.
//
//     bench_cells FILE [ENCODING [DELIMITER [TIMES [ONLY]]]]       ONLY: part of the name of a pass
//
#include "app/csv/parted_pass.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <limits>

namespace {

using namespace rowlift;

struct Sum {
    qint64 rows = 0;
    qint64 single = 0; ///< Rows that came alone.
    quint64 bytes = 0;
};

/// Takes something of every wanted cell, as whoever copies them would.
Done addUp(RecordStream &stream, qint64 until, const CellWish &wish, Sum &sum)
{
    RowBatch batch;
    while (stream.position().offset < until) {
        const Result<bool> more = stream.nextRows(batch, wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        sum.rows += static_cast<qint64>(batch.rows());
        sum.single += batch.rows() == 1 ? 1 : 0;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            const std::span<const std::string_view> cells = batch.cells(row);
            if (wish.columns.empty()) {
                for (const std::string_view cell : cells)
                    sum.bytes += cell.size();
                continue;
            }
            for (const int column : wish.columns) {
                const auto at = static_cast<std::size_t>(column);
                sum.bytes += at < cells.size() ? cells[at].size() : 0;
            }
        }
    }
    return {};
}

Sum inParts(ByteSource &source, const Dialect &dialect, const CellWish &wish, const SingleByteTable *table)
{
    const PartPlan plan { .dialect = dialect,
                          .start = { .record = 0, .offset = 0 },
                          .end = source.size(),
                          .partBytes = qint64(1024) * 1024,
                          .table = table };
    const auto read = [&wish](RecordStream &stream, qint64 until) -> Result<Sum> {
        Sum part;
        if (const Done done = addUp(stream, until, wish, part); !done)
            return tl::unexpected(done.error());
        return part;
    };
    Sum sum;
    PartedPass<Sum> pass(source, plan, read, {});
    const auto end = pass.run([&sum](const Sum &part, RowPosition, RowPosition) -> Done {
        sum.rows += part.rows;
        sum.single += part.single;
        sum.bytes += part.bytes;
        return {};
    });
    if (!end)
        std::exit(1);
    return sum;
}

Sum inOneThread(ByteSource &source, const Dialect &dialect, const CellWish &wish,
                const SingleByteTable *table)
{
    RecordStream stream(source, dialect, {}, { .table = table });
    Sum sum;
    if (!addUp(stream, source.size(), wish, sum))
        std::exit(1);
    return sum;
}

Sum rowByRow(ByteSource &source, const Dialect &dialect)
{
    RowReader reader(source, dialect);
    RowView row;
    Sum sum;
    for (auto more = reader.next(row); more && *more; more = reader.next(row)) {
        ++sum.rows;
        for (const std::string_view cell : row.cells)
            sum.bytes += cell.size();
    }
    return sum;
}

template <typename Pass>
void measure(const char *name, qint64 bytes, int times, const char *only, const Pass &pass)
{
    if (!std::strstr(name, only))
        return;
    qint64 best = std::numeric_limits<qint64>::max();
    std::clock_t leastWork = std::numeric_limits<std::clock_t>::max();
    Sum sum;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        sum = pass();
        leastWork = std::min(leastWork, std::clock() - before);
        best = std::min(best, timer.nsecsElapsed());
    }
    std::printf("%-22s %6.0f ms %6.1f ns/row %5.2f GB/s, %5.0f ms of processors; %lld rows, %lld alone, %llu "
                "bytes of cells\n",
                name, static_cast<double>(best) / 1e6,
                static_cast<double>(best) / static_cast<double>(sum.rows),
                static_cast<double>(bytes) / static_cast<double>(best),
                1000.0 * static_cast<double>(leastWork) / CLOCKS_PER_SEC, sum.rows, sum.single, sum.bytes);
}

} // namespace

int main(int argc, char **argv)
{
    const auto source = FileSource::open(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!source) {
        std::fprintf(stderr, "bench_cells FILE [ENCODING [DELIMITER [TIMES]]]\n");
        return 2;
    }
    const Dialect dialect { .delimiter = argc > 3 ? argv[3][0] : ',',
                            .encoding = argc > 2 ? argv[2] : "UTF-8",
                            .headerRecord = -1 };
    const int times = argc > 4 ? std::atoi(argv[4]) : 5;
    const char *const only = argc > 5 ? argv[5] : "";
    const std::optional<SingleByteTable> table = lateTableOf(dialect);
    const SingleByteTable *const late = table ? &*table : nullptr;
    const CellWish some { .columns = { 0, 1, 3, 5, 8, 10, 13, 15 } };
    const qint64 bytes = (*source)->size();
    ByteSource &file = **source;
    measure("8 cells, 1 thread", bytes, times, only, [&] { return inOneThread(file, dialect, some, late); });
    measure("8 cells, 2 threads", bytes, times, only, [&] { return inParts(file, dialect, some, late); });
    measure("all cells, 1 thread", bytes, times, only, [&] { return inOneThread(file, dialect, {}, late); });
    measure("all cells, 2 threads", bytes, times, only, [&] { return inParts(file, dialect, {}, late); });
    if (late) {
        measure("8 cells, decoded first", bytes, times, only,
                [&] { return inOneThread(file, dialect, some, nullptr); });
    }
    measure("row by row, 1 thread", bytes, 1, only, [&] { return rowByRow(file, dialect); });
    return 0;
}
