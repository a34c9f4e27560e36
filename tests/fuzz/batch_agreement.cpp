#include "tests/fuzz/batch_agreement.h"

#include "app/csv/parted_pass.h"
#include "tests/fuzz/reference_view.h"

#include <algorithm>
#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// \a record with nothing in the cells that are not wanted.
ReferenceRecord onlyWanted(ReferenceRecord record, const CellWish &wish)
{
    if (wish.columns.empty())
        return record;
    record.cells.resize(qMin(record.cells.size(), qsizetype(wish.columns.back()) + 1));
    for (qsizetype cell = 0; cell < record.cells.size(); ++cell) {
        if (!std::binary_search(wish.columns.begin(), wish.columns.end(), static_cast<int>(cell)))
            record.cells[cell].clear();
    }
    return record;
}

/// A row of a batch, and what it knows without its cells.
struct BatchedRow {
    ReferenceRecord record;
    qint64 number = 0;
    std::size_t cells = 0;
};

/// Reads the records that begin in front of \a until.
Result<std::vector<BatchedRow>> batchedRows(RecordStream &stream, const CellWish &wish, qint64 until)
{
    std::vector<BatchedRow> rows;
    RowBatch batch;
    while (stream.position().offset < until) {
        const Result<bool> more = stream.nextRows(batch, wish);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        for (std::size_t row = 0; row < batch.rows(); ++row)
            rows.push_back({ .record = onlyWanted(taken(batch.view(row), batch.offset(row)), wish),
                             .number = batch.record(row),
                             .cells = batch.cellCount(row) });
    }
    return rows;
}

class BatchComparison {
public:
    BatchComparison(const ReadFile &file, std::mt19937_64 &random)
        : m_file(file)
        , m_random(random)
    {
    }

    QString compare();

private:
    QString compare(RowPosition start, const CellWish &wish, const SingleByteTable *table);
    QString compareParts(const CellWish &wish, const SingleByteTable *table);
    QString compareBatched(std::span<const BatchedRow> rows, std::size_t from, const CellWish &wish) const;
    CellWish anyWish();

    const ReadFile &m_file;
    std::mt19937_64 &m_random;
};

/// Many rows or few at once, all of their cells or some.
CellWish BatchComparison::anyWish()
{
    constexpr std::array<qint64, 6> lengths = { 1, 20, 64, 65, 500, 32 * 1024 };
    CellWish wish { .bytes = lengths[m_random() % lengths.size()] };
    if (m_random() % 3 != 0) {
        for (int column = 0; column < 6; ++column) {
            if (m_random() % 2 == 0)
                wish.columns.push_back(column);
        }
    }
    return wish;
}

QString BatchComparison::compare()
{
    const CellWish wish = anyWish();
    const std::optional<SingleByteTable> table = lateTableOf(m_file.dialect);
    QString differs = compare({}, wish, nullptr);
    if (differs.isEmpty() && !m_file.expected.empty()) {
        const std::size_t from = m_random() % m_file.expected.size();
        differs = compare({ .record = static_cast<qint64>(from), .offset = m_file.places[from] }, wish,
                          table ? &*table : nullptr);
    }
    if (differs.isEmpty() && table)
        differs = compare({}, wish, &*table);
    if (differs.isEmpty() && m_random() % 4 == 0)
        differs = compareParts(wish, table ? &*table : nullptr);
    return differs;
}

QString BatchComparison::compare(RowPosition start, const CellWish &wish, const SingleByteTable *table)
{
    RecordStream stream(m_file.source, m_file.dialect, start, { .block = m_file.block, .table = table });
    const auto rows = batchedRows(stream, wish, m_file.source.size());
    if (!rows)
        return u"batches: "_s + rows.error().sentence;
    const auto from = static_cast<std::size_t>(start.record);
    if (rows->size() != m_file.expected.size() - from)
        return u"batches from %1: %2 rows, wanted %3"_s.arg(from)
            .arg(rows->size())
            .arg(m_file.expected.size() - from);
    return compareBatched(*rows, from, wish);
}

/// In parts that are hardly longer than a row.
QString BatchComparison::compareParts(const CellWish &wish, const SingleByteTable *table)
{
    const auto first = static_cast<std::size_t>(m_file.dialect.firstDataRecord());
    if (!canCutInParts(m_file.dialect) || first >= m_file.expected.size())
        return {};
    const qint64 dataEnd = m_file.dialect.dataEnd;
    const Result<RowPosition> start
        = RecordStream(m_file.source, m_file.dialect, { .record = 0, .offset = m_file.places[first] }, {})
              .begin();
    if (!start)
        return u"parts: "_s + start.error().sentence;
    const PartPlan plan { .dialect = dialectOfRows(m_file.dialect),
                          .start = { .record = static_cast<qint64>(first), .offset = start->offset },
                          .end = dataEnd < 0 ? m_file.source.size() : std::min(dataEnd, m_file.source.size()),
                          .partBytes = 47 + static_cast<qint64>(m_random() % 15),
                          .table = table };
    PartedPass<std::vector<BatchedRow>> pass(
        m_file.source, plan,
        [&wish](RecordStream &stream, qint64 until) { return batchedRows(stream, wish, until); }, {});
    std::vector<BatchedRow> rows;
    const Result<RowPosition> end
        = pass.run([&](std::vector<BatchedRow> &part, RowPosition begin, RowPosition) {
              const qint64 before = part.empty() ? 0 : begin.record - part.front().number;
              for (BatchedRow &row : part) {
                  row.number += before;
                  rows.push_back(std::move(row));
              }
              return Done();
          });
    if (!end || end->record != static_cast<qint64>(first + rows.size()))
        return u"parts end at record %1 behind %2 rows"_s.arg(end ? end->record : -1).arg(rows.size());
    const auto wanted = static_cast<std::size_t>(
        std::count_if(m_file.places.begin() + static_cast<std::ptrdiff_t>(first), m_file.places.end() - 1,
                      [&plan](qint64 place) { return std::max(place, plan.start.offset) < plan.end; }));
    if (rows.size() != wanted)
        return u"parts: %1 rows, wanted %2"_s.arg(rows.size()).arg(wanted);
    const QString differs = compareBatched(rows, first, wish);
    return differs.isEmpty() ? differs : u"parts of %1: "_s.arg(plan.partBytes) + differs;
}

QString BatchComparison::compareBatched(std::span<const BatchedRow> rows, std::size_t from,
                                        const CellWish &wish) const
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t number = from + i;
        const auto cells = static_cast<std::size_t>(m_file.expected[number].cells.size());
        ReferenceRecord wanted = onlyWanted(m_file.expected[number], wish);
        if (!m_file.samePlaces || number == 0)
            wanted.begin = number == 0 ? rows[i].record.begin : static_cast<qsizetype>(m_file.places[number]);
        if (rows[i].record != wanted || rows[i].number != static_cast<qint64>(number)
            || rows[i].cells != cells)
            return u"record %1 of a batch from %2 (%3, %4 cells): %5\n    wanted %6 cells: %7"_s.arg(number)
                .arg(from)
                .arg(rows[i].number)
                .arg(rows[i].cells)
                .arg(drawn(rows[i].record))
                .arg(cells)
                .arg(drawn(wanted));
    }
    return {};
}

} // namespace

QString batchesDiffer(const ReadFile &file, std::mt19937_64 &random)
{
    return BatchComparison(file, random).compare();
}

} // namespace rowlift
