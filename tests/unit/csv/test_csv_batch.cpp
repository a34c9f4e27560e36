#include "app/base/error.h"
#include "app/csv/parted_pass.h"
#include "app/csv/record_index.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// All that is known of a row, to be compared.
QByteArray drawnView(const RowView &row)
{
    QByteArray text
        = QByteArray::number(row.record) + " role " + QByteArray::number(static_cast<int>(row.role));
    for (const std::string_view cell : row.cells)
        text += '[' + QByteArray(cell.data(), static_cast<qsizetype>(cell.size())) + ']';
    text += row.blank ? " blank" : "";
    text += row.unclosedQuote ? " unclosed" : "";
    text += row.looseQuote ? " loose" : "";
    text += row.badBytes ? " bad" : "";
    text += row.nulBytes ? " NUL" : "";
    return text;
}

QByteArrayList rowByRow(const QByteArray &bytes, const Dialect &dialect)
{
    MemorySource source(bytes);
    RowReader reader(source, dialect);
    RowView row;
    QByteArrayList rows;
    for (auto more = reader.next(row); more && *more; more = reader.next(row))
        rows += drawnView(row);
    return rows;
}

QByteArrayList batched(RecordStream &stream, const CellWish &wish, qint64 until, std::size_t *most = nullptr)
{
    QByteArrayList rows;
    RowBatch batch;
    while (stream.position().offset < until) {
        const auto more = stream.nextRows(batch, wish);
        if (!more || !*more)
            break;
        for (std::size_t row = 0; row < batch.rows(); ++row)
            rows += drawnView(batch.view(row));
        if (most)
            *most = std::max(*most, batch.rows());
    }
    return rows;
}

QByteArrayList batched(const QByteArray &bytes, const Dialect &dialect,
                       const RecordStream::Options &options = {})
{
    MemorySource source(bytes);
    RecordStream stream(source, dialect, {}, options);
    return batched(stream, {}, bytes.size());
}

constexpr std::size_t paddingOfScans = 64;

QByteArray padded(const QByteArray &text)
{
    const QByteArray padding(paddingOfScans, '\n');
    return padding + text + padding;
}

/// Rows of which some begin, break and end where blocks of 64 bytes do.
QByteArray someRows(QRandomGenerator &random, int rows)
{
    static const QByteArrayList cells {
        "",         "a",      "\"\"",         "\"x,\r\ny\"", "\"5\"\" pipe\"",
        "\"\"\"\"", "Müller", "\"un",         "\xFF",        QByteArray(1, '\0'),
        "5\" pipe", "#",      "\"a\"\n\"\"\""
    };
    QByteArray text;
    for (int row = 0; row < rows; ++row) {
        for (int column = random.bounded(4); column >= 0; --column) {
            text += random.bounded(3) == 0 ? cells[random.bounded(static_cast<int>(cells.size()))]
                                           : QByteArray(random.bounded(70), 'f');
            text += column > 0 ? "," : random.bounded(3) == 0 ? "\r\n" : random.bounded(9) == 0 ? "\r" : "\n";
        }
    }
    return text;
}

} // namespace

class TestCsvBatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheReaderReads_data();
    void readsWhatTheReaderReads();
    void agreesOnAllProcessors();
    void bringsManyRowsAtOnce();
    void givesOnlyWhatIsWanted();
    void knowsPlainCells();
    void decodesLate_data();
    void decodesLate();
    void decodesLateOnlyWhereItCan();
    void readsPartsAsOneThreadDoes();
    void canGoOnAtEachRow_data();
    void canGoOnAtEachRow();
    void countsNoRowWithinAByteOrderMark();
};

