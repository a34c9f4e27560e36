#include "tests/fuzz/csv_agreement.h"

#include "app/csv/clean_copy.h"
#include "app/csv/parted_pass.h"
#include "app/csv/record_index.h"
#include "tests/support/csv_reference.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <map>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

using ReferenceRole = ReferenceRecord::Role;

ReferenceRole roleOf(RowRole role)
{
    switch (role) {
    case RowRole::Title:
        return ReferenceRole::Title;
    case RowRole::Header:
        return ReferenceRole::Header;
    case RowRole::Data:
        return ReferenceRole::Data;
    case RowRole::Blank:
        return ReferenceRole::Blank;
    case RowRole::Comment:
        return ReferenceRole::Comment;
    case RowRole::Below:
        return ReferenceRole::Below;
    }
    return ReferenceRole::Data;
}

QString drawn(const ReferenceRecord &record)
{
    QString text;
    for (const QByteArray &cell : record.cells)
        text += u'[' + QString::fromUtf8(cell).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1) + u']';
    return u"%1 role %2 at %3 unclosed %4 in %5 loose %6 in %7 bad %8 NUL %9"_s.arg(text)
        .arg(static_cast<int>(record.role))
        .arg(record.begin)
        .arg(record.unclosedQuote)
        .arg(record.unclosedColumn)
        .arg(record.looseQuote)
        .arg(record.looseColumn)
        .arg(record.badBytes)
        .arg(record.nulBytes);
}

/// For each kind of problem, the records that have it.
using Problems = std::map<FileProblem::Kind, QList<qint64>>;

/// Cells up to the last one that is filled.
qsizetype filledWidth(const ReferenceRecord &record)
{
    qsizetype width = record.cells.size();
    while (width > 0 && record.cells[width - 1].isEmpty())
        --width;
    return width;
}

/// Those that a row alone shows, and rows that are not as wide as the header (without one: as the first row).
Problems problemsOf(const std::vector<ReferenceRecord> &records)
{
    using Kind = FileProblem::Kind;
    Problems problems;
    qsizetype least = -1;
    qsizetype most = -1;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const ReferenceRecord &record = records[i];
        const auto note = [&problems, i](bool has, Kind kind) {
            if (has)
                problems[kind] += static_cast<qint64>(i);
        };
        note(record.unclosedQuote, Kind::UnclosedQuote);
        note(record.looseQuote, Kind::StrayQuote);
        note(record.badBytes, Kind::UndecodableBytes);
        note(record.nulBytes, Kind::NulBytes);
        if (record.role == ReferenceRole::Header) {
            most = qMax(most, record.cells.size());
            least = qMax(least, filledWidth(record));
        } else if (record.role == ReferenceRole::Data) {
            if (most < 0)
                most = least = record.cells.size();
            const bool fits = record.cells.size() == most
                || (record.cells.size() >= least && filledWidth(record) <= most);
            note(!fits, Kind::RaggedRow);
        }
    }
    return problems;
}

QString drawn(const Problems &problems)
{
    QString text;
    for (const auto &[kind, records] : problems) {
        text += u" kind %1:"_s.arg(static_cast<int>(kind));
        for (const qint64 record : records)
            text += u' ' + QString::number(record);
    }
    return text;
}

QByteArray encoded(const QByteArray &text, const char *encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::Stateless).encode(QString::fromUtf8(text));
}

ReferenceRecord taken(const RowView &row, qint64 begin)
{
    ReferenceRecord record { .cells = {},
                             .unclosedQuote = row.unclosedQuote,
                             .unclosedColumn = row.unclosedColumn,
                             .looseQuote = row.looseQuote,
                             .looseColumn = row.looseColumn,
                             .badBytes = row.badBytes,
                             .nulBytes = row.nulBytes,
                             .role = roleOf(row.role),
                             .begin = static_cast<qsizetype>(begin) };
    for (const std::string_view cell : row.cells)
        record.cells += QByteArray(cell.data(), static_cast<qsizetype>(cell.size()));
    return record;
}

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

