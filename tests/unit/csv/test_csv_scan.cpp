#include "app/csv/clean_copy.h"
#include "app/csv/parted_pass.h"
#include "app/csv/quote_search.h"
#include "app/csv/record_index.h"

#include <QRandomGenerator>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// A table with line breaks, quotes and, now and then, what breaks a row.
QByteArray someTable(QRandomGenerator &random, int rows)
{
    static const QByteArrayList odd { "\"",       "5\" pipe",          "\"a\"b",  "\xFF",
                                      "\xE2\x82", QByteArray(1, '\0'), "\n\n",    ",,,",
                                      "''",       "\"un\nclosed",      "\"\"\"\n" };
    const QByteArray lineEnd = random.bounded(3) == 0 ? "\r\n"_ba : "\n"_ba;
    const int oddness = random.bounded(2) == 0 ? 10'000 : 40;
    QByteArray text;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < 3; ++column) {
            const QByteArray value
                = "ä bc €"_ba.left(random.bounded(9)) + QByteArray(random.bounded(60), 'x');
            const bool quoted = random.bounded(4) == 0;
            text += column == 0 ? ""_ba : ","_ba;
            text += random.bounded(oddness) == 0 ? odd[random.bounded(static_cast<int>(odd.size()))] : ""_ba;
            text += quoted ? "\"" + value + "\"\"," + lineEnd + "\"" : value;
        }
        text += lineEnd;
    }
    return text;
}

QByteArray drawnRow(std::span<const std::string_view> cells)
{
    QByteArray text;
    for (const std::string_view cell : cells)
        text += '[' + QByteArray(cell.data(), static_cast<qsizetype>(cell.size())) + ']';
    return text;
}

QByteArrayList rowsOf(const QByteArray &bytes, const Dialect &dialect)
{
    MemorySource source(bytes);
    RowReader reader(source, dialect);
    RowView row;
    QByteArrayList rows;
    for (auto more = reader.next(row); more && *more; more = reader.next(row)) {
        if (row.isData())
            rows += drawnRow(row.cells);
    }
    return rows;
}

/// As a file that only one thread may read.
class LoneSource : public MemorySource {
public:
    using MemorySource::MemorySource;
    bool canBeReadByThreads() const override { return false; }
};

QByteArray cleaned(ByteSource &source, const Dialect &dialect, qint64 *damaged = nullptr)
{
    QByteArray out;
    const auto write = [&out](std::string_view piece) -> Done {
        out.append(piece.data(), static_cast<qsizetype>(piece.size()));
        return {};
    };
    const auto copy = copyClean(source, dialect, write, {}, {});
    if (copy && damaged)
        *damaged = copy->damaged;
    return out;
}

} // namespace

class TestCsvScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsAsTheReaderDoes();
    void agreesOnAllProcessors();
    void readsPartsAsOneThreadDoes();
    void indexesLargeFilesAsOneThreadDoes();
    void rewritesWithoutLoss_data();
    void rewritesWithoutLoss();
    void rewritesEncodings();
    void leavesOutWhatIsNoData();
    void stopsWhileItCounts();
    void readsManyUnclosedQuotesInOneGo();
    void looksAheadForTheEndOfLongCells();
    void searchesQuotesPieceByPiece();
};

void TestCsvScan::countsAsTheReaderDoes()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 500; ++round) {
        const QByteArray text = someTable(random, random.bounded(1, 40));
        const Dialect dialect { .headerRecord = -1, .columns = random.bounded(2) * 3 };
        MemorySource source(text);
        const QByteArrayList rows = rowsOf(text, dialect);
        const auto count = countRecords(source, dialect, {}, {});
        QVERIFY(count);
        QCOMPARE(count->dataRows, rows.size());
        const auto index = indexRecords(source, dialect, {}, {}, {});
        QVERIFY(index);
        QCOMPARE(index->dataRows, rows.size());
        QCOMPARE(index->records, count->records);
        QCOMPARE(rowsOf(cleaned(source, dialect), { .headerRecord = -1, .skipEmpty = false }), rows);
    }
}

/// The best one is what all other tests run on.
void TestCsvScan::agreesOnAllProcessors()
{
    const std::vector<ScanKind> kinds = scanKinds();
    QRandomGenerator random(17);
    const QByteArray margin(64, '\n');
    for (int round = 0; round < 500; ++round) {
        const QByteArray padded = margin + someTable(random, random.bounded(1, 40)) + margin;
        const char *const begin = padded.constData() + 64;
        const char *const end = padded.constData() + padded.size() - 64;
        const ScanRules rules { .cells = static_cast<std::size_t>(random.bounded(2) * 3),
                                .cellsOverLines = static_cast<std::size_t>(random.bounded(2) * 3),
                                .blankIsOdd = random.bounded(2) == 0,
                                .utf8 = random.bounded(2) == 0 };
        const ScannedRun expected = kinds.front().scan(begin, end, rules);
        QByteArray cleaned;
        std::vector<char> copy(static_cast<std::size_t>(padded.size()) + 128);
        for (const ScanKind &kind : kinds) {
            if (QByteArrayView(kind.name) == "static")
                continue; // may be code without vectors, that passes over nothing
            const ScannedRun run = kind.scan(begin, end, rules);
            QCOMPARE(run.records, expected.records);
            QCOMPARE(run.blank, expected.blank);
            QCOMPARE(run.next - begin, expected.next - begin);
            QCOMPARE(run.odd, expected.odd);
            const ScannedRun copied = kind.scanAndCopy(begin, end, rules, copy.data());
            const QByteArray text(copy.data(), copied.out - copy.data());
            QCOMPARE(text, cleaned == ""_ba ? text : cleaned);
            cleaned = text;
            QCOMPARE(kind.looksQuoted(begin, end, rules), kinds.front().looksQuoted(begin, end, rules));
        }
    }
}

