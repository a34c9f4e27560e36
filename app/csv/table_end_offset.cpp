#include "app/csv/table_end_offset.h"

#include "app/csv/row_reader.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qint64 tailBytes = qint64(64) * 1024;
constexpr qint64 mostTailCells = 200'000;

/// One byte is one character, or at least no part of a character looks like a line end or a quote.
bool isCutAnywhere(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    return upper == "UTF-8" || upper.startsWith("WINDOWS-") || upper.startsWith("ISO-8859-")
        || upper.startsWith("KOI8") || upper.startsWith("IBM") || upper == "MACINTOSH" || upper == "US-ASCII";
}

/// Rows that are as wide as the table and whole show that the reading began between two rows.
bool isInStep(const std::vector<SampleRow> &rows, int columns)
{
    constexpr std::ptrdiff_t fewest = 10;
    const auto fits = [columns](const SampleRow &row) {
        return !row.broken && static_cast<int>(row.cells.size()) == columns;
    };
    const auto fitting = std::count_if(rows.begin(), rows.end(), fits);
    return fitting >= fewest && fitting * 10 >= static_cast<std::ptrdiff_t>(rows.size()) * 8;
}

} // namespace

Result<qint64> offsetOfRecord(ByteSource &source, const Dialect &dialect, qint64 record)
{
    RowReader reader(source, dialect);
    RowView row;
    while (reader.position().record < record) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
    }
    return reader.position().offset;
}

Result<TailEnd> findTailEnd(ByteSource &source, const Dialect &dialect, int columns)
{
    if (columns < 2 || !isCutAnywhere(dialect.encoding) || source.size() <= tailBytes)
        return TailEnd {};
    const qint64 from = source.size() - tailBytes;
    QByteArray tail(tailBytes, Qt::Uninitialized);
    const Result<qint64> got = source.read(from, { tail.data(), static_cast<std::size_t>(tail.size()) });
    if (!got)
        return tl::unexpected(got.error());
    tail.truncate(*got);
    const qsizetype lineEnd = tail.indexOf(dialect.lineEnding == LineEnding::Cr ? '\r' : '\n');
    if (lineEnd < 0)
        return TailEnd {};
    Dialect inside = dialect;
    inside.bom = false;
    inside.headerRecord = -1;
    inside.titleRecords = 0;
    const std::vector<SampleRow> rows
        = sampleRows(tail.mid(lineEnd + 1), inside, true, tailBytes, mostTailCells);
    if (!isInStep(rows, columns))
        return TailEnd {};
    const TableEnd end = findRowsBelow(rows, columns);
    if (end.kind == TableEnd::Kind::None)
        return TailEnd {};
    return TailEnd { .kind = end.kind, .offset = from + lineEnd + 1 + rows[end.row].offset };
}

} // namespace rowlift