/// Whether quotes are where RFC 4180 has them, each record ends with LF and CR stands only in quotes.
bool isStandard(const QByteArray &text)
{
    enum class At { CellStart, Plain, Quoted, Behind };
    At at = At::CellStart;
    for (const char c : text) {
        if (at == At::Quoted)
            at = c == '"' ? At::Behind : At::Quoted;
        else if (c == ',' || c == '\n')
            at = At::CellStart;
        else if (c == '"' && at != At::Plain)
            at = At::Quoted;
        else if (c == '"' || c == '\r' || at == At::Behind)
            return false;
        else
            at = At::Plain;
    }
    return text.isEmpty() || (text.endsWith('\n') && at == At::CellStart);
}

/// One file, in one encoding, and what the reference reads in it.
class Comparison {
public:
    Comparison(const CsvInput &input, const std::vector<ReferenceRecord> &expected, std::mt19937_64 &random)
        : m_input(input)
        , m_expected(expected)
        , m_random(random)
        , m_bytes(input.text)
        , m_source(input.text)
    {
    }

    /// The same text in another encoding gives the same cells, at other places.
    Comparison(const CsvInput &input, const std::vector<ReferenceRecord> &expected, std::mt19937_64 &random,
               const char *encoding)
        : m_input(input)
        , m_expected(expected)
        , m_random(random)
        , m_bytes(encoded(input.text, encoding))
        , m_source(m_bytes)
        , m_samePlaces(false)
    {
        m_input.dialect.encoding = encoding;
    }

    QString differs();

private:
    QString compareReading(RowPosition start, std::size_t count);
    QString compareBatches();
    QString compareBatches(RowPosition start, const CellWish &wish, const SingleByteTable *table);
    QString compareParts(const CellWish &wish, const SingleByteTable *table);
    QString compareBatched(std::span<const BatchedRow> rows, std::size_t from, const CellWish &wish) const;
    CellWish anyWish();
    QString compareIndex();
    QString compareRows(const RecordIndex &index);
    QString compareClean();
    QString compareMarks(const RecordIndex &index) const;
    QString compareProblems(const RecordIndex &index) const;
    std::size_t anyRecord() { return m_random() % m_expected.size(); }

    CsvInput m_input;
    const std::vector<ReferenceRecord> &m_expected;
    std::mt19937_64 &m_random;
    QByteArray m_bytes;
    MemorySource m_source;
    bool m_samePlaces = true;
    std::vector<qint64> m_places; ///< Where the reader says that records begin.
};

QString Comparison::differs()
{
    m_places = { 0 };
    QString differs = compareReading({}, m_expected.size());
    if (differs.isEmpty() && !m_expected.empty()) {
        const std::size_t from = anyRecord();
        differs = compareReading({ .record = static_cast<qint64>(from), .offset = m_places[from] }, 100);
    }
    if (differs.isEmpty())
        differs = compareBatches();
    if (differs.isEmpty())
        differs = compareIndex();
    if (differs.isEmpty())
        differs = compareClean();
    return differs.isEmpty() || m_samePlaces
        ? differs
        : QString::fromUtf8(m_input.dialect.encoding) + u": "_s + differs;
}

/// Reads from \a start on, at most \a count records.
QString Comparison::compareReading(RowPosition start, std::size_t count)
{
    RowReader reader(m_source, m_input.dialect, start, m_input.block);
    RowView row;
    const auto from = static_cast<std::size_t>(start.record);
    const std::size_t end = std::min(m_expected.size(), from + count);
    for (std::size_t number = from;; ++number) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return u"record %1: %2"_s.arg(number).arg(more.error().sentence);
        if (*more != (number < m_expected.size()))
            return u"record %1: %2"_s.arg(number).arg(*more ? u"one too many: "_s + drawn(taken(row, 0))
                                                            : u"none"_s);
        if (!*more || number == end)
            return {};
        ReferenceRecord wanted = m_expected[number];
        if (number == 0 || !m_samePlaces)
            wanted.begin = static_cast<qsizetype>(m_places[number]); // 0 includes a byte order mark
        const ReferenceRecord got = taken(row, m_places[number]);
        if (got != wanted || row.record != static_cast<qint64>(number))
            return u"record %1 read from %2: %3\n    wanted %4"_s.arg(number).arg(from).arg(drawn(got),
                                                                                            drawn(wanted));
        if (start.record == 0 && m_places.size() == number + 1)
            m_places.push_back(reader.position().offset);
    }
}