void TestCsvBatch::readsWhatTheReaderReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Dialect>("dialect");
    const Dialect plain { .headerRecord = -1 };
    const Dialect three { .headerRecord = -1, .columns = 3 };
    QTest::newRow("nothing") << ""_ba << plain;
    QTest::newRow("header") << "a,b\n1,2\n3,4\n"_ba << Dialect {};
    QTest::newRow("no line end at the end") << "a,b\n1,2"_ba << plain;
    QTest::newRow("CRLF") << "a,b\r\n1,\r\n,2\r\n\r\n"_ba << plain;
    QTest::newRow("CR") << "a,b\r1,\r,2\r"_ba << plain;
    QTest::newRow("CR, then CRLF") << "a\r\r\nb\n\rc\r\n"_ba << plain;
    QTest::newRow("ragged") << "a\nb,c\nd,e,f,g\n,\n"_ba << three;
    QTest::newRow("quotes") << "\"a\",\"b,c\"\n\"d\r\ne\",\"\"\n\"\",\"\"\n\"f\"\r\n"_ba << plain;
    QTest::newRow("doubled quotes") << "\"a\"\"b\",\"\"\"\"\n\"\"\"c\",x\nd,\"e\"\"\"\"\"\n"_ba << plain;
    QTest::newRow("quotes at the edge of a block")
        << "a,"_ba + QByteArray(60, 'f') + ",\"\"\"b\"\"\",c\n" + "\"" + QByteArray(62, 'f') + "\"\"g\",h\n"
        << plain;
    QTest::newRow("broken quotes") << "a,b\"c\n\"d\"e,f\n\"g,h\ni,j\n"_ba << plain;
    QTest::newRow("a forgotten quote") << "a,b,c\nd,\"e,f\ng,h,\"i\nj,k,l\n"_ba << three;
    QTest::newRow("line breaks that fit") << "a,b,\"c\nd\"\ne,f,g\n"_ba << three;
    QTest::newRow("damaged UTF-8") << "a,M\xFCller\nb,\xE2\x82\nc,Müller\nd,\xF0\x9F\x98\x80\n"_ba << plain;
    QTest::newRow("character cut off by the end") << "a,b\nc,\xE2\x82"_ba << plain;
    QTest::newRow("NUL") << "a,b\nc"_ba + '\0' + ",d\ne,f\n" << plain;
    QTest::newRow("comments") << "a,b\n#c,d\n#\ne,#f\n"_ba << Dialect { .headerRecord = -1, .comment = "#" };
    QTest::newRow("longer comment sign")
        << "a,b\n//c,d\n/e,f\n"_ba << Dialect { .headerRecord = -1, .comment = "//" };
    QTest::newRow("blank rows") << "a,b\n\n,\n\"\",\"\"\n,,,\nc,d\n"_ba << plain;
    QTest::newRow("blank rows are rows")
        << "a,b\n\n,\n\"\"\nc,d\n"_ba << Dialect { .headerRecord = -1, .skipEmpty = false };
    QTest::newRow("end of the table") << "a,b\n1,2\n3,4\nSum,6\nnote\n"_ba << Dialect { .dataEnd = 12 };
    QTest::newRow("last record, by the person")
        << "a,b\n1,2\n3,4\nSum,6\n,\n"_ba << Dialect { .dataEnd = 4, .lastRecord = 2 };
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                        "a,b\n1,2\n"_ba
                                     << plain;
    QTest::newRow("no quotes") << "\"a\",b\n\"c,d\n"_ba << Dialect { .quote = '\0', .headerRecord = -1 };
    QTest::newRow("other signs") << "'a;';b\n'c''d';e\n"_ba
                                 << Dialect { .delimiter = ';', .quote = '\'', .headerRecord = -1 };
    QTest::newRow("escapes") << "a\\,b,c\n\"d\\\"e\",f\n"_ba
                             << Dialect { .escape = '\\', .headerRecord = -1 };
    QTest::newRow("trim") << " a , \"b\" \nc,d\n"_ba << Dialect { .headerRecord = -1, .trim = true };
    QTest::newRow("blank words") << "NULL,a\nNULL,NULL\nb,c\n"_ba
                                 << Dialect { .headerRecord = -1, .blankWords = { "NULL" } };
    QTest::newRow("blank words in quotes") << "\"N\"\"A\",\"N\"\"A\"\n\"N\"\"A\",b\n\"NA\"\n"_ba
                                           << Dialect { .headerRecord = -1, .blankWords = { "N\"A" } };
    QTest::newRow("trim, and blank rows")
        << " a , b\t\n  ,\t\n \nc ,\" d \"\n"_ba << Dialect { .headerRecord = -1, .trim = true };
    QTest::newRow("trim between tabs")
        << " a\t b \t\n\t\n"_ba << Dialect { .delimiter = '\t', .headerRecord = -1, .trim = true };
    QTest::newRow("blanks divide") << " a  b \nc d\n"_ba
                                   << Dialect { .delimiter = ' ', .headerRecord = -1, .trim = true };
    QTest::newRow("delimiter of several bytes")
        << "a||b|c\n\"d||\"||e\n"_ba << Dialect { .delimiter = Delimiter("||"), .headerRecord = -1 };
}