/// Parts of a few bytes begin at every place where a guess can go wrong.
void TestCsvScan::readsPartsAsOneThreadDoes()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 200; ++round) {
        const QByteArray text = someTable(random, random.bounded(1, 60));
        const Dialect dialect { .headerRecord = -1, .columns = 3 };
        MemorySource source(text);
        const PartPlan plan {
            .dialect = dialect, .start = {}, .end = text.size(), .partBytes = random.bounded(1, 500)
        };
        const auto read = [](RecordStream &stream, qint64 until) -> Result<QByteArrayList> {
            QByteArrayList rows;
            RowView row;
            while (stream.position().offset < until) {
                const auto more = stream.next(row);
                if (!more || !*more)
                    break;
                if (row.isData())
                    rows += drawnRow(row.cells);
            }
            return rows;
        };
        QByteArrayList rows;
        const auto take = [&rows](const QByteArrayList &part, RowPosition, RowPosition) -> Done {
            rows += part;
            return {};
        };
        const auto end = PartedPass<QByteArrayList>(source, plan, read, {}).run(take);
        QVERIFY(end);
        QCOMPARE(end->offset, text.size());
        QCOMPARE(rows, rowsOf(text, dialect));
    }
}

void TestCsvScan::indexesLargeFilesAsOneThreadDoes()
{
    QRandomGenerator random(13);
    const QByteArray text = someTable(random, 120'000);
    QVERIFY(text.size() > 2 * PieceHash::pieceBytes);
    const Dialect dialect { .headerRecord = -1, .columns = 3 };
    MemorySource shared(text);
    LoneSource lone(text);
    const auto several = indexRecords(shared, dialect, {}, {}, {});
    const auto one = indexRecords(lone, dialect, {}, {}, {});
    QVERIFY(several && one);
    QCOMPARE(several->records, one->records);
    QCOMPARE(several->dataRows, one->dataRows);
    QCOMPARE(several->contentHash, one->contentHash);
    QVERIFY(several->problems == one->problems && several->problemCounts == one->problemCounts);
    QVERIFY(several->marks == one->marks);
    QCOMPARE(cleaned(shared, dialect), cleaned(lone, dialect));
    QCOMPARE(several->dataRows, rowsOf(text, dialect).size());
}

void TestCsvScan::rewritesWithoutLoss_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<char>("quote");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray filler = "plain;and long enough to fill more than one block of sixty-four bytes\r\n";
    QTest::newRow("as it is") << "h,i\na,b\n"_ba << ',' << '"' << "h,i\na,b\n"_ba;
    QTest::newRow("CRLF") << "h,i\r\na,b\r\n"_ba << ',' << '"' << "h,i\na,b\n"_ba;
    QTest::newRow("CR") << "h,i\ra,b\r"_ba << ',' << '"' << "h,i\na,b\n"_ba;
    QTest::newRow("no end") << "h,i\na,b"_ba << ',' << '"' << "h,i\na,b\n"_ba;
    QTest::newRow("semicolons") << "h;i\na;\"b;c\"\n"_ba << ';' << '"' << "h,i\na,\"b;c\"\n"_ba;
    QTest::newRow("commas within") << "h;i\n1,5;b\n"_ba << ';' << '"' << "h,i\n\"1,5\",b\n"_ba;
    QTest::newRow("line break in quotes")
        << "h;i\r\n\"a\r\nb\";c\r\n"_ba << ';' << '"' << "h,i\n\"a\r\nb\",c\n"_ba;
    QTest::newRow("other quotes") << "h;i\n'a;b';\"\n"_ba << ';' << '\'' << "h,i\na;b,\"\"\"\"\n"_ba;
    QTest::newRow("blank rows") << "h;i\n;\n\na;b\n"_ba << ';' << '"' << "h,i\na,b\n"_ba;
    QTest::newRow("stray quotes") << "h;i\n5\" pipe;b\n"_ba << ';' << '"' << "h,i\n\"5\"\" pipe\",b\n"_ba;
    QTest::newRow("many lines") << "h;i\r\n" + filler.repeated(500) << ';' << '"'
                                << "h,i\n"
            + QByteArray(filler).replace("\r\n", "\n").replace(';', ',').repeated(500);
}