/// Many rows or few at once, all of their cells or some.
CellWish Comparison::anyWish()
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

QString Comparison::compareBatches()
{
    const CellWish wish = anyWish();
    const std::optional<SingleByteTable> table = lateTableOf(m_input.dialect);
    QString differs = compareBatches({}, wish, nullptr);
    if (differs.isEmpty() && !m_expected.empty()) {
        const std::size_t from = anyRecord();
        differs = compareBatches({ .record = static_cast<qint64>(from), .offset = m_places[from] }, wish,
                                 table ? &*table : nullptr);
    }
    if (differs.isEmpty() && table)
        differs = compareBatches({}, wish, &*table);
    if (differs.isEmpty() && m_random() % 4 == 0)
        differs = compareParts(wish, table ? &*table : nullptr);
    return differs;
}

QString Comparison::compareBatches(RowPosition start, const CellWish &wish, const SingleByteTable *table)
{
    RecordStream stream(m_source, m_input.dialect, start, { .block = m_input.block, .table = table });
    const auto rows = batchedRows(stream, wish, m_bytes.size());
    if (!rows)
        return u"batches: "_s + rows.error().sentence;
    const auto from = static_cast<std::size_t>(start.record);
    if (rows->size() != m_expected.size() - from)
        return u"batches from %1: %2 rows, wanted %3"_s.arg(from)
            .arg(rows->size())
            .arg(m_expected.size() - from);
    return compareBatched(*rows, from, wish);
}

/// In parts that are hardly longer than a row.
QString Comparison::compareParts(const CellWish &wish, const SingleByteTable *table)
{
    const auto first = static_cast<std::size_t>(m_input.dialect.firstDataRecord());
    if (!canReadInParts(m_input.dialect) || first >= m_expected.size())
        return {};
    const qint64 dataEnd = m_input.dialect.dataEnd;
    const Result<RowPosition> begin
        = RecordStream(m_source, m_input.dialect, { .record = 0, .offset = m_places[first] }, {}).begin();
    if (!begin)
        return u"parts: "_s + begin.error().sentence;
    const PartPlan plan { .dialect = dialectOfRows(m_input.dialect),
                          .start = { .record = static_cast<qint64>(first), .offset = begin->offset },
                          .end = dataEnd < 0 ? m_bytes.size() : std::min<qint64>(dataEnd, m_bytes.size()),
                          .partBytes = 47 + static_cast<qint64>(m_random() % 15),
                          .table = table };
    PartedPass<std::vector<BatchedRow>> pass(
        m_source, plan,
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
        std::count_if(m_places.begin() + static_cast<std::ptrdiff_t>(first), m_places.end() - 1,
                      [&plan](qint64 place) { return std::max(place, plan.start.offset) < plan.end; }));
    if (rows.size() != wanted)
        return u"parts: %1 rows, wanted %2"_s.arg(rows.size()).arg(wanted);
    const QString differs = compareBatched(rows, first, wish);
    return differs.isEmpty() ? differs : u"parts of %1: "_s.arg(plan.partBytes) + differs;
}

QString Comparison::compareBatched(std::span<const BatchedRow> rows, std::size_t from,
                                   const CellWish &wish) const
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t number = from + i;
        const auto cells = static_cast<std::size_t>(m_expected[number].cells.size());
        ReferenceRecord wanted = onlyWanted(m_expected[number], wish);
        if (!m_samePlaces || number == 0)
            wanted.begin = number == 0 ? rows[i].record.begin : static_cast<qsizetype>(m_places[number]);
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