void TestCsvBatch::readsWhatTheReaderReads()
{
    QFETCH(QByteArray, text);
    QFETCH(Dialect, dialect);
    const QByteArray filler = "filler to move it all on, by as much\n";
    for (int times = 0; times < 3; ++times) {
        for (const qsizetype block : { 1, 40, 256 * 1024 })
            QCOMPARE(batched(text, dialect, { .block = block }), rowByRow(text, dialect));
        if (dialect.dataEnd >= 0)
            dialect.dataEnd += filler.size();
        text += filler;
        text = filler + text;
    }
}

/// The best one is what all other tests run on.
void TestCsvBatch::agreesOnAllProcessors()
{
    const std::vector<CutKind> kinds = cutKinds();
    QVERIFY(!kinds.empty());
    QRandomGenerator random(19);
    CutRows expected;
    CutRows rows;
    ByteSet bad;
    bad.add(0xFF);
    for (int round = 0; round < 1000; ++round) {
        const QByteArray text = padded(someRows(random, random.bounded(1, 30)));
        const char *const begin = text.constData() + paddingOfScans;
        const char *const end = text.constData() + text.size() - paddingOfScans;
        const ScanRules rules { .comment = random.bounded(3) == 0 ? '#' : '\0',
                                .cellsOverLines = static_cast<std::size_t>(random.bounded(4)),
                                .utf8 = random.bounded(2) == 0,
                                .badBytes = random.bounded(3) == 0 ? &bad : nullptr };
        const ScannedRun wanted = cutRecords(begin, end, rules, expected);
        for (const CutKind &kind : kinds) {
            if (QByteArrayView(kind.name) == "static")
                continue; // may be code without vectors, that passes over nothing
            rows.clear(static_cast<std::size_t>(end - begin));
            const ScannedRun run = kind.cut(begin, end, rules, rows);
            rows.setRows(run.records);
            QCOMPARE(run.records, wanted.records);
            QCOMPARE(run.blank, wanted.blank);
            QCOMPARE(run.next - begin, wanted.next - begin);
            QCOMPARE(run.odd, wanted.odd);
            QCOMPARE(rows.hasHighBytes(), expected.hasHighBytes());
            for (std::size_t row = 0; row < run.records; ++row) {
                QCOMPARE(rows.marks(row), expected.marks(row));
                QCOMPARE(rows.cells(row), expected.cells(row));
                QVERIFY(std::equal(rows.ends(row), rows.ends(row) + rows.cells(row), expected.ends(row)));
            }
        }
    }
}

void TestCsvBatch::bringsManyRowsAtOnce()
{
    const QByteArray regular = "Anna,\"Müller, geb. Groß\",\"\"\"Annie\"\"\",,12\r\n";
    for (const QByteArray &encoding : { "UTF-8"_ba, "windows-1252"_ba, "UTF-16LE"_ba }) {
        const QByteArray bytes
            = QStringEncoder(encoding.constData()).encode(QString::fromUtf8(regular.repeated(5000)));
        const Dialect dialect { .encoding = encoding, .headerRecord = -1 };
        const auto table = lateTableOf(dialect);
        MemorySource source(bytes);
        RecordStream stream(source, dialect, {}, { .table = table ? &*table : nullptr });
        std::size_t most = 0;
        QCOMPARE(batched(stream, { .bytes = 32 * 1024 }, bytes.size(), &most), rowByRow(bytes, dialect));
        QVERIFY2(most > 300, encoding.constData());
    }
}

void TestCsvBatch::givesOnlyWhatIsWanted()
{
    const QByteArray text = "a,\"b\"\"b\",c,d\ne\n\"f\"\"f\",g,\"h\"\"h\"\n";
    MemorySource source(text);
    RecordStream stream(source, { .headerRecord = -1 }, {}, {});
    RowBatch batch;
    QVERIFY(stream.nextRows(batch, { .columns = { 0, 2 } }).value_or(false));
    QCOMPARE(batch.rows(), std::size_t(3));
    QCOMPARE(batch.cellCount(0), std::size_t(4));
    QCOMPARE(batch.cells(0).size(), std::size_t(3));
    QCOMPARE(batch.cells(0)[0], "a");
    QCOMPARE(batch.cells(0)[2], "c");
    QCOMPARE(batch.cellCount(1), std::size_t(1));
    QCOMPARE(batch.cells(1).size(), std::size_t(1));
    QCOMPARE(batch.cells(2)[0], "f\"f");
    QCOMPARE(batch.cells(2)[2], "h\"h");
    QCOMPARE(batch.cells(0)[0], "a"); // in any order
    QVERIFY(!stream.nextRows(batch, { .columns = { 0, 2 } }).value_or(true));
}