void TestCsvScan::rewritesWithoutLoss()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, delimiter);
    QFETCH(char, quote);
    MemorySource source(bytes);
    QTEST(cleaned(source, { .delimiter = delimiter, .quote = quote }), "expected");
}

void TestCsvScan::rewritesEncodings()
{
    MemorySource western("Name;Ort\nM\xFCller;K\xF6ln\n"_ba.repeated(3));
    QCOMPARE(cleaned(western, { .delimiter = ';', .encoding = "windows-1252" }),
             "Name,Ort\nMüller,Köln\nName,Ort\nMüller,Köln\nName,Ort\nMüller,Köln\n"_ba);
    MemorySource broken("a,b\nM\xFCller,x\n"_ba);
    qint64 damaged = 0;
    QCOMPARE(cleaned(broken, {}, &damaged), "a,b\nM\xEF\xBF\xBDller,x\n"_ba);
    QCOMPARE(damaged, 1);
}

void TestCsvScan::leavesOutWhatIsNoData()
{
    const QByteArray text = "\xEF\xBB\xBFTitle\n#,note\na,b\n1,2\n#3,4\n5,6\nSum,8\n";
    MemorySource source(text);
    const Dialect dialect { .headerRecord = 2, .comment = "#", .dataEnd = text.indexOf("Sum") };
    QCOMPARE(cleaned(source, dialect), "a,b\n1,2\n5,6\n"_ba);
    const auto count = countRecords(source, dialect, {}, {});
    QVERIFY(count);
    QCOMPARE(count->dataRows, 2);
    QCOMPARE(count->records, 7);
    MemorySource marked("\xEF\xBB\xBFx\n");
    QCOMPARE(countRecords(marked, { .headerRecord = -1, .dataEnd = 3 }, {}, {})->dataRows, 0);
}

void TestCsvScan::stopsWhileItCounts()
{
    MemorySource source("a,b\n"_ba.repeated(5'000'000));
    std::stop_source stop;
    const Progress progress([&stop](qint64, qint64) { stop.request_stop(); });
    const auto count = countRecords(source, {}, progress, stop.get_token());
    QVERIFY(!count && count.error().cancelled());
}

/// Each looks for its other half in all that follows: that must not be read again for each of them.
void TestCsvScan::readsManyUnclosedQuotesInOneGo()
{
    const QByteArray text = "a,\"b,c\n"_ba.repeated(200'000);
    MemorySource source(text);
    const auto index = indexRecords(source, { .headerRecord = -1, .columns = 3 }, {}, {}, {});
    QVERIFY(index);
    QCOMPARE(index->dataRows, 200'000);
    QCOMPARE(index->problemCounts.at(FileProblem::Kind::StrayQuote), 200'000);
    MemorySource quotes(QByteArray(2'000'000, '"'));
    QCOMPARE(indexRecords(quotes, { .headerRecord = -1 }, {}, {}, {})->records, 1);
}

/// Whether a quote far up is closed is found out without all of the file in memory.
void TestCsvScan::looksAheadForTheEndOfLongCells()
{
    const QByteArray rows = "a,\"\"\n"_ba.repeated(1'000'000); // seen from within quotes: doubled ones
    MemorySource open("x,\"y\n" + rows);
    const auto neverClosed = indexRecords(open, { .headerRecord = -1, .columns = 2 }, {}, {}, {});
    QVERIFY(neverClosed);
    QCOMPARE(neverClosed->records, 1'000'001);
    QCOMPARE(neverClosed->problems.front(),
             (FileProblem { .kind = FileProblem::Kind::StrayQuote, .record = 0, .column = 1 }));
    MemorySource closed("x,\"y\n" + rows + "\",z\nlast\n");
    RowReader reader(closed, { .headerRecord = -1 });
    RowView row;
    QVERIFY(reader.next(row).value_or(false));
    QCOMPARE(row.cells.size(), std::size_t(3));
    QCOMPARE(row.cells[1].size(), std::size_t(2 + rows.size() - 1'000'000));
    QVERIFY(reader.next(row).value_or(false));
    QCOMPARE(row.cells.front(), "last");
}

void TestCsvScan::searchesQuotesPieceByPiece()
{
    using Answer = QuoteSearch::Answer;
    const auto search = [](std::string_view text, std::size_t limit, std::size_t piece) {
        QuoteSearch quotes('"', limit);
        for (std::size_t at = 0; at < text.size(); at += piece) {
            if (const Answer answer = quotes.take(text.substr(at, piece)); answer != Answer::Unknown)
                return answer == Answer::Closes;
        }
        return quotes.atEnd() == Answer::Closes;
    };
    for (const std::size_t piece : { 1, 2, 3, 100 }) {
        QVERIFY(search("ab\"\"c\",", 100, piece));
        QVERIFY(search("ab\"\"c\"", 100, piece)); // the end of the file closes it
        QVERIFY(!search("ab\"\"c\"\"", 100, piece));
        QVERIFY(search("abc\",", 4, piece));
        QVERIFY(!search("abc\",", 3, piece));
        QVERIFY(!search("abc\"\",", 4, piece)); // the second of two stands just behind the limit
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvScan)
#include "test_csv_scan.moc"