QString Comparison::compareIndex()
{
    const Result<RecordIndex> index = indexRecords(m_source, m_input.dialect, Progress(), {}, {});
    if (!index)
        return u"index: "_s + index.error().sentence;
    const qint64 dataRows
        = std::count_if(m_expected.begin(), m_expected.end(),
                        [](const ReferenceRecord &record) { return record.role == ReferenceRole::Data; });
    if (index->records != static_cast<qint64>(m_expected.size()) || index->dataRows != dataRows
        || index->bytes != m_bytes.size())
        return u"index: %1 records, %2 rows of data; wanted %3, %4"_s.arg(index->records)
            .arg(index->dataRows)
            .arg(m_expected.size())
            .arg(dataRows);
    const Result<RecordCount> count = countRecords(m_source, m_input.dialect, Progress(), {});
    if (!count || count->records != index->records || count->dataRows != dataRows)
        return u"count: %1 records, %2 rows of data; wanted %3, %4"_s.arg(count ? count->records : -1)
            .arg(count ? count->dataRows : -1)
            .arg(m_expected.size())
            .arg(dataRows);
    if (const QString differs = compareProblems(*index); !differs.isEmpty())
        return differs;
    const QString differs = compareMarks(*index);
    return differs.isEmpty() && !m_expected.empty() ? compareRows(*index) : differs;
}

QString Comparison::compareProblems(const RecordIndex &index) const
{
    const Problems wanted = problemsOf(m_expected);
    for (const auto &[kind, records] : wanted) {
        const auto count = index.problemCounts.find(kind);
        if (count == index.problemCounts.end() || count->second != records.size())
            return u"problems: not as many of kind %1 as %2"_s.arg(static_cast<int>(kind))
                .arg(records.size());
    }
    Problems found;
    for (const FileProblem &problem : index.problems) {
        const bool isOfRows = problem.kind != FileProblem::Kind::DuplicateHeader
            && problem.kind != FileProblem::Kind::EmptyHeader;
        if (isOfRows)
            found[problem.kind] += problem.record;
    }
    const bool allListed
        = std::ranges::all_of(index.problemCounts, [](const auto &count) { return count.second <= 1000; });
    return allListed && found != wanted ? u"problems:%1\n    wanted%2"_s.arg(drawn(found), drawn(wanted))
                                        : QString();
}

QString Comparison::compareMarks(const RecordIndex &index) const
{
    for (const RowPosition &mark : index.marks) {
        const qint64 wanted = m_places[static_cast<std::size_t>(mark.record)];
        if (mark.offset != wanted)
            return u"mark: record %1 at %2, wanted %3"_s.arg(mark.record).arg(mark.offset).arg(wanted);
    }
    return {};
}

/// A standard file written of it holds the same rows.
QString Comparison::compareClean()
{
    QByteArray out;
    const auto write = [&out](std::string_view piece) {
        out.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return Done();
    };
    const Result<CleanCopy> copy = copyClean(m_source, m_input.dialect, write, Progress(), {});
    if (!copy)
        return u"clean: "_s + copy.error().sentence;
    qint64 rows = 0;
    qint64 damaged = 0;
    for (const ReferenceRecord &record : m_expected) {
        rows += record.role == ReferenceRole::Data ? 1 : 0;
        const bool isWritten = record.role == ReferenceRole::Data || record.role == ReferenceRole::Header;
        damaged += isWritten && record.badBytes ? 1 : 0;
    }
    QList<QByteArrayList> wanted = referenceTable(m_expected);
    QList<QByteArrayList> found;
    for (const ReferenceRecord &record : referenceRecords(out, ',', '"'))
        found += record.cells;
    if (m_input.dialect.headerRows > 1 && !wanted.isEmpty()
        && !found.isEmpty()) // joined names are tested elsewhere
        wanted.first() = found.first();
    if (found != wanted || !isStandard(out) || copy->rows != rows || copy->damaged != damaged)
        return u"clean: %1 rows, %2 damaged; wanted %3, %4:\n%5"_s.arg(copy->rows)
            .arg(copy->damaged)
            .arg(rows)
            .arg(damaged)
            .arg(QString::fromUtf8(out.left(2000)));
    return {};
}