void TestCsvBatch::knowsPlainCells()
{
    MemorySource source("a,\"b\",,\"\"\n");
    RecordStream stream(source, { .headerRecord = -1 }, {}, {});
    RowBatch batch;
    QVERIFY(stream.nextRows(batch, {}).value_or(false));
    QVERIFY(batch.isPlain(0, 0));
    QVERIFY(!batch.isPlain(0, 1));
    QVERIFY(batch.isPlain(0, 2));
    QVERIFY(!batch.isPlain(0, 3));
    QVERIFY(!batch.isPlain(0, 4));
}

void TestCsvBatch::decodesLate_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("encoding");
    const QByteArray western = "windows-1252";
    QTest::newRow("letters") << "Name;Ort\nM\xFCller;K\xF6ln\nx;y\n\x80;\"\x84q\"\"\x93\"\n"_ba << western;
    QTest::newRow("long cells") << QByteArray(100, '\xE4') + ";" + QByteArray(33, 'x') + "\xE4\n"
            + QByteArray(16, 'x') + "\xE4;" + QByteArray(15, 'y')
            + "\xE4\n" << western;
    QTest::newRow("bytes that are no characters")
        << "a;b\nM\x81;\x8D\nc;\"\x90\"\"\x9D\"\nd;e\n"_ba << western;
    QTest::newRow("NUL") << "a;b\nc"_ba + '\0' + ";\xE4\nd;e\n" << western;
    QTest::newRow("what would be a mark") << "\xEF\xBB\xBFName;b\n1;2\n"_ba << western;
    QTest::newRow("broken quotes") << "a;\"\xE4\"\xF6\n\"\xFC;b\n"_ba << western;
    QTest::newRow("no characters at all in some rows") << "\xD2;\xDB\n\xFF;b\n"_ba
                                                       << "windows-1253"_ba;
    QTest::newRow("words of the encoding") << "\x96;\x96\n\x96;b\n\"\x96\";\xE4\n"_ba << western;
    QTest::newRow("Cyrillic") << "\xCF\xF0\xE8\xE2\xE5\xF2;\xEC\xE8\xF0\n"_ba
                              << "windows-1251"_ba;
    QTest::newRow("Latin 1") << "\x80;\xA4\n"_ba
                             << "ISO-8859-1"_ba;
}

void TestCsvBatch::decodesLate()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, encoding);
    const Dialect dialect {
        .delimiter = ';', .encoding = encoding, .headerRecord = -1, .blankWords = { "–", "Ort" }
    };
    const auto table = lateTableOf(dialect);
    QVERIFY(table);
    const QByteArrayList expected = rowByRow(bytes, dialect);
    for (const qsizetype block : { 1, 40, 256 * 1024 }) {
        QCOMPARE(batched(bytes, dialect, { .block = block, .table = &*table }), expected);
        MemorySource source(bytes);
        RecordStream stream(source, dialect, {}, { .block = block, .table = &*table });
        RowView row;
        for (const QByteArray &wanted : expected) {
            QVERIFY(stream.next(row).value_or(false));
            QCOMPARE(drawnView(row), wanted);
        }
    }
}

void TestCsvBatch::decodesLateOnlyWhereItCan()
{
    QVERIFY(lateTableOf({ .encoding = "windows-1252" }));
    QVERIFY(!lateTableOf({ .encoding = "UTF-8" }));
    QVERIFY(!lateTableOf({ .encoding = "US-ASCII" }));
    QVERIFY(!lateTableOf({ .encoding = "UTF-16LE" }));
    QVERIFY(!lateTableOf({ .encoding = "Shift_JIS" }));
    QVERIFY(!lateTableOf({ .encoding = "no-such-set" }));
    QVERIFY(!lateTableOf({ .delimiter = Delimiter("§"), .encoding = "windows-1252" }));
    QVERIFY(!lateTableOf({ .encoding = "windows-1252", .comment = "§" }));
    QVERIFY(!lateTableOf({ .delimiter = ' ', .encoding = "windows-1252", .trim = true }));
}

