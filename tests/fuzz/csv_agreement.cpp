#include "tests/fuzz/csv_agreement.h"

#include "app/csv/record_index.h"
#include "tests/support/csv_reference.h"

#include <QStringEncoder>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

using Role = ReferenceRecord::Role;

Role roleOf(RowRole role)
{
    switch (role) {
    case RowRole::Title:
        return Role::Title;
    case RowRole::Header:
        return Role::Header;
    case RowRole::Data:
        return Role::Data;
    case RowRole::Blank:
        return Role::Blank;
    case RowRole::Comment:
        return Role::Comment;
    case RowRole::Below:
        return Role::Below;
    }
    return Role::Data;
}

QString drawn(const ReferenceRecord &record)
{
    QString text;
    for (const QByteArray &cell : record.cells)
        text += u'[' + QString::fromUtf8(cell).replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1) + u']';
    return u"%1 role %2 at %3 unclosed %4 in %5 loose %6"_s.arg(text)
        .arg(static_cast<int>(record.role))
        .arg(record.begin)
        .arg(record.unclosedQuote)
        .arg(record.unclosedColumn)
        .arg(record.looseQuote);
}

ReferenceRecord taken(const RowView &row, qint64 begin)
{
    ReferenceRecord record { .cells = {},
                             .unclosedQuote = row.unclosedQuote,
                             .unclosedColumn = row.unclosedColumn,
                             .looseQuote = row.looseQuote,
                             .role = roleOf(row.role),
                             .begin = static_cast<qsizetype>(begin) };
    for (const std::string_view cell : row.cells)
        record.cells += QByteArray(cell.data(), static_cast<qsizetype>(cell.size()));
    return record;
}

/// Reads from the record \a from on, which begins at \a offset, at most \a count records.
QString compareReading(ByteSource &source, const CsvInput &input,
                       const std::vector<ReferenceRecord> &expected, std::size_t from, bool withPlaces,
                       std::size_t count)
{
    qint64 offset = from == 0 ? 0 : expected[from].begin;
    RowReader reader(source, input.dialect, { .record = static_cast<qint64>(from), .offset = offset },
                     input.block);
    RowView row;
    const std::size_t end = std::min(expected.size(), from + count);
    for (std::size_t number = from; number < expected.size() + 1; ++number) {
        const Result<bool> more = reader.next(row);
        if (!more)
            return u"record %1: %2"_s.arg(number).arg(more.error().sentence);
        if (*more != (number < expected.size()))
            return u"record %1: %2"_s.arg(number).arg(*more ? u"one too many: "_s + drawn(taken(row, 0))
                                                            : u"none"_s);
        if (!*more || number == end)
            return {};
        ReferenceRecord wanted = expected[number];
        if (number == 0 || !withPlaces)
            wanted.begin = static_cast<qsizetype>(offset); // 0 includes a byte order mark
        const ReferenceRecord got = taken(row, offset);
        if (got != wanted || row.record != static_cast<qint64>(number))
            return u"record %1 read from %2: %3\n    wanted %4"_s.arg(number).arg(from).arg(drawn(got),
                                                                                            drawn(wanted));
        offset = reader.position().offset;
    }
    return {};
}

QString compareIndex(ByteSource &source, const CsvInput &input, const std::vector<ReferenceRecord> &expected,
                     std::mt19937_64 &random)
{
    const Result<RecordIndex> index = indexRecords(source, input.dialect, Progress(), {}, {});
    if (!index)
        return u"index: "_s + index.error().sentence;
    qint64 dataRows = 0;
    qint64 unclosed = 0;
    for (const ReferenceRecord &record : expected) {
        dataRows += record.role == Role::Data ? 1 : 0;
        unclosed += record.unclosedQuote ? 1 : 0;
    }
    const auto found = index->problemCounts.find(FileProblem::Kind::UnclosedQuote);
    const qint64 foundUnclosed = found == index->problemCounts.end() ? 0 : found->second;
    if (index->records != static_cast<qint64>(expected.size()) || index->dataRows != dataRows
        || foundUnclosed != unclosed || index->bytes != input.text.size())
        return u"index: %1 records, %2 rows of data, %3 unclosed; wanted %4, %5, %6"_s.arg(index->records)
            .arg(index->dataRows)
            .arg(foundUnclosed)
            .arg(expected.size())
            .arg(dataRows)
            .arg(unclosed);
    for (const RowPosition &mark : index->marks) {
        if (mark.record > 0 && expected[static_cast<std::size_t>(mark.record)].begin != mark.offset)
            return u"mark: record %1 at %2, wanted %3"_s.arg(mark.record)
                .arg(mark.offset)
                .arg(expected[static_cast<std::size_t>(mark.record)].begin);
    }
    if (expected.empty())
        return {};
    const std::size_t first = random() % expected.size();
    const auto rows = readRows(source, input.dialect, index->marks, static_cast<qint64>(first), 5);
    if (!rows || rows->size() != std::min<std::size_t>(5, expected.size() - first))
        return u"rows %1 to %2: not so many"_s.arg(first).arg(first + 4);
    for (std::size_t i = 0; i < rows->size(); ++i) {
        QStringList wanted;
        for (const QByteArray &cell : expected[first + i].cells)
            wanted += QString::fromUtf8(cell);
        const TextRow &row = (*rows)[i];
        if (row.cells != wanted || roleOf(row.role) != expected[first + i].role)
            return u"row %1 through marks: [%2], wanted %3"_s.arg(row.record)
                .arg(row.cells.join(u"]["), drawn(expected[first + i]));
    }
    return {};
}

/// The same text in another encoding gives the same cells.
QString compareEncoded(const CsvInput &input, const std::vector<ReferenceRecord> &expected,
                       const char *encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
    const QByteArray bytes = encoder.encode(QString::fromUtf8(input.text));
    MemorySource source(bytes);
    CsvInput other = input;
    other.dialect.encoding = encoding;
    const QString differs = compareReading(source, other, expected, 0, false, expected.size());
    return differs.isEmpty() ? differs : QString::fromLatin1(encoding) + u": "_s + differs;
}

bool isEncodable(const CsvInput &input)
{
    const QString text = QString::fromUtf8(input.text);
    return !text.startsWith(u'\uFEFF') && !text.contains(u'\uFFFD') && input.dialect.dataEnd < 0;
}

} // namespace

QString disagreement(const CsvInput &input, quint64 seed)
{
    std::mt19937_64 random(seed);
    const std::vector<ReferenceRecord> expected = referenceRecords(input.text, input.dialect);
    MemorySource source(input.text);
    if (const QString differs = compareReading(source, input, expected, 0, true, expected.size());
        !differs.isEmpty())
        return differs;
    if (!expected.empty()) {
        const std::size_t from = random() % expected.size();
        if (const QString differs = compareReading(source, input, expected, from, true, 100);
            !differs.isEmpty())
            return differs;
    }
    if (const QString differs = compareIndex(source, input, expected, random); !differs.isEmpty())
        return differs;
    if (random() % 3 != 0 || !isEncodable(input))
        return {};
    static constexpr std::array encodings = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030" };
    return compareEncoded(input, expected, encodings[random() % encodings.size()]);
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
