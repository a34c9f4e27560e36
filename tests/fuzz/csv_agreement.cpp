#include "tests/fuzz/csv_agreement.h"

#include "app/csv/clean_copy.h"
#include "app/csv/record_index.h"
#include "tests/fuzz/batch_agreement.h"
#include "tests/fuzz/reference_view.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <map>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

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
        if (record.role == ReferenceRecord::Role::Header) {
            most = qMax(most, record.cells.size());
            least = qMax(least, filledWidth(record));
        } else if (record.role == ReferenceRecord::Role::Data) {
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
        differs = batchesDiffer({ .dialect = m_input.dialect,
                                  .block = m_input.block,
                                  .source = m_source,
                                  .expected = m_expected,
                                  .places = m_places,
                                  .samePlaces = m_samePlaces },
                                m_random);
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

QString Comparison::compareIndex()
{
    const Result<RecordIndex> index = indexRecords(m_source, m_input.dialect, Progress(), {}, {});
    if (!index)
        return u"index: "_s + index.error().sentence;
    const qint64 dataRows
        = std::count_if(m_expected.begin(), m_expected.end(), [](const ReferenceRecord &record) {
              return record.role == ReferenceRecord::Role::Data;
          });
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
        rows += record.role == ReferenceRecord::Role::Data ? 1 : 0;
        const bool isWritten
            = record.role == ReferenceRecord::Role::Data || record.role == ReferenceRecord::Role::Header;
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
        if (row.cells != wanted || referenceRole(row.role) != m_expected[first + i].role)
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