/// Parts of a few bytes begin at every place where a guess can go wrong.
void TestCsvBatch::readsPartsAsOneThreadDoes()
{
    QRandomGenerator random(23);
    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = someRows(random, random.bounded(1, 60));
        const Dialect dialect { .encoding = round % 2 == 0 ? "UTF-8" : "windows-1252", .headerRecord = -1 };
        const auto table = lateTableOf(dialect);
        MemorySource source(bytes);
        const PartPlan plan { .dialect = dialect,
                              .start = {},
                              .end = bytes.size(),
                              .partBytes = random.bounded(47, 62),
                              .table = table ? &*table : nullptr };
        struct Row {
            qint64 record = 0;
            QByteArray text;
        };
        const auto read = [](RecordStream &stream, qint64 until) -> Result<std::vector<Row>> {
            std::vector<Row> rows;
            RowBatch batch;
            while (stream.position().offset < until) {
                const auto more = stream.nextRows(batch, {});
                if (!more || !*more)
                    break;
                for (std::size_t row = 0; row < batch.rows(); ++row) {
                    RowView view = batch.view(row);
                    rows.push_back({ .record = std::exchange(view.record, 0), .text = drawnView(view) });
                }
            }
            return rows;
        };
        QByteArrayList rows;
        const auto take = [&](const std::vector<Row> &part, RowPosition begin, RowPosition) -> Done {
            for (const Row &row : part) {
                if (begin.record + row.record - part.front().record != rows.size())
                    return tl::unexpected(cancelledError());
                rows += row.text;
            }
            return {};
        };
        const auto end = PartedPass<std::vector<Row>>(source, plan, read, {}).run(take);
        QVERIFY(end);
        QCOMPARE(end->offset, bytes.size());
        QByteArrayList expected = rowByRow(bytes, dialect);
        for (QByteArray &row : expected)
            row = "0" + row.mid(row.indexOf(' '));
        QCOMPARE(rows, expected);
    }
}

void TestCsvBatch::canGoOnAtEachRow_data()
{
    QTest::addColumn<QByteArray>("encoding");
    for (const char *encoding : { "UTF-8", "windows-1252", "UTF-16LE", "Shift_JIS" })
        QTest::newRow(encoding) << QByteArray(encoding);
}

void TestCsvBatch::canGoOnAtEachRow()
{
    QFETCH(QByteArray, encoding);
    const QString text = u"a,b\r\n1,\"x\r\ny\"\n\n2,¶\n3,\"d\"e\n4,f\n"_s;
    const QByteArray bytes = QStringEncoder(encoding.constData()).encode(text);
    const Dialect dialect { .encoding = encoding };
    const QByteArrayList expected = rowByRow(bytes, dialect);
    const auto table = lateTableOf(dialect);
    const RecordStream::Options options { .table = table ? &*table : nullptr };
    MemorySource source(bytes);
    RecordStream stream(source, dialect, {}, options);
    RowBatch batch;
    qsizetype rows = 0;
    while (stream.nextRows(batch, {}).value_or(false)) {
        for (std::size_t row = 0; row < batch.rows(); ++row, ++rows) {
            RecordStream rest(source, dialect, { .record = rows, .offset = batch.offset(row) }, options);
            QCOMPARE(batched(rest, {}, bytes.size()), expected.mid(rows));
        }
    }
    QCOMPARE(rows, expected.size());
}

void TestCsvBatch::countsNoRowWithinAByteOrderMark()
{
    for (const QByteArray &text : { "\xEF\xBB\xBF"
                                    "x\ny\n"_ba,
                                    "\xEF\xBB\xBF"_ba }) {
        for (qint64 dataEnd = 0; dataEnd < 6; ++dataEnd) {
            const Dialect dialect { .headerRecord = -1, .dataEnd = dataEnd };
            MemorySource source(text);
            const auto count = countRecords(source, dialect, {}, {});
            QVERIFY(count);
            const QByteArrayList rows = rowByRow(text, dialect);
            QCOMPARE(count->records, rows.size());
            QCOMPARE(count->dataRows, std::ranges::count_if(rows, [](const QByteArray &row) {
                         return row.contains("role 2");
                     }));
        }
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvBatch)
#include "test_csv_batch.moc"