QString Comparison::compareRows(const RecordIndex &index)
{
    const std::size_t first = anyRecord();
    const auto rows = readRows(m_source, m_input.dialect, index.marks, static_cast<qint64>(first), 5);
    if (!rows || rows->size() != std::min<std::size_t>(5, m_expected.size() - first))
        return u"rows %1 to %2: not so many"_s.arg(first).arg(first + 4);
    for (std::size_t i = 0; i < rows->size(); ++i) {
        QStringList wanted;
        for (const QByteArray &cell : m_expected[first + i].cells)
            wanted += QString::fromUtf8(cell);
        const TextRow &row = (*rows)[i];
        if (row.cells != wanted || roleOf(row.role) != m_expected[first + i].role)
            return u"row %1 through marks: [%2], wanted %3"_s.arg(row.record)
                .arg(row.cells.join(u"]["), drawn(m_expected[first + i]));
    }
    return {};
}

/// \a input with letters that \a encoding has. Those of Shift_JIS end in bytes that are ASCII elsewhere.
CsvInput written(const CsvInput &input, std::string_view encoding)
{
    CsvInput other = input;
    if (encoding == "Shift_JIS")
        other.text.replace("ü", "表").replace("😀", "ソ");
    else if (encoding == "windows-1252")
        other.text.replace("日本", "ñß").replace("😀", "€").replace("→", "«");
    if (encoding == "windows-1252" && input.dialect.delimiter.bytes() == "→")
        other.dialect.delimiter = Delimiter("«");
    return other;
}

/// Whether nothing is lost on the way there and back.
bool survives(const CsvInput &input, const char *encoding)
{
    const QString text = QString::fromUtf8(input.text);
    if (text.startsWith(u'\uFEFF') || text.contains(u'\uFFFD') || input.dialect.dataEnd >= 0)
        return false;
    return QString(QStringDecoder(encoding, QStringConverter::Flag::Stateless)
                       .decode(encoded(input.text, encoding)))
        == text;
}

QString compareEncoded(const CsvInput &input, std::mt19937_64 &random)
{
    static constexpr std::array encodings
        = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030", "windows-1252", "Shift_JIS" };
    const char *encoding = encodings[random() % encodings.size()];
    const CsvInput other = written(input, encoding);
    return survives(other, encoding)
        ? Comparison(other, referenceRecords(other.text, other.dialect), random, encoding).differs()
        : QString();
}

} // namespace

QString disagreement(const CsvInput &input, quint64 seed)
{
    std::mt19937_64 random(seed);
    const std::vector<ReferenceRecord> expected = referenceRecords(input.text, input.dialect);
    const QString differs = Comparison(input, expected, random).differs();
    return differs.isEmpty() && random() % 3 == 0 ? compareEncoded(input, random) : differs;
}

CsvInput smallest(const CsvInput &input, quint64 seed)
{
    CsvInput best = input;
    for (qsizetype size = input.text.size() / 2; size > 0; size /= 2) {
        for (qsizetype at = 0; at < best.text.size();) {
            CsvInput shorter = best;
            shorter.text.remove(at, size);
            if (disagreement(shorter, seed).isEmpty())
                at += size;
            else
                best = shorter;
        }
    }
    return best;
}

QString drawn(const CsvInput &input)
{
    QString text;
    for (const char c : input.text) {
        const auto byte = static_cast<uchar>(c);
        text += byte < 0x20 || byte > 0x7e || c == '"' || c == '\\' ? u"\\%1"_s.arg(byte, 3, 8, QChar(u'0'))
                                                                    : QString(QChar::fromLatin1(c));
    }
    const Dialect &d = input.dialect;
    const std::string_view delimiter = d.delimiter.bytes();
    return u"block %1 delimiter 0x%2 quote %3 escape %4 trim %5 columns %6 comment \"%7\" blankWords %8 "
           "header %9"_s.arg(input.block)
               .arg(QString::fromLatin1(
                   QByteArray(delimiter.data(), static_cast<qsizetype>(delimiter.size())).toHex()))
               .arg(int(d.quote))
               .arg(int(d.escape))
               .arg(d.trim)
               .arg(d.columns)
               .arg(QString::fromUtf8(d.comment))
               .arg(d.blankWords.size())
               .arg(d.headerRecord)
        + u"+%1 titles %2 skipEmpty %3 dataEnd %4 lastRecord %5\n  \"%6\""_s.arg(d.headerRows)
              .arg(d.titleRecords)
              .arg(d.skipEmpty)
              .arg(d.dataEnd)
              .arg(d.lastRecord)
              .arg(text);
}

} // namespace rowlift
